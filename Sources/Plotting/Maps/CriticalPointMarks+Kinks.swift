extension CriticalPointMarks {
  /// The greatest number of extrema at kinks that are written out.
  private static let mostNamed = 9

  /// The extrema at kinks as they are shown: what is zero but for rounding is written so.
  private var kinks: [(at: Point, value: Double, kind: CriticalPoint.Kind)] {
    let window = function.window
    let extent = Point(
      max(abs(window.minX), abs(window.maxX)), max(abs(window.minY), abs(window.maxY)))
    let size = max(abs(function.values.first ?? 0), abs(function.values.last ?? 0))
    return found.nonsmoothPoints.map { point in
      (
        Point(
          Wording.settled(point.at[0], scale: extent.x),
          Wording.settled(point.at[1], scale: extent.y)),
        Wording.settled(point.value, scale: size), point.kind
      )
    }
  }

  /// Markers of the extrema where f has a kink, so no gradient.
  var kinkMarks: [Mark] {
    kinks.map { .marker($0.kind.marker, at: $0.at, label: nil) }
  }

  /// Lines of the column about them: the one, or how many there are of each kind.
  var kinkSummary: [ColumnBlock] {
    if let kink = kinks.first, kinks.count == 1 {
      let place = "\(Wording.tex(kink.at.x, digits: 4)),\\, \(Wording.tex(kink.at.y, digits: 4))"
      let value = Wording.tex(kink.value, digits: 6)
      return [
        .result(
          "\(kink.kind.word) $f(\(place)) = \(value)$, at a kink", marker: kink.kind.marker)
      ]
    }
    return CriticalPoint.Kind.allKinds.compactMap { kind in
      let count = kinks.count { $0.kind == kind }
      guard count > 0 else { return nil }
      return .result(
        (count == 1 ? "a \(kind.word)" : "\(count) \(kind.plural)") + ", at kinks",
        marker: kind.marker)
    }
  }

  /// The extrema at kinks in words.
  var kinkWords: String {
    let words = kinks.prefix(Self.mostNamed).map { kink in
      "\(kink.kind.word) \(Wording.text(kink.value)) at "
        + "(\(Wording.text(kink.at.x)), \(Wording.text(kink.at.y)))"
    }
    guard !words.isEmpty else { return "" }
    let rest = kinks.count - words.count
    return " At kinks: " + words.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more." : ".")
  }
}
