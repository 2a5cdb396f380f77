import Plotting

/// Finds out which columns are x and y where that is left out.
struct ColumnFinder {
  let names: ColumnNames
  let file: DataFile
  let table: DataTable
  /// Columns with a role already: errors.
  var taken: [String] = []

  /// The response as an expression of columns, and the column that the model calls x.
  struct Roles {
    let y: String
    let x: String?
    /// The only column besides y, for a model that reads none.
    let spare: String?
  }

  /// The roles of the columns.
  ///
  /// A column called y is y, one called x is x, and what is left alone is what is missing; of two
  /// columns the first is x.
  func roles(_ request: FitRequest) throws(FigureError) -> Roles {
    let x = try request.x.map { text throws(FigureError) in try names.name(text, in: file) }
    let mentioned = words(of: request.model ?? "")
    let wantsX = request.model == nil || mentioned.contains("x")
    let y = try response(request, x: x, mentioned: mentioned)
    let inResponse = names.contains(y) ? [y] : words(of: y)
    let others = candidates.filter { !inResponse.contains($0) }
    let spare = others.contains("x") ? "x" : others.count == 1 ? others[0] : nil
    if x != nil || names.contains("x") || !wantsX { return Roles(y: y, x: x, spare: spare) }
    // A model may call a parameter x where it reads columns by their names.
    if request.model != nil, mentioned.contains(where: { others.contains($0) }) {
      return Roles(y: y, x: nil, spare: spare)
    }
    guard let spare else {
      throw .input(
        others.isEmpty
          ? "\(file.name) has no column of numbers besides \(inResponse.joined(separator: ", "))"
          : "\(file.name): which column is x: \(others.enumeration)?",
        hint: others.isEmpty ? "a line wants an x and a y" : "say --x \(others[0].shellQuoted)")
    }
    return Roles(y: y, x: spare, spare: spare)
  }

  private func response(
    _ request: FitRequest, x: String?, mentioned: [String]
  ) throws(FigureError) -> String {
    if let text = request.y {
      if names.contains(text) { return try names.name(text, in: file) }
      if Language.isName(text), !Language.isReserved(text) {
        return try names.name(text, in: file)
      }
      return text
    }
    if names.contains("y") { return "y" }
    var open = candidates.filter { $0 != x && $0 != "x" }
    let unread = open.filter { !mentioned.contains($0) }
    if !unread.isEmpty { open = unread }
    if open.count == 2, x == nil, !names.contains("x"), unread.count == candidates.count {
      return open[1]
    }
    guard open.count == 1 else {
      throw .input(
        open.isEmpty
          ? "\(file.name) has no column of numbers left for y"
          : "\(file.name): which column is y: \(open.enumeration)?",
        hint: open.isEmpty
          ? "its columns are \(file.listing)" : "say --y \(open[open.count - 1].shellQuoted)")
    }
    return open[0]
  }

  /// The columns with numbers that have no role yet.
  private var candidates: [String] {
    names.names.filter { name in
      !taken.contains(name)
        && table[names.header(of: name)]?.contains { !$0.isNaN } == true
    }
  }

  /// The names in a formula, whatever they stand for.
  private func words(of formula: String) -> [String] {
    formula.split { !Language.isName("a" + String($0)) }.map { word in
      String(word.drop { $0.isNumber })
    }.filter { !$0.isEmpty }
  }
}

extension String {
  /// The text as a word of a command line.
  var shellQuoted: String {
    allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } && !isEmpty ? self : "'\(self)'"
  }
}
