import Plotting

/// The figures of a gallery in the order of its pages: topic by topic.
struct ContactSheet {
  /// The headings with their figures; none is empty.
  let topics: [(name: String, cards: [GalleryCard])]

  /// Sorts figures by topic: the tool's own in their order, then those of the figure files.
  init(_ cards: [GalleryCard], in catalogue: Catalogue) {
    var names = catalogue.topics.map { $0.title }
    for card in cards {
      let name = card.topic(in: catalogue)
      if !names.contains(name) { names.append(name) }
    }
    topics = names.map { name in (name, cards.filter { $0.topic(in: catalogue) == name }) }
      .filter { !$0.cards.isEmpty }
  }

  /// The figures in the order of the sheet.
  var cards: [GalleryCard] { topics.flatMap(\.cards) }

  /// The pages of the figures with the links to those before and after.
  func pages(inSite site: String) -> [(name: String, bytes: [UInt8])] {
    let cards = cards
    return cards.indices.compactMap { index in
      let name = "figures/\(cards[index].name)/\(PictureName.page)"
      guard let page = try? FileReader.bytes(of: "\(site)/\(name)", limit: 1 << 28) else {
        return nil
      }
      let links = NeighbourLinks(
        previous: index > 0 ? cards[index - 1] : nil,
        next: index + 1 < cards.count ? cards[index + 1] : nil)
      return (name, NeighbourLinks.page(page, with: links.html))
    }
  }
}

extension GalleryCard {
  /// The heading under which the figure stands.
  func topic(in catalogue: Catalogue) -> String { file.heading(in: catalogue) }
}

extension FigureFile {
  /// The heading under which a gallery shows the figure: its own, or the topic of what it draws.
  func heading(in catalogue: Catalogue) -> String {
    topic
      ?? catalogue.topics.first { topic in
        topic.figures.contains { $0.name == (panels.first ?? self).kind.name }
      }?.title ?? ""
  }
}
