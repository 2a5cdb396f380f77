import CYAML
import Plotting

/// Reads one YAML document into a tree that knows its lines and columns.
///
/// What a file of settings does not need is refused: aliases, by which few lines become gigabytes
/// ("billion laughs"), tags and a second document. With them gone the tree is no longer than its
/// text, and the depth is bounded here, so that a recursion over the tree is bounded as well.
final class YAMLReader {
  /// How deep lists and mappings may stand in one another; a figure file needs four.
  static let depthLimit = 16

  /// The parser keeps its own address, so it stays where it is.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let bytes: UnsafeBufferPointer<UInt8>
  private let path: String

  /// The tree of the document in `bytes`, or `nil` where there is none.
  ///
  /// - Parameter path: what errors call the file.
  static func read(_ bytes: [UInt8], path: String) throws(FigureFileError) -> YAMLNode? {
    // Editors on Windows begin a file with a mark of its encoding.
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let result = bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(FigureFileError) in
        let text = UnsafeBufferPointer(rebasing: buffer[(hasMark ? 3 : 0)...])
        return try YAMLReader(text, path: path).document()
      }
    }
    return try result.get()
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, path: String) throws(FigureFileError) {
    self.path = path
    self.bytes = bytes
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    guard yaml_parser_initialize(parser) == 1 else {
      throw FigureFileError(path: path, .start, "there is no memory to read it")
    }
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    // Else a byte order mark could declare UTF-16, and places would count other units.
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  private func document() throws(FigureFileError) -> YAMLNode? {
    var document: YAMLNode?
    while true {
      let event = try next()
      switch event.kind {
      case .documentStart where document != nil:
        throw fault(at: event.place, "a second document begins here", "one file holds one figure")
      case .streamEnd: return document
      case .streamStart, .documentStart, .documentEnd: continue
      default: document = try node(event, depth: 0)
      }
    }
  }

  private func node(_ event: YAMLEvent, depth: Int) throws(FigureFileError) -> YAMLNode {
    guard depth < Self.depthLimit else {
      throw fault(
        at: event.place, "lists and mappings stand more than \(Self.depthLimit) deep here",
        "a figure file needs four")
    }
    switch event.kind {
    case .scalar(let text, let isPlain):
      return YAMLNode(
        content: .scalar(text, isPlain: isPlain), place: event.place, inset: event.inset)
    case .sequenceStart:
      var items: [YAMLNode] = []
      while let event = try item() { items.append(try node(event, depth: depth + 1)) }
      return YAMLNode(content: .sequence(items), place: event.place)
    default:
      return YAMLNode(content: .mapping(try members(depth: depth)), place: event.place)
    }
  }

  private func members(depth: Int) throws(FigureFileError) -> [YAMLMember] {
    var members: [YAMLMember] = []
    var lines: [String: Int] = [:]
    while let key = try item() {
      guard case .scalar(let name, _) = key.kind else {
        throw fault(at: key.place, "a name must be a text, not a list or a mapping", "")
      }
      if let line = lines.updateValue(key.place.line, forKey: name) {
        throw fault(
          at: key.place, "the key \(name.quoted) stands here a second time",
          "the first is in line \(line)")
      }
      let value = try next()
      members.append(
        YAMLMember(name: name, place: key.place, value: try node(value, depth: depth + 1)))
    }
    return members
  }

  /// The next event inside a list or a mapping, or `nil` at its end.
  private func item() throws(FigureFileError) -> YAMLEvent? {
    let event = try next()
    return event.kind == .end ? nil : event
  }

  private func next() throws(FigureFileError) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw syntaxFault() }
    defer { yaml_event_delete(&event) }
    let read = YAMLEvent(event)
    switch read.kind {
    case .alias:
      throw fault(
        at: read.place, "aliases (*name) are not read", YAMLEvent.remedy)
    case .anchored:
      throw fault(
        at: read.place, "anchors (&name) and tags (!name) are not read", YAMLEvent.remedy)
    default: return read
    }
  }

  private func syntaxFault() -> FigureFileError {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "the text is not YAML"
    if parser.pointee.error == YAML_READER_ERROR {
      let place = TextPlace(offset: Int(parser.pointee.problem_offset), in: bytes)
      return fault(at: place, "the text is not UTF-8: \(problem)", "")
    }
    let context = parser.pointee.context.map { String(cString: $0) + ": " } ?? ""
    let place = TextPlace(parser.pointee.problem_mark)
    guard !isIndentedByTab(place.line) else {
      return fault(
        at: place, "a tab stands at the start of this line",
        "YAML takes blanks alone there: two for each step")
    }
    return fault(
      at: place, "the text is not YAML: \(context)\(problem)",
      "an expression with : # | { [ & * ! or quotation marks stands between quotes: 'x: y'")
  }

  private func isIndentedByTab(_ number: Int) -> Bool {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.indices.contains(number - 1) else { return false }
    let blanks = lines[number - 1].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    return blanks.contains(UInt8(ascii: "\t"))
  }

  private func fault(
    at place: TextPlace, _ problem: String, _ hint: String
  ) -> FigureFileError {
    FigureFileError(path: path, place, problem, hint: hint)
  }
}
