extension TapeRuns {
  /// Neighbouring runs that may be done block by block instead of one after the other.
  ///
  /// All have the same count, and where one reads another of them, its k-th operation reads the k-th
  /// result. A sweep over blocks then finds in the nearest cache what it has just written, instead of
  /// passing all numbers through memory once for each run.
  struct Group: Sendable {
    /// The indices of the runs.
    let runs: Range<Int>
    let count: Int
    /// For each run whether the group alone reads it: its adjoints are set to zero block by block.
    var isPrivate: [Bool]
  }

  /// Operations in a block: a few KiB a run.
  static let blockLength = 512

  /// The runs in order, those that can be done block by block together.
  static func groups(of runs: [Run], indices: [Int32], outputs: [Int32]) -> [Group] {
    var groups: [Group] = []
    var start = 0
    while start < runs.count {
      var end = start + 1
      while end < runs.count, isBlockwise(runs[start]), canJoin(runs[start..<end], runs[end]) {
        end += 1
      }
      groups.append(
        Group(
          runs: start..<end, count: runs[start].count,
          isPrivate: Array(repeating: false, count: end - start)))
      start = end
    }
    return markedPrivate(groups, runs, indices, outputs)
  }

  private static func isBlockwise(_ run: Run) -> Bool {
    if case .aligned = run.shape { return run.count >= 4 * blockLength }
    return false
  }

  private static func canJoin(_ group: ArraySlice<Run>, _ run: Run) -> Bool {
    guard isBlockwise(run), let first = group.first, let last = group.last,
      run.count == first.count, case .aligned(let aMoves, let bMoves) = run.shape
    else { return false }
    let places = first.destination..<(last.destination + last.count)
    func fits(_ start: Int, _ moves: Bool) -> Bool {
      let end = start + (moves ? run.count : 1)
      if end <= places.lowerBound || start >= places.upperBound { return true }
      return moves && group.contains { $0.destination == start }
    }
    return fits(run.a, aMoves) && (!run.hasSecond || fits(run.b, bMoves))
  }

  /// Finds the runs whose results are read by their own group alone.
  private static func markedPrivate(
    _ groups: [Group], _ runs: [Run], _ indices: [Int32], _ outputs: [Int32]
  ) -> [Group] {
    var isShared = Array(repeating: false, count: runs.count)
    /// Notes that places are read from outside some runs.
    func note(_ places: Range<Int>, outside own: Range<Int>) {
      var index = lastRun(runs, startingAtOrBefore: places.lowerBound)
      while index < runs.count, runs[index].destination < places.upperBound {
        let isRead = runs[index].destination + runs[index].count > places.lowerBound
        if isRead && !own.contains(index) { isShared[index] = true }
        index += 1
      }
    }
    for output in outputs { note(Int(output)..<Int(output) + 1, outside: 0..<0) }
    for group in groups {
      for index in group.runs {
        for places in reads(of: runs[index], indices) { note(places, outside: group.runs) }
      }
    }
    var groups = groups
    for index in groups.indices where groups[index].runs.count > 1 {
      groups[index].isPrivate = groups[index].runs.map { !isShared[$0] }
    }
    return groups
  }

  private static func lastRun(_ runs: [Run], startingAtOrBefore place: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].destination <= place { low = middle + 1 } else { high = middle }
    }
    return max(low - 1, 0)
  }

  /// The places that a run reads.
  private static func reads(of run: Run, _ indices: [Int32]) -> [Range<Int>] {
    func single(_ place: Int32) -> Range<Int> { Int(place)..<Int(place) + 1 }
    switch run.shape {
    case .aligned(let aMoves, let bMoves):
      return [
        run.a..<(run.a + (aMoves ? run.count : 1)), run.b..<(run.b + (bMoves ? run.count : 1)),
      ]
    case .scattered: return indices[run.a..<(run.a + 3 * run.count)].map(single)
    case .sum: return indices[run.a..<(run.a + run.b)].map(single)
    case .neighbours: return [run.a..<(run.a + run.b)]
    }
  }

  /// Computes the values at all places; inputs and literals are there already.
  func forward(_ values: Places) {
    for group in groups {
      if group.runs.count == 1 {
        forward(runs[group.runs.lowerBound], values)
        continue
      }
      for start in stride(from: 0, to: group.count, by: Self.blockLength) {
        let count = min(Self.blockLength, group.count - start)
        for index in group.runs { forward(runs[index].part(from: start, count: count), values) }
      }
    }
  }

  /// Computes the adjoints of all places from that of a result.
  func reverse(from output: Int, _ values: Places, _ adjoints: Places) {
    clear(adjoints)
    adjoints[output] = 1
    for group in groups.reversed() {
      if group.runs.count == 1 {
        reverse(runs[group.runs.lowerBound], values, adjoints)
        continue
      }
      for start in stride(from: 0, to: group.count, by: Self.blockLength) {
        let count = min(Self.blockLength, group.count - start)
        for (index, isPrivate) in zip(group.runs, group.isPrivate) where isPrivate {
          (adjoints + runs[index].destination + start).update(repeating: 0, count: count)
        }
        for index in group.runs.reversed() {
          reverse(runs[index].part(from: start, count: count), values, adjoints)
        }
      }
    }
  }

  /// Sets to zero what is not set so block by block.
  private func clear(_ adjoints: Places) {
    var start = 0
    for group in groups {
      for (index, isPrivate) in zip(group.runs, group.isPrivate) where isPrivate {
        let run = runs[index]
        (adjoints + start).update(repeating: 0, count: run.destination - start)
        start = run.destination + run.count
      }
    }
    (adjoints + start).update(repeating: 0, count: count - start)
  }
}

extension TapeRuns.Run {
  /// Some of the operations of an aligned run.
  func part(from start: Int, count: Int) -> TapeRuns.Run {
    guard case .aligned(let aMoves, let bMoves) = shape else { return self }
    return TapeRuns.Run(
      operation: operation, detail: detail, shape: shape, destination: destination + start,
      count: count, a: aMoves ? a + start : a, b: bMoves ? b + start : b)
  }
}
