import Plotting

/// What one setting says otherwise than another, in Swift.
struct SettingChanges {
  let from: Setting
  let to: Setting
  /// Whether the paper is meant as well; a panel has that of its page.
  let isPage: Bool

  /// A line for each property: `setting.xRange = -2...2`.
  func lines(of name: String) -> [String] {
    var lines: [String] = []
    func add<Value: Equatable>(_ property: KeyPath<Setting, Value>, _ word: String, _ text: String?)
    {
      guard from[keyPath: property] != to[keyPath: property] else { return }
      lines.append("\(name).\(word) = \(text ?? "nil")")
    }
    add(\.xRange, "xRange", to.xRange?.swiftText)
    add(\.yRange, "yRange", to.yRange?.swiftText)
    add(\.constants, "constants", constants)
    add(\.title, "title", to.title?.swiftLiteral)
    add(\.xLabel, "xLabel", to.xLabel?.swiftLiteral)
    add(\.yLabel, "yLabel", to.yLabel?.swiftLiteral)
    add(\.ticks, "ticks", to.ticks.swiftText)
    add(\.tolerance, "tolerance", to.tolerance.parameterText)
    if isPage { add(\.canvas, "canvas", to.canvas.swiftText) }
    return lines
  }

  private var constants: String {
    let pairs = to.constants.sorted { $0.key < $1.key }.map { name, value in
      "\(name.swiftLiteral): \(value.parameterText)"
    }
    return pairs.isEmpty ? "[:]" : "[\(pairs.joined(separator: ", "))]"
  }
}

extension Canvas {
  private static let named = [
    ("slide", slide), ("slideHalf", slideHalf), ("fourToThree", fourToThree), ("square", square),
    ("column", column), ("page", page),
  ]

  /// The paper in Swift: by name, in pixels, or in the unit that gives the shortest numbers.
  fileprivate var swiftText: String {
    if let name = Self.named.first(where: { $0.1 == self })?.0 { return ".\(name)" }
    let (width, height) = (width * scale, height * scale)
    guard unit == .point else {
      return "Canvas(pixelWidth: \(width.parameterText), pixelHeight: \(height.parameterText))"
    }
    let dpi = (pixelsPerUnit * 72).rounded(toMultipleOf: 1e-6)
    let density = dpi == 300 ? "" : ", dpi: \(dpi.parameterText)"
    let texts = PaperUnit.allCases.compactMap { unit -> String? in
      let sides = [width, height].map { ($0 / unit.points).rounded(toMultipleOf: 1e-6) }
      let text = "Canvas(width: \(sides[0].parameterText), height: \(sides[1].parameterText), in: "
      let paper = Canvas(width: sides[0], height: sides[1], in: unit, dpi: dpi)
      return paper == self ? text + ".\(unit)\(density))" : nil
    }
    return texts.min { $0.count < $1.count }
      ?? "Canvas(pointWidth: \(width.parameterText), pointHeight: \(height.parameterText)\(density))"
  }
}

extension Double {
  fileprivate func rounded(toMultipleOf step: Double) -> Double {
    // A number of millimetres that was made points and back has lost its last digit.
    (self / step).rounded() / (1 / step).rounded()
  }
}
