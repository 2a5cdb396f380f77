/// The critical points of a function in its window: marks, words and numbers.
public struct CriticalPointMarks: Sendable {
  /// The points as they were found.
  public let found: CriticalPointSet
  /// The points as they are shown: what is zero or round but for rounding is written so.
  private let shown: [CriticalPoint]
  /// The function that was searched.
  let function: PlaneFunction

  /// Boxes that a figure looks at without being asked for critical points: about a millisecond.
  public static let smallBudget = 2_000

  /// Searches the window of a function, with `budget` boxes at most.
  public init(of f: PlaneFunction, budget: Int) {
    let window = f.window
    function = f
    found = CriticalPointSearch(
      of: f.expression, in: (window.minX...window.maxX, window.minY...window.maxY), budget: budget
    ).points()
    let extents = [
      max(abs(window.minX), abs(window.maxX)), max(abs(window.minY), abs(window.maxY)),
    ]
    let size = max(abs(f.values.first ?? 0), abs(f.values.last ?? 0))
    shown = found.points.map { point in
      CriticalPoint(
        at: zip(point.at, extents).map { Wording.settled($0, scale: $1) },
        value: Wording.settled(point.value, scale: size), gradientNorm: point.gradientNorm,
        eigenvalues: point.eigenvalues, kind: point.kind)
    }
  }

  /// The values of f at its saddles, where level curves cross.
  public var saddleValues: [Double] { found.points.filter { $0.kind == .saddle }.map(\.value) }

  /// The points in the order of a table: maxima from the highest, saddles, minima, the rest.
  var ordered: [CriticalPoint] {
    let order: [CriticalPoint.Kind] = [.maximum, .saddle, .minimum, .degenerate]
    return order.flatMap { kind in
      shown.filter { $0.kind == kind }.sorted { $0.value > $1.value }
    }
  }

  /// Whether the window is proved to hold no critical point, and no extremum at a kink was found.
  public var isEmpty: Bool {
    found.points.isEmpty && found.nonsmoothPoints.isEmpty && !found.isContinuum && found.isComplete
  }

  // MARK: What is drawn

  /// A marker for each point; a single one carries its coordinates.
  public var marks: [Mark] {
    let isAlone = found.points.count == 1
    return ordered.map { point in
      Mark.marker(
        point.kind.marker, at: place(point), label: isAlone ? writtenPlaces.tex.first : nil)
    } + kinkMarks
  }

  /// A few lines: the point, or how many there are of each kind.
  public var summary: [ColumnBlock] {
    if let point = shown.first, shown.count == 1 {
      let exact = ExactPlace(of: function.expression, near: point)
      let place = ExactWording.written(point.at, exact?.at)
      let value = ExactWording.written(point.value, exact?.value, digits: 6)
      let relation = (place + [value]).allSatisfy(\.isExact) ? "=" : "\\approx"
      let at = place.map(\.tex).joined(separator: ",\\, ")
      return [
        .result(
          "\(point.kind.word) $f(\(at)) \(relation) \(value.tex)$", marker: point.kind.marker)
      ] + kinkSummary
    }
    return CriticalPoint.Kind.allKinds.compactMap { kind -> ColumnBlock? in
      let count = found.points.filter { $0.kind == kind }.count
      guard count > 0 else { return nil }
      return .result(
        count == 1 ? "a \(kind.word)" : "\(count) \(kind.plural)", marker: kind.marker)
    } + kinkSummary
  }

  /// The points that a table lists: the first eight where there are more than nine.
  var listed: [CriticalPoint] {
    found.points.count > 9 ? Array(ordered.prefix(8)) : ordered
  }

  /// The table of the points: the first eight where there are more than nine.
  public var table: [ColumnBlock] {
    guard !found.points.isEmpty else { return kinkSummary }
    let (places, exact) = writtenPlaces
    let areValuesShort = listed.allSatisfy { Wording.isShort($0.value, digits: 4) }
    let decimals = listed.map {
      areValuesShort ? Wording.tex($0.value, digits: 4) : Wording.fixed($0.value)
    }
    let values = ExactWording.column(listed.map(\.value), exact.map { $0?.value }, else: decimals)
    let rows = listed.indices.map { row in
      TableRow(
        marker: listed[row].kind.marker,
        cells: [places[row], "$\(values[row])$", listed[row].kind.word])
    }
    return [.table(head: ["critical point", "value", "kind"], rows: rows)] + more
  }

  /// How many points the table leaves out, and the extrema at kinks, which have no gradient.
  var more: [ColumnBlock] {
    let rest = found.points.count - listed.count
    return (rest > 0 ? [.remark("and \(rest) more")] : []) + kinkSummary
  }

  private func place(_ point: CriticalPoint) -> Point { Point(point.at[0], point.at[1]) }

  /// The points of the table: exactly where that is proved of each, else with digits.
  var writtenPlaces: (tex: [String], exact: [ExactPlace?]) {
    let exact = listed.map { ExactPlace(of: function.expression, near: $0) }
    let numbers = zip(listed, exact).map {
      ExactWording.written($0.at, $1?.at, onOneLine: true)
    }
    let areExact = numbers.joined().allSatisfy { $0.isExact && $0.tex.count <= 16 }
    let tex = zip(listed, numbers).map { point, numbers in
      areExact ? "$(\(numbers[0].tex),\\, \(numbers[1].tex))$" : coordinates(point)
    }
    return (tex, exact)
  }

  private func coordinates(_ point: CriticalPoint) -> String {
    let numbers = point.at.map {
      Wording.isShort($0, digits: 4) ? Wording.tex($0) : Wording.fixed($0)
    }
    return "$(\(numbers[0]),\\, \(numbers[1]))$"
  }

  // MARK: Words and numbers

  /// The points in words, or that there is none.
  public var description: String {
    let flat =
      found.hasFlatParts
      ? " In a part of the window the gradient is too small for numbers to be told from 0." : ""
    if found.isContinuum {
      return " The gradient vanishes along whole curves." + kinkWords + flat
    }
    guard !found.points.isEmpty else {
      return (isEmpty ? " No critical point." : flat) + kinkWords
    }
    let words = ordered.prefix(9).map { point in
      "\(point.kind.word) \(Wording.text(point.value)) at "
        + "(\(Wording.text(point.at[0])), \(Wording.text(point.at[1])))"
    }
    let rest = found.points.count - words.count
    return " " + Wording.count(found.points.count, "critical point") + ": "
      + words.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more." : ".") + kinkWords + flat
  }

  /// The members of the results.
  public var json: [(String, JSONValue)] {
    [
      ("criticalPoints", .array(zip(found.points, directions).map(Self.json))),
      (
        "nonsmoothPoints",
        .array(
          found.nonsmoothPoints.map { point in
            .object([
              ("at", JSONValue(Point(point.at[0], point.at[1]))), ("value", .number(point.value)),
              ("kind", .string(point.kind.rawValue)),
            ])
          })
      ),
      ("continuum", .bool(found.isContinuum)),
      (
        "unsettled",
        .array(
          found.unsettled.map { box in
            .object([
              ("x", JSONValue([box.x.lowerBound, box.x.upperBound])),
              ("y", JSONValue([box.y.lowerBound, box.y.upperBound])),
            ])
          })
      ),
    ]
  }

  private static func json(
    _ point: CriticalPoint, _ directions: [PrincipalDirection]
  ) -> JSONValue {
    .object([
      ("at", JSONValue(Point(point.at[0], point.at[1]))), ("value", .number(point.value)),
      ("gradientNorm", .number(point.gradientNorm)),
      ("eigenvalues", JSONValue(point.eigenvalues)),
      ("eigenvectors", .array(directions.map { JSONValue([$0.direction.x, $0.direction.y]) })),
      ("kind", .string(point.kind.rawValue)),
    ])
  }
}
