import Plotting

/// How far the true joint region of two parameters reaches; an end that was not found is missing.
///
/// A region may be open: data that a straight line describes as well set no bound to the parameters of
/// a decay.
struct JointReach {
  /// An extent with the ends that are known.
  struct Extent {
    var low: Double?
    var high: Double?

    /// Both ends, for the results.
    var json: JSONValue { .array([low, high].map { $0.map { .number($0) } ?? .null }) }

    /// How far its border was followed.
    var seen: ClosedRange<Double>?

    /// The extent of a parameter in words.
    func words(of name: String) -> String {
      func text(_ x: Double) -> String { Wording.text(x, digits: 3) }
      let (least, most) = (seen?.lowerBound ?? low ?? 0, seen?.upperBound ?? high ?? 0)
      switch (low, high) {
      case (let low?, let high?): return "from \(name) = \(text(low)) to \(text(high))"
      case (let low?, nil): return "from \(name) = \(text(low)) to beyond \(text(most))"
      case (nil, let high?): return "from \(name) = \(text(high)) down beyond \(text(least))"
      case (nil, nil): return "beyond \(name) = \(text(least)) and \(text(most))"
      }
    }
  }

  let x: Extent
  let y: Extent

  /// The reach of the region inside a curve.
  init?(_ curve: ContourWalk.Curve) {
    guard let box = curve.path.bounds else { return nil }
    var (x, y) = (
      Extent(low: box.minX, high: box.maxX, seen: box.minX...box.maxX),
      Extent(low: box.minY, high: box.maxY, seen: box.minY...box.maxY)
    )
    if !curve.isClosed {
      // Where the walk broke off, the region goes on.
      for end in [curve.cubics.first?.p0, curve.cubics.last?.p3].compactMap(\.self) {
        let (dx, dy) = (1e-6 * box.width, 1e-6 * box.height)
        if end.x <= box.minX + dx { x.low = nil }
        if end.x >= box.maxX - dx { x.high = nil }
        if end.y <= box.minY + dy { y.low = nil }
        if end.y >= box.maxY - dy { y.high = nil }
      }
    }
    (self.x, self.y) = (x, y)
  }
}
