import Plotting

/// The links of a page to the figures before and after it.
///
/// They are known when all figures are made, and change when another one comes or goes. So a page
/// is made with a place for them, and what is in that place is no part of its fingerprint.
struct NeighbourLinks {
  let previous: GalleryCard?
  let next: GalleryCard?

  private static let opening = "<!--others-->"
  private static let closing = "<!--/others-->"
  /// The place in a page that is made.
  static let place = opening + closing

  /// The links.
  var html: String {
    let links = [
      previous.map { Self.link(to: $0, rank: "prev", before: "← ", after: "") },
      next.map { Self.link(to: $0, rank: "next", before: "", after: " →") },
    ].compactMap(\.self)
    guard !links.isEmpty else { return "" }
    return "\n<nav class=\"others\" aria-label=\"Other figures\">\n\(links.joined())</nav>\n"
  }

  private static func link(
    to card: GalleryCard, rank: String, before: String, after: String
  ) -> String {
    """
    <a rel="\(rank)" href="../\(card.name.percentEncoded)/\(PictureName.page)">\
    \(before)<span>\(card.stamp.title.html)</span>\(after)</a>

    """
  }

  /// A page with other links in their place; without any, what its fingerprint is taken of.
  static func page(_ page: [UInt8], with links: String = "") -> [UInt8] {
    let opening = Array(opening.utf8)
    let closing = Array(closing.utf8)
    guard let start = page.firstRange(of: opening)?.upperBound,
      let end = page[start...].firstRange(of: closing)?.lowerBound
    else { return page }
    return page[..<start] + Array(links.utf8) + page[end...]
  }
}
