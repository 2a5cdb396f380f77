import Geometry

/// A level curve as the chain of its arcs, from root to root.
struct ArcChain: Sendable {
  /// An arc with the direction in which the chain runs through it.
  struct Link: Sendable {
    let arc: Arc
    let isForward: Bool

    var start: Int { isForward ? arc.start : arc.end }
    var end: Int { isForward ? arc.end : arc.start }
  }

  let level: Int
  let links: [Link]
  let isClosed: Bool

  var start: Int { links[0].start }
  var end: Int { links[links.count - 1].end }

  /// Joins arcs that share a root into chains: open ones from their ends, then the closed ones.
  static func chains(of arcs: [Arc], rootCount: Int) -> [ArcChain] {
    var meeting = Array(repeating: (-1, -1), count: rootCount)
    for (index, arc) in arcs.enumerated() {
      for root in [arc.start, arc.end] {
        if meeting[root].0 < 0 { meeting[root].0 = index } else { meeting[root].1 = index }
      }
    }
    var isUsed = Array(repeating: false, count: arcs.count)
    var chains: [ArcChain] = []
    func follow(from root: Int, along first: Int) {
      var links: [Link] = []
      var here = root
      var index = first
      while index >= 0 && !isUsed[index] {
        isUsed[index] = true
        let link = Link(arc: arcs[index], isForward: arcs[index].start == here)
        links.append(link)
        here = link.end
        index = meeting[here].0 == index ? meeting[here].1 : meeting[here].0
      }
      chains.append(ArcChain(level: arcs[first].level, links: links, isClosed: here == root))
    }
    for (index, arc) in arcs.enumerated() where !isUsed[index] {
      if meeting[arc.start].1 < 0 {
        follow(from: arc.start, along: index)
      } else if meeting[arc.end].1 < 0 {
        follow(from: arc.end, along: index)
      }
    }
    for (index, arc) in arcs.enumerated() where !isUsed[index] {
      follow(from: arc.start, along: index)
    }
    return chains
  }

  /// The chain without its first links, with others in their place.
  func replacingStart(_ count: Int, by first: [Link]) -> ArcChain {
    ArcChain(level: level, links: first + links.dropFirst(count), isClosed: false)
  }

  /// The same chain the other way round.
  var reversed: ArcChain {
    ArcChain(
      level: level, links: links.reversed().map { Link(arc: $0.arc, isForward: !$0.isForward) },
      isClosed: isClosed)
  }
}
