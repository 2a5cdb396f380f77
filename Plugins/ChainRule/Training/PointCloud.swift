import Plotting

/// Points of the plane in classes that are hard to part: what a network learns that is given no data.
enum PointCloud: String, CaseIterable {
  /// Two half moons, each reaching into the other.
  case moons
  /// A disc inside a ring.
  case rings
  /// Two spirals, one inside the other.
  case spirals
  /// A group for each class, on a circle.
  case groups

  /// What stands before the name of a cloud where a path may stand.
  static let prefix = "sample:"

  private static let pointsOfClass = 100

  /// The points and their classes: the same ones for the same number of classes, everywhere.
  func points(classes count: Int) -> [(at: Point, label: Int)] {
    var generator = SeededGenerator(seed: 11)
    return (0..<count).flatMap { label in
      (0..<Self.pointsOfClass).map { number -> (Point, Int) in
        let part = (Double(number) + 0.5) / Double(Self.pointsOfClass)
        let noise = Point(generator.normal(), generator.normal())
        return (place(part, label, of: count, noise, turn: generator.uniform()), label)
      }
    }
  }

  /// A place of a class: a part of its curve, and chance.
  private func place(
    _ part: Double, _ label: Int, of count: Int, _ noise: Point, turn: Double
  ) -> Point {
    switch self {
    case .moons:
      let arc = Point(angle: .pi * part)
      return (label == 0 ? arc : Point(1 - arc.x, 0.5 - arc.y)) + noise * 0.12
    case .rings:
      let radius = label == 0 ? 0.6 * part.squareRoot() : 1.2
      return Point(angle: 2 * .pi * turn) * radius + noise * 0.1
    case .spirals:
      let angle = 3 * .pi * part.squareRoot() + .pi * Double(label)
      return Point(angle: angle) * (1.4 * part.squareRoot()) + noise * 0.03
    case .groups:
      return Point(angle: 2 * .pi * Double(label) / Double(count) + 0.6) * 1.2 + noise * 0.4
    }
  }

  /// The names of all clouds as in a sentence.
  static var listing: String { allCases.map { prefix + $0.rawValue }.enumeration }
}

extension Point {
  /// The point of the unit circle at an angle.
  fileprivate init(angle: Double) {
    self.init(Function.cos.value(angle), Function.sin.value(angle))
  }
}
