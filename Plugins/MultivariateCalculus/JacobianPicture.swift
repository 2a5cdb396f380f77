import Plotting

/// The picture of a map of the plane: the grid before and after, the cell and its image.
struct JacobianPicture {
  private let mapping: PlaneMapping
  private let values: PlaneMappingEvaluator
  private let setting: Setting
  private let window: Box
  private let cells: (columns: Int, rows: Int)
  private let step: Double
  private let part: LinearPart

  private static let xPen = Pen(.role(.blue), width: 2)
  private static let yPen = Pen(.role(.plum), width: 2)
  /// The coordinate lines through the point, whose images have the columns of J as tangents.
  private static let ownWidth = 4.0
  private static let keptPaint = Paint.tint(.orange, 0.28)
  private static let turnedPaint = Paint.tint(.teal, 0.28)
  static let linearPen = Pen(.role(.ink), width: 2.4, dash: .model)
  static let foldPen = Pen(.role(.crimson), width: 4)

  /// The paint of the cell and its image: another where the map turns the plane over.
  static func cellPaint(of determinant: Double) -> Paint {
    determinant < 0 ? turnedPaint : keptPaint
  }

  /// A fold with paper around it: it runs along lines of the grid.
  private static func fold(_ path: Path) -> [Mark] {
    [
      .curve(path, Pen(.role(.paper), width: foldPen.width + 4), label: nil),
      .curve(path, foldPen, label: nil),
    ]
  }

  /// Cells along the longer side.
  private static let density = 6.0

  init(_ mapping: PlaneMapping, at given: Point?, in setting: Setting) throws(FigureError) {
    self.mapping = mapping
    self.setting = setting
    values = mapping.evaluator
    let (x, y) = Self.ranges(around: given, in: setting)
    window = Box(
      minX: x.lowerBound, minY: y.lowerBound, maxX: x.upperBound, maxY: y.upperBound)
    let step = max(window.width, window.height) / Self.density
    self.step = step
    cells = (
      min(max(Int((window.width / step).rounded()), 1), 40),
      min(max(Int((window.height / step).rounded()), 1), 40)
    )
    let columns = (2 * cells.columns + 2) / 3
    let rows = (cells.rows + 2) / 3
    let point =
      given
      ?? Point(
        window.minX + window.width * Double(min(columns, cells.columns - 1))
          / Double(cells.columns),
        window.minY + window.height * Double(min(rows, cells.rows - 1)) / Double(cells.rows))
    part = try LinearPart(of: given == nil ? [] : mapping.components, values, at: point)
  }

  private static func ranges(
    around point: Point?, in setting: Setting
  ) -> (ClosedRange<Double>, ClosedRange<Double>) {
    func range(_ given: ClosedRange<Double>?, _ place: Double?) -> ClosedRange<Double> {
      if let given { return given }
      let usual = 0.0...1.5
      guard let place, !usual.contains(place) else { return usual }
      let half = 0.75 * max(1, abs(place) * 1e-6)
      return (place - half)...(place + half)
    }
    return (range(setting.xRange, point?.x), range(setting.yRange, point?.y))
  }

  func composition() throws(FigureError) -> Composition {
    let imageWindow = try imageWindow()
    let tolerance = 3e-4 * max(imageWindow.width, imageWindow.height)
    let folds = foldCurves
    let words = JacobianWords(
      mapping: mapping, part: part, step: step, hasFolds: folds.contains(where: isFold),
      isFlatSomewhere: !folds.isEmpty)
    let title = setting.title ?? words.title
    var left = Panel.map(window.grown(by: 0.03 * max(window.width, window.height)))
    left.xLabel = setting.xLabel ?? left.xLabel
    left.yLabel = setting.yLabel ?? left.yLabel
    left.share = 0.72
    let right = Panel.map(imageWindow, xLabel: "$u$", yLabel: "$v$")
    var stages = [
      SceneStage(
        name: "grid", panels: [grid { Path(line: $0, $1) }, []],
        column: [.title(title)] + words.formulas),
      SceneStage(
        name: "image",
        panels: [[], grid { values.image(from: $0, to: $1, tolerance: tolerance) }]),
      SceneStage(name: "cell", panels: cellMarks(tolerance), column: words.matrices),
    ]
    if !folds.isEmpty {
      stages.append(
        SceneStage(
          name: "folds",
          panels: [
            folds.flatMap(Self.fold), folds.flatMap { Self.fold(image(of: $0)) },
          ]))
    }
    stages.append(SceneStage(name: "determinant", column: words.determinant + words.key))
    let scene = Scene(
      left, [right], arrangement: .mapping, stages: stages, title: title, subtitle: words.subtitle,
      plainTitle: setting.title == nil ? words.plainTitle : nil,
      description: words.description + " Drawn: a grid of cells of side \(Wording.text(step)) on "
        + "\(Wording.text(window)) and its image.")
    let isInside = window.contains(part.point)
    return Composition(
      scene: scene, results: .object(words.json),
      notices: isInside ? [] : ["the point is outside the grid"])
  }

  /// The lines through the point and the cell, before and after.
  private func cellMarks(_ tolerance: Double) -> [[Mark]] {
    [
      ownLines { Path(line: $0, $1) } + cell,
      ownLines { values.image(from: $0, to: $1, tolerance: tolerance) }
        + imageOfCell(tolerance),
    ]
  }

  // MARK: The grid

  private func grid(_ line: (Point, Point) -> Path) -> [Mark] {
    var marks: [Mark] = []
    for column in 0...cells.columns {
      let x = window.minX + window.width * Double(column) / Double(cells.columns)
      let path = line(Point(x, window.minY), Point(x, window.maxY))
      if !path.isEmpty { marks.append(.curve(path, Self.xPen, label: nil)) }
    }
    for row in 0...cells.rows {
      let y = window.minY + window.height * Double(row) / Double(cells.rows)
      let path = line(Point(window.minX, y), Point(window.maxX, y))
      if !path.isEmpty { marks.append(.curve(path, Self.yPen, label: nil)) }
    }
    return marks
  }

  /// The two lines of the grid's directions through the point, heavier than the others.
  private func ownLines(_ line: (Point, Point) -> Path) -> [Mark] {
    let p = part.point
    guard window.contains(p) else { return [] }
    return [
      .curve(
        line(Point(p.x, window.minY), Point(p.x, window.maxY)),
        Pen(Self.xPen.paint, width: Self.ownWidth), label: nil),
      .curve(
        line(Point(window.minX, p.y), Point(window.maxX, p.y)),
        Pen(Self.yPen.paint, width: Self.ownWidth), label: nil),
    ]
  }

  /// The part of the plane that the image fills; beside a pole the middle of it.
  private func imageWindow() throws(FigureError) -> Box {
    var (us, vs): ([Double], [Double]) = ([], [])
    let count = 48
    for i in 0...count {
      for j in 0...count {
        let p = Point(
          window.minX + window.width * Double(i) / Double(count),
          window.minY + window.height * Double(j) / Double(count))
        let image = values.jet(p).image
        if image.isFinite {
          us.append(image.x)
          vs.append(image.y)
        }
      }
    }
    let centre = part.image
    let reach = [part.alongX, part.alongY].map { max(abs($0.x), abs($0.y)) * step }.max() ?? 0
    let x = Self.span(us.sorted(), around: centre.x, reach)
    let y = Self.span(vs.sorted(), around: centre.y, reach)
    let box = Box(minX: x.lowerBound, minY: y.lowerBound, maxX: x.upperBound, maxY: y.upperBound)
    guard box.width.isFinite, box.height.isFinite, box.width > 0, box.height > 0 else {
      throw .input(
        "the image of the grid is too large to be drawn", hint: "give a smaller grid: -x A:B -y C:D"
      )
    }
    // A map onto a line still has a picture, of a frame that is not a line.
    let least = 0.12 * max(box.width, box.height)
    return Box(
      minX: box.minX - max(0, least - box.width) / 2,
      minY: box.minY - max(0, least - box.height) / 2,
      maxX: box.maxX + max(0, least - box.width) / 2,
      maxY: box.maxY + max(0, least - box.height) / 2
    ).grown(by: 0.04 * max(box.width, box.height))
  }

  private static func span(
    _ sorted: [Double], around centre: Double, _ reach: Double
  ) -> ClosedRange<Double> {
    let least = max(reach, abs(centre) * 1e-6, 1e-12)
    guard let first = sorted.first, let last = sorted.last else {
      return (centre - 2 * least)...(centre + 2 * least)
    }
    var (low, high) = (min(first, centre), max(last, centre))
    let near = (sorted[sorted.count / 50], sorted[sorted.count - 1 - sorted.count / 50])
    // Far beyond nearly all others is where a pole was met.
    if high - low > 20 * max(near.1 - near.0, least) {
      (low, high) = (min(near.0, centre), max(near.1, centre))
    }
    return high > low ? low...high : (centre - least)...(centre + least)
  }

  // MARK: The cell

  private var corners: [Point] {
    let p = part.point
    return [p, p + Point(step, 0), p + Point(step, step), p + Point(0, step)]
  }

  private var cell: [Mark] {
    [
      .region(Path(polygon: corners), Self.cellPaint(of: part.determinant)),
      .vector(tail: corners[0], tip: corners[1], Pen(.role(.ink), width: 4.5)),
      .vector(tail: corners[0], tip: corners[3], Pen(.role(.ink), width: 4.5)),
      .dot(at: corners[0], radius: 8, .role(.ink), isOpen: false, label: nil),
    ]
  }

  /// The true image of the cell, and the parallelogram of the linear part.
  private func imageOfCell(_ tolerance: Double) -> [Mark] {
    var outline: [CubicCurve] = []
    var isWhole = true
    for index in corners.indices {
      let side = values.image(
        from: corners[index], to: corners[(index + 1) % 4], tolerance: tolerance)
      isWhole = isWhole && side.subpaths.count == 1
      outline += side.subpaths.flatMap(\.cubics)
    }
    let (p, a, b) = (part.image, part.alongX * step, part.alongY * step)
    var marks: [Mark] = []
    if isWhole {
      marks.append(
        .region(
          Path([Subpath(cubics: outline, isClosed: true)]), Self.cellPaint(of: part.determinant)))
    }
    marks.append(
      .curve(Path(polygon: [p + a, p + a + b, p + b], isClosed: false), Self.linearPen, label: nil))
    for vector in [a, b] where vector.length > 0 {
      marks.append(.vector(tail: p, tip: p + vector, Pen(.role(.ink), width: 4.5)))
    }
    marks.append(.dot(at: p, radius: 8, .role(.ink), isOpen: false, label: nil))
    return marks
  }

  // MARK: Folds

  /// Where the determinant vanishes.
  private var foldCurves: [Path] {
    guard let determinant = mapping.determinant, determinant.number == nil else { return [] }
    let resolution = Resolution(
      window: window, pixels: Point(500, 500 * window.height / window.width),
      tolerance: setting.tolerance)
    return LevelSetTracer(of: determinant, in: window, at: resolution).trace(levels: [0])
      .curves.map(\.path)
  }

  /// Whether the determinant has another sign beyond a curve where it vanishes.
  ///
  /// Else the map is flat there, as (x³, y), but turns nothing over.
  private func isFold(_ path: Path) -> Bool {
    guard let determinant = mapping.determinant else { return false }
    let reach = 1e-3 * max(window.width, window.height)
    func sign(_ p: Point) -> Double { determinant.value(at: [p.x, p.y]) }
    return path.subpaths.contains { subpath in
      subpath.cubics.contains { cubic in
        guard let along = cubic.derivative(at: 0.5).direction else { return false }
        let (at, side) = (cubic.point(at: 0.5), Point(-along.y, along.x) * reach)
        let (left, right) = (sign(at + side), sign(at - side))
        return left < 0 && right > 0 || left > 0 && right < 0
      }
    }
  }

  /// The image of a curve, point by point: its direction may vanish at a cusp.
  private func image(of path: Path) -> Path {
    let parts = 24
    var chains: [[Point]] = []
    for subpath in path.subpaths {
      var chain: [Point] = []
      for cubic in subpath.cubics {
        for part in 0...parts {
          let image = values.jet(cubic.point(at: Double(part) / Double(parts))).image
          if image.isFinite { chain.append(image) }
        }
      }
      if chain.count > 1 { chains.append(chain) }
    }
    return Path(chains.map { Subpath(polygon: $0, isClosed: false) })
  }
}
