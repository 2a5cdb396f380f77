import Plotting

/// A figure on the contact sheet.
struct GalleryCard {
  let name: String
  let file: FigureFile
  let stamp: GalleryStamp

  /// The folder of the figure as seen from the index.
  var folder: String { "figures/\(name.percentEncoded)/" }

  /// The card as HTML.
  var html: String {
    let picture = SitePicture(folder: folder, stamp: stamp)
    let image = picture.exists ? picture.html(isLazy: true) : ""
    let caption = file.caption.map { "<span class=\"caption\">\($0.withPlainFormulas.html)</span>" }
    return """
      <li><a href="\(folder)\(PictureName.page)">\(image)<span class="words">\
      <span class="name">\(stamp.title.html)</span>\(caption ?? "")</span></a></li>

      """
  }
}

/// The contact sheet of a site: all figures, topic by topic.
struct IndexPage {
  let settings: GallerySettings
  let sheet: ContactSheet

  /// The page as a file.
  var html: String {
    var content = "<div class=\"head\">\n<div>\n<h1>\(settings.title.html)</h1>\n"
    let paragraphs = settings.introduction.map(Self.paragraphs) ?? []
    for text in paragraphs { content += "<p>\(text.withPlainFormulas.html)</p>\n" }
    content += command + contents + "</div>\n" + cover + "</div>\n"
    for (index, topic) in sheet.topics.enumerated() {
      content += "<section aria-labelledby=\"topic-\(index)\">\n"
      content += "<h2 id=\"topic-\(index)\">\(topic.name.html)</h2>\n<ul class=\"sheet\">\n"
      content += topic.cards.map(\.html).joined() + "</ul>\n</section>\n"
    }
    return SitePage(
      title: settings.title, site: settings.title,
      description: paragraphs.first ?? "\(sheet.cards.count) figures made by mvplot.", root: "",
      content: content
    ).html
  }

  /// Links to the topics, with the number of figures of each.
  private var contents: String {
    guard sheet.topics.count > 1 else { return "" }
    let links = sheet.topics.enumerated().map { index, topic in
      "<li><a href=\"#topic-\(index)\">\(topic.name.html)</a> \(topic.cards.count)</li>\n"
    }
    return "<ul class=\"topics\">\n\(links.joined())</ul>\n"
  }

  private var coverCard: GalleryCard? { sheet.cards.first { $0.name == settings.cover?.name } }

  /// The picture beside the words.
  private var cover: String {
    guard let card = coverCard else { return "" }
    let picture = SitePicture(folder: card.folder, stamp: card.stamp)
    guard picture.exists else { return "" }
    return """
      <a class="cover" href="\(card.folder)\(PictureName.page)">\(picture.html(isLazy: false))</a>

      """
  }

  /// The command that makes it.
  private var command: String {
    guard let card = coverCard else { return "" }
    func line<Kind: Figure>(_ kind: Kind.Type) -> String {
      CommandSource<Kind>(file: card.file).line
    }
    return "<p>One line makes this picture:</p>\n"
      + line(card.file.kind).code(called: "The command of the picture")
  }

  /// The parts of a text between empty lines.
  private static func paragraphs(_ text: String) -> [String] {
    var parts = [""]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) {
        parts.append("")
      } else {
        parts[parts.count - 1] += (parts[parts.count - 1].isEmpty ? "" : "\n") + line
      }
    }
    return parts.filter { !$0.isEmpty }
  }
}
