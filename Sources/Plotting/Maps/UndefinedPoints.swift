import Calculus
import Geometry
import Tracing

/// Single points of a map at which the function has no value: where what it divides by is zero in a
/// point alone, as for xy/(x² + y²) at the origin.
///
/// The points are the isolated zeros of the factors of denominators as `ImplicitTracer` finds them, with
/// its promises. A factor of both signs is zero on curves and is not looked at; lines of poles and edges
/// of the domain are not among the points.
public struct UndefinedPoints {
  /// Where they are.
  public let points: [Point]
  /// The factor that is zero at the first of them.
  private let factor: Expression?

  /// A factor with more operations is not looked at.
  private static let mostOperations = 400
  /// More points would hide the map.
  private static let most = 9
  /// Places along each axis where the sign of a factor is looked at.
  private static let places = 33

  /// The undefined points of a function on a map.
  public init(of f: PlaneFunction, at resolution: Resolution) {
    let window = f.window
    let reach = Point(
      max(abs(window.minX), abs(window.maxX)), max(abs(window.minY), abs(window.maxY)))
    var points: [Point] = []
    var factor: Expression?
    for below in f.expression.denominators
    where below.operationCount <= Self.mostOperations && Self.hasOneSign(below, in: window) {
      let zeros = ImplicitTracer(of: below, in: window, at: resolution).trace()
      for zero in zeros.singularPoints where zero.kind == .isolated {
        let at = Point(
          Wording.settled(zero.at.x, scale: reach.x), Wording.settled(zero.at.y, scale: reach.y))
        // A case of its own may give the value there. Rounding beside √2 is no value.
        let isGiven = f.expression.hasCases && f.expression.value(at: [at.x, at.y]).isFinite
        let isKnown = points.contains {
          abs($0.x - at.x) <= 1e-9 * window.width && abs($0.y - at.y) <= 1e-9 * window.height
        }
        if isGiven || isKnown { continue }
        if points.isEmpty { factor = below }
        points.append(at)
      }
    }
    self.points = points
    self.factor = factor
  }

  private static func hasOneSign(_ f: Expression, in window: Box) -> Bool {
    let steps = (0..<places).map { (Double($0) + 0.5) / Double(places) }
    let values = Program([f]).values(
      columns: steps.map { window.minX + $0 * window.width },
      rows: steps.map { window.minY + $0 * window.height }
    ).values[0]
    return !(values.contains { $0 < 0 } && values.contains { $0 > 0 })
  }

  /// Whether there is something to show, and not too much.
  public var areShown: Bool { (1...Self.most).contains(points.count) }

  /// The stage that marks them.
  public var stage: SceneStage {
    SceneStage(
      name: "undefined",
      marks: points.map { .dot(at: $0, radius: 6.5, .role(.ink), isOpen: true, label: nil) },
      column: [
        .key(
          .dot(.role(.ink), isOpen: true),
          "not defined at \(place)", note: nil)
      ])
  }

  /// The one place, exactly where that can be proved, or how many there are.
  private var place: String {
    guard points.count == 1, let factor else { return "\(points.count) points" }
    return ExactWording.place(points[0], of: [factor] + factor.gradient)
  }

  /// They in words, or nothing.
  public var description: String {
    let places = points.prefix(Self.most).map {
      "(\(Wording.text($0.x)), \(Wording.text($0.y)))"
    }
    return places.isEmpty ? "" : " Not defined at \(places.joined(separator: ", "))."
  }

  /// They as a member of the results.
  public var json: (String, JSONValue) { ("undefinedPoints", .array(points.map { JSONValue($0) })) }
}
