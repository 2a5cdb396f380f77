import Plotting

/// The files of a figure as links that say what they are and how large.
struct FigureDownloads {
  let files: [(name: String, bytes: [UInt8])]
  /// What a file is called when it is saved.
  let name: String

  private static let labels = [
    PictureName.light: "SVG", PictureName.dark: "SVG for dark paper", PictureName.pixels: "PNG",
    PictureName.document: "PDF", PictureName.results: "JSON",
  ]

  /// The line.
  var html: String {
    let links = files.filter { $0.name != PictureName.page }.map { file in
      let label = Self.labels[file.name] ?? file.name
      let end = FileFormat(ofPath: file.name).map { "." + $0.rawValue } ?? ""
      let suffix = file.name == PictureName.dark ? "-dark" : ""
      let saved = Self.labels[file.name] == nil ? file.name : name + suffix + end
      return """
        <li><a href="\(file.name.percentEncoded)" download="\(saved.html)">\(label.html)</a> \
        \(Self.size(file.bytes.count))</li>

        """
    }
    return "<ul class=\"files\" aria-label=\"Files\">\n\(links.joined())</ul>\n"
  }

  /// A number of bytes: `12 kB`.
  private static func size(_ count: Int) -> String {
    count < 1000
      ? "\(count) B" : count < 1_000_000 ? "\((count + 500) / 1000) kB" : "\(count / 1_000_000) MB"
  }
}
