import Plotting

/// A function of many variables along a direction through a point, with the slices of its models:
/// they are the models of the slice.
struct DirectedSlice {
  /// What a direction is.
  private enum Kind {
    /// That of the gradient.
    case gradient
    /// An eigenvector of the Hessian, with its eigenvalue.
    case eigen(Double)
    /// The axis of a variable.
    case axis(String)
  }

  let slice: ModelSlice
  private let kind: Kind
  private let direction: [Double]
  private let variables: [String]

  /// The extent of a slice to both sides of the point.
  private static let reach = 2.0
  /// The cosine of directions that show nearly the same.
  private static let alike = 0.95

  /// Two slices: along the gradient, and where the function bends most besides.
  static func all(
    of model: LocalModel, tolerance: Double?, in setting: Setting
  ) throws(FigureError) -> [DirectedSlice] {
    var slices: [DirectedSlice] = []
    var tolerance = tolerance
    for (kind, direction) in directions(of: model) {
      let line = model.function.along(
        from: model.place.values, direction: direction, by: "s")
      let place = Place(variables: ["s"], values: [0])
      guard let along = try? LocalModel(of: line, at: place) else { continue }
      let slice = try ModelSlice(
        along, over: setting.xRange ?? -reach...reach, tolerance: tolerance, in: setting)
      // Both panels measure by one tolerance.
      tolerance = slice.tolerance
      slices.append(
        DirectedSlice(
          slice: slice, kind: kind, direction: direction, variables: model.place.variables))
    }
    guard !slices.isEmpty else {
      throw .input("the function has no slice through the point", hint: "choose another point")
    }
    return slices
  }

  private static func directions(of model: LocalModel) -> [(Kind, [Double])] {
    var chosen: [(Kind, [Double])] = []
    func add(_ kind: Kind, _ direction: [Double]) {
      let isNew = chosen.allSatisfy { _, other in
        abs(zip(direction, other).reduce(0) { $0 + $1.0 * $1.1 }) < alike
      }
      if chosen.count < 2, isNew { chosen.append((kind, direction)) }
    }
    let norm = model.gradient.reduce(0) { ($0 * $0 + $1 * $1).squareRoot() }
    let size = max(abs(model.value), model.hessian.joined().reduce(0) { max($0, abs($1)) })
    if norm > 1e-12 * size, norm.isFinite { add(.gradient, model.gradient.map { $0 / norm }) }
    if let eigen = SymmetricEigen(model.hessian) {
      let order = eigen.values.indices.sorted { abs(eigen.values[$0]) > abs(eigen.values[$1]) }
      for index in order where eigen.values[index] != 0 {
        // The sign of an eigenvector is free: its largest component is positive.
        let vector = eigen.vectors[index]
        let largest = vector.max { abs($0) < abs($1) } ?? 1
        add(.eigen(eigen.values[index]), vector.map { largest < 0 ? -$0 : $0 })
      }
    }
    for (index, name) in model.place.variables.enumerated() {
      add(.axis(name), model.place.variables.indices.map { $0 == index ? 1 : 0 })
    }
    return chosen
  }

  /// The panel, named after the direction.
  func panel(in setting: Setting) -> Panel {
    .graph(slice.window, xLabel: setting.xLabel ?? "$s$", yLabel: setting.yLabel ?? name)
  }

  private var name: String {
    switch kind {
    case .gradient: "along the gradient"
    case .eigen(let value): "along the eigenvector of $\(Wording.tex(value))$"
    case .axis(let name): "along $\(Expression.tex(ofName: name))$"
    }
  }

  /// The direction in TeX, where it is short enough to be read.
  var vector: String? {
    guard direction.count <= 4 else { return nil }
    let components = direction.map { Wording.tex(Wording.settled($0, scale: 1), digits: 2) }
    return "(\(components.joined(separator: ",\\, ")))"
  }

  // MARK: Words and numbers

  /// The slice in sentences.
  var words: String {
    let what =
      switch kind {
      case .gradient: "the gradient"
      case .eigen(let value): "the eigenvector of the eigenvalue \(Wording.text(value))"
      case .axis(let name): "the axis of \(name)"
      }
    let parts = zip(["linear", "quadratic"], slice.reaches).compactMap { name, reach in
      reach.map {
        "the \(name) model errs by less than \(Wording.text(slice.tolerance)) for s from "
          + "\(Wording.text($0.from)) to \(Wording.text($0.to))"
      }
    }
    return parts.isEmpty ? "" : " Along \(what) \(parts.joined(separator: ", "))."
  }

  /// The direction, the slope and the bend along it, and where the models are good.
  var json: JSONValue {
    var eigenvalue = JSONValue.null
    var what = "axis"
    switch kind {
    case .gradient: what = "gradient"
    case .eigen(let value): (what, eigenvalue) = ("eigenvector", .number(value))
    case .axis: break
    }
    return .object([
      ("along", .string(what)),
      ("direction", .object(zip(variables, direction).map { ($0, .number($1)) })),
      ("eigenvalue", eigenvalue), ("slope", .number(slice.model.gradient[0])),
      ("curvature", .number(slice.model.hessian[0][0])),
      ("tolerance", .number(slice.tolerance)),
      (
        "within",
        .array(slice.reaches.map { $0.map { JSONValue([$0.from, $0.to]) } ?? .null })
      ),
    ])
  }
}
