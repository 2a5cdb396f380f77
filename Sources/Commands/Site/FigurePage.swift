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
    _ pictures: GalleryPictures
  ) {
    let scene = report.composition.scene
    let title = (scene.map { $0.plainTitle ?? $0.title } ?? Kind.name).withoutDollars
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
    var content = "<h1>\(title.html)</h1>\n"
    content += Self.picture(file, SitePicture(folder: "", stamp: stamp), pictures)
    content += "<h2>In words</h2>\n<p>\(report.composition.description.html)</p>\n"
    content += Self.results(report)
    let command = CommandSource<Kind>(file: file).line
    content += "<h2>The command</h2>\n" + command.code(called: "The command")
    content += "<h2>The figure file</h2>\n"
    content += String(decoding: file.source, as: UTF8.self).code(called: "The figure file")
    let swift = SwiftSource(file: file, request: request, hasPicture: scene != nil).text
    content += "<h2>In Swift</h2>\n" + swift.code(called: "In Swift")
    content += Self.references(file)
    html =
      SitePage(
        title: title, description: file.caption ?? report.composition.description,
        root: "../../", content: content
      ).html
  }

  private static func picture(
    _ file: FigureFile, _ picture: SitePicture, _ pictures: GalleryPictures
  ) -> String {
    var text = "<figure>\n"
    if picture.exists { text += picture.html(isLazy: false) + "\n" }
    if let caption = file.caption {
      text += "<figcaption>\(caption.withoutDollars.html)</figcaption>\n"
    }
    let links = pictures.files.map(\.name).filter { $0 != PictureName.page }.map { name in
      "<a href=\"\(name.percentEncoded)\">\(name.html)</a>"
    }
    return text + "</figure>\n<p class=\"soft\">Files: \(links.joined(separator: ", "))</p>\n"
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

  private static func results(_ report: FigureReport) -> String {
    let tables = ResultTables(report.composition.results).html
    return tables.isEmpty ? "" : "<h2>Results</h2>\n" + tables
  }
}

extension String {
  /// The text as a part of an address.
  var percentEncoded: String {
    var text = ""
    for byte in utf8 {
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        byte < 0x80 && (Character(scalar).isLetter || Character(scalar).isNumber)
        || "-_.~".unicodeScalars.contains(scalar)
      if isPlain {
        text.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return text
  }
}
