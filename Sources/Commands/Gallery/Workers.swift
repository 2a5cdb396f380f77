import CVector
import Synchronization

/// Work on many items by several threads.
enum Workers {
  /// The greatest number of threads at once.
  static let limit = 64

  /// How many threads the machine runs at once.
  static var standardCount: Int { max(1, min(limit, Int(cv_thread_count()))) }

  /// Calls `work` for each number from 0 to `items` − 1, at most `jobs` at the same time, and waits.
  ///
  /// The next free thread takes the next item, so that a slow one holds up nobody.
  static func run(_ items: Int, jobs: Int, _ work: @escaping @Sendable (Int) -> Void) {
    let next = Atomic<Int>(0)
    let count = min(jobs, items, limit)
    withUnsafePointer(to: work) { pointer in
      withThreads(count) {
        while true {
          let item = next.add(1, ordering: .relaxed).oldValue
          guard item < items else { return }
          pointer.pointee(item)
        }
      }
    }
  }

  private static func withThreads(_ count: Int, _ body: () -> Void) {
    withoutActuallyEscaping(body) { body in
      withUnsafePointer(to: body) { pointer in
        cv_in_threads(
          Int32(count),
          { context, _ in context?.assumingMemoryBound(to: (() -> Void).self).pointee() },
          UnsafeMutableRawPointer(mutating: pointer))
      }
    }
  }
}
