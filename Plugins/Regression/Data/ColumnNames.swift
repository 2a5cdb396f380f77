import Plotting

/// The columns of a file under names that expressions can use.
///
/// A header that is no name of the language gets one: `height (cm)` is `height_cm`. One that the
/// language has taken, as `e` or `gamma`, gets an underscore behind it.
struct ColumnNames: Sendable {
  /// The names for expressions, in the order of the file; columns without a header have none.
  let names: [String]
  private let headers: [String: String]
  private let file: String

  init(of file: DataFile) {
    self.file = file.name
    var names: [String] = []
    var headers: [String: String] = [:]
    let plain = file.columns.filter { Language.isName($0) && !Language.isReserved($0) }
    for (place, header) in file.columns.enumerated() where !header.isEmpty {
      var name = plain.contains(header) ? header : Self.name(for: header)
      if name != header, plain.contains(name) || headers[name] != nil {
        name = "column_\(place + 1)"
      }
      guard headers[name] == nil else { continue }
      names.append(name)
      headers[name] = header
    }
    self.names = names
    self.headers = headers
  }

  /// The header of a column in the file.
  func header(of name: String) -> String { headers[name] ?? name }

  /// The name of a column that was given by its header or its name.
  ///
  /// - Throws: that there is no such column.
  func name(_ text: String, in file: DataFile) throws(FigureError) -> String {
    if let name = names.first(where: { headers[$0] == text }) { return name }
    if headers[text] != nil { return text }
    _ = try file.place(of: text)
    return text
  }

  /// Whether a text is a column.
  func contains(_ text: String) -> Bool {
    headers[text] != nil || names.contains { headers[$0] == text }
  }

  /// Letters, digits and single underscores, beginning with a letter.
  private static func name(for header: String) -> String {
    if Language.isReserved(header) { return header + "_" }
    var name = ""
    for character in header {
      if Language.isName("a" + String(character)), character != "_" {
        name.append(character)
      } else if !name.isEmpty, name.last != "_" {
        name.append("_")
      }
    }
    while name.last == "_" { name.removeLast() }
    if name.isEmpty || !Language.isName(name) { name = "column_" + name }
    return Language.isReserved(name) || name == "column_" ? name + "_" : name
  }
}
