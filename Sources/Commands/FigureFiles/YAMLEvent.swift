import CYAML

/// What the parser of YAML met, copied out of its memory.
struct YAMLEvent {
  /// What it is.
  enum Kind: Hashable {
    case streamStart, streamEnd, documentStart, documentEnd
    case scalar(String, isPlain: Bool)
    case sequenceStart, mappingStart
    /// The end of a list or a mapping.
    case end
    /// A copy of a value elsewhere.
    case alias
    /// A value with an anchor or a tag.
    case anchored
  }

  let kind: Kind
  let place: TextPlace
  /// How many columns after its place the text of a scalar begins, where it keeps to its line.
  let inset: Int?

  init(_ event: yaml_event_t) {
    place = TextPlace(event.start_mark)
    let isOnOneLine = event.start_mark.line == event.end_mark.line
    inset = isOnOneLine && event.type == YAML_SCALAR_EVENT ? Self.isPlain(event) ? 0 : 1 : nil
    switch event.type {
    case YAML_STREAM_END_EVENT: kind = .streamEnd
    case YAML_DOCUMENT_START_EVENT: kind = .documentStart
    case YAML_DOCUMENT_END_EVENT: kind = .documentEnd
    case YAML_ALIAS_EVENT: kind = .alias
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let isBare = scalar.anchor == nil && scalar.tag == nil
      kind = isBare ? .scalar(Self.text(event), isPlain: Self.isPlain(event)) : .anchored
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      kind = start.anchor == nil && start.tag == nil ? .sequenceStart : .anchored
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      kind = start.anchor == nil && start.tag == nil ? .mappingStart : .anchored
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: kind = .end
    default: kind = .streamStart
    }
  }

  private static func text(_ event: yaml_event_t) -> String {
    let scalar = event.data.scalar
    return String(
      decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
  }

  private static func isPlain(_ event: yaml_event_t) -> Bool {
    event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE
  }

  /// What to do about an alias, an anchor or a tag: an expression may begin with its sign by chance.
  static let remedy =
    "write the value out; an expression that begins with & * or ! stands between quotes"
}

extension TextPlace {
  /// The place of a mark of the parser, which counts from 0.
  init(_ mark: yaml_mark_t) {
    self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }

  /// The place of a byte.
  init(offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    let before = bytes.prefix(offset)
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    // A character of several bytes counts once: bytes 10xxxxxx continue it.
    let column = before[start...].count { $0 & 0xC0 != 0x80 } + 1
    self.init(line: before.count { $0 == UInt8(ascii: "\n") } + 1, column: column)
  }
}
