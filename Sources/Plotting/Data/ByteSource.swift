import CVector

/// The bytes of a file or of a text, one after another, with a few kilobytes in memory at a time.
final class ByteSource {
  /// What messages call it.
  let name: String
  private var buffer: [UInt8]
  private var position = 0
  private var hasStarted = false
  private var stream: UnsafeMutablePointer<FILE>?

  private static let chunk = 1 << 16

  /// The bytes of the file at `path`; `-` is standard input.
  init(path: String) throws(FigureError) {
    name = path
    buffer = []
    repeat {
      stream = fopen(path == "-" ? "/dev/stdin" : InputFolder.place(of: path), "re")
    } while stream == nil && __errno_location().pointee == EINTR
    if stream == nil { throw Self.failure(path) }
  }

  /// The bytes of a text.
  init(text: String, name: String) {
    self.name = name
    buffer = Array(text.utf8)
    skipMark()
  }

  deinit { if let stream { fclose(stream) } }

  /// The next byte, or `nil` behind the last.
  func next() throws(FigureError) -> UInt8? {
    if position == buffer.count, try !refill() { return nil }
    defer { position += 1 }
    return buffer[position]
  }

  private func refill() throws(FigureError) -> Bool {
    guard let stream else { return false }
    if buffer.count != Self.chunk { buffer = Array(repeating: 0, count: Self.chunk) }
    let count = fread(&buffer, 1, Self.chunk, stream)
    if count == 0, ferror(stream) != 0 { throw Self.failure(name) }
    if count < Self.chunk { buffer.removeLast(Self.chunk - count) }
    position = 0
    if !hasStarted { skipMark() }
    return position < count
  }

  /// Passes over the mark of UTF-8 that some programs write first.
  private func skipMark() {
    hasStarted = true
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  private static func failure(_ path: String) -> FigureError {
    .unreadable(path: path, reason: String(cString: strerror(__errno_location().pointee)))
  }
}
