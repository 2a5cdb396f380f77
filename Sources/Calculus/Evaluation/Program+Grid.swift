/// The values of a program on a grid: row by row, `columns.count` to a row.
public struct GridValues: Hashable, Sendable, Codable {
  /// The abscissas of the columns.
  public let columns: [Double]
  /// The ordinates of the rows.
  public let rows: [Double]
  /// For each expression its values, row by row.
  public fileprivate(set) var values: [[Double]]

  /// The value of the expression at `index` in a row and a column.
  public subscript(index: Int, row row: Int, column column: Int) -> Double {
    values[index][row * columns.count + column]
  }
}

extension Program {
  /// Evaluates a program in two variables at all points of a grid.
  ///
  /// What depends on x alone is computed once for each column, on y alone once for each row; the rest
  /// runs over blocks of lanes that fit a cache, by vector kernels. The values are within some units
  /// in the last place of those at single points, and they are the same bits for any number of
  /// threads; another processor may give other last bits.
  ///
  /// Cost: rows × columns × (operations in both variables), about a nanosecond for a function and a
  /// tenth of one for arithmetic.
  ///
  /// - Parameters:
  ///   - columns: the abscissas.
  ///   - rows: the ordinates.
  ///   - threads: how many threads share the rows; by default two where there is much to do.
  public func values(columns: [Double], rows: [Double], threads: Int? = nil) -> GridValues {
    var results: [[Double]] = []
    let size = columns.count * rows.count
    func takeMemory(_ taken: [UnsafeMutablePointer<Double>]) {
      if taken.count == outputs.count {
        fill(taken, columns, rows, threads)
        return
      }
      let values = [Double](unsafeUninitializedCapacity: max(size, 1)) { memory, count in
        if let first = memory.baseAddress { takeMemory(taken + [first]) }
        count = size
      }
      results.append(values)
    }
    takeMemory([])
    return GridValues(columns: columns, rows: rows, values: results.reversed())
  }

  /// Evaluates a program once more on a grid whose memory is there.
  ///
  /// - Precondition: the grid was made by a program with as many expressions.
  public func evaluate(on grid: inout GridValues, threads: Int? = nil) {
    precondition(grid.values.count == outputs.count, "the grid belongs to another program")
    let (columns, rows) = (grid.columns, grid.rows)
    var arrays = grid.values
    grid.values = []
    func collect(_ rest: inout [[Double]], _ taken: [UnsafeMutablePointer<Double>]) {
      guard var values = rest.popLast() else {
        fill(taken, columns, rows, threads)
        return
      }
      values.withUnsafeMutableBufferPointer { memory in
        if let first = memory.baseAddress { collect(&rest, [first] + taken) }
      }
      rest.append(values)
    }
    collect(&arrays, [])
    grid.values = arrays
  }

  private func fill(
    _ results: [UnsafeMutablePointer<Double>], _ columns: [Double], _ rows: [Double],
    _ threads: Int?
  ) {
    precondition(variableCount == 2, "a grid has two variables")
    if columns.isEmpty || rows.isEmpty { return }
    let plan = GridPlan(self, columns: columns, rows: rows, results: results)
    let work = Double(columns.count) * Double(rows.count) * Double(plan.mixed.steps.count + 1)
    let wanted = threads ?? Threads.count(for: work)
    let count = max(1, min(wanted, rows.count, 64))
    Threads.run(count) { index in
      plan.fill(rows: rows.count * index / count..<rows.count * (index + 1) / count)
    }
  }
}

/// What all threads of an evaluation on a grid know.
///
/// It is safe to share: all of it is constant but for the memory of the results, of which each
/// thread writes its own rows only.
private struct GridPlan: @unchecked Sendable {
  private let program: Program
  private let columns: [Double]
  private let columnPart: LaneProgram
  let mixed: LaneProgram
  /// Registers of y alone that mixed instructions and results read.
  private let broadcast: [Int]
  /// The values of these registers, row by row.
  private let rowValues: [Double]
  /// For each mixed step the results that it computes for good.
  private let finished: [[Int]]
  /// For each mixed step whether later ones read its result.
  private let isRead: [Bool]
  /// Results that no mixed step computes.
  private let copied: [Int]
  private let results: [UnsafeMutablePointer<Double>]

  init(
    _ program: Program, columns: [Double], rows: [Double],
    results: [UnsafeMutablePointer<Double>]
  ) {
    self.program = program
    self.columns = columns
    self.results = results
    columnPart = LaneProgram(program, moving: 0..<1) { $0.dependence == 1 }
    mixed = LaneProgram(program, moving: 0..<1) { $0.dependence > 2 }
    let rowPart = LaneProgram(program, moving: 1..<2) { $0.dependence == 2 }
    let read = Set(mixed.steps.flatMap { [$0.a, $0.b, $0.c] } + program.outputs.map(Int.init))
    broadcast = ([1] + rowPart.steps.map(\.destination)).filter(read.contains)
    rowValues = Self.rowValues(program, rowPart, broadcast, rows)
    // A register of a result is never given to another value after it.
    var finished = Array(repeating: [Int](), count: mixed.steps.count)
    var copied: [Int] = []
    for (index, register) in program.outputs.enumerated() {
      let last = mixed.steps.lastIndex { $0.destination == Int(register) }
      if let last { finished[last].append(index) } else { copied.append(index) }
    }
    (self.finished, self.copied) = (finished, copied)
    let steps = mixed.steps
    isRead = steps.indices.map { index in
      steps[(index + 1)...].contains { [$0.a, $0.b, $0.c].contains(steps[index].destination) }
    }
  }

  /// Computes what depends on y alone, the rows as lanes.
  private static func rowValues(
    _ program: Program, _ part: LaneProgram, _ registers: [Int], _ rows: [Double]
  ) -> [Double] {
    var values = Array(repeating: 0.0, count: rows.count * registers.count)
    let memory = LaneMemory(program)
    for start in stride(from: 0, to: rows.count, by: LaneMemory.blockLength) {
      let count = min(LaneMemory.blockLength, rows.count - start)
      for lane in 0..<count { memory[1][lane] = rows[start + lane] }
      memory.run(part.steps, count: count)
      for (index, register) in registers.enumerated() {
        for lane in 0..<count {
          values[(start + lane) * registers.count + index] = memory[register][lane]
        }
      }
    }
    return values
  }

  /// Evaluates some rows, block of columns by block of columns.
  func fill(rows: Range<Int>) {
    let memory = LaneMemory(program)
    for start in stride(from: 0, to: columns.count, by: LaneMemory.blockLength) {
      let count = min(LaneMemory.blockLength, columns.count - start)
      for lane in 0..<count { memory[0][lane] = columns[start + lane] }
      memory.run(columnPart.steps, count: count)
      for row in rows {
        for (index, register) in broadcast.enumerated() {
          memory[register][0] = rowValues[row * broadcast.count + index]
        }
        fillRow(memory, at: row * columns.count + start, count: count)
      }
    }
  }

  private func fillRow(_ memory: LaneMemory, at place: Int, count: Int) {
    for (index, step) in mixed.steps.enumerated() {
      guard let first = finished[index].first else {
        memory.run(step, to: memory[step.destination], count: count)
        continue
      }
      memory.run(step, to: results[first] + place, count: count)
      if isRead[index] {
        memory[step.destination].update(from: results[first] + place, count: count)
      }
      for index in finished[index].dropFirst() {
        (results[index] + place).update(from: results[first] + place, count: count)
      }
    }
    for index in copied {
      let register = Int(program.outputs[index])
      let (source, target) = (memory[register], results[index] + place)
      if mixed.moves[register] {
        target.update(from: source, count: count)
      } else {
        target.update(repeating: source[0], count: count)
      }
    }
  }
}
