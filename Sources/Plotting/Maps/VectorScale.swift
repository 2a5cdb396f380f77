import Geometry

/// The scale at which a single vector is drawn on a map: true to the axes, or ten, two or more times
/// longer or shorter, so that it fits and can be seen.
public struct VectorScale: Hashable, Sendable {
  /// The length on the map over the true length.
  public let factor: Double

  /// The scale of a vector in a window.
  ///
  /// - Parameters:
  ///   - vector: the vector; a zero vector keeps its length.
  ///   - tail: where it begins, if its tip should stay in the window.
  ///   - window: the part of the plane that is shown.
  ///   - longest: the greatest length, as a part of the shorter side of the window.
  public init(
    for vector: Point, from tail: Point? = nil, in window: Box, longest: Double = 0.35
  ) {
    let room = min(window.width, window.height)
    let length = vector.length
    var factor = 1.0
    if length > 0, length.isFinite {
      for _ in 0..<320 where length * factor > longest * room {
        factor *= length * factor > 2 * longest * room ? 0.1 : 0.5
      }
      for _ in 0..<320 where length * factor < 0.05 * room { factor *= 10 }
      if let tail {
        for _ in 0..<3 where !window.contains(tail + vector * factor) { factor *= 0.5 }
      }
    }
    self.factor = factor
  }

  /// How long the vector is drawn, in words; `nil` where it is as long as it is.
  public var words: String? {
    if factor == 1 { return nil }
    return factor > 1
      ? "drawn \(Wording.text(factor)) times as long"
      : "drawn at \(Wording.text(factor)) of its length"
  }
}
