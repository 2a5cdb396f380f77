/// The places that arrivals share.
struct BasinEnds {
  private struct Cell: Hashable { let x: Int, y: Int }

  /// The places in the order in which they were met.
  private(set) var places: [PlanePoint] = []
  /// For each arrival the number of its place; −1 for those that are not finite.
  private(set) var labels: [Int] = []
  private var counts: [Int] = []
  private var cells: [Cell: [Int]] = [:]

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
    let home = Cell(x: Int(x.rounded(.down)), y: Int(y.rounded(.down)))
    for column in -1...1 {
      for row in -1...1 {
        for index in cells[Cell(x: home.x + column, y: home.y + row)] ?? []
        where abs(places[index].x - p.x) <= reach && abs(places[index].y - p.y) <= reach {
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
