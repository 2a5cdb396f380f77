import CVector

/// Work in several threads.
enum Threads {
  /// The number of threads for some work: one for little of it, at most `limit`.
  ///
  /// A thread costs some twenty microseconds to begin, so it should have a thousand.
  static func count(for operations: Double, limit: Int = 2) -> Int {
    let share = 2e6
    return max(1, min(limit, Int(cv_thread_count()), operations > share * 2 ? limit : 1))
  }

  /// Calls `work` with the numbers from 0 to `count` − 1 at the same time, and waits for all.
  static func run(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
    if count <= 1 {
      for index in 0..<count { work(index) }
      return
    }
    withUnsafePointer(to: work) { pointer in
      cv_in_threads(
        Int32(count),
        { context, index in
          context?.assumingMemoryBound(to: (@Sendable (Int) -> Void).self).pointee(Int(index))
        }, UnsafeMutableRawPointer(mutating: pointer))
    }
  }
}
