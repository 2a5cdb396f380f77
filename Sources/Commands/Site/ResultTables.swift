import Plotting

/// The results of a figure as tables of HTML.
struct ResultTables {
  /// How many rows and numbers are shown before the file with all of them is named.
  private static let most = 16
  private static let mostNumbers = 12

  private let value: JSONValue

  init(_ value: JSONValue) { self.value = value }

  /// The tables; empty where there is nothing to show.
  var html: String {
    guard case .object(let members) = value else { return "" }
    let plain = members.filter { Self.cell($0.1) != nil }
    var text = ""
    if !plain.isEmpty { text += Self.pairs(plain).scrolling(called: "Results") }
    for (name, value) in members where Self.cell(value) == nil {
      text += Self.section(name, value)
    }
    return text
  }

  private static func section(_ name: String, _ value: JSONValue) -> String {
    let head = "<h3>\(name.spaced.capitalisedFirst.html)</h3>\n"
    switch value {
    case .array(let items):
      return head + rows(items).scrolling(called: name.spaced)
    case .object(let members):
      let plain = members.filter { cell($0.1) != nil }
      var text = head + pairs(plain).scrolling(called: name.spaced)
      let more = members.count - plain.count
      if more > 0 { text += "<p class=\"soft\">\(more) more in \(fileLink).</p>\n" }
      return text
    default: return head
    }
  }

  private static let fileLink =
    "<a href=\"\(PictureName.results)\">\(PictureName.results)</a>"

  /// Names and their values.
  private static func pairs(_ members: [(String, JSONValue)]) -> String {
    let rows = members.map { name, value in
      "<tr><th scope=\"row\">\(name.spaced.html)</th>\(cell(value) ?? "<td></td>")</tr>\n"
    }
    return "<table>\n\(rows.joined())</table>"
  }

  /// A list: of objects with a column for each name, else of lines.
  private static func rows(_ items: [JSONValue]) -> String {
    var names: [String] = []
    for case .object(let members) in items {
      for (name, value) in members where cell(value) != nil && !names.contains(name) {
        names.append(name)
      }
    }
    let shown = items.prefix(most)
    var text = "<table>\n"
    if items.count > most {
      text += "<caption>The first \(most) of \(items.count); all are in \(fileLink).</caption>\n"
    }
    if !names.isEmpty {
      let heads = names.map { "<th scope=\"col\">\($0.spaced.html)</th>" }
      text += "<tr>\(heads.joined())</tr>\n"
    }
    for item in shown {
      guard case .object(let members) = item else {
        text += "<tr>\(cell(item) ?? "<td>…</td>")</tr>\n"
        continue
      }
      let cells = names.map { name in
        members.first { $0.0 == name }.flatMap { cell($0.1) } ?? "<td></td>"
      }
      text += "<tr>\(cells.joined())</tr>\n"
    }
    return text + "</table>"
  }

  /// A value as one cell, or `nil` where it needs a table of its own.
  private static func cell(_ value: JSONValue) -> String? {
    if case .number = value { return "<td class=\"number\">\(words(value) ?? "")</td>" }
    if case .object(let members) = value {
      return point(members).map { "<td class=\"point\">\($0)</td>" }
    }
    return words(value).map { "<td>\($0)</td>" }
  }

  private static func words(_ value: JSONValue) -> String? {
    switch value {
    case .null: "none"
    case .bool(let truth): truth ? "yes" : "no"
    case .number(let number): text(of: number)
    case .string(let text): text.html
    case .array(let items): list(items)
    case .object(let members): point(members)
    }
  }

  private static func list(_ items: [JSONValue]) -> String? {
    if items.isEmpty { return "none" }
    let isFlat = items.allSatisfy { item in
      switch item {
      case .number, .string, .bool, .null: true
      default: false
      }
    }
    guard isFlat else { return nil }
    let shown = items.prefix(mostNumbers).compactMap(words).joined(separator: ", ")
    return shown + (items.count > mostNumbers ? ", … (\(items.count) in all)" : "")
  }

  /// A number in seven digits; what is far below all rounding is a zero to a reader.
  private static func text(of number: Double) -> String {
    abs(number) < 1e-25 ? "0" : Wording.text(number, digits: 7).html
  }

  /// A point: `x = 1, y = 2`.
  private static func point(_ members: [(String, JSONValue)]) -> String? {
    guard members.count <= 6 else { return nil }
    var numbers: [Double] = []
    for (_, value) in members {
      guard case .number(let number) = value else { return nil }
      numbers.append(number)
    }
    // A coordinate of 1e-34 beside one of 1 is a zero to a reader; the file has all its digits.
    let parts = zip(members, Wording.settled(numbers)).map { member, number in
      "\(member.0.html) = \(Wording.text(number, digits: 7).html)"
    }
    return parts.isEmpty ? "none" : parts.joined(separator: ", ")
  }
}

extension String {
  /// The text with a capital at its start.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
