import CVector
import Calculus

/// Random rounds, what they counted, and what they found.
struct Fuzzer {
  private let seed: UInt64
  private let log: CaseLog?
  private var round = 0
  private(set) var expressions = 0
  private(set) var calls: [String: Int] = [:]
  private(set) var invariants: [String: Int] = [:]
  private(set) var failures: [String] = []
  private var subject = ""
  private var broken: Set<String> = []
  var random: RandomInput

  init(seed: UInt64, log path: String?) {
    self.seed = seed
    log = path.flatMap(CaseLog.init)
    random = RandomInput(seed: seed)
  }

  /// Plays rounds until the time is over or ten things have gone wrong.
  mutating func run(seconds: Double, rounds most: Int = .max) {
    ProcessLimits.setMemory(8 << 30)
    let start = ContinuousClock.now
    while ContinuousClock.now - start < .seconds(seconds), failures.count < 10, round < most {
      ProcessLimits.allowProcessorSeconds(60)
      random = RandomInput(seed: seed &+ UInt64(round) &* 0x9E37_79B9)
      broken = []
      playRound()
      round += 1
    }
  }

  private mutating func playRound() {
    checkLanguage()
    checkDerivatives()
    checkEnclosures()
    checkTapes()
    checkUnivariate()
    checkDescent()
    if round % 4 == 0 { checkSearches() }
    if round % 2 == 0 { checkFits() }
    checkMatrices()
    checkDistributions()
    if round % 8 == 0 { checkLearning() }
  }

  // MARK: Counting

  /// A random expression that reads, in the given variables.
  mutating func expression(
    in variables: [String], depth: Int = 4, isTame: Bool = false
  ) -> Expression? {
    let source = random.formula(in: variables, depth: depth, isTame: isTame)
    note("parse", source)
    guard let expression = try? Expression(source, variables: variables) else { return nil }
    expressions += 1
    return expression
  }

  /// Says what is tried next.
  mutating func note(_ call: String, _ subject: String) {
    calls[call, default: 0] += 1
    self.subject = subject
    log?.write("seed \(seed), round \(round), \(call): \(subject)")
  }

  /// Counts an invariant, and keeps what breaks it.
  mutating func expect(
    _ holds: Bool, _ invariant: String, _ detail: @autoclosure () -> String = ""
  ) {
    invariants[invariant, default: 0] += 1
    // The first breach of an invariant in a round tells; more of the kind would bury others.
    guard !holds, failures.count < 10, !broken.contains(invariant) else { return }
    broken.insert(invariant)
    let failure = "round \(round): not so: \(invariant)\n    \(subject)\n    \(detail())"
    failures.append(failure)
    print("fuzz: \(failure)")
  }

  /// What was done, in a few lines.
  var report: String {
    let total = calls.values.reduce(0, +)
    let checks = invariants.values.reduce(0, +)
    var lines = [
      "fuzz: seed \(seed), \(round) rounds, \(expressions) expressions, \(total) calls, "
        + "\(checks) checks of \(invariants.count) invariants, \(failures.count) broken"
    ]
    lines.append(
      "fuzz: calls: "
        + calls.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    for (name, count) in invariants.sorted(by: { $0.key < $1.key }) {
      lines.append("fuzz: \(count) times: \(name)")
    }
    return lines.joined(separator: "\n")
  }
}
