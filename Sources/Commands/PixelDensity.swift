import Plotting

/// How many pixels of a PNG an inch of paper has.
struct PixelDensity: ParameterValue, Hashable {
  /// Pixels per inch.
  let dpi: Double

  static var placeholder: String { "N" }
  var parameterText: String { dpi.parameterText }

  init(parameterText text: String) throws(ParameterError) {
    guard let value = try? Double(parameterText: text), value >= 10, value <= 4800 else {
      throw ParameterError(wanted: "a number of pixels per inch from 10 to 4800")
    }
    dpi = value
  }
}
