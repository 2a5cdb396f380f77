/// A surface as it is seen: its mesh, its lines, and the marks that show them.
///
///     let picture = SurfacePicture(of: f, tangentAt: Point(1, 0.5), setting: setting)
///     let stages = [picture.floorStage, picture.surfaceStage]
public struct SurfacePicture {
  /// The function.
  public let function: PlaneFunction
  /// What the figure shares with all others.
  public let setting: Setting
  /// The box with its axes and the view.
  public let frame: SpaceFrame
  /// The faces.
  public let mesh: SurfaceMesh
  /// What is seen of lines.
  public let sight: SurfaceSight
  /// What lifts curves of the plane onto the surface.
  public let lift: SurfaceLift
  /// The tangent plane, where one is asked for.
  public let plane: TangentPlane?
  /// Lines over round abscissas and ordinates, for the eye to follow the surface.
  let meshLines: [[SpaceCubic]]
  /// The level curves in the plane; none unless asked for.
  public let levels: LevelSet?

  static let meshPen = Pen(.glaze(.ink, 0.3), width: 1.25)
  static let levelPen = Pen(.role(.curveOverFill), width: 2)
  static let hiddenPen = Pen(.glaze(.curveOverFill, 0.7), width: 1.6, dash: .drop)

  /// The surface of a function in its window.
  ///
  /// `others` are panels of the same figure, which stand right of the surface.
  public init(
    of f: PlaneFunction, levels: Levels? = nil, from angles: ViewAngles = ViewAngles(),
    proportions: SpaceProportions = .auto, tangentAt point: Point? = nil, cells: Int? = nil,
    beside others: [Panel] = [], setting: Setting
  ) {
    function = f
    self.setting = setting
    let range = Self.heights(of: f)
    plane = point.map { TangentPlane(of: f, at: $0, heights: range) }
    frame = SpaceFrame(
      over: f.window, heights: range, from: angles, proportions: proportions,
      reaching: Self.samples(of: f, in: range) + (plane?.reach ?? []), beside: others,
      on: setting.canvas)
    let view = frame.view
    // A little more than the box, so that a top between the points that were looked at is not cut.
    let slack = f.hasPole ? 0 : (frame.heights.upperBound - frame.heights.lowerBound) / 20
    let shown = (frame.heights.lowerBound - slack)...(frame.heights.upperBound + slack)
    let pixel = frame.pixel
    mesh = SurfaceMesh(
      of: [f.expression], over: f.window, heights: shown,
      cells: cells
        ?? SurfaceMesh.cells(
          for: f.expression, over: f.window, heights: shown, in: view, pixel: pixel))
    sight = SurfaceSight(of: mesh, from: view, pixel: frame.pixel)
    lift = SurfaceLift(
      onto: f.expression, heights: shown,
      tolerance: setting.tolerance * frame.pixel / (view.scale.z * max(abs(view.up.z), 0.05)))
    meshLines = Self.meshLines(over: f.window, lift)
    let frame = frame
    self.levels = levels.map { Self.trace($0, of: f, in: frame, setting) }
  }

  /// The heights that are shown; some room about those of a constant.
  private static func heights(of f: PlaneFunction) -> ClosedRange<Double> {
    let limit = 1e300
    let low = min(max(f.range.lowerBound, -limit), limit)
    let high = min(max(f.range.upperBound, -limit), limit)
    if f.values.isEmpty { return 0...1 }
    let least = 1e-9 * max(abs(low), abs(high))
    if high - low > least && high - low > 1e-290 { return low...high }
    let room = max(abs(low) / 2, 1)
    return (low - room)...(high + room)
  }

  /// Points of the surface, for the picture to have room for it.
  private static func samples(of f: PlaneFunction, in range: ClosedRange<Double>) -> [SpacePoint] {
    let window = f.window
    let places = (0...24).map { Double($0) / 24 }
    let columns = places.map { window.minX * (1 - $0) + window.maxX * $0 }
    let rows = places.map { window.minY * (1 - $0) + window.maxY * $0 }
    let grid = Program([f.expression]).values(columns: columns, rows: rows)
    var samples: [SpacePoint] = []
    for (row, y) in rows.enumerated() {
      for (column, x) in columns.enumerated() {
        let z = grid[0, row: row, column: column]
        if !z.isNaN {
          samples.append(SpacePoint(x, y, min(max(z, range.lowerBound), range.upperBound)))
        }
      }
    }
    return samples
  }

  /// The lines over the plane at a round step, about sixteen each way.
  private static func meshLines(over window: Box, _ lift: SurfaceLift) -> [[SpaceCubic]] {
    var lines: [[SpaceCubic]] = []
    // A function that jumps at the border has its inner side there.
    let (dx, dy) = (1e-9 * window.width, 1e-9 * window.height)
    let xs = [window.minX + dx, window.maxX - dx]
    let ys = [window.minY + dy, window.maxY - dy]
    for x in niceLevels(in: window.minX...window.maxX, about: 15) + xs {
      lines += lift.lifted([CubicCurve(line: Point(x, window.minY), Point(x, window.maxY))])
    }
    for y in niceLevels(in: window.minY...window.maxY, about: 15) + ys {
      lines += lift.lifted([CubicCurve(line: Point(window.minX, y), Point(window.maxX, y))])
    }
    return lines
  }

  private static func trace(
    _ levels: Levels, of f: PlaneFunction, in frame: SpaceFrame, _ setting: Setting
  ) -> LevelSet {
    var values: [Double]
    switch levels {
    case .list(let list): values = list
    case .count(let count): values = f.isConstant ? [] : f.roundLevels(about: count).levels
    case .critical: values = f.isConstant ? [] : f.roundLevels(about: 8).levels
    }
    values = values.filter { frame.heights.contains($0) }
    return trace(f.expression, levels: values, in: frame, setting)
  }

  /// The level curves of a function over the floor, as finely as the picture shows them.
  public static func trace(
    _ f: Expression, levels: [Double], in frame: SpaceFrame, _ setting: Setting
  ) -> LevelSet {
    let window = frame.window
    let pixels = Point(
      max(window.width * frame.view.scale.x / frame.pixel, 1),
      max(window.height * frame.view.scale.y / frame.pixel, 1))
    let resolution = Resolution(window: window, pixels: pixels, tolerance: setting.tolerance)
    return LevelSetTracer(of: f, in: window, at: resolution).trace(levels: levels)
  }

  // MARK: Stages

  /// The floor with the axes, and the level curves on it.
  public var floorStage: SceneStage {
    var marks = frame.marks(
      xLabel: setting.xLabel ?? "$x$", yLabel: setting.yLabel ?? "$y$", zLabel: "$z$")
    if let levels {
      for (level, curves) in byLevel(levels) {
        let path = Path(
          curves.flatMap { curve in
            Path([
              Subpath(
                cubics: curve.cubics.map { frame.view(SpaceCubic($0, at: frame.base)) },
                isClosed: curve.isClosed)
            ]).subpaths
          })
        marks.append(.curve(path, Pen(.lineRamp(position(level)), width: 2), label: nil))
      }
    }
    return SceneStage(name: "floor", marks: marks)
  }

  private func byLevel(_ set: LevelSet) -> [(Double, [LevelCurve])] {
    var groups: [(Double, [LevelCurve])] = []
    for curve in set.curves {
      if groups.last?.0 == curve.level {
        groups[groups.count - 1].1.append(curve)
      } else {
        groups.append((curve.level, [curve]))
      }
    }
    return groups
  }

  private func position(_ level: Double) -> Double {
    let (low, high) = (frame.heights.lowerBound, frame.heights.upperBound)
    return (level - low) / (high - low)
  }

  /// The faces, the mesh lines and the level curves.
  public var surfaceStage: SceneStage {
    let regions = mesh.regions(from: frame.view, pixel: frame.pixel)
    var marks = Self.marks(regions)
    marks += line(meshLines, Self.meshPen)
    let curves = levelChains
    marks += line(curves, Self.levelPen)
    let hidden = Path(curves.flatMap { sight.seen($0).hidden.subpaths })
    if !hidden.isEmpty { marks.append(.curve(hidden, Self.hiddenPen, label: nil)) }
    return SceneStage(name: "surface", marks: marks)
  }

  /// The level curves at their heights.
  var levelChains: [[SpaceCubic]] {
    (levels?.curves ?? []).map { curve in
      curve.cubics.map { SpaceCubic($0, at: curve.level) }
    }
  }

  /// The seen parts of chains as one mark, so that crossings are no darker.
  private func line(_ chains: [[SpaceCubic]], _ pen: Pen) -> [Mark] {
    let path = Path(chains.flatMap { sight.seen($0).visible.subpaths })
    return path.isEmpty ? [] : [.curve(path, pen, label: nil)]
  }

  /// A line of a role on a casing of paper, which gives it contrast to any shade of the surface.
  public static func cased(_ path: Path, _ pen: Pen) -> [Mark] {
    guard !path.isEmpty else { return [] }
    return [
      .curve(path, Pen(.role(.paper), width: pen.width + 3), label: nil),
      .curve(path, pen, label: nil),
    ]
  }

  static func marks(_ regions: [ShadedRegion]) -> [Mark] {
    regions.map {
      .region(Path(polygon: $0.outline), .shaded($0.height, light: $0.light))
    }
  }
}
