/// How many pixels a picture may have.
enum PixelLimit {
  /// Cairo counts the pixels of a side in 16 bits.
  static let side = 32767.0
  /// 400 MB of pixels: more than any screen or poster, less than what fills a machine.
  static let total = 100e6

  /// What the limits are, as the end of "--size wants …".
  static let text = "sides from 1 to 32767 pixels and at most 100 million pixels in all"

  static func allows(width: Double, height: Double) -> Bool {
    width >= 1 && height >= 1 && width <= side && height <= side && width * height <= total
  }
}
