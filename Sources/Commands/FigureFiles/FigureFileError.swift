import Plotting

/// What is wrong with a figure file, and where.
struct FigureFileError: Error, Hashable {
  /// The file, as messages call it.
  let path: String
  let place: TextPlace
  /// What is wrong, what would work: without the place.
  let details: [String]
  /// The exit code, as in sysexits.h: 66 where a file that it names cannot be read.
  let exitCode: Int32

  init(path: String, _ place: TextPlace, details: [String], exitCode: Int32 = 65) {
    self.path = path
    self.place = place
    self.details = details
    self.exitCode = exitCode
  }

  init(path: String, _ place: TextPlace, _ problem: String, hint: String = "") {
    self.init(path: path, place, details: hint.isEmpty ? [problem] : [problem, hint])
  }

  /// The error as a compiler would write it, so that editors jump to the place.
  var lines: [String] {
    let head = "\(path):\(place.line):\(place.column): \(details.first ?? "")"
    return [head] + details.dropFirst()
  }
}

/// Where a figure file gives a parameter.
struct FigureFileOrigin: Hashable, Sendable {
  /// The file, as messages call it.
  let path: String
  /// The key as it stands in the file.
  let key: String
  /// Where each of the texts stands.
  let places: [TextPlace]
  /// How many columns after its place each of the texts begins, where its columns are the file's.
  let insets: [Int?]

  /// The place of the first text.
  var place: TextPlace { places.first ?? .start }

  /// The place of one of `texts`.
  func place(of text: String, in texts: [String]) -> TextPlace {
    texts.firstIndex(of: text).flatMap { places.indices.contains($0) ? places[$0] : nil } ?? place
  }

  /// The place of a character of one of `texts`.
  func place(of text: String, in texts: [String], character: Int) -> TextPlace {
    var place = place(of: text, in: texts)
    if let index = texts.firstIndex(of: text), insets.indices.contains(index),
      let inset = insets[index]
    {
      place.column += inset + character
    }
    return place
  }

  /// A value of the wrong kind in terms of the file.
  func error(_ problem: UsageError, _ texts: [String]) -> FigureFileError {
    guard case .badValue(_, let value, let wanted) = problem else {
      return FigureFileError(path: path, place, details: problem.lines)
    }
    return FigureFileError(
      path: path, place(of: value, in: texts), "\(key) wants \(wanted), not \(value.quoted)")
  }
}
