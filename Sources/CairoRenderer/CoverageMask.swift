import CFreeType

/// A rectangle of whole pixels; the greatest ones are not part of it.
struct PixelBox: Hashable {
  var minX: Int, minY: Int, maxX: Int, maxY: Int

  var width: Int { maxX - minX }
  var height: Int { maxY - minY }
  var isEmpty: Bool { minX >= maxX || minY >= maxY }

  func union(_ other: PixelBox) -> PixelBox {
    PixelBox(
      minX: min(minX, other.minX), minY: min(minY, other.minY), maxX: max(maxX, other.maxX),
      maxY: max(maxY, other.maxY))
  }

  func intersection(_ other: PixelBox) -> PixelBox {
    PixelBox(
      minX: max(minX, other.minX), minY: max(minY, other.minY), maxX: min(maxX, other.maxX),
      maxY: min(maxY, other.maxY))
  }
}

/// How much of each pixel is covered, from 0 to 255, in memory that somebody else owns.
struct CoverageMask {
  /// The pixels.
  let pixels: UnsafeMutablePointer<UInt8>
  /// Bytes from a row to the next.
  let stride: Int
  /// Where the mask lies on the surface.
  let box: PixelBox

  /// FreeType's way to report a row; its user data is a pointer to a `CoverageMask`.
  ///
  /// Coverages add up to at most full cover: where two glyphs touch, no pale seam is left.
  static let addSpans: FT_SpanFunc = { row, count, spans, user in
    guard let spans, let user else { return }
    let mask = user.assumingMemoryBound(to: CoverageMask.self).pointee
    guard row >= 0, Int(row) < mask.box.height else { return }
    let pixels = mask.pixels + Int(row) * mask.stride
    for span in UnsafeBufferPointer(start: spans, count: Int(count)) {
      let start = max(Int(span.x), 0)
      let end = min(Int(span.x) + Int(span.len), mask.box.width)
      guard start < end else { continue }
      for x in start..<end {
        pixels[x] = UInt8(min(Int(pixels[x]) + Int(span.coverage), 255))
      }
    }
  }
}
