extension Program {
  /// The values at a point with arithmetic, roots and whole powers in double-double.
  ///
  /// Polynomials and rational functions so keep about 30 digits; all other functions have the
  /// accuracy of doubles.
  func preciseValues(at point: [Double]) -> [DoubleDouble] {
    var registers = Array(repeating: DoubleDouble(0), count: max(registerCount, 1))
    for (index, value) in point.prefix(variableCount).enumerated() {
      registers[index] = DoubleDouble(value)
    }
    for (index, value) in constants.enumerated() {
      registers[variableCount + index] = DoubleDouble(value)
    }
    for instruction in instructions {
      if case .waves(let index) = instruction.operation {
        let x = registers[Int(instruction.a)].high
        registers[Int(instruction.destination)] = DoubleDouble(waves[Int(index)].value(x))
        continue
      }
      registers[Int(instruction.destination)] = instruction.operation.preciseValue(
        registers[Int(instruction.a)], registers[Int(instruction.b)],
        registers[Int(instruction.c)])
    }
    return outputs.map { registers[Int($0)] }
  }
}

extension Program.Operation {
  /// The value of the operation on numbers in double-double.
  func preciseValue(_ a: DoubleDouble, _ b: DoubleDouble, _ c: DoubleDouble) -> DoubleDouble {
    switch self {
    case .negate: return -a
    case .add: return a + b
    case .subtract: return a - b
    case .multiply: return a * b
    case .divide: return a / b
    case .wholePower(let n): return a.whole(n)
    case .power:
      let isWhole = b.low == 0 && b.high == b.high.rounded() && abs(b.high) <= 1024
      return isWhole ? a.whole(Int32(b.high)) : DoubleDouble(Powers.value(a.high, b.high))
    case .call(.sqrt): return a.squareRoot
    case .call(.abs): return a.high < 0 ? -a : a
    case .choose: return a.high.isNaN ? DoubleDouble(.nan) : a.high != 0 ? b : c
    default: return DoubleDouble(value(a.high, b.high, c.high))
    }
  }
}
