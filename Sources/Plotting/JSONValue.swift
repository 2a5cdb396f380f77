/// A value of JSON.
///
/// Objects keep the order in which they were written.
public enum JSONValue: Hashable, Sendable {
  /// Nothing, or a number that is not finite.
  case null
  /// A truth value.
  case bool(Bool)
  /// A number.
  case number(Double)
  /// A text.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// Named values in order.
  case object([(String, JSONValue)])

  /// Whether two values are written alike.
  public static func == (a: JSONValue, b: JSONValue) -> Bool { a.text == b.text }

  /// Hashes what is written.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// A list of numbers.
  public init(_ numbers: some Sequence<Double>) { self = .array(numbers.map { .number($0) }) }

  /// A point of the plane: `{"x": 1, "y": 2}`.
  public init(_ point: Point) {
    self = .object([("x", .number(point.x)), ("y", .number(point.y))])
  }

  /// The value as JSON on one line; a number reads back to the same double.
  public var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  /// Appends the value as JSON to `text`.
  public func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let value): text += Self.text(of: value)
    case .string(let value): Self.write(value, to: &text)
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += ", " }
        value.write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, (name, value)) in members.enumerated() {
        if index > 0 { text += ", " }
        Self.write(name, to: &text)
        text += ": "
        value.write(to: &text)
      }
      text += "}"
    }
  }

  /// The value as JSON with each member of the outermost object on a line of its own.
  public var document: String {
    guard case .object(let members) = self, !members.isEmpty else { return text + "\n" }
    let lines = members.map { name, value in "  \(JSONValue.string(name).text): \(value.text)" }
    return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
  }

  private static func text(of number: Double) -> String {
    guard number.isFinite else { return "null" }
    // An integer would lose the sign of −0, which must read back as well.
    if number == 0 { return number.sign == .minus ? "-0.0" : "0" }
    if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
    return number.description
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
