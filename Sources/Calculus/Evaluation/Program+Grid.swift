/// The values of a program on a grid: row by row, `columns.count` to a row.
public struct GridValues: Sendable {
  /// The abscissas of the columns.
  public let columns: [Double]
  /// The ordinates of the rows.
  public let rows: [Double]
  /// For each expression its values, row by row.
  public let values: [[Double]]

  /// The value of the expression at `index` in a row and a column.
  public subscript(index: Int, row row: Int, column column: Int) -> Double {
    values[index][row * columns.count + column]
  }
}

extension Program {
  /// Evaluates a program in two variables at all points of a grid.
  ///
  /// What depends on x alone is computed once for each column, on y alone once for each row; the rest
  /// runs over blocks of lanes that fit a cache. Cost: rows × columns × (operations in both variables).
  public func values(columns: [Double], rows: [Double]) -> GridValues {
    precondition(variableCount == 2, "a grid has two variables")
    var run = GridRun(self, columns: columns, rows: rows)
    for start in stride(from: 0, to: columns.count, by: GridRun.blockLength) {
      run.fillBlock(from: start, to: min(start + GridRun.blockLength, columns.count))
    }
    return GridValues(columns: columns, rows: rows, values: run.results)
  }
}

/// One evaluation on a grid.
private struct GridRun {
  /// Lanes in a block: 4 KiB a register, so that a few dozen registers stay in the cache.
  static let blockLength = 512

  private let program: Program
  private let columns: [Double]
  private let rows: [Double]
  private let columnPart: [Program.Instruction]
  private let rowPart: [Program.Instruction]
  private let mixedPart: [Program.Instruction]
  /// Registers of y alone that mixed instructions and results read.
  private let broadcast: [Int32]
  /// The values of the registers of y alone, row by row.
  private var rowValues: [Double] = []
  private var lanes: [Double]
  var results: [[Double]]

  init(_ program: Program, columns: [Double], rows: [Double]) {
    self.program = program
    self.columns = columns
    self.rows = rows
    columnPart = program.instructions.filter { $0.dependence == 1 }
    rowPart = program.instructions.filter { $0.dependence == 2 }
    mixedPart = program.instructions.filter { $0.dependence > 2 }
    let read = Set(
      mixedPart.flatMap { [$0.a, $0.b, $0.c] } + program.outputs)
    broadcast = ([1] + rowPart.map(\.destination)).filter(read.contains)
    lanes = Array(repeating: 0, count: program.registerCount * Self.blockLength)
    results = Array(
      repeating: Array(repeating: 0, count: columns.count * rows.count),
      count: program.outputs.count)
    for (index, value) in program.constants.enumerated() {
      fill(Int32(program.variableCount + index), with: value)
    }
    evaluateRows()
  }

  private mutating func fill(_ register: Int32, with value: Double) {
    let start = Int(register) * Self.blockLength
    for lane in start..<start + Self.blockLength { lanes[lane] = value }
  }

  /// Computes what depends on y alone: one lane is enough for a row.
  private mutating func evaluateRows() {
    rowValues.reserveCapacity(rows.count * broadcast.count)
    for y in rows {
      lanes[Self.blockLength] = y
      run(rowPart, count: 1)
      for register in broadcast { rowValues.append(lanes[Int(register) * Self.blockLength]) }
    }
  }

  /// Evaluates all rows of the columns from `start` to `end`.
  mutating func fillBlock(from start: Int, to end: Int) {
    let count = end - start
    for lane in 0..<count { lanes[lane] = columns[start + lane] }
    run(columnPart, count: count)
    for row in rows.indices {
      for (index, register) in broadcast.enumerated() {
        fill(register, with: rowValues[row * broadcast.count + index])
      }
      run(mixedPart, count: count)
      for (index, register) in program.outputs.enumerated() {
        let source = Int(register) * Self.blockLength
        let target = row * columns.count + start
        for lane in 0..<count { results[index][target + lane] = lanes[source + lane] }
      }
    }
  }

  private mutating func run(_ instructions: [Program.Instruction], count: Int) {
    lanes.withUnsafeMutableBufferPointer { lanes in
      guard let base = lanes.baseAddress else { return }
      for instruction in instructions {
        instruction.operation.apply(
          to: base + Int(instruction.destination) * Self.blockLength,
          base + Int(instruction.a) * Self.blockLength,
          base + Int(instruction.b) * Self.blockLength,
          base + Int(instruction.c) * Self.blockLength, count: count)
      }
    }
  }
}

extension Program.Operation {
  /// Applies the operation to `count` lanes.
  ///
  /// The arithmetic loops are plain, so that they vectorise.
  func apply(
    to d: UnsafeMutablePointer<Double>, _ a: UnsafeMutablePointer<Double>,
    _ b: UnsafeMutablePointer<Double>, _ c: UnsafeMutablePointer<Double>, count: Int
  ) {
    switch self {
    case .negate: for i in 0..<count { d[i] = -a[i] }
    case .add: for i in 0..<count { d[i] = a[i] + b[i] }
    case .subtract: for i in 0..<count { d[i] = a[i] - b[i] }
    case .multiply: for i in 0..<count { d[i] = a[i] * b[i] }
    case .divide: for i in 0..<count { d[i] = a[i] / b[i] }
    case .wholePower(2): for i in 0..<count { d[i] = a[i] * a[i] }
    default: for i in 0..<count { d[i] = value(a[i], b[i], c[i]) }
    }
  }
}
