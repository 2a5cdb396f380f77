extension ExpressionGraph {
  /// The places of a term and all it needs, in ascending order: outside the bodies of sums, unless
  /// these are asked for.
  func needed(by root: Term, withBodies: Bool = false) -> [Term] {
    var isNeeded = Array(repeating: false, count: Int(root) + 1)
    isNeeded[Int(root)] = true
    for place in stride(from: root, through: 0, by: -1) where isNeeded[Int(place)] {
      // The body of a sum is visited once for each term of it, with its own walk.
      if case .series = self[place], !withBodies { continue }
      for operand in self[place].operands { isNeeded[Int(operand)] = true }
    }
    return (0...root).filter { isNeeded[Int($0)] }
  }

  /// The number of operations of a term when its sums are written out.
  func unrolledSize(of root: Term) -> Double {
    needed(by: root).reduce(0) { size, place in
      guard case .series(let body, _, let lower, let upper) = self[place] else { return size + 1 }
      return size + (Double(upper) - Double(lower) + 1) * unrolledSize(of: body)
    }
  }

  /// Copies a term from another graph with its sums written out; returns its place here.
  ///
  /// The running variables become numbers. The recursion is as deep as sums are nested: at most 8.
  mutating func insertUnrolled(
    _ root: Term, from other: ExpressionGraph, running: [Int32: Double] = [:]
  ) -> Term {
    var copied: [Term: Term] = [:]
    for place in other.needed(by: root) {
      switch other[place] {
      case .running(let depth):
        copied[place] = number(running[depth] ?? 0)
      case .series(let body, let depth, let lower, let upper):
        var total = number(0)
        for k in stride(from: Int(lower), through: Int(upper), by: 1) {
          var inner = running
          inner[depth] = Double(k)
          total = sum(total, insertUnrolled(body, from: other, running: inner))
        }
        copied[place] = total
      case let node:
        copied[place] = intern(node.mapped { copied[$0] ?? 0 })
      }
    }
    return copied[root] ?? 0
  }
}
