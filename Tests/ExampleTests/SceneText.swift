import Plotting

/// A scene as text: a mark or a block a line, numbers with four decimals.
enum SceneText {
  static func text(of scene: Scene) -> String {
    var lines = scene.panels.flatMap { panel in
      let box = panel.window
      let kind = panel.kind == .map ? "" : "panel \(panel.kind.rawValue) "
      return [
        kind + "window \(text(box.minX)) \(text(box.minY)) \(text(box.maxX)) \(text(box.maxY))",
        "axes \(panel.xLabel) \(panel.yLabel)",
      ]
    }
    lines += [
      "title \(scene.title)", "subtitle \(scene.subtitle ?? "-")",
      "description \(scene.description)",
    ]
    for band in scene.panel.colourBar?.bands ?? [] {
      lines.append("band \(text(band.from)) \(text(band.to)) \(text(band.paint))")
    }
    for stage in scene.stages {
      lines.append("stage \(stage.name)")
      for (number, marks) in stage.panels.enumerated() {
        let own = summed(marks.map { text($0) })
        lines += own.map { (number == 0 ? "  " : "  \(number): ") + $0 }
      }
      lines += stage.column.map { "  | \($0)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The lines with runs of faces of a surface, of which there are thousands, as their number, the
  /// first of them and a checksum (FNV-1a).
  private static func summed(_ lines: [String]) -> [String] {
    var result: [String] = []
    var run: [String] = []
    func close() {
      guard let first = run.first else { return }
      var sum: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in run.joined(separator: "\n").utf8 {
        sum = (sum ^ UInt64(byte)) &* 0x100_0000_01b3
      }
      result.append("\(run.count) faces, sum \(String(sum, radix: 16)), the first: \(first)")
      run = []
    }
    for line in lines {
      if line.hasPrefix("region face(") {
        run.append(line)
      } else {
        close()
        result.append(line)
      }
    }
    close()
    return result
  }

  private static func text(_ mark: Mark) -> String {
    switch mark {
    case .region(let path, let paint): "region \(text(paint)) \(text(path))"
    case .curve(let path, let pen, let label):
      "curve \(text(pen)) \(label ?? "-") \(text(path))"
    case .fieldArrow(let tail, let tip, let pen):
      "arrow \(text(pen)) \(text(tail)) \(text(tip))"
    case .vector(let tail, let tip, let pen): "vector \(text(pen)) \(text(tail)) \(text(tip))"
    case .arrowhead(let tip, let direction, let length, let paint):
      "head \(text(paint)) \(text(length)) \(text(tip)) \(text(direction))"
    case .dot(let point, let radius, let paint, let isOpen, let label):
      "\(isOpen ? "ring" : "dot") \(text(paint)) \(text(radius)) \(text(point)) \(label ?? "-")"
    case .text(let string, let point, let anchor, let offset, let role, let paint):
      "text \(role.rawValue) \(text(paint)) \(text(point)) \(anchor.rawValue) \(text(offset)) \(string)"
    case .formula(let tex, let style, let number):
      "formula \(style.rawValue) \(number.map(String.init) ?? "-") \(tex)"
    case .marker(let marker, let point, let label):
      "marker \(marker.rawValue) \(text(point)) \(label ?? "-")"
    }
  }

  private static func text(_ path: Path) -> String {
    // A fractal of cells: its last digits depend on the library's, and nobody reads it.
    if path.subpaths.count > 400, let hull = path.hull {
      return
        "many pieces in \(text(Point(hull.minX, hull.minY))) \(text(Point(hull.maxX, hull.maxY)))"
    }
    return path.subpaths.map { subpath in
      let pieces = subpath.segments.map { segment in
        switch segment {
        case .line(let end): "L \(text(end))"
        case .cubic(let a, let b, let end): "C \(text(a)) \(text(b)) \(text(end))"
        }
      }
      return "M \(text(subpath.start)) " + pieces.joined(separator: " ")
        + (subpath.isClosed ? " Z" : "")
    }.joined(separator: " ")
  }

  private static func text(_ pen: Pen) -> String {
    "[\(text(pen.paint)) \(text(pen.width)) \(pen.dash.rawValue)]"
  }

  private static func text(_ paint: Paint) -> String {
    switch paint {
    case .role(let role): role.rawValue
    case .lineRamp(let t): "line(\(text(t)))"
    case .sequentialFill(let t): "fill(\(text(t)))"
    case .divergingFill(let t): "fill±(\(text(t)))"
    case .tint(let role, let t): "\(role.rawValue)·\(text(t))"
    case .glaze(let role, let t): "\(role.rawValue)/\(text(t))"
    case .shaded(let t, let light): "face(\(text(t)) \(text(light)))"
    case .image(let t): "image(\(text(t)))"
    }
  }

  private static func text(_ point: Point) -> String { "\(text(point.x)),\(text(point.y))" }

  /// A number with four decimals; zero has no sign, whatever rounding gave it.
  static func text(_ value: Double) -> String {
    let tenThousandths = (value * 10_000).rounded()
    guard tenThousandths.isFinite, abs(tenThousandths) < 1e17 else { return "\(value)" }
    let whole = Int(tenThousandths)
    let digits = String(whole.magnitude % 10_000)
    let padded = String(repeating: "0", count: 4 - digits.count) + digits
    return (whole < 0 ? "-" : "") + "\(whole.magnitude / 10_000).\(padded)"
  }
}
