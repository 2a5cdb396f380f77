/// A tag of an XML text, as ranges of its bytes.
struct SVGTag {
  /// The name, without the slash of a closing tag.
  var name: Range<Int>
  /// The attributes in order; values without their quotes.
  var attributes: [(name: Range<Int>, value: Range<Int>)] = []
  /// Whether it is like `</g>`.
  var isClosing: Bool
  /// Whether it is like `<g/>`.
  var isEmpty: Bool
  /// Where the text goes on.
  var end: Int

  /// The first tag at or after `start`, or `nil` where there is none that is whole.
  init?(in bytes: [UInt8], from start: Int) {
    guard var cursor = bytes[start...].firstIndex(of: UInt8(ascii: "<")) else { return nil }
    func skip(while condition: (UInt8) -> Bool) {
      while cursor < bytes.count, condition(bytes[cursor]) { cursor += 1 }
    }
    func endsWord(_ byte: UInt8) -> Bool {
      byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
        || byte == UInt8(ascii: "=")
    }
    cursor += 1
    isClosing = cursor < bytes.count && bytes[cursor] == UInt8(ascii: "/")
    if isClosing { cursor += 1 }
    let nameStart = cursor
    skip { !endsWord($0) }
    name = nameStart..<cursor
    isEmpty = false
    while true {
      skip { $0 <= 0x20 }
      guard cursor < bytes.count else { return nil }
      if bytes[cursor] == UInt8(ascii: ">") { break }
      let wordStart = cursor
      skip { !endsWord($0) }
      let word = wordStart..<cursor
      if word.isEmpty {
        isEmpty = bytes[cursor] == UInt8(ascii: "/")
        cursor += 1
        continue
      }
      // What Cairo writes has the form name="value"; a word alone ends the XML declaration.
      guard cursor + 1 < bytes.count else { return nil }
      guard bytes[cursor] == UInt8(ascii: "=") else { continue }
      let quote = bytes[cursor + 1]
      cursor += 2
      let valueStart = cursor
      skip { $0 != quote }
      guard cursor < bytes.count else { return nil }
      attributes.append((word, valueStart..<cursor))
      cursor += 1
    }
    end = cursor + 1
  }
}
