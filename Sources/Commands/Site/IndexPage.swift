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
    let caption = file.caption.map { "<span class=\"caption\">\($0.withoutDollars.html)</span>" }
    return """
      <li><a href="\(folder)\(PictureName.page)">\(image)<span class="words">\
      <span class="name">\(stamp.title.html)</span>\(caption ?? "")</span></a></li>

      """
  }
}

/// The contact sheet of a site: all figures, topic by topic.
struct IndexPage {
  let settings: GallerySettings
  let catalogue: Catalogue
  let cards: [GalleryCard]

  /// The page as a file.
  var html: String {
    var content = "<h1>\(settings.title.html)</h1>\n"
    if let words = settings.introduction { content += "<p>\(words.html)</p>\n" }
    if topics.count > 1 {
      let links = topics.enumerated().map { index, topic in
        "<li><a href=\"#topic-\(index)\">\(topic.name.html)</a> \(topic.cards.count)</li>\n"
      }
      content += "<ul class=\"topics\">\n\(links.joined())</ul>\n"
    }
    for (index, topic) in topics.enumerated() {
      content += "<section aria-labelledby=\"topic-\(index)\">\n"
      content += "<h2 id=\"topic-\(index)\">\(topic.name.html)</h2>\n<ul class=\"sheet\">\n"
      content += topic.cards.map(\.html).joined() + "</ul>\n</section>\n"
    }
    return SitePage(
      title: settings.title,
      description: settings.introduction ?? "\(cards.count) figures made by mvplot.", root: "",
      content: content
    ).html
  }

  /// The headings in the order of the tool's topics, then those of the figure files.
  private var topics: [(name: String, cards: [GalleryCard])] {
    var names = catalogue.topics.map { $0.title }
    for card in cards where !names.contains(heading(of: card)) { names.append(heading(of: card)) }
    return names.map { name in (name, cards.filter { heading(of: $0) == name }) }
      .filter { !$0.cards.isEmpty }
  }

  private func heading(of card: GalleryCard) -> String {
    card.file.topic
      ?? catalogue.topics.first { topic in
        topic.figures.contains { $0.name == (card.file.panels.first ?? card.file).kind.name }
      }?.title ?? ""
  }
}
