import Plotting

/// How far a drawn curve may be from the true one, in pixels.
struct PixelTolerance: ParameterValue, Hashable {
  /// The distance.
  let pixels: Double

  static let screen = PixelTolerance(pixels: 0.25)
  static var placeholder: String { "PX" }
  var parameterText: String { pixels.parameterText }

  init(parameterText text: String) throws(ParameterError) {
    guard let value = try? Double(parameterText: text), value > 0, value <= 100 else {
      throw ParameterError(wanted: "a number of pixels above 0 and up to 100")
    }
    pixels = value
  }

  private init(pixels: Double) { self.pixels = pixels }
}
