/// An instruction with its commonest operations told apart by one byte.
///
/// The loops over single points and boxes spend much of their time on deciding what to do next; here
/// they decide by one jump.
struct CompactInstruction {
  enum Code: UInt8 {
    case negate, add, subtract, multiply, divide, square, call, waves, other
  }

  private(set) var code: Code
  let operation: Program.Operation
  let destination: Int
  let a: Int
  private(set) var b: Int
  let c: Int

  /// The index of the sum of waves.
  var waves: Int {
    if case .waves(let index) = operation { Int(index) } else { 0 }
  }

  init(_ instruction: Program.Instruction) {
    operation = instruction.operation
    destination = Int(instruction.destination)
    (a, b, c) = (Int(instruction.a), Int(instruction.b), Int(instruction.c))
    code =
      switch instruction.operation {
      case .negate: .negate
      case .add: .add
      case .subtract: .subtract
      case .multiply: .multiply
      case .divide: .divide
      case .wholePower(2): .square
      case .call: .call
      case .waves: .waves
      default: .other
      }
  }

  /// Instructions in memory of their own, to be freed by the caller.
  static func all(
    _ instructions: [Program.Instruction]
  ) -> UnsafeMutableBufferPointer<CompactInstruction> {
    let memory = UnsafeMutableBufferPointer<CompactInstruction>.allocate(
      capacity: instructions.count)
    _ = memory.initialize(from: instructions.map(CompactInstruction.init))
    return memory
  }

  /// The same with a product in place of a quotient whose divisor's reciprocal is in a register.
  func multiplying(byReciprocal register: (Int) -> Int?) -> CompactInstruction {
    guard code == .divide, let reciprocal = register(b) else { return self }
    var result = self
    (result.code, result.b) = (.multiply, reciprocal)
    return result
  }
}
