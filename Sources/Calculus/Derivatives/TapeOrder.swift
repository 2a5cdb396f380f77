/// The order in which a tape's operations line up: by depth, then by kind, then as recorded.
struct TapeOrder {
  private let tape: Tape
  /// The place of each operation in the new order.
  private(set) var positions: [Int32]
  /// The old places of the operations in the new order.
  private(set) var sorted: [Int32] = []
  /// The parts of `sorted` with operations of one depth and kind.
  private(set) var buckets: [Range<Int>] = []
  private(set) var literals: [Double] = []
  private(set) var firstOperation = 0
  private var isAbsorbed: [Bool]
  /// The terms of long sums, one sum after the other.
  private var terms: [Int32] = []
  private var sums: [Int: Range<Int>] = [:]

  /// The least number of terms of a sum that is done as one.
  private static let shortestSum = 8

  init(_ tape: Tape) {
    self.tape = tape
    positions = Array(repeating: 0, count: tape.count)
    isAbsorbed = Array(repeating: false, count: tape.count)
  }

  /// The number of places in the new order.
  var count: Int { firstOperation + sorted.count }

  /// The terms of a long sum; `nil` for all other operations.
  func terms(of place: Int) -> ArraySlice<Int32>? { sums[place].map { terms[$0] } }

  /// The number of operands of an operation.
  private func operandCount(_ place: Int) -> Int {
    switch tape.operations[place] {
    case .input, .number, .constant: 0
    case .negate, .wholePower, .call: 1
    case .choose: 3
    default: 2
    }
  }

  /// Finds the order; `false` where there would be hardly any runs.
  mutating func sort() -> Bool {
    findSums()
    let keys = keys()
    var bucketOfKey: [UInt64: Int] = [:]
    var sizes: [(key: UInt64, size: Int)] = []
    for place in keys.indices where keys[place] != 0 {
      if let bucket = bucketOfKey[keys[place]] {
        sizes[bucket].size += 1
      } else {
        bucketOfKey[keys[place]] = sizes.count
        sizes.append((keys[place], 1))
      }
    }
    let total = sizes.reduce(0) { $0 + $1.size }
    guard sizes.count * 4 <= total else { return false }
    placeLeaves()
    var next: [UInt64: Int] = [:]
    var start = 0
    for bucket in sizes.sorted(by: { $0.key < $1.key }) {
      next[bucket.key] = start
      buckets.append(start..<(start + bucket.size))
      start += bucket.size
    }
    sorted = Array(repeating: 0, count: total)
    for place in keys.indices where keys[place] != 0 {
      let index = next[keys[place], default: 0]
      next[keys[place]] = index + 1
      sorted[index] = Int32(place)
      positions[place] = Int32(firstOperation + index)
    }
    return true
  }

  /// Inputs keep their places; literals follow.
  private mutating func placeLeaves() {
    for place in 0..<tape.inputCount { positions[place] = Int32(place) }
    for place in tape.inputCount..<tape.count where tape.isLiteral(Int32(place)) {
      positions[place] = Int32(tape.inputCount + literals.count)
      literals.append(tape.literal(at: place))
    }
    firstOperation = tape.inputCount + literals.count
  }

  /// Finds sums a + b + c + … whose partial sums are used nowhere else.
  private mutating func findSums() {
    var uses = Array(repeating: 0, count: tape.count)
    for output in tape.outputs { uses[Int(output)] += 1 }
    for place in tape.operations.indices {
      let count = operandCount(place)
      if count > 0 { uses[Int(tape.a[place])] += 1 }
      if count > 1 { uses[Int(tape.b[place])] += 1 }
      if count > 2 { uses[Int(tape.c[place])] += 1 }
    }
    for root in tape.operations.indices.reversed()
    where tape.operations[root] == .add && !isAbsorbed[root] {
      var chain = [Int32(root)]
      var inner = tape.a[root]
      while tape.operations[Int(inner)] == .add && uses[Int(inner)] == 1 {
        chain.append(inner)
        inner = tape.a[Int(inner)]
      }
      if let first = chain.last, isFirstTerm(first, of: chain) {
        chain.removeLast()
        inner = first
      }
      guard chain.count + 1 >= Self.shortestSum else { continue }
      let start = terms.count
      terms.append(inner)
      for place in chain.reversed() {
        terms.append(tape.b[Int(place)])
        isAbsorbed[Int(place)] = Int(place) != root
      }
      sums[root] = start..<terms.count
    }
  }

  /// Whether the innermost sum of a chain is its first term, and no partial sum.
  ///
  /// In (a₀ + b₀) + (a₁ + b₁) + … the terms are sums themselves, and only taken so do they line up.
  private func isFirstTerm(_ innermost: Int32, of chain: [Int32]) -> Bool {
    guard chain.count > 1 else { return false }
    let next = tape.b[Int(chain[chain.count - 2])]
    return tape.operations[Int(next)] == .add
      && tape.operations[Int(tape.b[Int(innermost)])] != .add
  }

  /// Depth and kind of each operation as one number; 0 for what is no operation of its own.
  private func keys() -> [UInt64] {
    var depths = Array(repeating: Int32(0), count: tape.count)
    var keys = Array(repeating: UInt64(0), count: tape.count)
    for place in tape.inputCount..<tape.count where !isAbsorbed[place] {
      let count = operandCount(place)
      if count == 0 { continue }
      var depth = Int32(0)
      if let terms = terms(of: place) {
        for term in terms { depth = max(depth, depths[Int(term)]) }
      } else {
        depth = depths[Int(tape.a[place])]
        if count > 1 { depth = max(depth, depths[Int(tape.b[place])]) }
        if count > 2 { depth = max(depth, depths[Int(tape.c[place])]) }
      }
      depths[place] = depth + 1
      let operation = tape.operations[place]
      // Functions, comparisons and whole exponents (at most ±1024) fit into 24 bits.
      let detail = operation == .choose ? 0 : UInt64(UInt32(bitPattern: tape.c[place])) & 0xFF_FFFF
      keys[place] = UInt64(depth + 1) << 32 | UInt64(operation.rawValue) << 24 | detail
    }
    return keys
  }
}
