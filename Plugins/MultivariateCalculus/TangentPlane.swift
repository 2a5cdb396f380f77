import Plotting

/// The tangent plane of a surface at a point: its numbers, its patch, its marks.
struct TangentPlane {
  /// How the surface runs beside its plane near the point.
  enum Contact {
    case above, below, crossing, unsettled
  }

  let at: Point
  let value: Double
  let gradient: Point
  /// Whether f is differentiable at the point.
  let exists: Bool
  /// Whether the point lies in the window.
  let isInWindow: Bool
  let contact: Contact
  /// The length on the floor of the tangent vectors, a round number, one where it fits.
  let step: Double
  /// The piece of the plane that is drawn.
  let patch: TangentPatch?

  private static let pen = Pen(.role(.orange), width: 2)

  init(of f: PlaneFunction, at point: Point, heights: ClosedRange<Double>) {
    at = point
    isInWindow = f.window.contains(point)
    let values = Program([f.expression] + f.gradient).values(at: [point.x, point.y])
    let extent = Point(f.window.width, f.window.height)
    let scale = max(abs(heights.lowerBound), abs(heights.upperBound))
    value = Wording.settled(values[0], scale: scale)
    let slope = Point(values[1], values[2])
    let steepest = max(abs(slope.x), abs(slope.y))
    gradient = Point(
      Wording.settled(slope.x, scale: steepest), Wording.settled(slope.y, scale: steepest))
    let program = PointEvaluator(Program([f.expression]))
    exists = Self.isTangent(program, at: point, values[0], slope, extent)
    contact = exists ? Self.contact(f, at: point) : .unsettled
    let height = heights.upperBound - heights.lowerBound
    step = Self.step(extent: min(extent.x, extent.y), height: height, steepness: steepest)
    guard exists, isInWindow, step > 0 else {
      patch = nil
      return
    }
    let plane = SpacePlane(through: SpacePoint(over: point, values[0]), slope: slope)
    let patch = TangentPatch(of: plane, reach: Point(1.08 * step, 1.08 * step))
    self.patch = patch.corners.allSatisfy(\.isFinite) ? patch : nil
  }

  /// The corners of the patch: the frame has to hold them.
  var reach: [SpacePoint] { patch?.corners ?? [] }

  /// Whether f follows the plane: nearer to the point the gap shrinks faster than the distance.
  private static func isTangent(
    _ f: PointEvaluator, at point: Point, _ value: Double, _ slope: Point, _ extent: Point
  ) -> Bool {
    guard value.isFinite, slope.isFinite, point.isFinite else { return false }
    return [1e-4, 1e-6].contains { part in
      let reach = Point(extent.x * part, extent.y * part)
      let noise = 1e-12 * (abs(value) + 1e-300)
      return [(1.0, 0.0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1)]
        .allSatisfy { direction in
          let offset = Point(direction.0 * reach.x, direction.1 * reach.y)
          f.evaluate(point.x + offset.x, point.y + offset.y)
          let rise = abs(slope.x * offset.x) + abs(slope.y * offset.y)
          let gap = abs(f.result(0) - value - slope.dot(offset))
          // A kink leaves a gap in proportion to the distance, whatever the slope.
          f.evaluate(point.x + offset.x / 8, point.y + offset.y / 8)
          let near = abs(f.result(0) - value - slope.dot(offset) / 8)
          return gap <= 1e-6 * rise + noise || near <= gap / 16 + noise
        }
    }
  }

  /// What the Hessian says.
  private static func contact(_ f: PlaneFunction, at point: Point) -> Contact {
    let rows = f.gradient.flatMap { part in ["x", "y"].map { part.derivative(by: $0) } }
    let h = Program(rows).values(at: [point.x, point.y])
    let determinant = h[0] * h[3] - h[1] * h[2]
    let size = h.reduce(0) { max($0, abs($1)) }
    guard determinant.isFinite, abs(determinant) > 1e-9 * size * size else { return .unsettled }
    return determinant < 0 ? .crossing : h[0] > 0 ? .above : .below
  }

  /// A round length that shows well and does not rise out of the box.
  private static func step(extent: Double, height: Double, steepness: Double) -> Double {
    let widest = min(0.26 * extent, 0.55 * height / max(steepness, 1e-300))
    guard widest > 0, widest.isFinite else { return 0 }
    // The largest of 1, 2 and 5 times a power of ten that is not longer.
    for exponent in (-320...308).reversed() {
      for digit in [5, 2, 1] {
        if let length = Double("\(digit)e\(exponent)"), length > 0, length <= widest {
          return length
        }
      }
    }
    return 0
  }

  // MARK: What is drawn

  /// The plane with what of the surface is in front of it, then the point and the vectors.
  func stages(in picture: SurfacePicture, _ lifted: LiftedMarks) -> [SceneStage] {
    let words = TangentPlaneWords(self)
    guard let patch else { return [SceneStage(name: "plane", column: words.column)] }
    let frame = picture.frame
    let outline = Path(polygon: patch.outline(from: frame.view))
    // Together 52 % in front of the surface and 14 % behind it.
    var marks: [Mark] = [.region(outline, .glaze(.orange, 0.44))]
    marks += SurfacePicture.marks(
      picture.mesh.regions(inFrontOf: patch, from: frame.view, pixel: frame.pixel))
    marks += line(picture.meshLines, SurfacePicture.meshPen, picture)
    marks += line(picture.levelChains, SurfacePicture.levelPen, picture)
    marks += SurfacePicture.cased(inFront(of: lifted.chains, picture), LiftedMarks.pen)
    marks.append(.region(outline, .glaze(.orange, 0.14)))
    let sides = patch.sides.map { picture.sight.seen([$0], on: nil) }
    let visible = Path(sides.flatMap(\.visible.subpaths))
    let hidden = Path(sides.flatMap(\.hidden.subpaths))
    if !hidden.isEmpty {
      marks.append(.curve(hidden, Pen(.role(.orange), width: 1.6, dash: .drop), label: nil))
    }
    marks += SurfacePicture.cased(visible, Self.pen)
    return [
      SceneStage(name: "plane", marks: marks, column: words.column),
      SceneStage(name: "vectors", marks: vectors(patch, frame)),
    ]
  }

  /// The parts of chains that are seen in front of the plane, inside its outline.
  private func line(
    _ chains: [[SpaceCubic]], _ pen: Pen, _ picture: SurfacePicture
  ) -> [Mark] {
    let path = inFront(of: chains, picture)
    return path.isEmpty ? [] : [.curve(path, pen, label: nil)]
  }

  private func inFront(of chains: [[SpaceCubic]], _ picture: SurfacePicture) -> Path {
    guard let patch else { return Path([]) }
    return Path(chains.flatMap { picture.sight.seen($0, before: patch).inFront.subpaths })
  }

  /// The point and the two tangent vectors along x and y.
  private func vectors(_ patch: TangentPatch, _ frame: SpaceFrame) -> [Mark] {
    let start = patch.plane.point
    let tail = frame.view(start)
    let factor = step == 1 ? "" : Wording.tex(step) + "\\,"
    let tips = [
      (SpacePoint(start.x + step, start.y, start.z + step * patch.plane.slope.x), "(1, 0, f_x)"),
      (SpacePoint(start.x, start.y + step, start.z + step * patch.plane.slope.y), "(0, 1, f_y)"),
    ]
    var marks: [Mark] = []
    for (index, (tip, name)) in tips.enumerated() {
      let place = frame.view(tip)
      let other = frame.view(tips[1 - index].0) - tail
      marks.append(.vector(tail: tail, tip: place, Pen(.role(.ink), width: 4)))
      guard let direction = (place - tail).direction else { continue }
      // On the side away from the other vector.
      let isLeft = direction.cross(other) < 0
      let normal = isLeft ? direction.perpendicular : -direction.perpendicular
      // Beside a long arrow, beyond the tip of a short one.
      let isLong = tail.distance(to: place) > 110 * frame.unit
      let way = isLong ? normal : direction
      let anchor: Anchor =
        abs(way.x) < 0.4
        ? way.y > 0 ? .bottom : .top
        : abs(way.y) < 0.4 || !isLong
          ? way.x > 0 ? .left : .right
          : way.x > 0
            ? way.y > 0 ? .bottomLeft : .topLeft : way.y > 0 ? .bottomRight : .topRight
      marks.append(
        .text(
          "$\(factor)\(name)$", at: isLong ? tail.interpolated(to: place, at: 0.72) : place,
          anchor: anchor, offset: Point(12 * way.x, -12 * way.y), .tick, .role(.ink)))
    }
    marks.append(.dot(at: tail, radius: 8, .role(.ink), isOpen: false, label: nil))
    return marks
  }
}
