/// A file of plain numbers: separated by commas, blanks or lines, or the list of that name in JSON.
///
///     let weights = try NumberFile.numbers(in: "weights.csv", member: "parameters")
///
/// Lines that begin with `#` are comments; so is a first line of words. A file that begins with `{`
/// is JSON: the last list called `member` in it counts, as in the results of a figure.
public enum NumberFile {
  /// The longest file that is read, in bytes.
  private static let limit = 64_000_000

  /// The numbers of the file at `path`; `-` is standard input.
  ///
  /// - Throws: that the file cannot be read, or what in it is no number.
  public static func numbers(in path: String, member: String) throws(FigureError) -> [Double] {
    let source = try ByteSource(path: path)
    var bytes: [UInt8] = []
    while let byte = try source.next() {
      guard bytes.count < limit else {
        throw .input("\(path) is longer than 64 MB", hint: "give a file of numbers")
      }
      bytes.append(byte)
    }
    return try numbers(of: String(decoding: bytes, as: UTF8.self), name: path, member: member)
  }

  /// The numbers of a text, called `name` in messages.
  static func numbers(
    of text: String, name: String, member: String
  ) throws(FigureError) -> [Double] {
    let first = text.first { !$0.isWhitespace }
    guard first == "{" else { return try plain(text, name: name) }
    // The quotes and the colon tell a member from a word in a text.
    let pieces = text.split(separator: "\"\(member)\": [", omittingEmptySubsequences: false)
    let tight = text.split(separator: "\"\(member)\":[", omittingEmptySubsequences: false)
    guard let list = (pieces.count > 1 ? pieces : tight.count > 1 ? tight : []).last else {
      throw .input(
        "\(name) has no list called \"\(member)\"", hint: "for example: {\"\(member)\": [0.5, -1]}")
    }
    return try plain(String(list.prefix { $0 != "]" }), name: name)
  }

  private static func plain(_ text: String, name: String) throws(FigureError) -> [Double] {
    var numbers: [Double] = []
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      guard line.first(where: { !$0.isWhitespace }) != "#" else { continue }
      for word in line.split(whereSeparator: { $0 == "," || $0 == ";" || $0.isWhitespace }) {
        if let value = Double(word), value.isFinite {
          numbers.append(value)
        } else if number > 0 || !numbers.isEmpty {
          throw .input(
            "\(name), line \(number + 1): \(String(word).quoted) is not a number",
            hint: "separate numbers by commas or lines")
        }
      }
    }
    return numbers
  }
}
