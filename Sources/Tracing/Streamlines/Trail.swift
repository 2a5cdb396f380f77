import Geometry

/// Why a streamline goes no further.
enum TrailEnd: Hashable {
  /// It leaves the window.
  case edge
  /// It comes near to a zero of the field.
  case zero
  /// The field jumps, has a pole or is undefined.
  case singularity
  /// It is back where it began.
  case closed
  /// It winds beside itself, nearer than lines may be.
  case spiral
  /// It comes nearer to another line than lines may be.
  case neighbour
  /// It is as long as a line may be, or the budget is spent.
  case limit
}

/// A streamline with its dense output: places by the length from where it was begun.
struct Trail {
  /// The steps in the order of the field, those before the beginning first.
  private(set) var steps: [StreamStep]
  /// The least length: 0 or less.
  private(set) var from: Double
  /// The greatest length.
  private(set) var to: Double
  var ends: (before: TrailEnd, after: TrailEnd)

  /// The trail of the steps with the field and of those against it, both from the same beginning.
  init(
    after: [StreamStep], before: [StreamStep] = [], ends: (before: TrailEnd, after: TrailEnd)
  ) {
    steps = before.reversed() + after
    from = before.last?.endLength ?? 0
    to = after.last?.endLength ?? 0
    self.ends = ends
  }

  var length: Double { to - from }
  var isClosed: Bool { ends.after == .closed }

  /// The place at a length.
  func point(_ s: Double) -> Point {
    let step = step(at: s)
    return step.point((s - step.start) / step.size)
  }

  /// The place at a length and the direction of the line there.
  func sample(_ s: Double) -> (place: Point, along: Point) {
    let step = step(at: s)
    let t = (s - step.start) / step.size
    return (step.point(t), step.direction(t) ?? .zero)
  }

  private func step(at s: Double) -> StreamStep {
    var (low, high) = (0, steps.count - 1)
    while low < high {
      let middle = (low + high) / 2
      let step = steps[middle]
      if max(step.start, step.start + step.size * step.share) < s {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return steps[low]
  }

  /// The trail between two lengths.
  func cut(from first: Double, to last: Double) -> Trail {
    var result = self
    result.from = max(from, first)
    result.to = min(to, last)
    return result
  }
}
