import CVector
import Plotting

/// A figure file that is made anew whenever it changes, with the files that it reads.
///
/// The files are looked at every 20 ms, which costs a few calls of the system and works on every
/// file system and with every way of saving; an editor that replaces the file is seen as well.
struct FileWatch {
  private let path: FilePath
  private let texts: RawTexts
  private let session: Session
  private let isTerminal = isatty(2) == 1

  init(path: String, texts: RawTexts, session: Session) {
    self.path = FilePath(path)
    self.texts = texts
    self.session = session
  }

  /// Watches as long as `goesOn` says so; it is asked after each look with the number of rounds.
  ///
  /// A wrong file leaves the last good picture. Only a closed output ends the watch.
  func run(while goesOn: (_ rounds: Int) -> Bool) throws(CommandFailure) {
    var seen: [FileState] = []
    var inputs: [String] = []
    var rounds = 0
    repeat {
      let state = ([path.text, path.folder + GallerySettings.fileName] + inputs).map(FileState.init)
      if state != seen, state.first?.exists == true || rounds == 0 {
        inputs = try make()
        seen = ([path.text, path.folder + GallerySettings.fileName] + inputs).map(FileState.init)
        // What changed while the figure was made is seen in the next round.
        if let first = state.first { seen[0] = first }
      }
      rounds += 1
      if !goesOn(rounds) { return }
      usleep(20_000)
    } while true
  }

  /// Makes the figure and tells how it went; the files that it reads.
  private func make() throws(CommandFailure) -> [String] {
    let start = Self.now
    var inputs: [String] = []
    do throws(CommandFailure) {
      let file = try FigureFile.read(path.text, in: session.catalogue)
      inputs = file.inputPaths
      let made = try file.made(file.kind, overrides: texts)
      try session.outlets.write(made.files, isQuiet: true)
      let names = made.files.map(\.destination.path).joined(separator: " ")
      let remarks = made.notices.map { "\nmvplot: note: \($0)" }.joined()
      say("mvplot: \(names) in \(Int((Self.now - start) * 1000)) ms\(remarks)\n")
    } catch {
      if case .writing(let error) = error, error.isClosedPipe { throw .writing(error) }
      say(error.message)
    }
    return inputs
  }

  /// Says how it stands; on a terminal in the place of what was said last.
  private func say(_ words: String) {
    session.outlets.messages(isTerminal ? "\u{1B}[2J\u{1B}[H" + words : words)
  }

  /// Seconds on a clock that nobody sets.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// What the system says of a file: it changes when the file is saved or replaced.
private struct FileState: Hashable {
  private var words: [Int] = []

  var exists: Bool { !words.isEmpty }

  init(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    words = [
      Int(status.st_size), Int(truncatingIfNeeded: status.st_ino), status.st_mtim.tv_sec,
      status.st_mtim.tv_nsec,
    ]
  }
}
