import Plotting

/// Where a result goes and in which format.
struct Destination: Hashable {
  /// The path, or `-` for standard output.
  let path: String
  /// The format.
  let format: FileFormat

  /// Whether it is the stream for results, where no paths are printed then.
  var isStandardOutput: Bool { ["-", "/dev/stdout", "/dev/fd/1"].contains(path) }

  /// The destinations of `paths`, formats by their ends or else `format`; `standard` for no path.
  static func all(
    _ paths: [String], format: FileFormat?, standard: String
  ) throws(UsageError) -> [Destination] {
    guard !paths.isEmpty else {
      let format = format ?? .png
      return [Destination(path: "\(standard).\(format.rawValue)", format: format)]
    }
    var destinations: [Destination] = []
    for path in paths {
      let destination = try Destination(path, format: format, isOnly: paths.count == 1)
      if !destinations.contains(where: { $0.path == path }) { destinations.append(destination) }
    }
    return destinations
  }

  private init(_ path: String, format: FileFormat?, isOnly: Bool) throws(UsageError) {
    let known = path == "-" ? nil : FileFormat(ofPath: path)
    // Beside other outputs, --format may be meant for those whose path says nothing.
    if isOnly, let known, let format, known != format {
      throw .contradiction(
        "-o \(path.quoted) ends in .\(known.rawValue), but --format says \(format.rawValue)",
        hint: "leave out --format, or let the path end in .\(format.rawValue)")
    }
    guard let format = known ?? format else {
      throw path == "-"
        ? .contradiction(
          "-o - writes to standard output and needs a format",
          hint: "add --format \(FileFormat.choices.enumeration)")
        : .badValue(option: "-o", value: path, wanted: Self.wanted)
    }
    self.path = path
    self.format = format
  }

  /// What would have worked as a path.
  static var wanted: String {
    "a path that ends in \(FileFormat.choices.map { "." + $0 }.enumeration)"
  }
}

extension Destination {
  /// The path of one file of a numbered series: `contour-2.png`.
  func numbered(_ number: Int) -> Destination {
    let end = path.count - (FileFormat(ofPath: path) == nil ? 0 : format.rawValue.count + 1)
    let path = "\(path.prefix(end))-\(number)\(path.dropFirst(end))"
    return Destination(path: path, format: format)
  }

  /// The destination at a path in a format that is known.
  init(path: String, format: FileFormat) {
    self.path = path
    self.format = format
  }
}
