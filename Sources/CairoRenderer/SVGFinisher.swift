/// Finishes what Cairo wrote as SVG, in one pass over its bytes.
///
/// The root gets title, description and role; identifiers become stable (Cairo counts surfaces of
/// the whole process) and unlike those of other pictures, so that several can stand in one web
/// page; coordinates are rounded to a hundredth; what is the default anyway is left out.
struct SVGFinisher {
  /// What is written so far.
  var output: [UInt8] = []
  private let input: [UInt8]
  /// The numbers that identifiers of Cairo got, in the order in which they were met.
  private var numbers: [ArraySlice<UInt8>: Int] = [:]
  /// Where the mark of this picture has to be filled in.
  private var marks: [Int] = []
  /// The identifiers that something refers to.
  private let references: Set<ArraySlice<UInt8>>
  /// The identifier of the symbol we are in, which goes to its path.
  private var symbol: Range<Int>?
  private var isInClip = false

  private init(_ input: [UInt8]) {
    self.input = input
    references = Self.references(in: input)
    output.reserveCapacity(input.count)
  }

  /// The finished text.
  static func finish(_ input: [UInt8], root: SVGRoot) -> [UInt8] {
    var finisher = SVGFinisher(input)
    finisher.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    var position = 0
    while let tag = SVGTag(in: input, from: position) {
      finisher.rewrite(tag, root)
      position = tag.end
    }
    finisher.fillMarks()
    return finisher.output
  }

  private mutating func rewrite(_ tag: SVGTag, _ root: SVGRoot) {
    let name = text(tag.name)
    switch name {
    case "?xml", "": return
    case "svg" where !tag.isClosing: return append(root)
    case "symbol":
      symbol = tag.attributes.first { text($0.name) == "id" }?.value
      return
    case _ where !isReferred(symbol): return
    case "clipPath": isInClip = !tag.isClosing
    default: break
    }
    append(tag.isClosing ? "</" : "<")
    append(name)
    if name == "path", isInClip { append(#" clip-rule="evenodd""#) }
    if name == "path", let symbol { appendAttribute("id", symbol) }
    for attribute in tag.attributes { appendAttribute(text(attribute.name), attribute.value) }
    append(tag.isEmpty ? "/>\n" : ">\n")
  }

  /// Whether a symbol is used: Cairo writes the box for missing glyphs of each font in any case.
  private func isReferred(_ symbol: Range<Int>?) -> Bool {
    symbol.map { references.contains(input[$0]) } ?? true
  }

  /// What stands between a number sign and the end of the reference.
  private static func references(in input: [UInt8]) -> Set<ArraySlice<UInt8>> {
    var names: Set<ArraySlice<UInt8>> = []
    var rest = input[...]
    while let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
      rest = rest[(hash + 1)...]
      let name = rest.prefix { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: ")") }
      names.insert(name)
      rest = rest[name.endIndex...]
    }
    return names
  }

  /// Writes one attribute; the declarations of `style` become attributes of their own.
  private mutating func appendAttribute(_ name: String, _ value: Range<Int>) {
    guard name == "style" else { return appendProperty(name, value) }
    for declaration in input[value].split(separator: UInt8(ascii: ";")) {
      guard let colon = declaration.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let name = declaration[..<colon].drop { $0 == 0x20 }
      let value = declaration[(colon + 1)...].drop { $0 == 0x20 }
      appendProperty(text(name.indices), value.indices)
    }
  }

  private mutating func appendProperty(_ name: String, _ value: Range<Int>) {
    if isDefault(name, value) { return }
    append(" " + name + "=\"")
    switch name {
    case "id": appendIdentifier(of: value)
    case "d": appendPath(value, of: input)
    case "x", "y", "width", "height": appendNumbers(value, to: .hundredths)
    case "stroke-width", "stroke-dasharray", "stroke-dashoffset", "stroke-miterlimit",
      "fill-opacity", "stroke-opacity":
      appendNumbers(value, to: .thousandths)
    case "fill", "stroke": appendPaint(value)
    default: appendReference(value)
    }
    append("\"")
  }

  /// Whether leaving a property out changes nothing.
  ///
  /// Cairo 1.16 puts `clip-rule` where it has no effect; the right place got it already.
  private func isDefault(_ name: String, _ value: Range<Int>) -> Bool {
    switch name {
    case "clip-rule", "overflow": true
    case "id": input[value].starts(with: Array("surface".utf8))
    case "x", "y", "stroke-dashoffset": text(value) == "0"
    case "stroke": text(value) == "none"
    case "stroke-opacity", "fill-opacity": text(value) == "1"
    case "stroke-linecap": text(value) == "butt"
    case "stroke-linejoin": text(value) == "miter"
    case "fill-rule": text(value) == "nonzero"
    default: false
    }
  }
}

// MARK: Values

extension SVGFinisher {
  private mutating func appendNumbers(_ value: Range<Int>, to precision: SVGNumber.Precision) {
    var position = value.lowerBound
    var isFirst = true
    while position < value.upperBound {
      guard
        let number = SVGNumber(
          reading: input, at: &position, before: value.upperBound, to: precision)
      else {
        position += 1
        continue
      }
      if !isFirst { append(" ") }
      append(number)
      isFirst = false
    }
  }

  /// Writes `rgb(10%, 20%, 90%)` in hexadecimal, and anything else as it is.
  private mutating func appendPaint(_ value: Range<Int>) {
    guard input[value].starts(with: Array("rgb(".utf8)) else { return appendReference(value) }
    var position = value.lowerBound + 4
    var bytes: [UInt8] = []
    while position < value.upperBound {
      if let percent = SVGNumber(
        reading: input, at: &position, before: value.upperBound, to: .millionths)
      {
        let level = (percent.value * 255 + 50_000_000) / 100_000_000
        bytes.append(UInt8(clamping: level))
      } else {
        position += 1
      }
    }
    append("#")
    let isShort = bytes.allSatisfy { $0 >> 4 == $0 & 0xF }
    for byte in bytes {
      if !isShort { append(String(byte >> 4, radix: 16)) }
      append(String(byte & 0xF, radix: 16))
    }
  }

  /// Writes `#name` or `url(#name)` with the new identifier, and anything else as it is.
  private mutating func appendReference(_ value: Range<Int>) {
    guard let hash = input[value].firstIndex(of: UInt8(ascii: "#")) else {
      output += input[value]
      return
    }
    let rest = input[(hash + 1)..<value.upperBound]
    let end = rest.firstIndex(of: UInt8(ascii: ")")) ?? value.upperBound
    output += input[value.lowerBound...hash]
    appendIdentifier(of: (hash + 1)..<end)
    output += input[end..<value.upperBound]
  }

  private mutating func appendIdentifier(of name: Range<Int>) {
    let number = numbers[input[name]] ?? numbers.count
    numbers[input[name]] = number
    appendIdentifier(String(number))
  }

  /// Writes an identifier: the mark of this picture, not known before the end, and `name`.
  mutating func appendIdentifier(_ name: String) {
    marks.append(output.count)
    append("xxxxx-" + name)
  }

  /// Replaces the marks by a hash (FNV-1a, 64 bits) of everything written: a letter, then letters
  /// and digits.
  private mutating func fillMarks() {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in output { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)
    var mark = [alphabet[Int(hash % 26)]]
    for _ in 1..<5 {
      hash /= 36
      mark.append(alphabet[Int(hash % 36)])
    }
    for start in marks { output.replaceSubrange(start..<(start + mark.count), with: mark) }
  }

  mutating func append(_ text: String) { output += text.utf8 }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: input[range], as: UTF8.self)
  }
}
