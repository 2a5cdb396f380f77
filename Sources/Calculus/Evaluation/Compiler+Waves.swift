/// What a part of a graph is as a sum of waves.
extension Compiler {
  /// A sum of fewer waves is computed wave by wave.
  static var leastWaves: Int { 8 }

  /// The parts that are sums of many sines and cosines of a variable, with the variable.
  ///
  /// Only the largest such parts are given: those that something else needs.
  static func waveSums(
    in graph: ExpressionGraph, of roots: [Term], _ isNeeded: [Bool], _ dependence: [UInt64],
    _ intervals: [Interval]
  ) -> [Int: (sum: WaveSum, variable: Int32)] {
    let circular = graph.nodes.indices.count { place in
      if case .call(.sin, _) = graph.nodes[place] { return isNeeded[place] }
      if case .call(.cos, _) = graph.nodes[place] { return isNeeded[place] }
      return false
    }
    guard circular >= leastWaves else { return [:] }
    let forms = WaveForms(graph, isNeeded, dependence, intervals)
    var found: [Int: (sum: WaveSum, variable: Int32)] = [:]
    for place in forms.largest(for: roots) {
      if let sum = forms.sum(at: place), sum.count >= leastWaves {
        found[place] = (sum, Int32(dependence[place].trailingZeroBitCount))
      }
    }
    return found
  }
}

/// Tells which nodes of a graph are sums of waves in one variable.
private struct WaveForms {
  private let graph: ExpressionGraph
  private let isNeeded: [Bool]
  private let dependence: [UInt64]
  private let constants: [Interval]
  /// For each node its slope and its offset where it is ωx + φ.
  private var lines: [(slope: Interval, offset: Interval)?] = []
  /// For each node whether it is a sum of waves and constants.
  private var isWaves: [Bool] = []

  init(
    _ graph: ExpressionGraph, _ isNeeded: [Bool], _ dependence: [UInt64], _ constants: [Interval]
  ) {
    self.graph = graph
    self.isNeeded = isNeeded
    self.dependence = dependence
    self.constants = constants
    lines.reserveCapacity(graph.nodes.count)
    isWaves.reserveCapacity(graph.nodes.count)
    for place in graph.nodes.indices {
      lines.append(isNeeded[place] ? line(at: place) : nil)
      isWaves.append(isNeeded[place] && isSumOfWaves(at: place))
    }
  }

  private func isConstant(_ term: Term) -> Bool { dependence[Int(term)] == 0 }

  /// The 64th bit is for several variables.
  private func hasOneVariable(_ place: Int) -> Bool {
    dependence[place].nonzeroBitCount == 1 && dependence[place].trailingZeroBitCount < 63
  }

  // MARK: What a node is

  private func line(at place: Int) -> (slope: Interval, offset: Interval)? {
    guard dependence[place] != 0 else { return (Interval(0), constants[place]) }
    guard hasOneVariable(place) else { return nil }
    func line(_ term: Term) -> (slope: Interval, offset: Interval)? { lines[Int(term)] }
    switch graph.nodes[place] {
    case .variable: return (Interval(1), Interval(0))
    case .negated(let a):
      return line(a).map { (-$0.slope, -$0.offset) }
    case .sum(let a, let b):
      guard let a = line(a), let b = line(b) else { return nil }
      return (a.slope + b.slope, a.offset + b.offset)
    case .difference(let a, let b):
      guard let a = line(a), let b = line(b) else { return nil }
      return (a.slope - b.slope, a.offset - b.offset)
    case .product(let a, let b) where isConstant(a):
      return line(b).map { ($0.slope * constants[Int(a)], $0.offset * constants[Int(a)]) }
    case .product(let a, let b) where isConstant(b):
      return line(a).map { ($0.slope * constants[Int(b)], $0.offset * constants[Int(b)]) }
    case .quotient(let a, let b) where isConstant(b) && !constants[Int(b)].contains(0):
      return line(a).map { ($0.slope / constants[Int(b)], $0.offset / constants[Int(b)]) }
    default: return nil
    }
  }

  private func isSumOfWaves(at place: Int) -> Bool {
    if dependence[place] == 0 { return true }
    guard hasOneVariable(place) else { return false }
    switch graph.nodes[place] {
    case .call(.sin, let a), .call(.cos, let a):
      guard let line = lines[Int(a)] else { return false }
      return !line.slope.contains(0)
    case .negated(let a): return isWaves[Int(a)]
    case .sum(let a, let b), .difference(let a, let b):
      return isWaves[Int(a)] && isWaves[Int(b)]
    case .product(let a, let b):
      return isWaves[Int(a)] && isWaves[Int(b)] && (isConstant(a) || isConstant(b))
    case .quotient(let a, let b):
      return isWaves[Int(a)] && isConstant(b) && !constants[Int(b)].contains(0)
    default: return false
    }
  }

  // MARK: Sums

  /// The sums of waves that are not parts of others.
  func largest(for roots: [Term]) -> [Int] {
    var isLargest = Array(repeating: false, count: graph.nodes.count)
    for root in roots { isLargest[Int(root)] = true }
    for place in graph.nodes.indices where isNeeded[place] && !isWaves[place] {
      for operand in graph.nodes[place].operands { isLargest[Int(operand)] = true }
    }
    return graph.nodes.indices.filter { isLargest[$0] && isWaves[$0] && dependence[$0] != 0 }
  }

  /// The waves of a node, gathered from the leaves of its sum.
  func sum(at root: Int) -> WaveSum? {
    var waves: [WaveSum.Wave] = []
    var constant = Interval(0)
    var open = [(place: root, factor: Interval(1))]
    while let (place, factor) = open.popLast() {
      if dependence[place] == 0 {
        constant = constant + factor * constants[place]
        continue
      }
      switch graph.nodes[place] {
      case .negated(let a): open.append((Int(a), -factor))
      case .sum(let a, let b): open += [(Int(b), factor), (Int(a), factor)]
      case .difference(let a, let b): open += [(Int(b), -factor), (Int(a), factor)]
      case .product(let a, let b):
        let (part, number) = isConstant(a) ? (b, a) : (a, b)
        open.append((Int(part), factor * constants[Int(number)]))
      case .quotient(let a, let b): open.append((Int(a), factor / constants[Int(b)]))
      case .call(let function, let a):
        // Terms that a factor of 0 takes away are no waves.
        guard let line = lines[Int(a)], !(factor.lower == 0 && factor.upper == 0) else { continue }
        waves.append(
          WaveSum.Wave(
            amplitude: factor, frequency: line.slope, phase: line.offset,
            isSine: function == .sin))
      default: return nil
      }
    }
    return WaveSum(waves, constant: constant)
  }
}
