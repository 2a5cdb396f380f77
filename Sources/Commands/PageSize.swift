import Plotting

/// The extent of a page as a user gives it: `slide`, `800x600`, `85x81mm`.
struct PageSize: ParameterValue, Hashable {
  /// The extent in pixels or points.
  let width: Double, height: Double
  /// Whether the numbers are points of paper and not pixels.
  let isPaper: Bool
  /// The text that it was given as.
  let parameterText: String

  static let slide = PageSize(width: 1600, height: 900, isPaper: false, parameterText: "slide")
  static var placeholder: String { "S" }
  static var choices: [String] { names.map(\.parameterText) }

  /// The named sizes, the default first.
  static let names: [PageSize] = [
    slide,
    PageSize(width: 800, height: 900, isPaper: false, parameterText: "slide-half"),
    PageSize(width: 1200, height: 900, isPaper: false, parameterText: "4:3"),
    PageSize(width: 900, height: 900, isPaper: false, parameterText: "square"),
    PageSize(
      width: 85 * PaperUnit.millimetres.points, height: 81 * PaperUnit.millimetres.points,
      isPaper: true, parameterText: "column"),
    PageSize(
      width: 170 * PaperUnit.millimetres.points, height: 110 * PaperUnit.millimetres.points,
      isPaper: true, parameterText: "page"),
  ]

  private static let wanted = ParameterError(
    wanted: "WxH in pixels, WxHmm, WxHcm, WxHin, WxHpt, or \(choices.enumeration)")

  init(parameterText text: String) throws(ParameterError) {
    if let size = Self.names.first(where: { $0.parameterText == text }) {
      self = size
      return
    }
    let unit = PaperUnit.allCases.first { text.hasSuffix($0.rawValue) }
    let sides = text.dropLast(unit?.rawValue.count ?? 0).split(
      omittingEmptySubsequences: false, whereSeparator: { "xX×".contains($0) })
    let numbers = sides.compactMap { Self.number($0, allowsFraction: unit != nil) }
    guard sides.count == 2, numbers.count == 2 else { throw Self.wanted }
    let factor = unit?.points ?? 1
    self.init(
      width: numbers[0] * factor, height: numbers[1] * factor, isPaper: unit != nil,
      parameterText: text)
    guard isPaper || PixelLimit.allows(width: width, height: height) else {
      throw ParameterError(wanted: PixelLimit.text)
    }
    guard width > 0, height > 0 else { throw ParameterError(wanted: "sides above 0") }
  }

  private init(width: Double, height: Double, isPaper: Bool, parameterText: String) {
    self.width = width
    self.height = height
    self.isPaper = isPaper
    self.parameterText = parameterText
  }

  /// The number of decimal digits, perhaps with a fraction; nothing else that `Double` reads.
  private static func number(_ text: Substring, allowsFraction: Bool) -> Double? {
    let characters = allowsFraction ? "0123456789." : "0123456789"
    guard !text.isEmpty, text.count <= 20, text.allSatisfy(characters.contains) else { return nil }
    return Double(text)
  }

  /// The paper, with `dpi` pixels per inch in a PNG where the size is one of paper.
  func canvas(dpi: Double?) throws(UsageError) -> Canvas {
    guard isPaper else { return Canvas(pixelWidth: width, pixelHeight: height) }
    let dpi = dpi ?? 300
    guard PixelLimit.allows(width: width * dpi / 72, height: height * dpi / 72) else {
      let value = "\(parameterText) at \(dpi.parameterText) dpi"
      throw .badValue(option: "--size", value: value, wanted: PixelLimit.text)
    }
    return Canvas(pointWidth: width, pointHeight: height, dpi: dpi)
  }
}
