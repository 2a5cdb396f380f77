/// The places that arrivals share.
struct BasinEnds {
  private struct Cell: Hashable { let x: Int, y: Int }

  /// The places in the order in which they were met.
  private(set) var places: [PlanePoint] = []
  /// For each arrival the number of its place; −1 for those that are not finite.
  private(set) var labels: [Int] = []
  private var counts: [Int] = []
  private var cells: [Cell: [Int]] = [:]
  /// The places met last, the latest first: a neighbour mostly ends where its neighbour did.
  private var recent: [Int] = []

  private static let mostRecent = 4

  /// Arrivals within `reach` of the first of them are one place.
  init(_ arrivals: [PlanePoint], within reach: Double) {
    labels.reserveCapacity(arrivals.count)
    for p in arrivals { labels.append(place(of: p, reach)) }
  }

  /// The numbers of the places with the most arrivals, `count` at most.
  func frequent(_ count: Int) -> [Int] {
    let order = places.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }
    return Array(order.prefix(count))
  }

  private mutating func place(of p: PlanePoint, _ reach: Double) -> Int {
    let size = 4 * reach
    let (x, y) = (p.x / size, p.y / size)
    guard abs(x) < 1e15, abs(y) < 1e15 else { return -1 }
    if let number = recent.firstIndex(where: { isAt(p, $0, reach) }) {
      let index = recent[number]
      if number > 0 { recent.swapAt(0, number) }
      counts[index] += 1
      return index
    }
    let index = search(for: p, reach, Cell(x: Int(x.rounded(.down)), y: Int(y.rounded(.down))))
    recent.insert(index, at: 0)
    if recent.count > Self.mostRecent { recent.removeLast() }
    return index
  }

  private func isAt(_ p: PlanePoint, _ index: Int, _ reach: Double) -> Bool {
    abs(places[index].x - p.x) <= reach && abs(places[index].y - p.y) <= reach
  }

  private mutating func search(for p: PlanePoint, _ reach: Double, _ home: Cell) -> Int {
    for column in -1...1 {
      for row in -1...1 {
        for index in cells[Cell(x: home.x + column, y: home.y + row)] ?? []
        where isAt(p, index, reach) {
          counts[index] += 1
          return index
        }
      }
    }
    places.append(p)
    counts.append(1)
    cells[home, default: []].append(places.count - 1)
    return places.count - 1
  }
}
