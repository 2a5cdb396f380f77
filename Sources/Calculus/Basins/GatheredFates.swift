/// The fates of starts, those that are alike as one.
struct GatheredFates {
  private let reach: Double
  /// The different fates in the order in which they were met.
  private var fates: [NewtonStarts.Fate] = []
  private var counts: [Int] = []
  private var labels: [Int] = []

  /// Places within `reach` are one.
  init(within reach: Double) { self.reach = reach }

  /// Adds the fate of the next start.
  mutating func add(_ fate: NewtonStarts.Fate) {
    // A neighbour mostly has the fate of its neighbour.
    let last = labels.last.flatMap { areAlike(fates[$0], fate) ? $0 : nil }
    if let index = last ?? fates.firstIndex(where: { areAlike($0, fate) }) {
      labels.append(index)
      counts[index] += 1
    } else {
      labels.append(fates.count)
      fates.append(fate)
      counts.append(1)
    }
  }

  private func areAlike(_ a: NewtonStarts.Fate, _ b: NewtonStarts.Fate) -> Bool {
    switch (a, b) {
    case (.root(let x), .root(let y)): abs(x - y) <= reach
    case (.cycle(let x), .cycle(let y)):
      x.count == y.count && zip(x, y).allSatisfy { abs($0 - $1) <= reach }
    default: a == b
    }
  }

  /// The fates in order, and the number of the fate of each start.
  func ordered() -> (fates: [NewtonStarts.Fate], labels: [Int]) {
    let named = named
    let kept = fates.indices.map { named.contains($0) ? fates[$0] : Self.further(fates[$0]) }
    var distinct: [NewtonStarts.Fate] = []
    for fate in kept where !distinct.contains(fate) { distinct.append(fate) }
    distinct.sort { Self.rank($0).lexicographicallyPrecedes(Self.rank($1)) }
    let numbers = kept.map { distinct.firstIndex(of: $0) ?? 0 }
    return (distinct, labels.map { numbers[$0] })
  }

  /// The fates that keep their own name: the most frequent roots, and cycles where they are few.
  private var named: Set<Int> {
    let roots = fates.indices.filter { if case .root = fates[$0] { true } else { false } }
    let frequent = roots.sorted { (counts[$1], $0) < (counts[$0], $1) }
    var named = Set(frequent.prefix(NewtonStarts.mostRoots))
    var cycles: [Int: [Int]] = [:]
    for (index, fate) in fates.enumerated() {
      if case .cycle(let places) = fate { cycles[places.count, default: []].append(index) }
    }
    // Where each start has a cycle of its own, as with sign(x) √|x|, none of them stands for them all.
    for (_, all) in cycles where all.count <= NewtonStarts.mostCycles { named.formUnion(all) }
    return named
  }

  private static func further(_ fate: NewtonStarts.Fate) -> NewtonStarts.Fate {
    switch fate {
    case .root: .furtherRoot
    case .cycle(let places): .furtherCycle(period: places.count)
    default: fate
    }
  }

  private static func rank(_ fate: NewtonStarts.Fate) -> [Double] {
    switch fate {
    case .root(let x): [0, x]
    case .furtherRoot: [1]
    case .cycle(let places): [2, Double(places.count)] + places
    case .furtherCycle(let period): [2, Double(period), .infinity]
    case .diverged(.up): [3, 0]
    case .diverged(.down): [3, 1]
    case .diverged(.alternating): [3, 2]
    case .stationary: [4]
    case .leftDomain: [5]
    case .wandering: [6]
    }
  }
}
