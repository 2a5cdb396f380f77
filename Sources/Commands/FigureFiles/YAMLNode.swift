/// A place in a text file, counted from 1 as editors count.
struct TextPlace: Hashable, Sendable {
  var line: Int
  var column: Int

  /// Where a file begins.
  static let start = TextPlace(line: 1, column: 1)
}

/// A value of a YAML document and where it stands.
struct YAMLNode: Hashable, Sendable {
  /// What it is.
  indirect enum Content: Hashable, Sendable {
    /// A text; `isPlain` where it stands without quotes.
    case scalar(String, isPlain: Bool)
    /// A list.
    case sequence([YAMLNode])
    /// Values by name, in the order of the file.
    case mapping([YAMLMember])
  }

  let content: Content
  let place: TextPlace
  /// How many columns after its place the text of a scalar begins; `nil` where it takes several
  /// lines, so that its columns are not those of the file.
  var inset: Int?

  /// What messages call it.
  var kindName: String {
    switch content {
    case .scalar("", true): "nothing"
    case .scalar(let text, _): text.quoted
    case .sequence: "a list"
    case .mapping: "named values"
    }
  }
}

/// A name with its value.
struct YAMLMember: Hashable, Sendable {
  let name: String
  /// Where the name stands.
  let place: TextPlace
  let value: YAMLNode
}
