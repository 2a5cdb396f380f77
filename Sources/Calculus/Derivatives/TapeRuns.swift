/// A tape regrouped into runs of equal operations, for tapes with many inputs.
///
/// Operations of one kind that depend on each other through equally many steps are independent, so
/// they may be done side by side. Sorted by that depth, loops of the recorded function become runs
/// whose operands lie side by side as well, and a run is one vectorised loop. Long sums become one
/// operation with many terms: they are added in another order than recorded. What does not line up
/// is done one by one.
struct TapeRuns: Sendable {
  /// Some operations of one kind with neighbouring results.
  struct Run: Sendable {
    /// How the operands are found.
    enum Shape: Sendable {
      /// `a` and `b` are the first operands; each either stays or moves by one.
      case aligned(aMoves: Bool, bMoves: Bool)
      /// `a` is the place of the first of three indices for each operation.
      case scattered
      /// A single sum: `a` is the place of the first index of its terms and `b` their number.
      case sum
      /// A single sum of `b` neighbours from `a` on.
      case neighbours
    }

    let operation: Tape.Operation
    let detail: Int32
    let shape: Shape
    let destination: Int
    let count: Int
    let a: Int
    let b: Int
  }

  private(set) var runs: [Run] = []
  /// The runs again, those that are done block by block together.
  private(set) var groups: [Group] = []
  /// The sums that hand their adjoint to the lanes of their terms.
  private(set) var seededSums: Set<Int> = []
  /// Operands of scattered runs and terms of sums.
  private(set) var indices: [Int32] = []
  /// The number of places; inputs come first, then literals.
  let count: Int
  let inputCount: Int
  /// The values of the literals.
  private(set) var literals: [Double] = []
  let outputs: [Int32]
  /// Where operations begin: adjoints before, but after the inputs, are of no use.
  let firstOperation: Int

  /// The shortest run that is worth a loop of its own.
  static let shortestRun = 8

  /// Regroups a tape; `nil` where that would leave hardly any runs.
  init?(_ tape: Tape) {
    var order = TapeOrder(tape)
    guard order.sort() else { return nil }
    inputCount = tape.inputCount
    count = order.count
    firstOperation = order.firstOperation
    outputs = tape.outputs.map { order.positions[Int($0)] }
    literals = order.literals
    for bucket in order.buckets { append(bucket, order, tape) }
    groups = Self.groups(of: runs, indices: indices, outputs: outputs)
    seededSums = Set(
      groups.flatMap { group in
        group.members.compactMap { member in
          if case .adjoint(let sum) = member.start { sum } else { nil }
        }
      })
  }

  private mutating func append(_ bucket: Range<Int>, _ order: TapeOrder, _ tape: Tape) {
    var scattered: Range<Int>?
    func place(_ index: Int) -> Int { Int(order.sorted[index]) }
    func a(_ index: Int) -> Int { Int(order.positions[Int(tape.a[place(index)])]) }
    func b(_ index: Int) -> Int { Int(order.positions[Int(tape.b[place(index)])]) }
    var start = bucket.lowerBound
    while start < bucket.upperBound {
      if let terms = order.terms(of: place(start)) {
        appendSum(terms.map { order.positions[Int($0)] }, at: order.firstOperation + start)
        start += 1
        continue
      }
      let operation = tape.operations[place(start)]
      var end = start + 1
      var (aStep, bStep) = (0, 0)
      if end < bucket.upperBound { (aStep, bStep) = (a(end) - a(start), b(end) - b(start)) }
      let isAligned = operation != .choose && 0...1 ~= aStep && 0...1 ~= bStep
      while isAligned, end < bucket.upperBound, a(end) - a(end - 1) == aStep,
        b(end) - b(end - 1) == bStep, order.terms(of: place(end)) == nil
      { end += 1 }
      if isAligned && end - start >= Self.shortestRun {
        flush(&scattered, order, tape)
        runs.append(
          Run(
            operation: operation, detail: tape.c[place(start)],
            shape: .aligned(aMoves: aStep == 1, bMoves: bStep == 1),
            destination: order.firstOperation + start, count: end - start, a: a(start),
            b: b(start)))
      } else {
        end = start + 1
        scattered = (scattered?.lowerBound ?? start)..<end
      }
      start = end
    }
    flush(&scattered, order, tape)
  }

  private mutating func appendSum(_ terms: [Int32], at destination: Int) {
    let first = Int(terms[0])
    let areNeighbours = terms.indices.allSatisfy { Int(terms[$0]) == first + $0 }
    if !areNeighbours { indices += terms }
    runs.append(
      Run(
        operation: .add, detail: 0, shape: areNeighbours ? .neighbours : .sum,
        destination: destination, count: 1,
        a: areNeighbours ? first : indices.count - terms.count, b: terms.count))
  }

  /// Writes the operations that did not line up as one run.
  private mutating func flush(_ range: inout Range<Int>?, _ order: TapeOrder, _ tape: Tape) {
    guard let part = range else { return }
    let first = Int(order.sorted[part.lowerBound])
    let operation = tape.operations[first]
    runs.append(
      Run(
        operation: operation, detail: tape.c[first], shape: .scattered,
        destination: order.firstOperation + part.lowerBound, count: part.count,
        a: indices.count, b: 0))
    for index in part {
      let place = Int(order.sorted[index])
      indices.append(order.positions[Int(tape.a[place])])
      indices.append(order.positions[Int(tape.b[place])])
      indices.append(operation == .choose ? order.positions[Int(tape.c[place])] : 0)
    }
    range = nil
  }
}
