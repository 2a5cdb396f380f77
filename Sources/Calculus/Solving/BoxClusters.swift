/// Boxes gathered into groups that hang together.
enum BoxClusters {
  /// The groups of boxes that touch, with `gap` allowed between them.
  ///
  /// Sorted by their left ends, so each box is compared only with those that begin before it ends.
  static func gathered(_ boxes: [PlaneBox], gap: (x: Double, y: Double)) -> [[PlaneBox]] {
    let sorted = boxes.sorted { $0.x.lower < $1.x.lower }
    var parent = Array(sorted.indices)
    func root(_ index: Int) -> Int {
      var place = index
      while parent[place] != place {
        parent[place] = parent[parent[place]]
        place = parent[place]
      }
      return place
    }
    for index in sorted.indices {
      let wide = sorted[index].inflated(gap.x, gap.y)
      var next = index + 1
      while next < sorted.count && sorted[next].x.lower <= wide.x.upper {
        if wide.meets(sorted[next]) {
          let (a, b) = (root(index), root(next))
          parent[max(a, b)] = min(a, b)
        }
        next += 1
      }
    }
    var groups: [Int: [PlaneBox]] = [:]
    for index in sorted.indices { groups[root(index), default: []].append(sorted[index]) }
    return groups.keys.sorted().compactMap { groups[$0] }
  }

  /// The least box around a group.
  static func hull(_ boxes: [PlaneBox]) -> PlaneBox? {
    guard let first = boxes.first else { return nil }
    return boxes.dropFirst().reduce(first) { $0.hull($1) }
  }

  /// At most 1024 boxes that cover the given ones: those in one cell of a grid become one.
  static func merged(_ boxes: [PlaneBox], in window: PlaneBox) -> [PlaneBox] {
    if boxes.count <= 256 { return boxes }
    func cell(_ value: Double, _ side: Interval) -> Int {
      let share = side.width > 0 ? (value - side.lower) / side.width : 0
      return share.isFinite ? Int(max(0, min(31, share * 32))) : 0
    }
    var hulls: [Int: PlaneBox] = [:]
    for box in boxes {
      let m = box.middle
      let key = cell(m.x, window.x) * 32 + cell(m.y, window.y)
      hulls[key] = hulls[key].map { $0.hull(box) } ?? box
    }
    return hulls.keys.sorted().compactMap { hulls[$0] }
  }
}
