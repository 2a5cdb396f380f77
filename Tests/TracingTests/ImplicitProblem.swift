import Calculus
import Foundation
import Geometry

@testable import Tracing

/// A case of `implicit_curves.json`: a formula, a window and what is known of its zero set.
struct ImplicitProblem: Decodable {
  struct Window: Decodable {
    let x: [Double]
    let y: [Double]

    var box: Box { Box(minX: x[0], minY: y[0], maxX: x[1], maxY: y[1]) }
  }

  struct SingularPoint: Decodable {
    let x: String
    let y: String
    let type: String?
  }

  struct Zoom: Decodable {
    let window: Window
    let components: Int
    let hits: Int

    enum CodingKeys: String, CodingKey {
      case window, components
      case hits = "boundary_hits"
    }
  }

  struct Boxes: Decodable {
    let empty: [[Double]]
    let nonempty: [[Double]]

    enum CodingKeys: String, CodingKey {
      case empty = "proved_empty"
      case nonempty = "proved_nonempty"
    }
  }

  let id: String
  let formula: String
  let window: Window
  let components: Int?
  let loops: Int?
  let hits: Int?
  let singularPoints: [SingularPoint]
  let isolatedPoints: [SingularPoint]
  let zoom: Zoom?
  let boxes: Boxes?

  enum CodingKeys: String, CodingKey {
    case id, window, components, zoom, boxes
    case formula = "F"
    case loops = "closed_loops"
    case hits = "boundary_hits"
    case singularPoints = "singular_points"
    case isolatedPoints = "isolated_points"
  }

  /// The cases of a file of `Tests/Fixtures`.
  static func load(_ name: String) throws -> [ImplicitProblem] {
    struct File: Decodable { let problems: [ImplicitProblem] }
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures").appending(path: name)
    return try JSONDecoder().decode(File.self, from: Data(contentsOf: file)).problems
  }

  /// The singular points with the names that the tracer gives, isolated ones among them.
  var expectedPoints: [(kind: String, at: Point)] {
    get throws {
      let singular = singularPoints.filter { $0.type != "acnode" }.map { ($0, $0.type ?? "other") }
      let all = singular + isolatedPoints.map { ($0, "isolated") }
      return try all.map { point, type in
        let name = type == "ordinary triple point" ? "other" : type
        return (name, Point(try Expression.constant(point.x), try Expression.constant(point.y)))
      }
    }
  }

  /// The case with other coordinates: x = scale·(x′ − shift.x), y = scale·(y′ − shift.y).
  func moved(by shift: Point, scale: Double) -> ImplicitProblem {
    let source = Self.replaced(
      "y", in: Self.replaced("x", in: formula, with: "(\(scale)*(x - \(shift.x)))"),
      with: "(\(scale)*(y - \(shift.y)))")
    let window = Window(
      x: self.window.x.map { $0 / scale + shift.x }, y: self.window.y.map { $0 / scale + shift.y })
    func moved(_ points: [SingularPoint]) -> [SingularPoint] {
      points.map {
        SingularPoint(
          x: "(\($0.x))/\(scale) + \(shift.x)", y: "(\($0.y))/\(scale) + \(shift.y)", type: $0.type)
      }
    }
    return ImplicitProblem(
      id: id + " moved", formula: source, window: window, components: components, loops: loops,
      hits: hits, singularPoints: moved(singularPoints), isolatedPoints: moved(isolatedPoints),
      zoom: nil, boxes: nil)
  }

  /// A text in which a name of one letter is replaced wherever it stands alone.
  static func replaced(_ name: Character, in text: String, with other: String) -> String {
    let letters = Array(text)
    var result = ""
    for (index, letter) in letters.enumerated() {
      let isPart =
        index > 0 && letters[index - 1].isLetter
        || index + 1 < letters.count && letters[index + 1].isLetter
      result += letter == name && !isPart ? other : String(letter)
    }
    return result
  }

  /// The set that the tracer finds.
  func trace(
    in box: Box? = nil, ratio: Quadtree.SplitRatio = Quadtree.SplitRatio(),
    tolerance: Double = 0.25
  ) throws -> ImplicitSet {
    let box = box ?? window.box
    let f = try Equation(formula, variables: ["x", "y"]).difference
    let pixels = Point(764, 764 * box.height / box.width)
    var tracer = ImplicitTracer(
      of: f, in: box, at: Resolution(window: box, pixels: pixels, tolerance: tolerance))
    tracer.ratio = ratio
    return tracer.trace()
  }

  /// What is wrong with a set; empty where nothing is.
  func faults(of set: ImplicitSet) throws -> [String] {
    var faults: [String] = []
    if components != nil {
      if !set.unresolved.isEmpty { faults.append("\(set.unresolved.count) places unresolved") }
      if set.components != components {
        faults.append("\(set.components ?? -1) components, not \(components ?? -1)")
      }
      if loops != nil && set.closedLoops != loops {
        faults.append("\(set.closedLoops ?? -1) loops, not \(loops ?? -1)")
      }
      if hits != nil && set.boundaryHits?.count != hits {
        faults.append("\(set.boundaryHits?.count ?? -1) boundary points, not \(hits ?? -1)")
      }
    }
    let expected = try expectedPoints
    if set.singularPoints.count != expected.count {
      faults.append("\(set.singularPoints.count) singular points, not \(expected.count)")
    }
    let size = max(window.box.width, window.box.height)
    for (kind, at) in expected {
      let isFound = set.singularPoints.contains {
        $0.kind.rawValue == kind && $0.at.distance(to: at) <= 1e-9 * size
      }
      if !isFound { faults.append("no \(kind) at \(at.x), \(at.y)") }
    }
    return faults
  }
}
