/// An instruction with its commonest operations told apart by one byte.
///
/// The loops over single points and boxes spend much of their time on deciding what to do next; here
/// they decide by one jump.
struct CompactInstruction {
  enum Code: UInt8 {
    case negate, add, subtract, multiply, divide, square, call, other
  }

  let code: Code
  let operation: Program.Operation
  let destination: Int
  let a: Int
  let b: Int
  let c: Int

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
      default: .other
      }
  }

  /// The instructions of a program in memory of their own, to be freed by the caller.
  static func all(of program: Program) -> UnsafeMutableBufferPointer<CompactInstruction> {
    let memory = UnsafeMutableBufferPointer<CompactInstruction>.allocate(
      capacity: program.instructions.count)
    _ = memory.initialize(from: program.instructions.map(CompactInstruction.init))
    return memory
  }
}
