import CVector
import Plotting
import Synchronization

/// How far one figure is, on the last line of a terminal.
///
/// Nothing is shown in the first half second, nor more often than ten times a second, nor where
/// standard error is no terminal.
final class TerminalProgress: Sendable {
  private struct State {
    let start: Double
    var shown = 0.0
    var isVisible = false
  }

  private let state = Mutex(State(start: TerminalProgress.seconds()))

  private static let patience = 0.5
  private static let pause = 0.1

  /// Does work that reports to a line of the terminal, which is cleared in the end.
  static func shown<Result>(
    isQuiet: Bool, _ work: (Progress?) throws(CommandFailure) -> Result
  ) throws(CommandFailure) -> Result {
    guard !isQuiet, isatty(2) == 1 else { return try work(nil) }
    let terminal = TerminalProgress()
    defer { terminal.end() }
    return try work(Progress { terminal.tell($0, $1) })
  }

  private func tell(_ work: String, _ part: Double) {
    state.withLock { state in
      let now = Self.seconds()
      guard now - state.start > Self.patience, now - state.shown > Self.pause else { return }
      state.shown = now
      state.isVisible = true
      // "\r" goes to the start of the line, "\u{1B}[K" clears what is left of the last one.
      Self.show("\r\(work): \(Int(100 * min(max(part, 0), 1))) %\u{1B}[K")
    }
  }

  private func end() {
    state.withLock { state in
      if state.isVisible { Self.show("\r\u{1B}[K") }
      state.isVisible = false
    }
  }

  private static func show(_ text: String) {
    try? FileDescriptor.standardError.write(Array(text.utf8))
  }

  /// A clock that only goes forward.
  private static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }
}
