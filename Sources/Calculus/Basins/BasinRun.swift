/// An iteration from every start of a lattice.
struct BasinRun: Sendable {
  /// What became of the starts.
  struct Arrivals {
    /// For each stretch of the lattice the places where its starts ended.
    let ends: [BasinEnds]
    /// For each start the number of its place among those of its stretch; −1 where it has none.
    var labels: [Int16]
    /// For each start the number of its steps.
    var steps: [Int16]

    /// Gives the places other numbers, stretch by stretch.
    mutating func renumber(_ numbers: [[Int16]]) {
      labels.withUnsafeMutableBufferPointer { labels in
        for (stretch, numbers) in numbers.enumerated() {
          let first = stretch * BasinLattice.stretch
          for start in first..<min(first + BasinLattice.stretch, labels.count)
          where labels[start] >= 0 {
            labels[start] = numbers[Int(labels[start])]
          }
        }
      }
    }
  }

  /// The equations and their Jacobian.
  let program: Program
  let rule: Basins.Rule
  /// γ, where it is given.
  let factor: Double?
  /// The greatest number of steps.
  let limit: Int
  /// Whether what starts above the axis of x is the mirror image of what starts below it.
  let isMirrored: Bool
  private let x: ClosedRange<Double>
  private let y: ClosedRange<Double>
  /// The longer side of the window: what lengths are measured by.
  let extent: Double
  /// The least size of the Hessian that a step is measured by: its median in the window.
  private(set) var leastSize = 1e-300

  init(
    _ program: Program, _ rule: Basins.Rule, factor: Double?, x: ClosedRange<Double>,
    y: ClosedRange<Double>, limit: Int, hasMirror: Bool
  ) {
    self.program = program
    self.rule = rule
    self.factor = factor
    self.x = x
    self.y = y
    self.limit = max(limit, 1)
    isMirrored = hasMirror && y.lowerBound == -y.upperBound
    extent = max(
      x.upperBound - x.lowerBound, y.upperBound - y.lowerBound, .leastNormalMagnitude)
    leastSize = max(medianSize, 1e-300)
  }

  private var medianSize: Double {
    let probe = BasinStep(program)
    let lattice = BasinLattice(17, 17, x: x, y: y)
    let sizes = lattice.y.flatMap { y in
      lattice.x.map { probe.size(at: PlanePoint(x: $0, y: y)) }
    }.filter(\.isFinite).sorted()
    return sizes.isEmpty ? 0 : sizes[sizes.count / 2]
  }

  /// The ends of the starts in the middles of the cells, row by row from the lowest; −1 above the axis
  /// of x where that is a mirror image.
  func arrivals(columns: Int, rows: Int) -> Arrivals {
    let whole = BasinLattice(columns, rows, x: x, y: y)
    let lattice = isMirrored ? whole.lowerHalf : whole
    let stretches = lattice.stretches
    var labels = [Int16](repeating: -1, count: whole.count)
    var steps = [Int16](repeating: 0, count: whole.count)
    var ends = [BasinEnds](repeating: BasinEnds(within: reach), count: stretches.count)
    labels.withUnsafeMutableBufferPointer { labels in
      steps.withUnsafeMutableBufferPointer { steps in
        ends.withUnsafeMutableBufferPointer { ends in
          // Nothing has two writers: every stretch belongs to one thread, and nobody reads before
          // all end.
          nonisolated(unsafe) let (results, ends) = (
            BasinLanes.Results(labels: labels, steps: steps), ends
          )
          let threads = Threads.count(for: Double(lattice.count) * Double(program.laneCost) * 20)
          Threads.run(threads) { thread in
            let lanes = BasinLanes(self)
            // In turn: one half of the plane may take far longer than the other.
            for number in stride(from: thread, to: stretches.count, by: threads) {
              ends[number] = lanes.run(stretches[number], of: lattice, results)
            }
          }
        }
      }
    }
    return Arrivals(ends: ends, labels: labels, steps: steps)
  }

  /// The distance within which arrivals are one end.
  var reach: Double { 1e-5 * extent }

  /// A coordinate beyond which a start is given up.
  ///
  /// Steps downhill do not come back. Newton's do: from r by r/n at a zero of order n at infinity, as
  /// with xⁿ − 1 from a start beside 0. Farther out than 1e9 windows rounding would hide an end.
  var far: Double {
    (rule == .newton ? 1e9 : 1e4)
      * (extent + max(abs(x.lowerBound), abs(x.upperBound), abs(y.upperBound)))
  }

  /// The asked lattice, or a coarser one of the same shape that keeps within a number of operations.
  func lattice(
    within budget: Double, columns: Int, rows: Int
  ) -> (columns: Int, rows: Int) {
    let (columns, rows) = (max(columns, 1), max(rows, 1))
    guard budget.isFinite else { return (columns, rows) }
    // Of a formula that uses up the budget on the coarsest lattice even a sample is dear.
    let isDear = Double(program.laneCost) * 24 * 24 * 20 > budget
    let least = isDear ? 12 : 24
    let sample = arrivals(
      columns: min(columns, isDear ? 6 : 24), rows: min(rows, isDear ? 6 : 24)
    ).steps
    let work = sample.reduce(0.0) { $0 + Double($1) + 1 } / Double(sample.count)
    let all = work * Double(program.laneCost) * Double(columns) * Double(rows)
    guard all > budget else { return (columns, rows) }
    let factor = (budget / all).squareRoot()
    return (
      max(Int(Double(columns) * factor), min(columns, least)),
      max(Int(Double(rows) * factor), min(rows, least))
    )
  }
}

extension Program {
  /// The number of operations of a run; a function takes as long as some twelve of arithmetic.
  fileprivate var laneCost: Int {
    instructions.reduce(1) { sum, instruction in
      switch instruction.operation {
      case .call, .call2, .power: sum + 12
      case .waves(let index): sum + 14 * waves[Int(index)].count
      default: sum + 1
      }
    }
  }
}
