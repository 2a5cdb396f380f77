/// A program run on many lanes at once, where some operands are one number for all of them.
///
/// Which registers differ from lane to lane follows from the variables that do; what depends on the
/// others alone is computed in a single lane.
struct LaneProgram: Sendable {
  /// An instruction and what moves from lane to lane.
  struct Step: Sendable {
    let operation: Program.Operation
    let destination: Int
    let a: Int
    let b: Int
    let c: Int
    let aMoves: Bool
    let bMoves: Bool
    let cMoves: Bool

    var moves: Bool { aMoves || bMoves || cMoves }
  }

  /// Instructions in order, with what their registers held at that time.
  private(set) var steps: [Step] = []
  /// For each register whether it moves at the end.
  private(set) var moves: [Bool]

  /// The instructions of a program that satisfy a condition, where the variables in `moving` move.
  init(
    _ program: Program, moving: Range<Int>, where isIncluded: (Program.Instruction) -> Bool
  ) {
    moves = Array(repeating: false, count: max(program.registerCount, 1))
    for index in moving where index < program.variableCount { moves[index] = true }
    for instruction in program.instructions {
      let (a, b, c) = (Int(instruction.a), Int(instruction.b), Int(instruction.c))
      let step = Step(
        operation: instruction.operation, destination: Int(instruction.destination), a: a, b: b,
        c: c, aMoves: moves[a], bMoves: moves[b], cMoves: moves[c])
      moves[step.destination] = step.moves
      if isIncluded(instruction) { steps.append(step) }
    }
  }
}

/// Some lanes of a register, or one number for all lanes.
struct Lanes {
  let first: UnsafePointer<Double>
  let moves: Bool

  /// The number in a lane.
  @inline(__always)
  subscript(lane: Int) -> Double { moves ? first[lane] : first[0] }
}

/// The registers of a program for a block of lanes.
final class LaneMemory {
  /// Lanes in a block: 4 KiB a register, so that a dozen registers stay in the nearest cache.
  static let blockLength = 512

  private let base: UnsafeMutablePointer<Double>
  private let waves: [WaveSum]

  /// Room for the registers of a program, the constants in their places.
  init(_ program: Program) {
    let count = max(program.registerCount, 1) * Self.blockLength
    waves = program.waves
    base = .allocate(capacity: count)
    base.initialize(repeating: 0, count: count)
    for (index, value) in program.constants.enumerated() {
      self[program.variableCount + index][0] = value
    }
  }

  /// The lanes of a register.
  subscript(register: Int) -> UnsafeMutablePointer<Double> { base + register * Self.blockLength }

  /// Runs steps on the first lanes; what does not move is computed once.
  func run(_ steps: [LaneProgram.Step], count: Int) {
    for step in steps { run(step, to: self[step.destination], count: count) }
  }

  /// Runs a step, with its result in other memory.
  func run(
    _ step: LaneProgram.Step, to destination: UnsafeMutablePointer<Double>, count: Int
  ) {
    if case .waves(let index) = step.operation {
      for lane in 0..<(step.moves ? count : 1) {
        destination[lane] = waves[Int(index)].value(self[step.a][lane])
      }
      return
    }
    step.operation.apply(
      to: destination, Lanes(first: self[step.a], moves: step.aMoves),
      Lanes(first: self[step.b], moves: step.bMoves),
      Lanes(first: self[step.c], moves: step.cMoves), count: step.moves ? count : 1)
  }

  deinit { base.deallocate() }
}
