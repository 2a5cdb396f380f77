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
