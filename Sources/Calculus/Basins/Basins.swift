/// Where an iteration ends from each start of a lattice.
///
///     let f = try Expression("x^3 - 1", variables: ["x"])
///     let basins = Basins(ofRootsOf: f, x: -2...2, y: -2...2, columns: 200, rows: 200)
///     basins?.ends.count  // 3, each with about a third of the starts
///
/// Newton's method on a complex variable or on a gradient; or steps downhill. Starts are
/// independent, so they run in two threads, with the same result. What is promised: an end is a point
/// where steps fell below 1e-7 of the window and then below rounding. Cost: one evaluation of the
/// equations and their Jacobian a step. With a budget of operations the lattice is made coarser where
/// a sample of starts shows that it would take more.
public struct Basins: Sendable, Hashable {
  /// How the next point is found.
  public enum Rule: String, Sendable, Hashable, CaseIterable {
    /// Newton's method on two equations.
    case newton
    /// Against the gradient.
    case gradient
    /// Newton's step unless it points uphill or is longer than 2, then against the gradient.
    case hybrid
  }

  /// A point where starts end.
  public struct End: Sendable, Hashable {
    /// Its coordinates.
    public let x: Double, y: Double
    /// The part of all starts that end there.
    public let share: Double
  }

  /// The numbers of starts across and up.
  public let columns: Int, rows: Int
  /// Where starts end, by their abscissas, then ordinates.
  public let ends: [End]
  /// For each start, row by row from the lowest, the number of its end; −1 where it has none.
  public let labels: [Int16]
  /// For each start, after how many steps it was there; 32767 for more.
  public let steps: [Int16]

  /// The ends with the most starts, this many, are told apart: −1 stands for the rest as well.
  public static let mostEnds = 64

  /// The basins of Newton's method on f(z) = 0 with z = x + iy; `nil` where f is not analytic.
  public init?(
    ofRootsOf f: Expression, x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int,
    rows: Int, within budget: Double = .infinity, steps: Int = 100
  ) {
    guard f.variables.count == 1,
      let parts = ComplexParts.split([f, f.derivative(by: f.variables[0])])
    else { return nil }
    let minus = Expression.combining([parts[3]]) { $0.negated($1[0]) }
    // The Cauchy–Riemann equations: J = (p −q; q p) with f′ = p + iq.
    let program = Program([parts[0], parts[1], parts[2], minus, parts[3], parts[2]])
    // All numbers of a formula are real, so f and its steps at the conjugate of z are the conjugates.
    let run = BasinRun(program, .newton, factor: nil, x: x, y: y, limit: steps, hasMirror: true)
    self.init(run, columns, rows, budget)
  }

  /// The basins of the minima of f(x, y), or of all its critical points for Newton's method.
  public init?(
    ofMinimaOf f: Expression, by rule: Rule, factor: Double? = nil, x: ClosedRange<Double>,
    y: ClosedRange<Double>, columns: Int, rows: Int, within budget: Double = .infinity,
    steps: Int = 1000
  ) {
    guard f.variables.count == 2 else { return nil }
    let gradient = f.gradient
    let program = Program(gradient + gradient.flatMap(\.gradient))
    let run = BasinRun(
      program, rule, factor: factor, x: x, y: y, limit: steps, hasMirror: false)
    self.init(run, columns, rows, budget)
  }

  private init(_ run: BasinRun, _ columns: Int, _ rows: Int, _ budget: Double) {
    let (columns, rows) = run.lattice(within: budget, columns: columns, rows: rows)
    var arrivals = run.arrivals(columns: columns, rows: rows)
    self.columns = columns
    self.rows = rows
    // Stretches in their order, so that the threads that ran them make no difference.
    var gathered = BasinEnds(within: run.reach)
    let numbers = arrivals.ends.map { ends in
      zip(ends.places, ends.counts).map { at, count in
        let number = gathered.place(of: at)
        gathered.count(count, at: number)
        return number
      }
    }
    arrivals.renumber(numbers)
    if run.isMirrored { arrivals.mirror(columns: columns, rows: rows, &gathered) }
    let order = gathered.frequent(Self.mostEnds).sorted {
      let (a, b) = (gathered.places[$0], gathered.places[$1])
      return abs(a.x - b.x) > 1e-6 * run.extent ? a.x < b.x : a.y < b.y
    }
    let total = Double(columns) * Double(rows)
    ends = order.map { index in
      let at = gathered.places[index]
      return End(x: at.x, y: at.y, share: Double(gathered.counts[index]) / total)
    }
    var rank = Array(repeating: Int16(-1), count: gathered.places.count)
    for (place, index) in order.enumerated() { rank[index] = Int16(place) }
    labels = arrivals.labels.map { $0 < 0 ? -1 : rank[Int($0)] }
    steps = arrivals.steps
  }
}
