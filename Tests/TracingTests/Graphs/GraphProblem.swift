import Calculus
import Foundation
import Geometry
import Tracing

/// A graph with what is known of it, from `Tests/Fixtures`.
struct GraphProblem: Decodable {
  struct File: Decodable { let problems: [GraphProblem] }

  struct Place: Decodable {
    let x: String
    let type: String
    let left: String?
    let right: String?
    let liftsPen: Bool

    enum CodingKeys: String, CodingKey {
      case x, type
      case left = "left_limit"
      case right = "right_limit"
      case liftsPen = "breaks_line"
    }
  }

  struct Key: Decodable {
    let x: String
    let y: String
  }

  let id: String
  let f: String
  let window: [Double]
  let branches: Int
  let breaks: [Place]
  let undefined: [[String]]
  let keys: [Key]

  enum CodingKeys: String, CodingKey {
    case id, f, window, branches, breaks
    case undefined = "undefined_intervals"
    case keys = "key_points"
  }

  static func load(_ name: String) throws -> [GraphProblem] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures").appending(path: name)
    return try JSONDecoder().decode(File.self, from: Data(contentsOf: file)).problems
  }

  var interval: ClosedRange<Double> { window[0]...window[1] }
  var width: Double { window[1] - window[0] }

  func graph() throws -> FunctionGraph {
    try FunctionGraph(of: Expression(f, variables: ["x"]), on: interval)
  }

  // MARK: What is wrong

  /// All that differs from what is known.
  func faults() throws -> [String] {
    let graph = try graph()
    return breakFaults(graph) + cornerFaults(graph) + partFaults(graph)
      + (try keyFaults(graph)) + lineFaults(graph)
  }

  private static let breakKinds: [String: GraphBreak.Kind] = [
    "pole": .pole, "jump": .jump, "domain-edge": .domain, "removable": .removable,
    "essential": .essential, "other": .other,
  ]
  private static let cornerKinds: [String: GraphCorner.Kind] = [
    "corner": .corner, "cusp": .cusp, "vertical-tangent": .verticalTangent,
  ]

  /// 1e-11 of the window, and 1e-8 where only rounding shows the place.
  private var tolerance: Double {
    (id.hasPrefix("lonely") || id.hasPrefix("triangle") ? 2e-8 : 1e-11) * width
  }

  private func breakFaults(_ graph: FunctionGraph) -> [String] {
    let expected = breaks.filter { Self.breakKinds[$0.type] != nil }
    var faults: [String] = []
    if graph.breaks.count != expected.count {
      faults.append("\(graph.breaks.count) breaks, not \(expected.count)")
    }
    for place in expected {
      guard let x = Double(place.x) else { continue }
      guard let match = graph.breaks.first(where: { abs($0.at - x) <= tolerance }) else {
        faults.append("no break at \(x)")
        continue
      }
      if match.kind != Self.breakKinds[place.type] { faults.append("\(x) is a \(match.kind)") }
      if match.liftsPen != place.liftsPen { faults.append("pen at \(x)") }
      if !agrees(match.left, place.left) { faults.append("left of \(x): \(match.left)") }
      if !agrees(match.right, place.right) { faults.append("right of \(x): \(match.right)") }
    }
    return faults
  }

  private func agrees(_ limit: OneSidedLimit, _ text: String?) -> Bool {
    guard let text else { return limit == .undefined || limit == .none }
    if text == "+inf" { return limit == .infinite(isPositive: true) }
    if text == "-inf" { return limit == .infinite(isPositive: false) }
    guard let value = limit.number, let expected = try? Expression.constant(text) else {
      return false
    }
    return abs(value - expected) <= 1e-9 * max(1, abs(expected))
  }

  private func cornerFaults(_ graph: FunctionGraph) -> [String] {
    let expected = breaks.filter { Self.cornerKinds[$0.type] != nil }
    var faults: [String] = []
    if graph.corners.count != expected.count {
      faults.append("\(graph.corners.count) corners, not \(expected.count)")
    }
    for place in expected {
      guard let x = Double(place.x), let value = place.left.flatMap(Double.init) else { continue }
      guard let match = graph.corners.first(where: { abs($0.at - x) <= tolerance }) else {
        faults.append("no corner at \(x)")
        continue
      }
      if match.kind != Self.cornerKinds[place.type] { faults.append("\(x) is a \(match.kind)") }
      if abs(match.value - value) > 1e-7 { faults.append("value \(match.value) at \(x)") }
    }
    return faults
  }

  private func partFaults(_ graph: FunctionGraph) -> [String] {
    var faults: [String] = []
    if graph.branches.count != branches {
      faults.append("\(graph.branches.count) branches, not \(branches)")
    }
    let same = zip(graph.undefined, undefined).allSatisfy { range, ends in
      guard let from = Double(ends[0]), let to = Double(ends[1]) else { return false }
      return abs(range.lowerBound - from) <= tolerance && abs(range.upperBound - to) <= tolerance
    }
    if graph.undefined.count != undefined.count || !same {
      faults.append("undefined on \(graph.undefined)")
    }
    return faults
  }

  // MARK: The drawn line

  /// The key points, seen in the window that is chosen and in one made for each of them.
  private func keyFaults(_ graph: FunctionGraph) throws -> [String] {
    let chosen = FunctionGraph.window(over: graph.ordinates())
    var faults: [String] = []
    for key in keys {
      guard let x = Double(key.x), let y = Double(key.y) else { continue }
      let reach =
        0.5 * abs(y) + (chosen.contains(y) ? 0.01 : 1) * (chosen.upperBound - chosen.lowerBound)
      for ordinates in [chosen, y - reach...y + reach] where ordinates.contains(y) {
        let picture = GraphPicture(graph, ordinates)
        let distance = picture.distance(to: Point(x, y))
        if distance > 0.3 { faults.append("(\(x), \(y)) is missed by \(distance) px") }
      }
    }
    return faults
  }

  /// Lines that pass a break or leave the window.
  private func lineFaults(_ graph: FunctionGraph) -> [String] {
    let picture = GraphPicture(graph, FunctionGraph.window(over: graph.ordinates()))
    var faults: [String] = []
    for line in picture.trace.lines {
      guard let from = line.cubics.first?.p0.x, let to = line.cubics.last?.p3.x else { continue }
      let slack = 1e-12 * width
      for place in graph.breaks where place.liftsPen {
        if from < place.at - slack && to > place.at + slack {
          faults.append("a line passes \(place.at)")
        }
      }
      let edge = picture.window.grown(by: 0.3 * picture.resolution.pixelHeight)
      for cubic in line.cubics where !(edge.minY <= cubic.p0.y && cubic.p0.y <= edge.maxY) {
        faults.append("a line leaves the window at \(cubic.p0)")
      }
    }
    return faults
  }
}
