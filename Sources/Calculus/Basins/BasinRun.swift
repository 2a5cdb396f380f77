/// An iteration from every start of a lattice.
struct BasinRun: Sendable {
  /// What became of a start: not finite where it did not arrive.
  struct Arrival: Sendable {
    var at = PlanePoint(x: .nan, y: .nan)
    var steps = 0
  }

  private let program: Program
  private let rule: Basins.Rule
  private let factor: Double?
  private let x: ClosedRange<Double>
  private let y: ClosedRange<Double>
  private let limit: Int
  /// The longer side of the window.
  let extent: Double
  /// The median size of the Hessian in the window.
  private let usualSize: Double

  init(
    _ program: Program, _ rule: Basins.Rule, factor: Double?, x: ClosedRange<Double>,
    y: ClosedRange<Double>, limit: Int
  ) {
    self.program = program
    self.rule = rule
    self.factor = factor
    self.x = x
    self.y = y
    self.limit = max(limit, 1)
    extent = max(x.upperBound - x.lowerBound, y.upperBound - y.lowerBound)
    let probe = BasinStep(program, rule, factor: factor, leastSize: 0)
    let sizes = (0..<17 * 17).map { index in
      probe.size(
        at: PlanePoint(
          x: Self.middle(index % 17, of: 17, in: x), y: Self.middle(index / 17, of: 17, in: y)))
    }.filter(\.isFinite).sorted()
    usualSize = sizes.isEmpty ? 0 : sizes[sizes.count / 2]
  }

  /// The ends of the starts in the middles of the cells, row by row from the lowest.
  func arrivals(columns: Int, rows: Int) -> [Arrival] {
    let count = columns * rows
    return Array(unsafeUninitializedCapacity: count) { buffer, filled in
      buffer.initialize(repeating: Arrival())
      filled = count
      // No cell has two writers: every row belongs to one thread, and nobody reads before all end.
      nonisolated(unsafe) let cells = buffer
      let threads = Threads.count(for: Double(count) * Double(program.cost) * 20)
      // Rows in turn: one half of the plane may take far longer than the other.
      Threads.run(threads) { thread in
        if rule == .newton {
          let row = NewtonRow(program)
          for number in stride(from: thread, to: rows, by: threads) {
            let ends = row.arrivals(from: starts(ofRow: number, columns, rows), newtonLimits)
            for (column, end) in ends.enumerated() { cells[number * columns + column] = end }
          }
          return
        }
        let step = BasinStep(program, rule, factor: factor, leastSize: usualSize)
        for row in stride(from: thread, to: rows, by: threads) {
          for column in 0..<columns {
            let start = PlanePoint(
              x: Self.middle(column, of: columns, in: x), y: Self.middle(row, of: rows, in: y))
            cells[row * columns + column] = arrival(from: start, step)
          }
        }
      }
    }
  }

  private func starts(ofRow row: Int, _ columns: Int, _ rows: Int) -> [PlanePoint] {
    let height = Self.middle(row, of: rows, in: y)
    return (0..<columns).map { PlanePoint(x: Self.middle($0, of: columns, in: x), y: height) }
  }

  /// A coordinate beyond which nothing comes back.
  private var far: Double {
    1e4 * (extent + max(abs(x.lowerBound), abs(x.upperBound), abs(y.upperBound)))
  }

  private var newtonLimits: NewtonRow.Limits {
    NewtonRow.Limits(near: 1e-7 * extent, far: far, steps: limit)
  }

  /// The asked lattice, or a coarser one of the same shape that keeps within a number of operations.
  func lattice(
    within budget: Double, columns: Int, rows: Int
  ) -> (columns: Int, rows: Int) {
    let (columns, rows) = (max(columns, 1), max(rows, 1))
    guard budget.isFinite else { return (columns, rows) }
    let sample = arrivals(columns: min(columns, 24), rows: min(rows, 24))
    let work = sample.reduce(0.0) { $0 + Double($1.steps) + 1 } / Double(sample.count)
    let all = work * Double(program.cost) * Double(columns) * Double(rows)
    guard all > budget else { return (columns, rows) }
    let factor = (budget / all).squareRoot()
    return (
      max(Int(Double(columns) * factor), min(columns, 24)),
      max(Int(Double(rows) * factor), min(rows, 24))
    )
  }

  private static func middle(_ index: Int, of count: Int, in range: ClosedRange<Double>) -> Double {
    let t = (Double(index) + 0.5) / Double(count)
    return range.lowerBound * (1 - t) + range.upperBound * t
  }

  private func arrival(from start: PlanePoint, _ step: BasinStep) -> Arrival {
    var p = start
    var last = Double.infinity
    let far = far
    for count in 1...limit {
      let move = step(p)
      guard move.isFinite else { return Arrival(steps: count) }
      let length = max(abs(move.x), abs(move.y))
      p = PlanePoint(x: p.x + move.x, y: p.y + move.y)
      if abs(p.x) > far || abs(p.y) > far { return Arrival(steps: count) }
      if rule == .gradient {
        if let end = step.minimum(near: p, within: 0.02 * extent) {
          return Arrival(at: end, steps: count)
        }
        // What no longer moves and is no strict minimum lies on a whole curve of them, or on a saddle.
        if length <= 4e-16 * max(abs(p.x), abs(p.y)) { return Arrival(steps: count) }
      } else if length <= 1e-7 * extent && length <= last {
        return Arrival(at: settled(p, step), steps: count)
      }
      last = length
    }
    return Arrival(steps: limit)
  }

  /// The point after steps that still shorten.
  private func settled(_ start: PlanePoint, _ step: BasinStep) -> PlanePoint {
    var p = start
    var last = Double.infinity
    for _ in 0..<60 {
      let move = step(p)
      let length = max(abs(move.x), abs(move.y))
      guard move.isFinite, length < last, length > 0 else { break }
      p = PlanePoint(x: p.x + move.x, y: p.y + move.y)
      last = length
    }
    return p
  }
}

extension Program {
  /// The number of operations of a run; a function takes as long as some twelve of arithmetic.
  fileprivate var cost: Int {
    instructions.reduce(1) { sum, instruction in
      switch instruction.operation {
      case .call, .call2, .power: sum + 12
      default: sum + 1
      }
    }
  }
}
