import CCairo

/// The pixels of an image, in pages of memory as large as the system has them.
///
/// A slide has some 6 MB. In pages of 4 KiB the system would stop the first stroke over it 1400
/// times to hand out and clear one more: a tenth of the time of a plain figure. Where there are no
/// large pages the memory is like any other.
final class PixelMemory {
  /// The first pixel; `nil` where there was no memory.
  let start: UnsafeMutablePointer<UInt8>?

  /// The size of a large page of x86-64, and of the commonest kernels for ARM.
  private static let largePage = 1 << 21

  /// Memory for some bytes, which may hold anything.
  init(byteCount: Int) {
    guard byteCount >= Self.largePage else {
      start = malloc(max(byteCount, 1))?.assumingMemoryBound(to: UInt8.self)
      return
    }
    // Rounded up, so that the last page can be a large one too.
    let size = (byteCount + Self.largePage - 1) / Self.largePage * Self.largePage
    let memory = aligned_alloc(Self.largePage, size)
    #if os(Linux)
      if let memory { _ = madvise(memory, size, MADV_HUGEPAGE) }
    #endif
    start = memory?.assumingMemoryBound(to: UInt8.self)
  }

  deinit { free(start) }
}
