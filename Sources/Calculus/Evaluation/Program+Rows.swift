/// Evaluates a program at the rows of a table, again and again with other parameters.
///
/// The first variables are the columns of the table, the others are the same for all rows. Rows run
/// in blocks of lanes that fit a cache.
final class RowEvaluator {
  private static let blockLength = 256

  private let program: Program
  /// The columns of the table.
  var table: [[Double]]
  private let rowCount: Int
  private var lanes: [Double]

  /// An evaluator for a table given column by column.
  ///
  /// - Precondition: the columns are the first variables of the program.
  init(_ program: Program, table: [[Double]], rowCount: Int) {
    self.program = program
    self.table = table
    self.rowCount = rowCount
    lanes = Array(repeating: 0, count: max(program.registerCount, 1) * Self.blockLength)
    for (index, value) in program.constants.enumerated() {
      fill(program.variableCount + index, with: value)
    }
  }

  private func fill(_ register: Int, with value: Double) {
    let start = register * Self.blockLength
    for lane in start..<start + Self.blockLength { lanes[lane] = value }
  }

  /// The values of all results, result after result, each row by row.
  func values(_ parameters: [Double]) -> [Double] {
    for (index, value) in parameters.enumerated() { fill(table.count + index, with: value) }
    var results = Array(repeating: 0.0, count: rowCount * program.outputs.count)
    for start in stride(from: 0, to: rowCount, by: Self.blockLength) {
      runBlock(from: start, count: min(Self.blockLength, rowCount - start), into: &results)
    }
    return results
  }

  private func runBlock(from start: Int, count: Int, into results: inout [Double]) {
    lanes.withUnsafeMutableBufferPointer { lanes in
      guard let base = lanes.baseAddress else { return }
      for (index, column) in table.enumerated() {
        for lane in 0..<count { base[index * Self.blockLength + lane] = column[start + lane] }
      }
      for instruction in program.instructions {
        instruction.operation.apply(
          to: base + Int(instruction.destination) * Self.blockLength,
          base + Int(instruction.a) * Self.blockLength,
          base + Int(instruction.b) * Self.blockLength,
          base + Int(instruction.c) * Self.blockLength, count: count)
      }
      for (index, register) in program.outputs.enumerated() {
        let source = base + Int(register) * Self.blockLength
        for lane in 0..<count { results[index * rowCount + start + lane] = source[lane] }
      }
    }
  }
}
