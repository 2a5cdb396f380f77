/// The rows of a PNG before compression: a filter byte, then red, green and blue of each pixel.
///
/// They are packed into the memory of the surface they come from, so a picture is held once.
struct PixelRows {
  /// The packed rows, one after the other; the surface owns the memory.
  let bytes: UnsafeMutableBufferPointer<UInt8>

  /// Packs pixels of four bytes (blue, green, red, unused: a little-endian 0x00RRGGBB) in place.
  ///
  /// The packed pixels never end behind those they are made from, so going forwards nothing is
  /// overwritten before it is read; of each row the first pixel is read before the filter byte,
  /// which may lie on it, is written. Filter 0 (none): the flat areas of a figure compress better
  /// unfiltered, and the filter costs nothing.
  init(packing pixels: UnsafeMutablePointer<UInt8>, stride: Int, width: Int, height: Int) {
    var target = UnsafeMutableRawPointer(pixels)
    for row in 0..<height {
      let source = UnsafeRawPointer(pixels) + row * stride
      let first = Self.pixel(0, of: source)
      target.storeBytes(of: 0, as: UInt8.self)
      Self.store(first, at: target + 1)
      target += 4
      var x = 1
      while x + 4 <= width {
        Self.storeFour(from: source + 4 * x, at: target)
        target += 12
        x += 4
      }
      while x < width {
        Self.store(Self.pixel(x, of: source), at: target)
        target += 3
        x += 1
      }
    }
    bytes = UnsafeMutableBufferPointer(start: pixels, count: height * (1 + 3 * width))
  }

  /// A pixel with red in its lowest byte, then green and blue.
  private static func pixel(_ x: Int, of row: UnsafeRawPointer) -> UInt32 {
    row.load(fromByteOffset: 4 * x, as: UInt32.self).byteSwapped >> 8
  }

  private static func store(_ pixel: UInt32, at target: UnsafeMutableRawPointer) {
    target.storeBytes(of: UInt16(truncatingIfNeeded: pixel).littleEndian, as: UInt16.self)
    target.storeBytes(of: UInt8(truncatingIfNeeded: pixel >> 16), toByteOffset: 2, as: UInt8.self)
  }

  /// Four pixels are three words: that takes a quarter of the time of single bytes.
  private static func storeFour(
    from source: UnsafeRawPointer, at target: UnsafeMutableRawPointer
  ) {
    let (a, b, c, d) = (
      pixel(0, of: source), pixel(1, of: source), pixel(2, of: source),
      pixel(3, of: source)
    )
    target.storeBytes(of: (a | b << 24).littleEndian, as: UInt32.self)
    target.storeBytes(of: (b >> 8 | c << 16).littleEndian, toByteOffset: 4, as: UInt32.self)
    target.storeBytes(of: (c >> 16 | d << 8).littleEndian, toByteOffset: 8, as: UInt32.self)
  }
}
