import Calculus
import Geometry
import Tracing

extension PlottedFunction {
  /// The graph in sentences: its breaks, zeros and extrema.
  public var words: String {
    if graph.branches.isEmpty && graph.crowded.isEmpty && graph.breaks.isEmpty {
      return "Undefined in the whole window."
    }
    var sentences: [String] = []
    if graph.branches.count > 1 {
      sentences.append("\(graph.branches.count) branches")
    }
    for kind in GraphBreak.Kind.inOrder {
      let places = graph.breaks.filter { $0.kind == kind }
      guard !places.isEmpty else { continue }
      sentences.append("\(places.count > 1 ? kind.plural : kind.word) at \(list(places.map(\.at)))")
    }
    if !graph.corners.isEmpty {
      sentences.append(
        "\(graph.corners.count > 1 ? "corners" : "a corner") at \(list(graph.corners.map(\.at)))")
    }
    if !graph.undefined.isEmpty {
      let parts = graph.undefined.prefix(4).map(Self.text)
      sentences.append(
        "undefined on " + parts.joined(separator: ", ") + (graph.undefined.count > 4 ? ", …" : ""))
    }
    if !graph.crowded.isEmpty {
      let parts = graph.crowded.prefix(4).map(Self.text)
      sentences.append(
        "more breaks than can be told apart on " + parts.joined(separator: ", "))
    }
    return (sentences + featureWords).map { Self.sentence($0) }.joined(separator: " ")
  }

  private var featureWords: [String] {
    var words: [String] = []
    if !features.zeros.isEmpty { words.append("zeros at \(list(features.zeros))") }
    for isMaximum in [true, false] {
      let points = features.extrema.filter { $0.isMaximum == isMaximum }
      guard !points.isEmpty else { continue }
      let name = isMaximum ? "maxim" : "minim"
      let shown = points.prefix(4).map { "\(text($0.at.y)) at \(text($0.at.x))" }
      words.append(
        "\(name)\(points.count > 1 ? "a" : "um") " + shown.joined(separator: ", ")
          + (points.count > 4 ? " and \(points.count - 4) more" : ""))
    }
    return words
  }

  /// A number as it is shown: zero and round ones where only rounding differs.
  private func text(_ value: Double) -> String {
    Wording.text(Wording.settled(value, scale: 1 + abs(value)))
  }

  private func list(_ values: [Double]) -> String {
    let shown = values.prefix(8).map(text).joined(separator: ", ")
    return values.count > 8 ? "\(shown) and \(values.count - 8) more" : shown
  }

  private static func text(_ range: ClosedRange<Double>) -> String {
    "[\(Wording.text(range.lowerBound)), \(Wording.text(range.upperBound))]"
  }

  private static func sentence(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst() + "."
  }

  // MARK: Formulas

  /// An extremum as a textbook writes it: the place and the value.
  public func written(
    _ extremum: GraphFeatures.Extremum
  ) -> (x: ExactWording.Written, y: ExactWording.Written) {
    let place = ExactNumber.solution(
      near: extremum.at.x, of: [expression.derivative(by: expression.variables[0])])
    let value = place.flatMap { expression.exactValue(at: [$0]) }
    return (
      ExactWording.written(extremum.at.x, place), ExactWording.written(extremum.at.y, value)
    )
  }

  /// A break of the graph as a textbook writes it.
  public func written(breakAt x: Double) -> ExactWording.Written {
    ExactWording.singularity(x, of: expression)
  }

  // MARK: Numbers

  /// The branches as JSON.
  public var branchesJSON: [JSONValue] {
    graph.branches.map { branch in
      .object([
        ("expression", .string(source)), ("from", .number(branch.from)), ("to", .number(branch.to)),
      ])
    }
  }

  /// The breaks as JSON; a limit that is no number is `null`, and said in words beside it.
  public var breaksJSON: [JSONValue] {
    graph.breaks.map { place in
      .object([
        ("expression", .string(source)), ("at", .number(place.at)),
        ("kind", .string(place.kind.rawValue)), ("left", place.left.json),
        ("right", place.right.json), ("value", place.value.map { .number($0) } ?? .null),
        ("leftLimit", .string(place.left.word)), ("rightLimit", .string(place.right.word)),
      ])
    }
  }

  /// The corners as JSON.
  public var cornersJSON: [JSONValue] {
    graph.corners.map { corner in
      .object([
        ("expression", .string(source)), ("at", .number(corner.at)),
        ("value", .number(corner.value)), ("kind", .string(corner.kind.rawValue)),
      ])
    }
  }

  /// The zeros as JSON.
  public var zerosJSON: [JSONValue] {
    features.zeros.map { .object([("expression", .string(source)), ("at", .number($0))]) }
  }

  /// The extrema as JSON.
  public var extremaJSON: [JSONValue] {
    features.extrema.map { extremum in
      .object([
        ("expression", .string(source)), ("at", .number(extremum.at.x)),
        ("value", .number(extremum.at.y)),
        ("kind", .string(extremum.isMaximum ? "maximum" : "minimum")),
      ])
    }
  }
}

extension OneSidedLimit {
  fileprivate var json: JSONValue { number.map { .number($0) } ?? .null }

  fileprivate var word: String {
    switch self {
    case .undefined: "undefined"
    case .finite: "finite"
    case .infinite(let isPositive): isPositive ? "+inf" : "-inf"
    case .none: "none"
    }
  }
}

extension GraphBreak.Kind {
  /// The kinds in the order in which they are told.
  static let inOrder: [GraphBreak.Kind] = [
    .pole, .jump, .removable, .domain, .essential, .other,
  ]

  /// One of the kind.
  public var word: String {
    switch self {
    case .pole: "a pole"
    case .jump: "a jump"
    case .removable: "a removable gap"
    case .domain: "an end of the domain"
    case .essential: "no limit"
    case .other: "a lonely point"
    }
  }

  /// Several of the kind.
  public var plural: String {
    switch self {
    case .pole: "poles"
    case .jump: "jumps"
    case .removable: "removable gaps"
    case .domain: "ends of the domain"
    case .essential: "no limits"
    case .other: "lonely points"
    }
  }
}
