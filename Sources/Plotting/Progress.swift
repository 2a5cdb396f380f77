/// How far long work is, told to those who wait at a terminal.
///
///     setting.progress?.report("training", done: step, of: steps)
///
/// Who listens decides how often it is shown; where nobody does a setting has none.
public struct Progress: Sendable {
  private let tell: @Sendable (_ work: String, _ part: Double) -> Void

  /// The progress that is told to `tell`: the name of the work, and its part from 0 to 1 that is done.
  public init(_ tell: @escaping @Sendable (_ work: String, _ part: Double) -> Void) {
    self.tell = tell
  }

  /// Tells how much of some work is done.
  public func report(_ work: String, done: Int, of total: Int) {
    guard total > 0 else { return }
    tell(work, Double(done) / Double(total))
  }
}
