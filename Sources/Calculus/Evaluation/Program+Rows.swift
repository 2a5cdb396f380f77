/// Evaluates a program at the rows of a table, again and again with other parameters.
///
/// The first variables are the columns of the table, the others are the same for all rows. Rows run
/// in blocks of lanes that fit a cache; what depends on the parameters alone is computed once a block.
final class RowEvaluator {
  private let program: Program
  private let lanes: LaneProgram
  private let memory: LaneMemory
  /// The columns of the table.
  var table: [[Double]]
  private let rowCount: Int

  /// An evaluator for a table given column by column.
  ///
  /// - Precondition: the columns are the first variables of the program.
  init(_ program: Program, table: [[Double]], rowCount: Int) {
    self.program = program
    self.table = table
    self.rowCount = rowCount
    lanes = LaneProgram(program, moving: 0..<table.count) { _ in true }
    memory = LaneMemory(program)
  }

  /// The values of all results, result after result, each row by row.
  func values(_ parameters: [Double]) -> [Double] {
    for (index, value) in parameters.enumerated() { memory[table.count + index][0] = value }
    return [Double](unsafeUninitializedCapacity: rowCount * program.outputs.count) {
      memory, count in
      count = rowCount * program.outputs.count
      guard let results = memory.baseAddress else { return }
      for start in stride(from: 0, to: rowCount, by: LaneMemory.blockLength) {
        let length = min(LaneMemory.blockLength, rowCount - start)
        runBlock(from: start, count: length, into: results + start)
      }
    }
  }

  private func runBlock(
    from start: Int, count: Int, into results: UnsafeMutablePointer<Double>
  ) {
    for (index, column) in table.enumerated() {
      column.withUnsafeBufferPointer { column in
        guard let first = column.baseAddress else { return }
        memory[index].update(from: first + start, count: count)
      }
    }
    memory.run(lanes.steps, count: count)
    for (index, register) in program.outputs.enumerated() {
      let (source, target) = (memory[Int(register)], results + index * rowCount)
      if lanes.moves[Int(register)] {
        target.update(from: source, count: count)
      } else {
        target.update(repeating: source[0], count: count)
      }
    }
  }
}
