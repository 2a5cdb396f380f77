extension Tape {
  /// Checks that a point has a component for each input.
  func check(_ point: [Double]) throws(DerivativeError) {
    guard point.count == inputCount else {
      throw .wrongDimension(expected: inputCount, actual: point.count)
    }
  }

  /// The values of the results at a point.
  public func values(at point: [Double]) throws(DerivativeError) -> [Double] {
    try check(point)
    let values = forward(point)
    return outputs.map { values[Int($0)] }
  }

  /// The values at all places, computed with any kind of number.
  func forward<S: Scalar>(_ point: [S]) -> [S] {
    var values = Array(repeating: S(0), count: count)
    values.withUnsafeMutableBufferPointer { forward(point, into: $0) }
    return values
  }

  /// Computes the values at all places into memory for `count` of them.
  func forward<S: Scalar>(_ point: [S], into values: UnsafeMutableBufferPointer<S>) {
    precondition(values.count == count && point.count == inputCount)
    for place in point.indices { values[place] = point[place] }
    operations.withUnsafeBufferPointer { operations in
      a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in
          for place in inputCount..<operations.count {
            let (x, y) = (Int(a[place]), Int(b[place]))
            switch operations[place] {
            case .input: break
            case .number: values[place] = S(numbers[x])
            case .add: values[place] = values[x] + values[y]
            case .subtract: values[place] = values[x] - values[y]
            case .multiply: values[place] = values[x] * values[y]
            case .divide: values[place] = values[x] / values[y]
            case .wholePower: values[place] = values[x].raised(toWhole: c[place])
            default: values[place] = rareValue(place, values)
            }
          }
        }
      }
    }
  }

  private func rareValue<S: Scalar>(
    _ place: Int, _ values: UnsafeMutableBufferPointer<S>
  ) -> S {
    let (first, second) = (values[Int(a[place])], values[Int(b[place])])
    switch operations[place] {
    case .constant: return S(Constant(rawValue: UInt8(a[place])) ?? .pi)
    case .negate: return -first
    case .power: return first.raised(to: second)
    case .call: return first.applied(function(at: place))
    case .call2: return first.applied(function(at: place), second)
    case .compare: return first.compared(comparison(at: place), to: second)
    default: return first.choosing(second, values[Int(c[place])])
    }
  }
}
