import Plotting

/// The zeros of a vector field in its window: marks, words and numbers.
struct FieldZeros {
  let found: PlaneZeroSet
  private let components: [Expression]
  /// The zeros as they are shown: coordinates that are round but for rounding are written so.
  private let shown: [(at: Point, zero: PlaneZero)]

  /// More markers than this would hide the field.
  private static let markerLimit = 150
  private static let dotRadius = 8.0

  init(of components: [Expression], in window: Box) {
    self.components = components
    found = PlaneZeroSearch(
      of: components[0], components[1],
      in: (window.minX...window.maxX, window.minY...window.maxY)
    ).zeros()
    let width = max(abs(window.minX), abs(window.maxX))
    let height = max(abs(window.minY), abs(window.maxY))
    shown = found.zeros.map { zero in
      let at = Point(
        Wording.settled(zero.x, scale: width), Wording.settled(zero.y, scale: height))
      return (at, zero)
    }
  }

  // MARK: What is drawn

  /// A marker for each zero: a cross for a saddle, a full dot where nothing leaves, a ring where
  /// nothing stays.
  var marks: [Mark] {
    guard shown.count <= Self.markerLimit else { return [] }
    return shown.map { at, zero in
      switch zero.kind.sample {
      case .marker(let marker): .marker(marker, at: at, label: nil)
      case .dot(let paint, let isOpen):
        .dot(
          at: at, radius: isOpen ? Self.dotRadius - 1 : Self.dotRadius, paint, isOpen: isOpen,
          label: nil)
      default: .marker(.degenerate, at: at, label: nil)
      }
    }
  }

  /// A row of the key for each kind: where they are, and their eigenvalues.
  var key: [ColumnBlock] {
    PlaneZero.Kind.allCases.compactMap { kind in
      let group = shown.filter { $0.zero.kind == kind }
      guard let first = group.first else { return nil }
      if group.count == 1 {
        return .key(
          kind.sample, "\(kind.rawValue) at \(place(first.at))",
          note: Self.eigenvalues(of: first.zero))
      }
      let places = group.prefix(3).map { place($0.at) }.joined(separator: ", ")
      return .key(
        kind.sample, "\(group.count) \(kind.plural)",
        note: "at \(places)\(group.count > 3 ? ", …" : "")")
    }
  }

  private func place(_ p: Point) -> String { ExactWording.place(p, of: components) }

  private static func eigenvalues(of zero: PlaneZero) -> String? {
    guard zero.eigenvalues.count == 2,
      zero.eigenvalues.allSatisfy({ $0.real.isFinite && $0.imaginary.isFinite })
    else { return nil }
    let (a, b) = (zero.eigenvalues[0], zero.eigenvalues[1])
    if b.imaginary != 0 {
      let size = max(abs(a.real), abs(b.imaginary))
      let real = Wording.settled(a.real, scale: size)
      let turn = b.imaginary == 1 ? "" : Wording.tex(b.imaginary, digits: 4)
      return real == 0
        ? "eigenvalues $\\pm \(turn)i$"
        : "eigenvalues $\(Wording.tex(real, digits: 4)) \\pm \(turn)i$"
    }
    return "eigenvalues $\(Wording.tex(a.real, digits: 4)),\\; \(Wording.tex(b.real, digits: 4))$"
  }

  // MARK: Words and numbers

  /// The zeros in words, or that there is none.
  var description: String {
    if found.isContinuum { return " The field is zero along whole curves or everywhere." }
    guard !shown.isEmpty else { return found.isComplete ? " The field has no zero." : "" }
    let words = shown.prefix(9).map { at, zero in
      "\(zero.kind.rawValue) at (\(Wording.text(at.x)), \(Wording.text(at.y)))"
    }
    let rest = shown.count - words.count
    return " " + Wording.count(shown.count, "zero") + ": " + words.joined(separator: "; ")
      + (rest > 0 ? "; and \(rest) more." : ".")
  }

  /// Remarks for standard error.
  var notices: [String] {
    found.isComplete || found.isContinuum
      ? [] : ["some boxes may hold more zeros: they are listed under 'unsettled'"]
  }

  /// The members of the results.
  var json: [(String, JSONValue)] {
    [
      ("zeros", .array(found.zeros.map(Self.json))),
      ("continuum", .bool(found.isContinuum)),
      ("singularities", .array(found.singularities.map(Self.json))),
      ("unsettled", .array(found.unsettled.map(Self.json))),
    ]
  }

  private static func json(_ zero: PlaneZero) -> JSONValue {
    .object([
      ("at", JSONValue(Point(zero.x, zero.y))), ("kind", .string(zero.kind.rawValue)),
      (
        "eigenvalues",
        .array(
          zero.eigenvalues.map { value in
            .object([("re", .number(value.real)), ("im", .number(value.imaginary))])
          })
      ),
      ("jacobian", .array([JSONValue(zero.jacobian[0...1]), JSONValue(zero.jacobian[2...3])])),
      ("proved", .bool(zero.isProved)),
    ])
  }

  private static func json(_ box: SearchBox) -> JSONValue {
    .object([
      ("x", JSONValue([box.x.lowerBound, box.x.upperBound])),
      ("y", JSONValue([box.y.lowerBound, box.y.upperBound])),
    ])
  }
}

extension PlaneZero.Kind {
  /// The mark that shows the kind.
  var sample: KeySample {
    switch self {
    case .stableNode, .stableSpiral, .centre, .linearCentre: .dot(.role(.ink), isOpen: false)
    case .unstableNode, .unstableSpiral: .dot(.role(.ink), isOpen: true)
    case .saddle: .marker(.saddle)
    case .degenerate: .marker(.degenerate)
    }
  }

  /// Several of the kind.
  var plural: String {
    switch self {
    case .linearCentre: "centres of the linear part"
    case .degenerate: "degenerate zeros"
    default: rawValue + "s"
    }
  }
}
