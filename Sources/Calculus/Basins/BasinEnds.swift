/// The places that arrivals share.
struct BasinEnds: Sendable {
  private struct Cell: Hashable { let x: Int, y: Int }

  /// Arrivals within it of the first of them, in each coordinate, are one place.
  let reach: Double
  /// The places in the order in which they were met.
  private(set) var places: [PlanePoint] = []
  /// For each place its arrivals, where they have been counted.
  private(set) var counts: [Int] = []
  private var cells: [Cell: [Int]] = [:]
  /// The place met last: a neighbour mostly ends where its neighbour did.
  private var latest = (number: Int16(-1), at: PlanePoint(x: .nan, y: .nan))
  /// The places met before it, the latest first.
  private var earlier: [(number: Int16, at: PlanePoint)] = []

  private static let mostEarlier = 3

  /// No places yet.
  init(within reach: Double) { self.reach = reach }

  /// The numbers of the places with the most arrivals, `count` at most.
  func frequent(_ count: Int) -> [Int] {
    let order = places.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }
    return Array(order.prefix(count))
  }

  /// The number of the place of an arrival if it is one of those met last.
  @inline(__always)
  mutating func recentPlace(of p: PlanePoint) -> Int16? {
    isAt(p, latest.at) ? latest.number : earlierPlace(of: p)
  }

  /// The number of the place of an arrival, a new one where there is none; −1 where it is too far from
  /// the origin to be told from others, or beyond the first 32767 places.
  mutating func place(of p: PlanePoint) -> Int16 {
    if let number = recentPlace(of: p) { return number }
    let size = 4 * reach
    let (x, y) = (p.x / size, p.y / size)
    guard abs(x) < 1e15, abs(y) < 1e15 else { return -1 }
    guard let number = search(for: p, Cell(x: Int(x.rounded(.down)), y: Int(y.rounded(.down))))
    else { return -1 }
    if latest.number >= 0 { earlier.insert(latest, at: 0) }
    if earlier.count > Self.mostEarlier { earlier.removeLast() }
    latest = (Int16(number), places[number])
    return latest.number
  }

  /// Whether an arrival is at the place met last, and that has a number.
  @inline(__always)
  func isAtLatest(_ p: PlanePoint, _ number: Int16) -> Bool {
    number == latest.number && isAt(p, latest.at)
  }

  /// Counts arrivals at a place.
  mutating func count(_ arrivals: Int, at number: Int16) {
    if number >= 0 { counts[Int(number)] += arrivals }
  }

  /// Whether an arrival is at a place.
  @inline(__always)
  func isAt(_ p: PlanePoint, _ place: PlanePoint) -> Bool {
    abs(place.x - p.x) <= reach && abs(place.y - p.y) <= reach
  }

  private mutating func earlierPlace(of p: PlanePoint) -> Int16? {
    guard let index = earlier.firstIndex(where: { isAt(p, $0.at) }) else { return nil }
    swap(&latest, &earlier[index])
    return latest.number
  }

  private mutating func search(for p: PlanePoint, _ home: Cell) -> Int? {
    for column in -1...1 {
      for row in -1...1 {
        for index in cells[Cell(x: home.x + column, y: home.y + row)] ?? []
        where isAt(p, places[index]) {
          return index
        }
      }
    }
    guard places.count < Int16.max else { return nil }
    places.append(p)
    counts.append(0)
    cells[home, default: []].append(places.count - 1)
    return places.count - 1
  }
}
