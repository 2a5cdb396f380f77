import CVector

/// Evaluates a program on boxes: enclosures of all values of each expression.
public final class IntervalEvaluator {
  private let program: Program
  /// Owned by the evaluator: a buffer of its own needs no check of exclusive access at each use.
  private let registers: UnsafeMutablePointer<Interval>
  private let instructions: UnsafeMutableBufferPointer<CompactInstruction>
  /// What depends on x alone and on y alone, where it is worth keeping.
  private let columns: HoistedIntervals?
  private let rows: HoistedIntervals?

  /// An evaluator of `program`.
  public init(_ program: Program) {
    self.program = program
    let (columns, rows) = (
      HoistedIntervals(program, axis: 0), HoistedIntervals(program, axis: 1)
    )
    (self.columns, self.rows) = (columns, rows)
    instructions = CompactInstruction.all(
      program.instructions.filter {
        !(columns != nil && $0.dependence == 1 || rows != nil && $0.dependence == 2)
      })
    for index in instructions.indices {
      instructions[index] = instructions[index].multiplying {
        program.reciprocalRegister(of: $0)
      }
    }
    let count = max(program.registerCount + program.constants.count, 2)
    registers = .allocate(capacity: count)
    registers.initialize(repeating: Interval(0), count: count)
    for (index, interval) in program.constantIntervals.enumerated() {
      registers[program.variableCount + index] = interval
      if let place = program.reciprocalRegister(of: program.variableCount + index) {
        registers[place] = interval.reciprocal
      }
    }
  }

  /// Enclosures of all results on a box, by its sides in the order of the variables.
  public func values(on box: [Interval]) -> [Interval] {
    for index in 0..<program.variableCount { registers[index] = box[index] }
    run()
    return program.outputs.map { registers[Int($0)] }
  }

  /// Computes the results on a rectangle of the plane; read them with `result`.
  public func evaluate(_ x: Interval, _ y: Interval) {
    registers[0] = x
    registers[1] = y
    run()
  }

  /// Computes the results on an interval, for one variable; read them with `result`.
  public func evaluate(_ x: Interval) {
    registers[0] = x
    run()
  }

  /// The enclosure of the expression at `index` after `evaluate`.
  public func result(_ index: Int) -> Interval { registers[Int(program.outputs[index])] }

  private func run() {
    columns?.update(registers)
    rows?.update(registers)
    Self.run(instructions, on: registers, program.waves)
  }

  /// Runs instructions on registers.
  static func run(
    _ instructions: UnsafeMutableBufferPointer<CompactInstruction>,
    on r: UnsafeMutablePointer<Interval>, _ waves: [WaveSum]
  ) {
    for instruction in instructions {
      let (a, b) = (r[instruction.a], r[instruction.b])
      r[instruction.destination] =
        switch instruction.code {
        case .negate: -a
        case .add: a + b
        case .subtract: a - b
        case .multiply: a * b
        case .square: a.squared
        case .waves: waves[instruction.waves].enclosure(a)
        case .divide, .call, .other: instruction.operation.interval(a, b, r[instruction.c])
        }
    }
  }

  deinit {
    registers.deallocate()
    instructions.deallocate()
  }
}

extension Program {
  /// Where an evaluator keeps the reciprocal of a constant without 0, behind the registers.
  fileprivate func reciprocalRegister(of register: Int) -> Int? {
    let index = register - variableCount
    guard constants.indices.contains(index), !constantIntervals[index].isEmpty,
      !constantIntervals[index].contains(0)
    else { return nil }
    return registerCount + index
  }
}

extension Program.Operation {
  /// An enclosure of the operation on intervals; sums of waves are computed by those who run a
  /// program.
  @inline(__always)
  func interval(_ a: Interval, _ b: Interval, _ c: Interval) -> Interval {
    switch self {
    case .negate: -a
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .power: Powers.interval(a, b)
    case .wholePower(let n): a.power(n)
    case .call(let function): function.interval(a)
    case .call2(let function): function.interval(a, b)
    case .compare(let comparison): comparison.interval(a, b)
    case .choose: Interval.choice(a, b, c)
    case .waves: .anything
    }
  }
}

extension Interval {
  /// The branch that a condition chooses, or both where it is open.
  ///
  /// Where the condition is undefined the choice is.
  static func choice(_ condition: Interval, _ a: Interval, _ b: Interval) -> Interval {
    if condition.isEmpty { return .empty }
    let isOpen = condition.lower <= 0 && condition.upper > 0
    var result = isOpen ? a.union(b) : condition.lower > 0 ? a : b
    result.isPartial = result.isPartial || condition.isPartial
    result.isBroken = result.isBroken || isOpen
    return result
  }
}

extension Comparison {
  /// [1, 1] where it holds on the whole box, [0, 0] where it holds nowhere, else [0, 1].
  func interval(_ a: Interval, _ b: Interval) -> Interval {
    if a.isEmpty || b.isEmpty { return .empty }
    let (isSure, isImpossible) =
      switch self {
      case .less: (a.upper < b.lower, a.lower >= b.upper)
      case .lessOrEqual: (a.upper <= b.lower, a.lower > b.upper)
      case .equal: (a.width == 0 && a == b, a.upper < b.lower || a.lower > b.upper)
      case .notEqual: (a.upper < b.lower || a.lower > b.upper, a.width == 0 && a == b)
      }
    let result = Interval(isSure ? 1 : 0, isImpossible ? 0 : 1, isBroken: !isSure && !isImpossible)
    return result.marked(as: a, b)
  }
}

extension Powers {
  /// a^b for b that is not a whole number: exp(b ln a), a ≥ 0.
  static func interval(_ a: Interval, _ b: Interval) -> Interval {
    if a.isEmpty || b.isEmpty { return .empty }
    if b.width == 0, b.lower == b.lower.rounded(), Swift.abs(b.lower) <= 1e9 {
      return a.power(Int32(b.lower))
    }
    if a.upper < 0 { return .empty }
    let low = Swift.max(a.lower, 0)
    var result = Interval(value(low, b.lower)).union(Interval(value(low, b.upper)))
      .union(Interval(value(a.upper, b.lower))).union(Interval(value(a.upper, b.upper)))
    if low < 1 && a.upper > 1 || b.contains(0) { result = result.union(Interval(1)) }
    result = result.widenedForFunctions
    result.lower = Swift.max(result.lower, 0)
    // A power that underflowed to zero is not an exact zero.
    if result.upper == 0 && a.upper > 0 { result.upper = Double.leastNonzeroMagnitude }
    result.isPartial = a.lower < 0 || low == 0 && b.lower <= 0
    result.isBroken = low == 0 && b.lower <= 0
    return result.marked(as: a, b)
  }
}

extension Function {
  /// The values of a function of two arguments on intervals.
  func interval(_ a: Interval, _ b: Interval) -> Interval {
    if a.isEmpty || b.isEmpty { return .empty }
    switch self {
    case .min:
      return Interval(Swift.min(a.lower, b.lower), Swift.min(a.upper, b.upper)).marked(as: a, b)
    case .max:
      return Interval(Swift.max(a.lower, b.lower), Swift.max(a.upper, b.upper)).marked(as: a, b)
    case .hypot:
      return Function.sqrt.interval(a.squared + b.squared)
    case .mod: return Self.remainder(a, b)
    case .atan2: return Self.angle(a, b)
    case .besselQuotient where a.width == 0 && value(a.lower, 0).isFinite:
      return EntireQuotients.bessel(a.lower, b).marked(as: a, b)
    case .exponentialMean where a.width == 0 && value(a.lower, 0).isFinite:
      return EntireQuotients.exponential(a.lower, b).marked(as: a, b)
    case .polygamma where a.width == 0: return Self.polygamma(a.lower, b).marked(as: a, b)
    default: return .anything
    }
  }

  /// ψ⁽ⁿ⁾ = ±n! Σ 1/(x + k)ⁿ⁺¹ between two poles or beyond 0.
  ///
  /// For even n it rises. For odd n it is convex: below the chord and above the tangents at the ends.
  private static func polygamma(_ order: Double, _ x: Interval) -> Interval {
    let meetsPole = x.lower <= 0 && x.lower.rounded(.up) <= Swift.min(x.upper, 0)
    let (low, high) = (polygamma.value(order, x.lower), polygamma.value(order, x.upper))
    if meetsPole || low.isNaN || high.isNaN { return .anything }
    let ends = Interval(low).union(Interval(high))
    // The sums of the recurrence lose digits where terms of both signs meet.
    let noise = 1e-13 * Swift.max(Swift.abs(low), Swift.abs(high))
    var result = Interval(ends.lower - noise, ends.upper + noise).widenedForFunctions
    guard x.lower < 0, order.truncatingRemainder(dividingBy: 2) == 1 else { return result }
    let fall = polygamma.value(order + 1, x.lower)
    let rise = polygamma.value(order + 1, x.upper)
    guard fall < 0, rise > 0 else { return result }
    let meeting = (high - low + fall * x.lower - rise * x.upper) / (fall - rise)
    let bound = low + fall * (meeting - x.lower)
    let slack = 1e-9 * (Swift.abs(low) + Swift.abs(high))
    result.lower = bound.isFinite ? Swift.max(0, Swift.min(result.lower, bound - slack)) : 0
    return result
  }

  private static func remainder(_ a: Interval, _ b: Interval) -> Interval {
    let turns = Function.floor.interval(a / b)
    if turns.lower == turns.upper { return a - b * turns }
    let reach = Interval(Swift.min(b.lower, 0), Swift.max(b.upper, 0), isBroken: true)
    return reach.marked(as: turns, a)
  }

  /// The angle of (b, a): jumps by 2π across the negative abscissa and has no limit at the origin.
  private static func angle(_ a: Interval, _ b: Interval) -> Interval {
    if a.contains(0) && b.lower <= 0 {
      return Interval(-Double.pi, Double.pi, isBroken: true).widened.marked(as: a, b)
    }
    let corners = [
      CVector.atan2(a.lower, b.lower), CVector.atan2(a.lower, b.upper),
      CVector.atan2(a.upper, b.lower), CVector.atan2(a.upper, b.upper),
    ]
    let result = Interval(corners.min() ?? -Double.pi, corners.max() ?? Double.pi)
    return result.widenedForFunctions.marked(as: a, b)
  }
}
