/// Writes down what a Swift function does with its variables.
final class TapeRecorder {
  private(set) var tape: Tape
  private var numberPlaces: [UInt64: Int32] = [:]
  /// Whether a variable of another recording came along.
  private(set) var hasForeignVariable = false

  init(inputCount: Int, capacity: Int) { tape = Tape(inputCount: inputCount, capacity: capacity) }

  /// The place of a number: equal numbers share one.
  private func place(ofNumber number: Double) -> Int32 {
    if let place = numberPlaces[number.bitPattern] { return place }
    let place = tape.append(number: number)
    numberPlaces[number.bitPattern] = place
    return place
  }

  /// The place of a variable on this tape.
  func place(of variable: Variable) -> Int32 {
    guard let recorder = variable.recorder else { return place(ofNumber: variable.number) }
    if recorder !== self {
      hasForeignVariable = true
      return 0
    }
    return variable.place
  }

  func record(
    _ operation: Tape.Operation, _ a: Variable, _ b: Variable? = nil, _ detail: Int32 = 0
  ) -> Variable {
    let first = place(of: a)
    let second = b.map { place(of: $0) } ?? first
    return Variable(self, tape.append(operation, first, second, detail))
  }

  func finish(_ results: [Variable]) -> Tape {
    var tape = tape
    let places = results.map { place(of: $0) }
    // Results that are numbers may have been added by the line before.
    if self.tape.count > tape.count { tape = self.tape }
    tape.outputs = places
    return tape
  }
}

extension Tape {
  /// Records a Swift function of variables, called once.
  ///
  ///     let rosenbrock = try Tape(inputCount: 100_000, capacity: 900_000) { x in
  ///       var sum: Variable = 0
  ///       for i in 1..<x.count {
  ///         sum += 100 * (x[i] - x[i - 1] ** 2) ** 2 + (1 - x[i - 1]) ** 2
  ///       }
  ///       return [sum]
  ///     }
  ///
  /// The tape repeats the operations that were done in this call: a loop is unrolled, and a branch
  /// that Swift took is the only one on the tape. What depends on the values goes through `min`,
  /// `max`, `relu` or `choose`. Recording costs tens of nanoseconds an operation.
  ///
  /// - Parameters:
  ///   - inputCount: the number of inputs; at least one.
  ///   - capacity: about how many operations there will be, so that memory is taken once.
  ///   - function: the function that is recorded; at least one result.
  public init(
    inputCount: Int, capacity: Int = 0, recording function: ([Variable]) -> [Variable]
  ) throws(DerivativeError) {
    guard inputCount > 0 else { throw .empty }
    guard inputCount <= Tape.largestCount, capacity <= Tape.largestCount else { throw .tooLarge }
    let recorder = TapeRecorder(inputCount: inputCount, capacity: max(capacity, 0))
    let inputs = (0..<Int32(inputCount)).map { Variable(recorder, $0) }
    let results = function(inputs)
    guard !results.isEmpty else { throw .empty }
    self = recorder.finish(results)
    if recorder.hasForeignVariable { throw .foreignVariable }
  }

  /// The most inputs and the greatest capacity: places are 32 bits wide.
  static let largestCount = 500_000_000
}
