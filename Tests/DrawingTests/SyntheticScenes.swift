import CVector
import Drawing
import Geometry

/// Scenes for the tests: level curves by marching squares, smoothed to cubics.
enum SyntheticScenes {
  static let square = Box(minX: -3, minY: -3, maxX: 3, maxY: 3)

  private static let roundGrid = LevelGrid(
    of: { $0.dot($0) }, in: square, cells: 90)

  /// Level curves of x² + y²: the figure of a newcomer.
  static func circles(theme: Theme = .light) -> Scene {
    let levels = niceLevels(in: 0...18, about: 10)
    let curves = levels.map { level in
      Mark.curve(
        roundGrid.curve(at: level),
        Pen(.lineRamp((level - 2) / 14), width: 2.6), label: "$\(Int(level))$")
    }
    return Scene(
      panel: .map(square),
      stages: [
        SceneStage(
          name: "curves", marks: curves,
          column: [
            .title("Level curves of"),
            .formula(terms: ["f(x, y) = x^2", "+ y^2"], isHeadline: true),
            .formula(terms: ["\\nabla f = (2x,\\, 2y)"], isHeadline: false),
          ]),
        SceneStage(
          name: "minimum", marks: [.marker(.minimum, at: .zero, label: "$(0, 0)$")],
          column: [
            .result("minimum $f(0, 0) = 0$", marker: .minimum),
            .remark("levels 2, 4, …, 16: equal steps in $f$, so close curves mean a steep slope"),
          ]),
      ], title: "Level curves of $x^2 + y^2$",
      subtitle: "$\\nabla f = (2x,\\, 2y)$; minimum $f(0, 0) = 0$",
      description: "Level curves of x^2+y^2.")
  }

  static func peaks(_ p: Point) -> Double {
    let (x, y) = (p.x, p.y)
    let a = 3 * (1 - x) * (1 - x) * exp(-x * x - (y + 1) * (y + 1))
    let b = -10 * (x / 5 - x * x * x - pow(y, 5)) * exp(-x * x - y * y)
    return a + b - exp(-(x + 1) * (x + 1) - y * y) / 3
  }

  static let critical: [(Marker, Double, Double, Double)] = [
    (.maximum, -0.009, 1.581, 8.106), (.maximum, -0.460, -0.629, 3.777),
    (.maximum, 1.286, -0.005, 3.592), (.saddle, 1.098, 0.854, 2.249),
    (.saddle, -0.266, 0.467, 0.788), (.saddle, 0.416, -0.394, 0.409),
    (.minimum, 0.296, 0.320, -0.065), (.minimum, -1.347, 0.205, -3.050),
    (.minimum, 0.228, -1.626, -6.551),
  ]

  /// The levels of peaks with their curves and the regions above them, made once for all tests.
  private static let peaksLevels: [(level: Double, curve: Path, region: Path)] = {
    let grid = LevelGrid(of: peaks, in: square, cells: 120)
    return niceLevels(in: -6.55...8.11, about: 10).map { level in
      (level, grid.curve(at: level), grid.region(above: level))
    }
  }()

  /// Three hills and three hollows with everything that a map can show.
  static func peaksScene(theme: Theme = .light, arrowsAcross: Int = 15) -> Scene {
    let levels = peaksLevels.map(\.level)
    let scale = 8.25
    var fills = [Mark.region(Path(square), .divergingFill(-7.3 / scale))]
    var bands = [ColourBar.Band(from: -6.55, to: levels[0], paint: .divergingFill(-7.3 / scale))]
    for (number, level) in levels.enumerated() {
      let next = number + 1 < levels.count ? levels[number + 1] : level + 1.5
      let paint = Paint.divergingFill((level + next) / 2 / scale)
      fills.append(.region(peaksLevels[number].region, paint))
      bands.append(.init(from: level, to: next, paint: paint))
    }
    let curves = peaksLevels.map { level, curve, _ in
      let dash: Dash = theme.isForPaper && level < 0 ? .negative : .solid
      let pen = Pen(.role(.curveOverFill), width: level == 0 ? 3 : 1.6, dash: dash)
      let label = level == level.rounded() ? "\(Int(level))" : "\(level)"
      return Mark.curve(curve, pen, label: "$\(label)$")
    }
    let markers = critical.map { Mark.marker($0.0, at: Point($0.1, $0.2), label: nil) }
    let rows = critical.map { kind, x, y, value in
      TableRow(
        marker: kind, cells: ["$(\(fixed(x)), \(fixed(y)))$", "$\(fixed(value))$", kind.rawValue])
    }
    return Scene(
      panel: .map(square, colourBar: ColourBar(bands: bands, name: "f")),
      stages: [
        SceneStage(
          name: "fill", marks: fills,
          column: [
            .title("Where the gradient vanishes"),
            .formula(
              terms: [
                "f(x, y) = 3(1-x)^2 e^{-x^2-(y+1)^2}",
                "- 10 \\left( \\frac{x}{5} - x^3 - y^5 \\right) e^{-x^2-y^2}",
                "- \\frac{1}{3} e^{-(x+1)^2-y^2}",
              ], isHeadline: true),
          ]),
        SceneStage(name: "curves", marks: curves),
        SceneStage(name: "arrows", marks: arrows(across: arrowsAcross)),
        SceneStage(
          name: "points", marks: markers,
          column: [
            .table(head: ["critical point", "value", "kind"], rows: rows),
            .key(
              .arrow(Pen(.role(.ink), width: 2.2)),
              "$\\nabla f$: uphill, at right angles to the curves", note: nil),
            .key(
              .line(Pen(.role(.curveOverFill), width: 3)), "$f = 0$; other curves every 1.5",
              note: nil),
          ]),
      ], title: "Where the gradient vanishes", description: "Level curves of peaks.")
  }

  private static func arrows(across: Int) -> [Mark] {
    let cell = 6 / Double(across)
    var marks: [Mark] = []
    for row in 0..<across {
      for column in 0..<across {
        let at = Point(-3 + (Double(column) + 0.5) * cell, -3 + (Double(row) + 0.5) * cell)
        let h = 1e-5
        let gradient = Point(
          (peaks(at + Point(h, 0)) - peaks(at - Point(h, 0))) / (2 * h),
          (peaks(at + Point(0, h)) - peaks(at - Point(0, h))) / (2 * h))
        let length = 0.86 * cell * min(1, pow(gradient.length / 13, 0.6))
        guard length > 0.2 * cell, let direction = gradient.direction else { continue }
        marks.append(
          .fieldArrow(
            tail: at - direction * (length / 2), tip: at + direction * (length / 2),
            Pen(.role(.ink), width: 2.2)))
      }
    }
    return marks
  }

  static func fixed(_ value: Double) -> String {
    let thousandths = Int((abs(value) * 1000).rounded())
    let tail = String(1000 + thousandths % 1000).dropFirst()
    return (value < 0 ? "-" : "") + "\(thousandths / 1000).\(tail)"
  }
}

extension SyntheticScenes {
  /// Points with names close together, vectors between them, and curves that run through.
  static let crowded: Scene = {
    let window = Box(minX: -1.2, minY: -1, maxX: 2, maxY: 1)
    let places = (0..<12).map { number in
      Point(-1.1 + 0.27 * Double(number), 0.7 * sin(1.7 * Double(number)))
    }
    let points = places.enumerated().map { number, place in
      Mark.marker(
        number.isMultiple(of: 2) ? .maximum : .degenerate, at: place, label: "$P_{\(number)}$")
    }
    let vectors = zip(places, places.dropFirst(2)).map { a, b in
      Mark.vector(tail: a, tip: a + (b - a) * 0.8, Pen(.role(.orange), width: 5))
    }
    let grid = LevelGrid(
      of: { sin(3 * $0.x) * cos(4 * $0.y) + 0.2 * $0.x }, in: window, cells: 60)
    let curves = niceLevels(in: -1.2...1.4, about: 10).enumerated().map { number, level in
      Mark.curve(
        grid.curve(at: level), Pen(.lineRamp(Double(number) / 10), width: 2.6), label: "$\(level)$")
    }
    return Scene(
      panel: .map(window, xLabel: "$x_1$", yLabel: "$x_2$"),
      stages: [
        SceneStage(name: "curves", marks: curves, column: [.title("A crowd")]),
        SceneStage(
          name: "points", marks: vectors + points,
          column: [.result("twelve points", marker: .degenerate)]),
      ], title: "A crowd", subtitle: "twelve points", description: "")
  }()
}
