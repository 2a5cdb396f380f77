/// A theme as a user writes it: lines of `key = value`.
///
///     # The colours of our department.
///     base = dark
///     paper = #101820
///     blue = #66AAFF
///     lines = 1.2
///
/// A line that begins with `#` is a comment; a colour is `#RRGGBB` or `#RGB`. What is not said is as
/// in the base, and nothing but colours and weights can be said, so that no figure is laid out anew.
struct ThemeFile {
  private let name: String
  private var base = Theme.light
  private var changes = ThemeChanges()
  private var lines: [String: Int] = [:]

  private static let longest = 1 << 16
  private static let roles = Dictionary(
    uniqueKeysWithValues: Role.allCases.map { ($0.rawValue.separated, $0) })
  private static let fills = Dictionary(
    uniqueKeysWithValues: ThemeChanges.Fill.allCases.map { ("fill-" + $0.rawValue, $0) })
  static let keys = ["base", "colours", "lines"] + roles.keys.sorted() + fills.keys.sorted()

  /// The theme in the file at `path`.
  static func theme(atPath path: String) throws(FigureError) -> Theme {
    let source = try ByteSource(path: path)
    var bytes: [UInt8] = []
    while let byte = try source.next() {
      bytes.append(byte)
      guard bytes.count <= longest else {
        throw .input("\(path.quoted) is too long for a theme", hint: Self.hint)
      }
    }
    return try theme(in: String(decoding: bytes, as: UTF8.self), name: path)
  }

  /// The theme in a text, called `name` in messages.
  static func theme(in text: String, name: String) throws(FigureError) -> Theme {
    var file = ThemeFile(name: name)
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() { try file.read(String(line), number: number + 1) }
    return file.base.changed(by: file.changes, name: name)
  }

  private init(name: String) { self.name = name }

  private static let hint = "a theme has lines such as: ink = #1A2029"

  private mutating func read(_ line: String, number: Int) throws(FigureError) {
    let line = line.trimmed
    guard !line.isEmpty, line.first != "#" else { return }
    guard let sign = line.firstIndex(where: { "=:".contains($0) }) else {
      throw fault(number, "\(line.quoted) has no '='", Self.hint)
    }
    let key = String(line[..<sign]).trimmed
    let value = String(line[line.index(after: sign)...]).trimmed.unquoted
    if let first = lines.updateValue(number, forKey: key) {
      throw fault(number, "\(key.quoted) was given in line \(first)", "leave one of them out")
    }
    try set(key, to: value, number)
  }

  private mutating func set(
    _ key: String, to value: String, _ number: Int
  ) throws(FigureError) {
    if let role = Self.roles[key] {
      changes.roles[role] = try colour(value, of: key, number)
    } else if let fill = Self.fills[key] {
      changes.fills[fill] = try colour(value, of: key, number)
    } else if key == "base" {
      guard let theme = Theme.named(value) else {
        throw fault(number, "base wants \(Theme.names.enumeration), not \(value.quoted)", "")
      }
      base = theme
    } else if key == "colours" {
      guard let map = ColourMap(rawValue: value) else {
        let names = ColourMap.choices.enumeration
        throw fault(number, "colours wants \(names), not \(value.quoted)", "")
      }
      changes.colourMap = map
    } else if key == "lines" {
      guard let factor = Double(value), factor >= 0.5, factor <= 3 else {
        throw fault(number, "lines wants a factor from 0.5 to 3, not \(value.quoted)", "")
      }
      changes.lineFactor = factor
    } else {
      let near = Suggestions.near(key, among: Self.keys)
      let guess = near.isEmpty ? "" : "; did you mean \(near.map(\.quoted).enumeration)?"
      throw fault(
        number, "a theme has no \(key.quoted)\(guess)",
        near.isEmpty ? "it has \(Self.keys.enumeration)" : "")
    }
  }

  private func colour(
    _ text: String, of key: String, _ number: Int
  ) throws(FigureError) -> Colour {
    var digits = text.first == "#" ? String(text.dropFirst()) : ""
    if digits.count == 3 { digits = digits.map { "\($0)\($0)" }.joined() }
    guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit),
      let hex = UInt32(digits, radix: 16)
    else {
      throw fault(number, "\(key) wants a colour like #0354AA, not \(text.quoted)", "")
    }
    return Colour(hex: hex)
  }

  private func fault(_ line: Int, _ problem: String, _ hint: String) -> FigureError {
    .input("\(name.quoted), line \(line): \(problem)", hint: hint)
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmed: String {
    let start = drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    return String(String(start.reversed()).drop(while: \.isWhitespace).reversed())
  }

  /// The text without quotes around it.
  fileprivate var unquoted: String {
    guard count >= 2, let mark = first, "\"'".contains(mark), last == mark else { return self }
    return String(dropFirst().dropLast())
  }

  /// `curveOverFill` as `curve-over-fill`.
  fileprivate var separated: String {
    map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
  }
}
