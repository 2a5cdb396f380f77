import Plotting

extension LagrangeWords {
  /// The members of the results.
  var json: [(String, JSONValue)] {
    let found = problem.found
    return [
      ("points", .array(problem.points.map(Self.json))),
      (
        "singularPoints",
        .array(
          found.singularPoints.map { point in
            .object([("at", Self.json(at: point.at)), ("value", .number(point.value))])
          })
      ),
      (
        "nonsmoothPoints",
        .array(
          found.nonsmoothPoints.map { point in
            .object([
              ("at", Self.json(at: point.at)), ("value", .number(point.value)),
              ("kind", .string(point.kind.rawValue)),
            ])
          })
      ),
      ("continuum", .bool(found.isContinuum)),
      ("constraintEmpty", found.isConstraintEmpty.map { .bool($0) } ?? .null),
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

  private static func json(_ point: LagrangePoint) -> JSONValue {
    .object([
      ("at", json(at: point.at)), ("multipliers", JSONValue(point.multipliers)),
      ("value", .number(point.value)), ("kind", .string(point.kind.rawValue)),
    ])
  }

  private static func json(at: [Double]) -> JSONValue { JSONValue(Point(at[0], at[1])) }
}
