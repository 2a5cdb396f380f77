import Plotting

/// The numbers of implicit curves: all equations together, and each for itself where there are several.
struct ImplicitResults {
  private let solutions: [ImplicitSolution]

  init(_ solutions: [ImplicitSolution]) { self.solutions = solutions }

  /// The value under `results`.
  var json: JSONValue {
    if solutions.count == 1 { return .object(members(of: solutions[0])) }
    let each = solutions.map { members(of: $0) }
    var all: [(String, JSONValue)] = each[0].map { name, value in
      (name, Self.joined(each.compactMap { $0.first { $0.0 == name }?.1 }, like: value))
    }
    all.append(
      (
        "equations",
        .array(
          zip(solutions, each).map { solution, members in
            .object([("equation", .string(solution.equation.text))] + members)
          })
      ))
    return .object(all)
  }

  /// Lists one after another, numbers added; nothing where a number is missing.
  private static func joined(_ values: [JSONValue], like first: JSONValue) -> JSONValue {
    if case .array = first {
      return .array(
        values.flatMap { value -> [JSONValue] in
          if case .array(let list) = value { list } else { [] }
        })
    }
    var sum = 0.0
    for value in values {
      guard case .number(let number) = value else { return .null }
      sum += number
    }
    return .number(sum)
  }

  private func members(of solution: ImplicitSolution) -> [(String, JSONValue)] {
    let found = solution.found
    func count(_ number: Int?) -> JSONValue { number.map { .number(Double($0)) } ?? .null }
    return [
      ("curves", .array(found.curves.map { json($0) })),
      ("regions", .array(found.regions.map { json($0) })),
      (
        "singularPoints",
        .array(
          found.singularPoints.map { point in
            .object([
              ("at", JSONValue(solution.settled(point.at))), ("kind", .string(point.kind.rawValue)),
            ])
          })
      ),
      ("components", count(found.components)), ("closedLoops", count(found.closedLoops)),
      ("boundaryHits", count(found.boundaryHits?.count)),
      ("boundaryPoints", .array((found.boundaryHits ?? []).map { JSONValue($0) })),
      ("holes", .array(found.holes.map { JSONValue($0) })),
      (
        "closeApproaches",
        .array(
          found.closeApproaches.map { near in
            .object([("at", JSONValue(near.at)), ("gap", .number(near.gap))])
          })
      ),
      ("unresolved", .array(unresolved(found))),
      ("provedPixels", count(found.pixels?.provedCount ?? 0)),
      ("undecidedPixels", count(found.pixels?.undecidedCount ?? 0)),
    ]
  }

  private func json(_ curve: ImplicitSet.Curve) -> JSONValue {
    .object([
      ("closed", .bool(curve.isClosed)), ("bezier", Self.json(curve.cubics)),
      ("multiplicity", .number(Double(curve.multiplicity))),
      ("ends", .array(curve.ends.map { .string($0.rawValue) })),
    ])
  }

  /// An area: its loops, each as the control points of cubics, to be filled by the even-odd rule.
  private func json(_ region: Path) -> JSONValue {
    .object([("loops", .array(region.subpaths.map { Self.json($0.cubics) }))])
  }

  private static func json(_ cubics: [CubicCurve]) -> JSONValue {
    var points = cubics.first.map { [$0.p0] } ?? []
    for cubic in cubics { points += [cubic.p1, cubic.p2, cubic.p3] }
    return .array(points.map { JSONValue([$0.x, $0.y]) })
  }

  private func unresolved(_ found: ImplicitSet) -> [JSONValue] {
    let fine = (found.pixels?.boxes ?? []).map { json($0, reason: "pixel") }
    return found.unresolved.map { json($0.box, reason: $0.reason.rawValue) } + fine
  }

  private func json(_ box: Box, reason: String) -> JSONValue {
    .object([
      ("x", JSONValue([box.minX, box.maxX])), ("y", JSONValue([box.minY, box.maxY])),
      ("reason", .string(reason)),
    ])
  }
}
