import Geometry

extension StreamPlacement {
  /// Adds lines until none more fits beside those that are there, or at one of the seeds.
  func fill(from seeds: [Point], _ mode: Mode) {
    var next = 0
    func addNeighbours() {
      while next < lines.count {
        let trail = lines[next].trail
        next += 1
        for seed in neighbours(of: trail) where isFree(seed) { add(seed, mode) }
      }
    }
    addNeighbours()
    for seed in seeds where isFree(seed) {
      add(seed, mode)
      addNeighbours()
    }
  }

  private func add(_ seed: Point, _ mode: Mode) {
    if integrator.field.isExhausted { return }
    guard let trail = line(through: seed, mode) else { return }
    let isLong =
      trail.isClosed
      ? trail.length >= 1.5 * separation && diagonal(of: trail) >= leastLoop
      : trail.length >= 2 * separation
    if isLong { place(trail, .line) }
  }

  private func diagonal(of trail: Trail) -> Double {
    let places = (0..<32).map { trail.point(trail.from + trail.length * Double($0) / 32) }
    guard let box = Box(containing: places) else { return 0 }
    return Point(box.width, box.height).length
  }

  /// Places at the separation on both sides of a line.
  private func neighbours(of trail: Trail) -> [Point] {
    let count = max(1, Int(min(trail.length / separation, 1e5)))
    return (0..<count).flatMap { index -> [Point] in
      let s = trail.from + trail.length * (Double(index) + 0.5) / Double(count)
      let place = trail.point(s)
      guard let along = integrator.field.direction(place) else { return [] }
      return [
        place + along.perpendicular * separation, place - along.perpendicular * separation,
      ]
    }
  }
}
