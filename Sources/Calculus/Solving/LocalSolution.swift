/// Where an iteration from a start ended.
public struct LocalSolution<Point: Hashable & Sendable & Codable>: Hashable, Sendable, Codable {
  /// The last point.
  public let point: Point
  /// The number of steps.
  public let steps: Int
  /// Whether the iteration came to rest, so that `point` is a solution within rounding.
  public let isConverged: Bool
}

/// Functions of n variables with gradients and Hessians, evaluated together.
struct DerivativeField {
  /// Value, gradient and Hessian of one function at a point.
  struct Jet {
    var value: Double
    var gradient: [Double]
    var hessian: Matrix
  }

  private let values: PointEvaluator
  private let jets: PointEvaluator
  private let count: Int
  private let size: Int

  init(_ functions: [Expression]) {
    count = functions.count
    size = functions.first?.variables.count ?? 0
    var outputs: [Expression] = []
    for function in functions {
      let gradient = function.gradient
      outputs += [function] + gradient
      for (row, slope) in gradient.enumerated() {
        for column in row..<size {
          outputs.append(slope.derivative(by: function.variables[column]))
        }
      }
    }
    values = PointEvaluator(Program(functions))
    jets = PointEvaluator(Program(outputs))
  }

  func values(at point: [Double]) -> [Double] { values.values(at: point) }

  func jets(at point: [Double]) -> [Jet] {
    let all = jets.values(at: point)
    let stride = 1 + size + size * (size + 1) / 2
    return (0..<count).map { index in
      let start = index * stride
      var hessian = Matrix(rows: size, columns: size)
      var next = start + 1 + size
      for row in 0..<size {
        for column in row..<size {
          hessian[row, column] = all[next]
          hessian[column, row] = all[next]
          next += 1
        }
      }
      return Jet(
        value: all[start], gradient: Array(all[(start + 1)..<(start + 1 + size)]),
        hessian: hessian)
    }
  }
}

/// Lengths and products of coordinate lists.
enum Vector {
  static func dot(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The Euclidean length, without overflow of the squares.
  static func length(_ a: [Double]) -> Double {
    let size = a.reduce(0) { max($0, abs($1)) }
    guard size > 0, size.isFinite else { return size }
    return size * a.reduce(0) { $0 + ($1 / size) * ($1 / size) }.squareRoot()
  }

  /// The sum of the sizes.
  static func sum(_ a: [Double]) -> Double { a.reduce(0) { $0 + abs($1) } }

  /// a + t·b.
  static func moved(_ a: [Double], _ t: Double, _ b: [Double]) -> [Double] {
    zip(a, b).map { $0 + t * $1 }
  }
}

extension CriticalPoint.Kind {
  /// The kind by the signs of the eigenvalues; those lost in rounding make it degenerate.
  init(inertia eigenvalues: [Double]) {
    let largest = eigenvalues.reduce(0) { max($0, abs($1)) }
    let noise = 64 * Double(eigenvalues.count) * Double.ulpOfOne * largest
    if eigenvalues.isEmpty || eigenvalues.contains(where: { !(abs($0) > noise) }) {
      self = .degenerate
    } else if eigenvalues.allSatisfy({ $0 > 0 }) {
      self = .minimum
    } else if eigenvalues.allSatisfy({ $0 < 0 }) {
      self = .maximum
    } else {
      self = .saddle
    }
  }
}
