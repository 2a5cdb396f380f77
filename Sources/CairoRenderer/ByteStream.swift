import CCairo

/// What a vector surface writes, kept in memory.
final class ByteStream {
  /// The bytes so far.
  private(set) var bytes: [UInt8] = []

  /// The function that Cairo calls with each piece; its closure is a `ByteStream`.
  static let write: cairo_write_func_t = { closure, data, length in
    guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
    let stream = Unmanaged<ByteStream>.fromOpaque(closure).takeUnretainedValue()
    stream.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
    return CAIRO_STATUS_SUCCESS
  }

  /// The closure to pass along with `write`; the stream must outlive the surface.
  var closure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }
}
