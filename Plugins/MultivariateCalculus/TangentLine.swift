import Plotting

/// The tangent of a graph at a place.
struct TangentLine {
  let source: String
  let at: Double
  let value: Double
  let slope: Double

  /// The tangent of the first function.
  init(of functions: [PlottedFunction], at place: Double) throws(FigureError) {
    let f = functions.first
    let value = f?.expression.value(at: [place]) ?? .nan
    let slope = f?.expression.derivative(by: "x").value(at: [place]) ?? .nan
    guard let f, value.isFinite, slope.isFinite, f.expression.isDifferentiable(at: [place])
    else {
      throw .parameter(
        name: "tangent", value: place.parameterText,
        wanted: "a place where the function has a slope")
    }
    source = f.source
    at = place
    self.value = value
    self.slope = slope
  }

  private static let pen = Pen(.role(.orange), width: 3.2)

  /// The line through the window, and the point where it touches.
  func marks(in window: Box) -> [Mark] {
    var (from, to) = (window.minX, window.maxX)
    if slope != 0 {
      let ends = [window.minY, window.maxY].map { at + ($0 - value) / slope }.sorted()
      (from, to) = (max(from, ends[0]), min(to, ends[1]))
    } else if value < window.minY || value > window.maxY {
      return []
    }
    guard from < to else { return [] }
    var marks: [Mark] = [
      .curve(Path(line: point(from), point(to)), Self.pen, label: nil)
    ]
    if window.contains(Point(at, value)) {
      marks.append(
        .dot(at: Point(at, value), radius: 6.5, .role(.orange), isOpen: false, label: nil))
    }
    return marks
  }

  private func point(_ x: Double) -> Point { Point(x, value + slope * (x - at)) }

  /// The equation of the line in the margin column.
  var block: ColumnBlock {
    let place = Wording.tex(at, digits: 5)
    let foot = at == 0 ? "x" : "(x \(at < 0 ? "+" : "-") \(Wording.tex(abs(at), digits: 5)))"
    var terms = ["y = \(Wording.tex(value, digits: 5))"]
    if slope != 0 {
      let size = abs(slope) == 1 ? "" : Wording.tex(abs(slope), digits: 5) + "\\,"
      terms.append(" \(slope < 0 ? "-" : "+") \(size)\(foot)")
    }
    return .key(.line(Self.pen), "tangent at $x = \(place)$", note: "$\(terms.joined())$")
  }

  /// The line in words.
  var words: String {
    " The tangent at \(Wording.text(at)) has the slope \(Wording.text(slope))"
      + " and the value \(Wording.text(value))."
  }

  /// The line as JSON.
  var json: JSONValue {
    .object([
      ("expression", .string(source)), ("at", .number(at)), ("value", .number(value)),
      ("slope", .number(slope)),
    ])
  }
}
