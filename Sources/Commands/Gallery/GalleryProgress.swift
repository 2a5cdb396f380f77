import CVector
import Synchronization

/// What a run over many figures has done so far, on the last line of a terminal.
final class GalleryProgress: Sendable {
  private let done = Mutex(0)
  private let count: Int
  private let isShown: Bool

  init(of count: Int, isQuiet: Bool) {
    self.count = count
    isShown = !isQuiet && isatty(2) == 1
  }

  /// One more figure is done.
  func finished(_ name: String) {
    done.withLock { done in
      done += 1
      // "\r" goes to the start of the line, "\u{1B}[K" clears what is left of the last name.
      if isShown { Self.show("\r\(done)/\(count) \(name.prefix(50))\u{1B}[K") }
    }
  }

  /// Clears the line.
  func end() {
    if isShown { Self.show("\r\u{1B}[K") }
  }

  private static func show(_ text: String) {
    try? FileDescriptor.standardError.write(Array(text.utf8))
  }
}
