/// The value of a function at a place where an operation breaks, known only by an enclosure.
///
/// The place where ⌊x²⌋ jumps from 1 to 2 is no double, so no double shows the value there. But an
/// operation breaks where its operand has a certain value - a divisor 0, ⌊u⌋ a whole number u - and
/// where the enclosure says that this value is met, the operand is taken to be just that.
public final class BreakEvaluator {
  private let program: Program
  private var values: [Double]
  private var ranges: [Interval]

  /// An evaluator of a program in one variable.
  public init(_ program: Program) {
    precondition(program.variableCount == 1, "a place on the axis is one number")
    self.program = program
    values = Array(repeating: 0, count: max(program.registerCount, 1))
    ranges = Array(repeating: Interval(0), count: max(program.registerCount, 1))
    for index in program.constants.indices {
      values[program.variableCount + index] = program.constants[index]
      ranges[program.variableCount + index] = program.constantIntervals[index]
    }
  }

  /// The value of the first expression at the place near `x` in `enclosure` where it breaks; NaN
  /// where it is undefined there.
  public func value(at x: Double, in enclosure: Interval) -> Double {
    values[0] = x
    ranges[0] = enclosure
    for instruction in program.instructions {
      let (a, b, c) = (Int(instruction.a), Int(instruction.b), Int(instruction.c))
      let operation = instruction.operation
      if case .waves(let index) = operation {
        values[Int(instruction.destination)] = program.waves[Int(index)].value(values[a])
        ranges[Int(instruction.destination)] = program.waves[Int(index)].enclosure(ranges[a])
        continue
      }
      let range = operation.interval(ranges[a], ranges[b], ranges[c])
      var operands = (values[a], values[b])
      // Marks of the operands are theirs: what matters is whether this operation breaks.
      let own = operation.interval(
        Interval(ranges[a].lower, ranges[a].upper), Interval(ranges[b].lower, ranges[b].upper),
        Interval(ranges[c].lower, ranges[c].upper))
      if !own.isContinuous { operation.snap(&operands, ranges[a], ranges[b]) }
      let destination = Int(instruction.destination)
      let value = operation.value(operands.0, operands.1, values[c])
      // ln 0 is no number, so 1/ln 0 is none either.
      values[destination] = own.isContinuous || value.isFinite ? value : .nan
      ranges[destination] = range
    }
    let value = values[Int(program.outputs[0])]
    return value.isFinite ? value : .nan
  }
}

extension Program.Operation {
  /// Moves the operands to where the operation breaks, if that is in their enclosures.
  fileprivate func snap(_ operands: inout (Double, Double), _ a: Interval, _ b: Interval) {
    switch self {
    case .divide: if b.contains(0) { operands.1 = 0 }
    case .power: if a.contains(0) { operands.0 = 0 }
    case .wholePower(let n): if n < 0 && a.contains(0) { operands.0 = 0 }
    case .compare: if !(a - b).isEmpty && (a - b).contains(0) { operands.0 = operands.1 }
    case .call(let function):
      if let place = function.breakingPlace(in: a) { operands.0 = place }
    case .call2(.mod):
      let turns = a / b
      let whole = turns.upper.rounded(.down)
      if turns.width < 1 && whole >= turns.lower { operands.0 = whole * operands.1 }
    default: break
    }
  }
}

extension Function {
  /// A place in `u` where the function breaks or its domain ends.
  fileprivate func breakingPlace(in u: Interval) -> Double? {
    func first(_ places: Double...) -> Double? { places.first { u.contains($0) } }
    switch self {
    case .floor, .ceil:
      let whole = u.upper.rounded(.down)
      return whole >= u.lower ? whole : nil
    case .round:
      let half = (u.upper - 0.5).rounded(.down) + 0.5
      return half >= u.lower ? half : nil
    case .gamma, .lgamma, .digamma:
      let whole = u.upper.rounded(.down)
      return whole >= u.lower && whole <= 0 ? whole : nil
    case .asin, .acos, .acosh, .atanh, .acoth, .asec, .acsc: return first(1, -1, 0)
    case .asech: return first(0, 1)
    case .tan, .cot, .sec, .csc: return .nan
    default: return first(0)
    }
  }
}
