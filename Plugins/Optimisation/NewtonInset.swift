import Plotting

/// An enlarged part of the picture of Newton–Raphson: the last steps, where they cannot be told apart.
///
/// Both axes are enlarged alike. It stands where nothing is drawn; where no place is free there is
/// none.
struct NewtonInset {
  private let problem: NewtonProblem
  private let setting: Setting
  private let window: Box
  /// The panel on the page.
  private let panel: Box
  /// The first iterate that is shown.
  private let first: Int
  /// The part that is enlarged, and where it is drawn, in the coordinates of the panel.
  let source: Box
  let target: Box

  /// How many times larger things are drawn.
  var factor: Double { target.width / source.width }

  /// Iterates nearer than this part of the window cannot be told apart.
  static let leastGap = 0.045
  /// An inset that enlarges less than this is not worth its room.
  private static let leastFactor = 2.5
  /// The extent of the inset as parts of the panel, the largest first.
  private static let extents = [(0.44, 0.46), (0.38, 0.4), (0.32, 0.34), (0.26, 0.3)]

  /// Nothing where the steps can be told apart, or where no place is free.
  init?(_ problem: NewtonProblem, in window: Box, on panel: Box, _ setting: Setting) {
    let places = problem.drawn
    guard let root = problem.run.root, window.width > 0, window.height > 0, panel.width > 300,
      let first = Self.first(of: places, root, in: window)
    else { return nil }
    self.problem = problem
    self.setting = setting
    self.window = window
    self.panel = panel
    self.first = first
    var hull = Box(x: root, y: 0, width: 0, height: 0)
    for x in places[first...] {
      let height = problem.curve.value(at: [x])
      guard height.isFinite else { return nil }
      hull = hull.union(Box(containing: [Point(x, 0), Point(x, height)]) ?? hull)
    }
    let obstacles = Self.obstacles(problem, in: window, on: panel)
    for extent in Self.extents {
      let size = Point(window.width * extent.0, window.height * extent.1)
      let source = Self.source(around: hull, like: size)
      guard size.x / source.width >= Self.leastFactor,
        let target = Self.place(
          size, in: window, sides: panel.width < 900 ? 0.14 : 0.025, apartFrom: source, obstacles)
      else { continue }
      (self.source, self.target) = (source, target)
      return
    }
    return nil
  }

  /// The first iterate from which on all are near the root, with at least two more to be seen.
  private static func first(of places: [Double], _ root: Double, in window: Box) -> Int? {
    var first = places.count - 1
    while first > 0, abs(places[first - 1] - root) < 0.14 * window.width { first -= 1 }
    let crowded = zip(places[first...], places[first...].dropFirst()).contains {
      abs($0 - $1) < leastGap * window.width
    }
    return crowded && places.count - first > 2 ? first : nil
  }

  /// A box of the shape of the inset around what is to be seen, with a margin.
  private static func source(around hull: Box, like size: Point) -> Box {
    let share = max(1.5 * hull.width / size.x, 1.9 * hull.height / size.y)
    let (width, height) = (size.x * share, size.y * share)
    return Box(
      x: hull.centre.x - width / 2, y: hull.centre.y - height / 2, width: width, height: height)
  }

  /// What the inset must not cover: points of the curve, of the tangents, of the axis, with the names.
  private static func obstacles(
    _ problem: NewtonProblem, in window: Box, on panel: Box
  ) -> [Point] {
    var points: [Point] = []
    for index in 0...300 {
      let x = window.minX + window.width * Double(index) / 300
      points.append(Point(x, 0))
      let height = problem.curve.value(at: [x])
      if height.isFinite { points.append(Point(x, height)) }
    }
    let places = problem.drawn
    let name = 44 * window.height / max(panel.height, 1)
    for (x, next) in zip(places, places.dropFirst()) {
      let height = problem.curve.value(at: [x])
      points += [Point(x, name), Point(x, -name), Point(next, name), Point(next, -name)]
      for step in 0...40 {
        let part = Double(step) / 40
        points.append(Point(x, height * part))
        points.append(Point(x, height).interpolated(to: Point(next, 0), at: part))
      }
    }
    return points.filter { window.grown(by: window.width).contains($0) && $0.isFinite }
  }

  /// The place on a lattice nearest to the source that covers nothing.
  ///
  /// - Parameter sides: the part of the window that is left free at both sides: in a narrow panel
  ///   the numbers of an axis at its side need room.
  private static func place(
    _ size: Point, in window: Box, sides: Double, apartFrom source: Box, _ obstacles: [Point]
  ) -> Box? {
    let margin = Point(0.025 * window.width, 0.04 * window.height)
    let edge = sides * window.width
    let room = Point(window.width - size.x - 2 * edge, window.height - size.y - 2 * margin.y)
    guard room.x > 0, room.y > 0 else { return nil }
    var best: (distance: Double, box: Box)?
    for column in 0...12 {
      for row in 0...12 {
        let box = Box(
          x: window.minX + edge + room.x * Double(column) / 12,
          y: window.minY + margin.y + room.y * Double(row) / 12, width: size.x, height: size.y)
        let clear = Box(
          minX: box.minX - margin.x, minY: box.minY - margin.y, maxX: box.maxX + margin.x,
          maxY: box.maxY + margin.y)
        guard !clear.intersects(source), !obstacles.contains(where: clear.contains) else {
          continue
        }
        let way = box.centre - source.centre
        let distance = Point(way.x / window.width, way.y / window.height).length
        if distance < best?.distance ?? .infinity { best = (distance, box) }
      }
    }
    return best?.box
  }

  // MARK: What is drawn

  private func place(_ point: Point) -> Point {
    Point(
      target.minX + (point.x - source.minX) * factor,
      target.minY + (point.y - source.minY) * target.height / source.height)
  }

  /// The frame, the part that it enlarges, and what is seen in it.
  var marks: [Mark] {
    let frame = Path(target)
    var marks: [Mark] = [
      .curve(Path(source), Pen(.role(.soft), width: 1.5), label: nil),
      .curve(connector, Pen(.role(.soft), width: 1.8, dash: .drop), label: nil),
      .region(frame, .role(.paper)),
    ]
    if source.minY < 0, source.maxY > 0 {
      marks.append(
        .curve(
          Path(line: place(Point(source.minX, 0)), place(Point(source.maxX, 0))),
          Pen(.role(.axis), width: 1.5), label: nil))
    }
    marks += curve + steps
    marks.append(.curve(frame, Pen(.role(.axis), width: 1.5), label: nil))
    let (corner, anchor, offset) = freeCorner
    marks.append(
      .text(
        "enlarged \(Wording.text(factor, digits: 2)) times", at: corner, anchor: anchor,
        offset: offset, .note, .role(.soft)))
    return marks
  }

  /// The room of the note, in units of the page.
  private static let note = Point(190, 44)

  /// The corner of the inset where the note meets nothing that is seen in it.
  private var freeCorner: (Point, Anchor, Point) {
    let size = Point(
      Self.note.x * window.width / panel.width, Self.note.y * window.height / panel.height)
    let (low, high) = (target.minY, target.maxY)
    let corners: [(Point, Anchor, Point, Box)] = [
      (
        Point(target.maxX, low), .bottomRight, Point(-12, -12),
        Box(x: target.maxX - size.x, y: low, width: size.x, height: size.y)
      ),
      (
        Point(target.minX, high), .topLeft, Point(12, 12),
        Box(x: target.minX, y: high - size.y, width: size.x, height: size.y)
      ),
      (
        Point(target.maxX, high), .topRight, Point(-12, 12),
        Box(x: target.maxX - size.x, y: high - size.y, width: size.x, height: size.y)
      ),
      (
        Point(target.minX, low), .bottomLeft, Point(12, -12),
        Box(x: target.minX, y: low, width: size.x, height: size.y)
      ),
    ]
    let seen = seenPlaces
    let met = corners.map { corner in seen.count { corner.3.contains($0) } }
    let best = met.indices.min { met[$0] < met[$1] } ?? 0
    return (corners[best].0, corners[best].1, corners[best].2)
  }

  /// Places of the curve, of the axis and of the names in the inset.
  private var seenPlaces: [Point] {
    let places = problem.drawn
    var seen = (0...80).flatMap { step -> [Point] in
      let x = source.minX + source.width * Double(step) / 80
      return [Point(x, problem.curve.value(at: [x])), Point(x, 0)]
        .filter { source.contains($0) }.map(place)
    }
    for index in first..<places.count {
      let foot = place(Point(places[index], 0))
      let side = problem.curve.value(at: [places[index]]) <= 0 ? 1.0 : -1
      for (across, up) in [(0.0, 20.0), (-16, 34), (16, 34), (0, 50)] {
        seen.append(
          Point(
            foot.x + across * window.width / panel.width,
            foot.y + side * up * window.height / panel.height))
      }
    }
    return seen
  }

  /// From a corner of the part to the nearest corner of the inset.
  private var connector: Path {
    var best: (distance: Double, line: (Point, Point)) = (.infinity, (source.centre, target.centre))
    for a in source.corners {
      for b in target.corners {
        let way = Point((a.x - b.x) / window.width, (a.y - b.y) / window.height)
        if way.length < best.distance { best = (way.length, (a, b)) }
      }
    }
    return Path(line: best.line.0, best.line.1)
  }

  private var curve: [Mark] {
    let text = "y - (\(problem.curve.text))"
    guard let difference = try? Expression(text, variables: ["x", "y"]) else { return [] }
    let pixels = Point(
      panel.width * target.width / window.width / setting.canvas.pixel,
      panel.height * target.height / window.height / setting.canvas.pixel)
    let resolution = Resolution(window: source, pixels: pixels, tolerance: setting.tolerance)
    let map = AffineMap(
      xx: factor, yy: target.height / source.height,
      dx: target.minX - source.minX * factor,
      dy: target.minY - source.minY * target.height / source.height)
    return LevelSetTracer(of: difference, in: source, at: resolution).trace(levels: [0]).curves.map
    {
      .curve($0.path.mapped(by: map), NewtonGraph.curvePen, label: nil)
    }
  }

  /// The tangents that cross the part, their feet, and names where there is room.
  private var steps: [Mark] {
    let places = problem.drawn
    var marks: [Mark] = []
    for index in places.indices.dropLast() where index + 1 >= first {
      let touch = Point(places[index], problem.curve.value(at: [places[index]]))
      let foot = Point(places[index + 1], 0)
      if let (a, b) = clipped(touch, foot) {
        marks.append(.curve(Path(line: place(a), place(b)), NewtonGraph.tangentPen, label: nil))
      }
    }
    var named: [Double] = []
    for index in first..<places.count {
      let touch = Point(places[index], problem.curve.value(at: [places[index]]))
      let foot = place(Point(places[index], 0))
      if index + 1 < places.count, source.contains(touch) {
        marks.append(
          .curve(Path(line: foot, place(touch)), NewtonGraph.dropPen, label: nil))
        marks.append(
          .dot(at: place(touch), radius: 6, .role(.orange), isOpen: false, label: nil))
      }
      let isCrowded = named.contains { abs($0 - foot.x) < 0.045 * window.width }
      if isCrowded { continue }
      named.append(foot.x)
      marks.append(.dot(at: foot, radius: 6, .role(.ink), isOpen: false, label: nil))
      let isAbove = touch.y <= 0
      marks.append(
        .text(
          "$x_{\(index)}$", at: foot, anchor: isAbove ? .bottom : .top,
          offset: Point(0, isAbove ? -12 : 12), .direct, .role(.ink)))
    }
    return marks
  }

  /// The part of a segment inside the source (Liang & Barsky 1984).
  private func clipped(_ a: Point, _ b: Point) -> (Point, Point)? {
    var (low, high) = (0.0, 1.0)
    let way = b - a
    for (p, q) in [
      (-way.x, a.x - source.minX), (way.x, source.maxX - a.x), (-way.y, a.y - source.minY),
      (way.y, source.maxY - a.y),
    ] {
      if p == 0 {
        if q < 0 { return nil }
      } else if p < 0 {
        low = max(low, q / p)
      } else {
        high = min(high, q / p)
      }
    }
    guard low < high else { return nil }
    return (a.interpolated(to: b, at: low), a.interpolated(to: b, at: high))
  }
}
