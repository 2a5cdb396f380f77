/// Evaluates a program at single points, again and again, without allocating.
public final class PointEvaluator {
  private let program: Program
  /// Owned by the evaluator: a buffer of its own needs no check of exclusive access at each use.
  private let registers: UnsafeMutablePointer<Double>
  private let instructions: UnsafeMutableBufferPointer<CompactInstruction>

  /// An evaluator of `program`.
  public init(_ program: Program) {
    self.program = program
    instructions = CompactInstruction.all(program.instructions)
    let count = max(program.registerCount, 2)
    registers = .allocate(capacity: count)
    registers.initialize(repeating: 0, count: count)
    for (index, value) in program.constants.enumerated() {
      registers[program.variableCount + index] = value
    }
  }

  /// The values of all results at a point.
  public func values(at point: [Double]) -> [Double] {
    for index in 0..<program.variableCount { registers[index] = point[index] }
    run()
    return program.outputs.map { registers[Int($0)] }
  }

  /// Computes the results at a point of the plane; read them with `result`.
  public func evaluate(_ x: Double, _ y: Double) {
    registers[0] = x
    registers[1] = y
    run()
  }

  /// Computes the results at a place on the axis, for one variable; read them with `result`.
  public func evaluate(_ x: Double) {
    registers[0] = x
    run()
  }

  /// The result of the expression at `index` after `evaluate`.
  public func result(_ index: Int) -> Double { registers[Int(program.outputs[index])] }

  private func run() {
    let r = registers
    for instruction in instructions {
      let (a, b) = (r[instruction.a], r[instruction.b])
      r[instruction.destination] =
        switch instruction.code {
        case .negate: -a
        case .add: a + b
        case .subtract: a - b
        case .multiply: a * b
        case .divide: a / b
        case .square: a * a
        case .waves: program.waves[instruction.waves].value(a)
        case .call, .other: instruction.operation.value(a, b, r[instruction.c])
        }
    }
  }

  deinit {
    registers.deallocate()
    instructions.deallocate()
  }
}

extension Program.Operation {
  /// The value of the operation on numbers; sums of waves are computed by those who run a program.
  @inline(__always)
  func value(_ a: Double, _ b: Double, _ c: Double) -> Double {
    switch self {
    case .negate: -a
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .power: Powers.value(a, b)
    case .wholePower(let n): Powers.whole(a, n)
    case .call(let function): function.value(a)
    case .call2(let function): function.value(a, b)
    case .compare(let comparison): comparison.value(a, b)
    case .choose: a.isNaN ? .nan : a != 0 ? b : c
    case .waves: .nan
    }
  }
}

extension Comparison {
  /// 1 where the comparison holds, 0 where it does not, NaN where a side is undefined.
  func value(_ a: Double, _ b: Double) -> Double {
    if a.isNaN || b.isNaN { return .nan }
    let holds =
      switch self {
      case .less: a < b
      case .lessOrEqual: a <= b
      case .equal: a == b
      case .notEqual: a != b
      }
    return holds ? 1 : 0
  }
}
