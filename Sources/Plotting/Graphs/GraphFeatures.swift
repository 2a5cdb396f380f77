import Calculus
import Drawing
import Geometry
import Tracing

/// The zeros and extrema of a graph, as far as a small budget finds them.
public struct GraphFeatures: Hashable, Sendable {
  /// A highest or a lowest point among its neighbours.
  public struct Extremum: Hashable, Sendable {
    /// Where it is, and the value.
    public let at: Point
    /// Whether it is a maximum.
    public let isMaximum: Bool
  }

  /// The zeros in ascending order.
  public let zeros: [Double]
  /// The extrema inside the interval in ascending order, those at corners among them.
  public let extrema: [Extremum]
  /// The extrema that are told first: few are told from the left, of many the highest and the lowest.
  public var foremost: [Extremum] {
    guard extrema.count > Self.fewExtrema,
      let highest = extrema.filter(\.isMaximum).max(by: { $0.at.y < $1.at.y }),
      let lowest = extrema.filter({ !$0.isMaximum }).min(by: { $0.at.y < $1.at.y })
    else { return Array(extrema.prefix(3)) }
    return highest.at.x < lowest.at.x ? [highest, lowest] : [lowest, highest]
  }

  private static let fewExtrema = 6

  /// Whether it is proved that there are no others.
  public let isComplete: Bool

  /// Parts of the interval that are looked at: some milliseconds at most.
  private static let budget = 1200
  /// Extrema between more places than these are not told.
  private static let limit = 1000

  init(of f: Expression, _ graph: FunctionGraph) {
    // Where there is no limit, as at 0 of sin(1/x), zeros and extrema without end pile up.
    guard graph.crowded.isEmpty, !graph.branches.isEmpty, f.operationCount < 2000,
      !graph.breaks.contains(where: { $0.kind == .essential }),
      let found = try? f.realRoots(in: graph.interval, budget: Self.budget),
      let flat = try? f.derivative(by: f.variables[0])
        .realRoots(in: graph.interval, budget: Self.budget)
    else {
      (zeros, extrema, isComplete) = ([], [], graph.branches.isEmpty)
      return
    }
    zeros = found.roots.map(\.location)
    let width = graph.interval.upperBound - graph.interval.lowerBound
    let corners = graph.corners.map(\.at)
    let gaps = graph.breaks.map(\.at) + [graph.interval.lowerBound, graph.interval.upperBound]
    let places = (flat.roots.map(\.location) + corners).sorted()
    guard places.count + gaps.count <= Self.limit else {
      (extrema, isComplete) = ([], false)
      return
    }
    isComplete = found.isComplete && flat.isComplete
    let values = PointEvaluator(Program([f]))
    var seen: [Extremum] = []
    for place in places where !gaps.contains(where: { abs($0 - place) < 1e-9 * width }) {
      if let last = seen.last, abs(last.at.x - place) < 1e-9 * width { continue }
      let others = (places + gaps).map { abs($0 - place) }.filter { $0 > 1e-9 * width }
      let step = min(1e-3 * width, (others.min() ?? width) / 2)
      let heights = [place - step, place, place + step].map { values.values(at: [$0])[0] }
      if heights[1] > heights[0] && heights[1] > heights[2] {
        seen.append(Extremum(at: Point(place, heights[1]), isMaximum: true))
      } else if heights[1] < heights[0] && heights[1] < heights[2] {
        seen.append(Extremum(at: Point(place, heights[1]), isMaximum: false))
      }
    }
    extrema = seen
  }
}
