/// A unit of length on paper.
public enum PaperUnit: String, Hashable, Sendable, Codable, CaseIterable {
  /// A thousandth of a metre.
  case millimetres = "mm"
  /// A hundredth of a metre.
  case centimetres = "cm"
  /// 25.4 mm.
  case inches = "in"
  /// A 72nd of an inch.
  case points = "pt"

  /// How many points the unit has.
  public var points: Double {
    switch self {
    case .millimetres: 72 / 25.4
    case .centimetres: 10 * (72 / 25.4)
    case .inches: 72
    case .points: 1
    }
  }
}

extension Canvas {
  /// Paper of `width` × `height` in a unit of length; a PNG of it has `dpi` pixels per inch.
  public init(width: Double, height: Double, in unit: PaperUnit, dpi: Double = 300) {
    self.init(pointWidth: width * unit.points, pointHeight: height * unit.points, dpi: dpi)
  }

  /// Half a slide: 800 × 900 pixels.
  public static let slideHalf = Canvas(pixelWidth: 800, pixelHeight: 900)
  /// A slide of 1200 × 900 pixels, four to three.
  public static let fourToThree = Canvas(pixelWidth: 1200, pixelHeight: 900)
  /// A square of 900 × 900 pixels.
  public static let square = Canvas(pixelWidth: 900, pixelHeight: 900)
  /// A column of a journal: 85 × 81 mm.
  public static let column = Canvas(width: 85, height: 81, in: .millimetres)
  /// The text of a page: 170 × 110 mm.
  public static let page = Canvas(width: 170, height: 110, in: .millimetres)
}
