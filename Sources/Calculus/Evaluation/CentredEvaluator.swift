/// Encloses functions of one variable and their slopes on an interval, by centred forms.
///
/// Beside its natural enclosure F(X) each operation gets the mean value form f(m) + F′(X)(X − m) with
/// m the middle of X (Moore 1966), and the intersection of both goes on: what the natural enclosure
/// gives away by x² − 2x + 1 or sin²x + cos²x comes back, quadratically in the width of X. Slopes are
/// those of dual numbers over intervals, so a kink has the slopes of both sides. Cost: about five
/// natural evaluations.
public final class CentredEvaluator {
  /// What is known of an operation on the interval.
  fileprivate struct Register {
    fileprivate var dual: Dual<Interval>
    fileprivate var middle: Interval
  }

  private let program: Program
  /// Owned by the evaluator: a buffer of its own needs no check of exclusive access at each use.
  private let registers: UnsafeMutablePointer<Register>

  /// An evaluator of `program`, whose expressions have one variable.
  public init(_ program: Program) {
    precondition(program.variableCount == 1, "a slope is by one variable")
    self.program = program
    let count = max(program.registerCount, 1)
    let zero = Register(dual: Dual(Interval(0), Interval(0)), middle: Interval(0))
    registers = .allocate(capacity: count)
    registers.initialize(repeating: zero, count: count)
    for (index, interval) in program.constantIntervals.enumerated() {
      registers[program.variableCount + index] = Register(
        dual: Dual(interval, Interval(0)), middle: interval)
    }
  }

  /// Computes the results on an interval of finite ends; read them with `range` and `slope`.
  public func evaluate(_ x: Interval) {
    let middle = x.middle
    registers[0] = Register(dual: Dual(x, Interval(1)), middle: Interval(middle))
    let offset = Interval((x.lower - middle).nextDown, (x.upper - middle).nextUp)
    for instruction in program.instructions {
      let a = registers[Int(instruction.a)]
      if case .waves(let index) = instruction.operation {
        let (value, slope, middle) = program.waves[Int(index)].jet(x)
        registers[Int(instruction.destination)] = Register(dual: Dual(value, slope), middle: middle)
        continue
      }
      let b = registers[Int(instruction.b)]
      let c = registers[Int(instruction.c)]
      var result = Register(
        dual: instruction.operation.result(a.dual, b.dual, c.dual),
        middle: instruction.operation.interval(a.middle, b.middle, c.middle))
      result.narrow(by: offset)
      registers[Int(instruction.destination)] = result
    }
  }

  /// All values of the expression at `index` on the interval.
  public func range(_ index: Int) -> Interval {
    registers[Int(program.outputs[index])].dual.value
  }

  /// All slopes of the expression at `index` on the interval.
  public func slope(_ index: Int) -> Interval {
    registers[Int(program.outputs[index])].dual.tangent
  }

  deinit { registers.deallocate() }
}

extension CentredEvaluator.Register {
  /// Intersects the range with the mean value form, where f is continuous and so has one.
  fileprivate mutating func narrow(by offset: Interval) {
    let slope = dual.tangent
    guard dual.value.isContinuous, slope.lower > -.infinity, slope.upper < .infinity,
      slope.lower <= slope.upper, middle.lower > -.infinity, middle.upper < .infinity
    else { return }
    let form = middle + slope * offset
    let lower = max(dual.value.lower, form.lower)
    let upper = min(dual.value.upper, form.upper)
    guard lower <= upper else { return }
    dual.value.lower = lower
    dual.value.upper = upper
  }
}

extension Program.Operation {
  /// The operation on numbers of any kind.
  @inline(__always)
  func result<S: Scalar>(_ a: S, _ b: S, _ c: S) -> S {
    switch self {
    case .negate: -a
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .power: a.raised(to: b)
    case .wholePower(let n): a.raised(toWhole: n)
    case .call(let function): a.applied(function)
    case .call2(let function): a.applied(function, b)
    case .compare(let comparison): a.compared(comparison, to: b)
    case .choose: a.choosing(b, c)
    case .waves: S(.nan)
    }
  }
}
