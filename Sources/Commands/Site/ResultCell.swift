import Plotting

/// A value of results as one cell of a table.
struct ResultCell {
  /// The cell.
  let html: String
  /// Whether it is a number, which stands at the right.
  let isNumber: Bool

  /// How many numbers of a list are shown.
  private static let mostNumbers = 12

  /// The cell of a value, or `nil` where it needs a table of its own.
  init?(_ value: JSONValue) {
    switch value {
    case .number(let number):
      self.init(Self.text(of: number), isNumber: true)
    case .array(let items):
      // A multiplier or a root that stands alone is a number to a reader.
      if items.count == 1, case .number(let number) = items[0] {
        self.init(Self.text(of: number), isNumber: true)
      } else {
        guard let text = Self.list(items) else { return nil }
        self.init(text)
      }
    case .object(let members):
      guard Self.isPoint(members) else { return nil }
      let parts = Self.settled(members).map { name, value in
        "\(name.html) = \(Self.words(value) ?? "")"
      }
      self.init(parts.isEmpty ? "none" : parts.joined(separator: ", "), style: "point")
    default:
      guard let text = Self.words(value) else { return nil }
      self.init(text)
    }
  }

  private init(_ text: String, isNumber: Bool = false, style: String? = nil) {
    let name = isNumber ? "number" : style
    html = "<td\(name.map { " class=\"\($0)\"" } ?? "")>\(text)</td>"
    self.isNumber = isNumber
  }

  /// The cell of a value that has no room in a table: how much there is.
  static func count(_ value: JSONValue) -> String {
    switch value {
    case .array(let items): "<td class=\"soft\">\(items.count) in the file</td>"
    default: "<td class=\"soft\">in the file</td>"
    }
  }

  /// Whether an object is a point: up to six numbers by name.
  static func isPoint(_ members: [(String, JSONValue)]) -> Bool {
    members.count <= 6
      && members.allSatisfy { if case .number = $0.1 { true } else { false } }
  }

  /// A point whose coordinates far below the others are zero: 1e-34 beside 1 is one to a reader.
  static func settled(_ members: [(String, JSONValue)]) -> [(String, JSONValue)] {
    let numbers = members.map { member -> Double in
      guard case .number(let number) = member.1 else { return 0 }
      return number
    }
    return zip(members, Wording.settled(numbers)).map { ($0.0, .number($1)) }
  }

  private static func words(_ value: JSONValue) -> String? {
    switch value {
    case .null: "none"
    case .bool(let truth): truth ? "yes" : "no"
    case .number(let number): text(of: number)
    case .string(let text): text.html
    case .array, .object: nil
    }
  }

  private static func list(_ items: [JSONValue]) -> String? {
    if items.isEmpty { return "none" }
    let texts = items.prefix(mostNumbers).compactMap(words)
    guard texts.count == min(items.count, mostNumbers) else { return nil }
    return texts.joined(separator: ", ")
      + (items.count > mostNumbers ? ", … (\(items.count) in all)" : "")
  }

  /// A number in seven digits; what is far below all rounding is a zero to a reader.
  private static func text(of number: Double) -> String {
    if abs(number) < 1e-25 { return "0" }
    let parts = Wording.text(number, digits: 7).split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1].replacing("−", with: "-")) else {
      return Wording.text(number, digits: 7).html
    }
    let power = exponent < 0 ? "−\(-exponent)" : "\(exponent)"
    return "\(parts[0]) × 10<sup>\(power)</sup>"
  }
}

extension JSONValue {
  /// Whether the value says that there is none of something.
  var saysNothing: Bool {
    switch self {
    case .null, .bool(false): true
    case .array(let items): items.isEmpty
    default: false
    }
  }
}
