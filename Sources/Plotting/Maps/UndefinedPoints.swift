import Calculus
import Geometry
import Tracing

/// Single points of a map at which the function has no value: where what it divides by is zero in a
/// point alone, as for xy/(x² + y²) at the origin.
///
/// The points are the isolated zeros of the denominators as `ImplicitTracer` finds them, with its
/// promises; lines of poles and edges of the domain are not among them.
public struct UndefinedPoints {
  /// Where they are.
  public let points: [Point]
  private let names: [String]

  /// A denominator with more operations is not looked at.
  private static let mostOperations = 400
  /// More points would hide the map.
  private static let most = 9

  /// The undefined points of a function on a map.
  public init(of f: PlaneFunction, at resolution: Resolution) {
    let extent = Point(
      max(abs(f.window.minX), abs(f.window.maxX)), max(abs(f.window.minY), abs(f.window.maxY)))
    var points: [Point] = []
    var names: [String] = []
    for below in f.expression.denominators where below.operationCount <= Self.mostOperations {
      let zeros = ImplicitTracer(of: below, in: f.window, at: resolution).trace()
      for zero in zeros.singularPoints where zero.kind == .isolated {
        let at = Point(
          Wording.settled(zero.at.x, scale: extent.x), Wording.settled(zero.at.y, scale: extent.y))
        // A case of its own may give the value there. Rounding beside √2 is no value.
        let isGiven = f.expression.hasCases && f.expression.value(at: [at.x, at.y]).isFinite
        if isGiven || points.contains(at) { continue }
        points.append(at)
        names.append(ExactWording.place(at, of: [below] + below.gradient))
      }
    }
    self.points = points
    self.names = names
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
          "not defined at " + (points.count == 1 ? names[0] : "\(points.count) points"), note: nil)
      ])
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
