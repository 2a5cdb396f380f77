import CVector
import Synchronization

/// Signals that end the tool, put off while a file is being written.
///
/// A file appears by a rename. An interrupt between its creation and the rename would leave a
/// temporary file behind, so for those milliseconds it only leaves a note and is obeyed after.
enum Interruption {
  /// How many files are being written.
  private static let writers = Atomic<Int>(0)
  /// The signal that arrived meanwhile, or 0.
  private static let pending = Atomic<Int32>(0)

  /// Takes charge of the signals for the whole process.
  ///
  /// A closed pipe and a limit on the size of files become errors of `write`.
  static func takeCharge() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      let before = signal(number) { Interruption.arrived($0) }
      // A signal that is ignored (nohup, a job in the background) stays so; SIG_IGN is 1.
      if unsafeBitCast(before, to: Int.self) == 1 { signal(number, before) }
    }
    for number in [SIGPIPE, SIGXFSZ] { signal(number) { _ in } }
  }

  /// Does the work of writing a file as a whole, whatever signals arrive.
  static func postponed<Result>(
    _ work: () throws(FileError) -> Result
  ) throws(FileError) -> Result {
    writers.add(1, ordering: .sequentiallyConsistent)
    defer {
      let left = writers.subtract(1, ordering: .sequentiallyConsistent).newValue
      let number = pending.load(ordering: .sequentiallyConsistent)
      if left == 0, number != 0 { obey(number) }
    }
    return try work()
  }

  private static func arrived(_ number: Int32) {
    if writers.load(ordering: .sequentiallyConsistent) == 0 { obey(number) }
    pending.store(number, ordering: .sequentiallyConsistent)
  }

  /// Ends the process the way the signal does when nobody handles it.
  private static func obey(_ number: Int32) {
    signal(number, nil)
    // Not `raise`: the thread that writes may have all signals blocked, as those of a pool have.
    kill(getpid(), number)
  }
}
