import Plotting

/// The results of a figure as tables of HTML.
struct ResultTables {
  private let value: JSONValue
  /// The rank of its headings.
  private let rank: Int

  init(_ value: JSONValue, rank: Int = 3) {
    self.value = value
    self.rank = rank
  }

  /// The tables; empty where there is nothing to show.
  var html: String {
    guard case .object(let members) = value else { return "" }
    let filled = members.filter { !$0.1.saysNothing }
    let plain = filled.filter { ResultCell($0.1) != nil }
    var text = ""
    if !plain.isEmpty { text += Self.pairs(plain).scrolling(called: "Results") }
    for (name, value) in filled where ResultCell(value) == nil { text += section(name, value) }
    return text + Self.absent(members.filter { $0.1.saysNothing })
  }

  /// One line for all that there is none of.
  private static func absent(_ members: [(String, JSONValue)]) -> String {
    let denied = members.filter { $0.1 == .bool(false) }.map(\.0.spaced)
    let missing = members.filter { $0.1 != .bool(false) }.map(\.0.spaced)
    var parts: [String] = []
    if !missing.isEmpty { parts.append("None: \(missing.joined(separator: ", ")).") }
    if !denied.isEmpty { parts.append("Not so: \(denied.joined(separator: ", ")).") }
    return parts.isEmpty ? "" : "<p class=\"soft\">\(parts.joined(separator: " ").html)</p>\n"
  }

  private func section(_ name: String, _ value: JSONValue) -> String {
    let head = "<h\(rank)>\(name.spaced.capitalisedFirst.html)</h\(rank)>\n"
    switch value {
    case .array(let items):
      if let figures = figures(items) { return figures }
      return head + ResultRows(items, called: name.spaced).html
    case .object(let members):
      let plain = members.filter { ResultCell($0.1) != nil }
      var text = head + (plain.isEmpty ? "" : Self.pairs(plain).scrolling(called: name.spaced))
      let more = members.count - plain.count
      if more > 0 { text += "<p class=\"soft\">\(more) more in \(ResultRows.fileLink).</p>\n" }
      return text
    default: return head
    }
  }

  /// The results of panels, each under the name of its figure.
  private func figures(_ items: [JSONValue]) -> String? {
    guard rank < 5 else { return nil }
    var text = ""
    for (number, item) in items.enumerated() {
      guard case .object(let members) = item,
        case .string(let name)? = members.first(where: { $0.0 == "figure" })?.1,
        let results = members.first(where: { $0.0 == "results" })?.1
      else { return nil }
      text += "<h\(rank)>Panel \(number + 1): <code>\(name.html)</code></h\(rank)>\n"
      text += ResultTables(results, rank: rank + 1).html
    }
    return text
  }

  /// Names and their values.
  private static func pairs(_ members: [(String, JSONValue)]) -> String {
    let rows = members.map { name, value in
      "<tr><th scope=\"row\">\(name.spaced.html)</th>\(ResultCell(value)?.html ?? "<td></td>")</tr>\n"
    }
    return "<table class=\"pairs\">\n\(rows.joined())</table>"
  }
}

/// A list of results as a table: of objects with a column for each name, else of lines.
struct ResultRows {
  /// How many rows are shown before the file with all of them is named.
  private static let most = 16
  static let fileLink = "<a href=\"\(PictureName.results)\">\(PictureName.results)</a>"

  private let items: [JSONValue]
  private let name: String

  init(_ items: [JSONValue], called name: String) {
    self.items = items
    self.name = name
  }

  /// The table.
  var html: String {
    let shown = Array(items.prefix(Self.most))
    let columns = names.flatMap { ResultColumn.columns(of: $0, in: shown) }
    var text = "<table>\n"
    if items.count > Self.most {
      text += "<caption>The first \(Self.most) of \(items.count); all are in "
      text += "\(Self.fileLink).</caption>\n"
    }
    if !columns.isEmpty { text += "<tr>\(columns.map(\.head).joined())</tr>\n" }
    for (number, item) in shown.enumerated() {
      guard case .object = item else {
        text += "<tr>\(ResultCell(item)?.html ?? ResultCell.count(item))</tr>\n"
        continue
      }
      text += "<tr>\(columns.map { $0.cells[number] }.joined())</tr>\n"
    }
    return (text + "</table>").scrolling(called: name)
  }

  /// The names of all objects in the order in which they come.
  private var names: [String] {
    var names: [String] = []
    for case .object(let members) in items {
      for (name, _) in members where !names.contains(name) { names.append(name) }
    }
    return names
  }
}

/// A column of such a table.
struct ResultColumn {
  /// The cell at its head.
  let head: String
  /// The cells, as many as there are rows.
  let cells: [String]

  /// The columns of one name: a point has one for each coordinate.
  static func columns(of name: String, in items: [JSONValue]) -> [ResultColumn] {
    let values = items.map { item -> JSONValue? in
      guard case .object(let members) = item else { return nil }
      return members.first { $0.0 == name }?.1
    }
    if let coordinates = coordinates(of: values) {
      return coordinates.map { axis in
        let own = values.map { value -> JSONValue? in
          guard case .object(let members)? = value else { return nil }
          return ResultCell.settled(members).first { $0.0 == axis }?.1
        }
        return ResultColumn(name == "at" || name == "centre" ? axis : "\(name.spaced) \(axis)", own)
      }
    }
    return [ResultColumn(name.spaced, values)]
  }

  private init(_ name: String, _ values: [JSONValue?]) {
    let made = values.map { $0.flatMap { ResultCell($0) } }
    let isNumeric = made.contains { $0?.isNumber == true }
    head = "<th scope=\"col\"\(isNumeric ? " class=\"number\"" : "")>\(name.html)</th>"
    cells = zip(values, made).map { value, cell in
      cell?.html ?? value.map { ResultCell.count($0) } ?? "<td></td>"
    }
  }

  /// The coordinates that all values have, where they are points of the same variables.
  private static func coordinates(of values: [JSONValue?]) -> [String]? {
    var names: [String]?
    for value in values {
      guard case .object(let members)? = value, ResultCell.isPoint(members) else { return nil }
      let own = members.map(\.0)
      guard names == nil || names == own else { return nil }
      names = own
    }
    return names
  }
}

extension String {
  /// The text with a capital at its start.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
