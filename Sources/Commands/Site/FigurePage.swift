import Plotting

/// The page of a figure in a site: picture, caption, results, command, figure file, Swift.
struct FigurePage {
  /// The title in the head and above the picture.
  let title: String
  /// The extent of the picture in pixels of the page.
  let width: Int
  let height: Int
  /// The page as a file.
  let html: String

  init<Kind: Figure>(
    _ file: FigureFile, _ request: FigureRequest<Kind>, _ report: FigureReport,
    _ pictures: GalleryPictures, topic: String
  ) {
    let scene = report.composition.scene
    let title = (scene.map { $0.plainTitle ?? $0.title } ?? Kind.name).withPlainFormulas
      .printedFormula
    let canvas = request.setting.canvas
    let perUnit = canvas.unit == .pixel ? 1 : 96.0 / 72
    self.title = title
    width = Int((canvas.width * canvas.scale * perUnit).rounded())
    height = Int((canvas.height * canvas.scale * perUnit).rounded())
    var stamp = GalleryStamp()
    stamp.alternative = report.composition.description
    stamp.files = pictures.files.map { ($0.name, "") }
    (stamp.width, stamp.height) = (width, height)
    var content = NeighbourLinks.place + "\n"
    if !topic.isEmpty { content += "<p class=\"soft\">\(topic.html)</p>\n" }
    content += "<h1>\(title.html)</h1>\n"
    content += Self.picture(file, SitePicture(folder: "", stamp: stamp))
    content += FigureDownloads(files: pictures.files, name: file.path.stem).html
    let command = CommandSource<Kind>(file: file).line
    content += "<h2>The command</h2>\n" + command.code(called: "The command")
    content += "<div class=\"halves\">\n<div>\n"
    content += "<h2>In words</h2>\n<p>\(report.composition.description.html)</p>\n"
    content += Self.results(report)
    content += FigureAccuracy(report.composition, request.setting).html
    content += "</div>\n<div>\n"
    content += Self.sources(file, request, hasPicture: scene != nil)
    content += "</div>\n</div>\n"
    html =
      SitePage(
        title: title, site: file.settings.title,
        description: (file.caption ?? report.composition.description).withPlainFormulas,
        root: "../../", content: content
      ).html
  }

  private static func picture(_ file: FigureFile, _ picture: SitePicture) -> String {
    var text = "<figure>\n"
    if picture.exists { text += picture.html(isLazy: false) + "\n" }
    if let caption = file.caption {
      text += "<figcaption>\(caption.withPlainFormulas.html)</figcaption>\n"
    }
    return text + "</figure>\n"
  }

  private static func results(_ report: FigureReport) -> String {
    let tables = ResultTables(report.composition.results).html
    return tables.isEmpty ? "" : "<h2>Results</h2>\n" + tables
  }

  /// The other ways to make the figure.
  private static func sources<Kind: Figure>(
    _ file: FigureFile, _ request: FigureRequest<Kind>, hasPicture: Bool
  ) -> String {
    let parts = [
      ("The figure file", String(decoding: file.source, as: UTF8.self)),
      ("In Swift", SwiftSource(file: file, request: request, hasPicture: hasPicture).text),
    ]
    return parts.map { name, text in "<h2>\(name)</h2>\n" + text.code(called: name) }.joined()
      + references(file)
  }

  /// Where the options of the figure are listed, or of the figures of its panels.
  private static func references(_ file: FigureFile) -> String {
    var names: [String] = []
    for figure in file.panels.isEmpty ? [file] : file.panels
    where !names.contains(figure.kind.name) { names.append(figure.kind.name) }
    let links = names.map { name in
      "<a href=\"../../reference.html#\(name)\">All options of <code>\(name)</code></a>"
    }
    return "<p>\(links.joined(separator: " · "))</p>\n"
  }
}
