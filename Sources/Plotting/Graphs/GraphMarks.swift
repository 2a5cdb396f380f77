import Calculus
import Drawing
import Geometry
import Tracing

/// The marks of a graph: its lines, the areas it fills, the ends that are open or closed.
public struct GraphMarks: Sendable {
  private let function: PlottedFunction
  private let trace: GraphTrace
  private let window: Box
  private let pen: Pen

  /// The radius of the dot at an end, in u.
  private static let radius = 6.5
  /// Asymptotes have their equations beside them up to so many.
  private static let asymptoteLabelLimit = 4
  /// Extrema have their coordinates beside them up to so many.
  private static let pointLabelLimit = 3
  /// More dots than these would hide the graph.
  private static let dotLimit = 60
  /// More breaks of the pen than these are not labelled one by one.
  private static let labelLimit = 12

  /// The marks of a traced graph drawn with a pen.
  public init(_ function: PlottedFunction, _ trace: GraphTrace, in window: Box, pen: Pen) {
    self.function = function
    self.trace = trace
    self.window = window
    self.pen = pen
  }

  /// The areas, the lines with their label, and the dots at their ends.
  public func marks(label: String?) -> [Mark] {
    // The outline of an area is drawn as well, so that it reaches as far as a line there would.
    let areas = trace.bands.flatMap { band -> [Mark] in
      [.region(band, pen.paint), .curve(band, Pen(pen.paint, width: pen.width), label: nil)]
    }
    let byLength = trace.lines.indices.sorted { width(trace.lines[$0]) > width(trace.lines[$1]) }
    let labelled = Set(byLength.prefix(Self.labelLimit))
    let lines = trace.lines.indices.map { index -> Mark in
      .curve(
        Path([Subpath(cubics: trace.lines[index].cubics)]), pen,
        label: labelled.contains(index) ? label : nil)
    }
    return areas + lines + dots
  }

  private func width(_ line: GraphTrace.Line) -> Double {
    (line.cubics.last?.p3.x ?? 0) - (line.cubics.first?.p0.x ?? 0)
  }

  /// Whether there are so many ends that they carry no dots.
  public var hasTooManyEnds: Bool { ends.count > Self.dotLimit }

  private var dots: [Mark] {
    hasTooManyEnds
      ? []
      : ends.map { .dot(at: $0.at, radius: Self.radius, pen.paint, isOpen: $0.isOpen, label: nil) }
  }

  /// The ends at jumps, gaps and open ends of the domain, and lonely points.
  ///
  /// Where a domain ends with a value the line says so itself.
  private var ends: [(at: Point, isOpen: Bool)] {
    var ends: [(at: Point, isOpen: Bool)] = []
    for place in function.graph.breaks where place.kind != .pole && place.kind != .essential {
      let limits = [place.left.number, place.right.number].compactMap(\.self)
      var heights: [Double] = []
      for height in limits where height != place.value && !heights.contains(height) {
        heights.append(height)
        ends.append((Point(place.at, height), true))
      }
      guard let value = place.value else { continue }
      if place.kind != .domain || !limits.contains(value) {
        ends.append((Point(place.at, value), false))
      }
    }
    return ends.filter { window.contains($0.at) }
  }

  /// Dashed lines at the poles and where the graph goes far away.
  ///
  /// They have their equations beside them if they are few and labels are asked for.
  public func asymptotes(areLabelled hasRoom: Bool) -> [Mark] {
    let places = function.graph.breaks.filter { $0.kind == .pole }.prefix(Self.dotLimit).map(\.at)
    let lines = function.graph.asymptotes()
    let isLabelled = hasRoom && places.count + lines.count <= Self.asymptoteLabelLimit
    let upright = places.map { place in
      asymptote(
        Point(place, window.minY), Point(place, window.maxY),
        isLabelled ? "$x = \(function.written(breakAt: place).tex)$" : nil)
    }
    return upright
      + lines.compactMap { line in
        clipped(line).map { asymptote($0.0, $0.1, isLabelled ? "$y = \(Self.tex(line))$" : nil) }
      }
  }

  private func asymptote(_ start: Point, _ end: Point, _ label: String?) -> Mark {
    .curve(Path(line: start, end), Pen(.role(.soft), width: 1.8, dash: .model), label: label)
  }

  /// The part of a line in the window.
  private func clipped(_ line: GraphAsymptote) -> (Point, Point)? {
    var (from, to) = (window.minX, window.maxX)
    if line.slope != 0 {
      let ends = [window.minY, window.maxY].map { ($0 - line.intercept) / line.slope }
      (from, to) = (max(from, min(ends[0], ends[1])), min(to, max(ends[0], ends[1])))
    }
    let ends = [from, to].map { Point($0, line.slope * $0 + line.intercept) }
    return from < to && window.grown(by: 1e-9 * window.height).contains(ends[0])
      ? (ends[0], ends[1]) : nil
  }

  private static func tex(_ value: Double) -> String {
    let closed = ClosedForm(value).flatMap(ExactNumber.init)
    return ExactWording.written(value, closed).tex
  }

  /// A line as it is written: x/2, and no term is 0.
  private static func tex(_ line: GraphAsymptote) -> String {
    let (slope, height) = (line.slope, line.intercept)
    if slope == 0 { return tex(height) }
    let closed = ClosedForm(slope)
    let size = closed.map { $0.tex(times: "x") } ?? tex(abs(slope)) + "\\,x"
    let term = (slope < 0 ? "-" : "") + size
    if height == 0 { return term }
    return term + " \(height < 0 ? "-" : "+") \(tex(abs(height)))"
  }

  private func label(of extremum: GraphFeatures.Extremum) -> String {
    let (x, y) = function.written(extremum)
    return "$(\(x.tex),\\, \(y.tex))$"
  }

  /// Markers at the extrema, dots at the zeros.
  public var features: [Mark] {
    let extrema = function.features.extrema.filter { window.contains($0.at) }
    let zeros = function.features.zeros.map { Point($0, 0) }.filter(window.contains)
    guard extrema.count + zeros.count <= Self.dotLimit else { return [] }
    return zeros.map { .dot(at: $0, radius: Self.radius, pen.paint, isOpen: false, label: nil) }
      + extrema.map { extremum in
        .marker(
          extremum.isMaximum ? .maximum : .minimum, at: extremum.at,
          label: extrema.count <= Self.pointLabelLimit ? label(of: extremum) : nil)
      }
  }
}

/// The pens of several curves in one panel: a ladder of lightness, dashes from the fifth on.
public enum CurvePens {
  private static let roles: [Role] = [.blue, .orange, .plum, .teal, .crimson]

  /// The pen of a curve by its number among all.
  public static func pen(_ number: Int, width: Double = 4.2) -> Pen {
    let dash: Dash = number < 4 ? .solid : number < 5 ? .negative : number < 10 ? .model : .critical
    return Pen(.role(role(number)), width: width, dash: dash)
  }

  /// The role of a curve by its number.
  public static func role(_ number: Int) -> Role { roles[number % roles.count] }
}
