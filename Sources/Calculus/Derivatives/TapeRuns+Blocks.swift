import CVector

extension TapeRuns {
  /// Neighbouring runs that may be done block by block instead of one after the other.
  ///
  /// All have the same count, and where one reads another of them, its k-th operation reads the k-th
  /// result. A sweep over blocks then finds in the nearest cache what it has just written, instead of
  /// passing all numbers through memory once for each run. The adjoints of a run that the group alone
  /// reads never leave that cache at all: they live in a few lanes of one block each.
  struct Group: Sendable {
    var members: [Member]
    let count: Int
    /// How many members have a lane.
    var laneCount = 0

    var isBlockwise: Bool { members.count > 1 }
  }

  /// A run of a group, and where the adjoints are that it reads and writes.
  struct Member: Sendable {
    let run: Int
    /// The lane of its own adjoints, where nothing outside the group needs them.
    var lane: Int?
    /// The lanes of its operands' adjoints, where they are members with one.
    var aLane: Lane?
    var bLane: Lane?
    /// What its own lane holds before a sweep; `nil` where a member writes over it.
    var start: Start?

    /// A lane, and whether this is the first to write to it in a reverse sweep.
    struct Lane: Sendable {
      let index: Int
      let isFirst: Bool
    }

    /// The adjoints that a lane begins with.
    enum Start: Sendable {
      case zero
      case adjoint(ofSum: Int)
    }
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
        Group(members: (start..<end).map { Member(run: $0) }, count: runs[start].count))
      start = end
    }
    return withLanes(groups, runs, indices, outputs)
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

  /// What reads a run from outside its group.
  private enum Readers {
    case none
    /// One sum, of all its results and no others.
    case sum(Int)
    case others

    mutating func note(_ reader: Readers) {
      if case .none = self { self = reader } else { self = .others }
    }
  }

  /// Gives lanes to the runs that are read by their own group, and by one sum of them at most.
  private static func withLanes(
    _ groups: [Group], _ runs: [Run], _ indices: [Int32], _ outputs: [Int32]
  ) -> [Group] {
    let readers = readers(groups, runs, indices, outputs)
    var groups = groups
    for index in groups.indices where groups[index].isBlockwise {
      giveLanes(to: &groups[index], runs, readers)
    }
    return groups
  }

  /// A member that makes the terms of a sum, where that is all that is read of it from outside,
  /// begins with the adjoint of the sum in each of its operations.
  private static func giveLanes(to group: inout Group, _ runs: [Run], _ readers: [Readers]) {
    var ownerOfPlace: [Int: Int] = [:]
    for (position, member) in group.members.enumerated() {
      switch readers[member.run] {
      case .none: group.members[position].start = .zero
      case .sum(let sum):
        group.members[position].start = .adjoint(ofSum: runs[sum].destination)
      case .others: continue
      }
      group.members[position].lane = group.laneCount
      ownerOfPlace[runs[member.run].destination] = position
      group.laneCount += 1
    }
    /// The lane of an operand, whose zeros nobody needs if this writes first.
    func lane(of place: Int, _ isMoving: Bool) -> Member.Lane? {
      guard isMoving, let owner = ownerOfPlace[place], let index = group.members[owner].lane
      else { return nil }
      guard case .zero = group.members[owner].start else {
        return Member.Lane(index: index, isFirst: false)
      }
      group.members[owner].start = nil
      return Member.Lane(index: index, isFirst: true)
    }
    for position in group.members.indices.reversed() {
      let run = runs[group.members[position].run]
      guard case .aligned(let aMoves, let bMoves) = run.shape else { continue }
      group.members[position].aLane = lane(of: run.a, aMoves)
      group.members[position].bLane = run.hasSecond ? lane(of: run.b, bMoves) : nil
    }
  }

  /// What reads each run from outside its group.
  private static func readers(
    _ groups: [Group], _ runs: [Run], _ indices: [Int32], _ outputs: [Int32]
  ) -> [Readers] {
    var readers = Array(repeating: Readers.none, count: runs.count)
    /// Notes that places are read from outside some runs.
    func note(_ places: Range<Int>, outside own: ClosedRange<Int>?, by sum: Int?) {
      var index = lastRun(runs, startingAtOrBefore: places.lowerBound)
      while index < runs.count, runs[index].destination < places.upperBound {
        let results = runs[index].destination..<(runs[index].destination + runs[index].count)
        if results.overlaps(places), own.map({ !$0.contains(index) }) ?? true {
          readers[index].note(results == places ? sum.map(Readers.sum) ?? .others : .others)
        }
        index += 1
      }
    }
    for output in outputs { note(Int(output)..<Int(output) + 1, outside: nil, by: nil) }
    for group in groups {
      guard let first = group.members.first?.run, let last = group.members.last?.run else {
        continue
      }
      for index in first...last {
        var sum: Int?
        if case .neighbours = runs[index].shape { sum = index }
        for places in reads(of: runs[index], indices) {
          note(places, outside: first...last, by: sum)
        }
      }
    }
    return readers
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
      if !group.isBlockwise {
        for member in group.members { forward(runs[member.run], values) }
        continue
      }
      for start in stride(from: 0, to: group.count, by: Self.blockLength) {
        let count = min(Self.blockLength, group.count - start)
        for member in group.members {
          forward(runs[member.run].part(from: start, count: count), values)
        }
      }
    }
  }

  /// Computes the adjoints of the inputs from that of a result.
  ///
  /// Those of other places are of no meaning afterwards.
  func reverse(from output: Int, _ values: Places, _ adjoints: Places) {
    clear(adjoints)
    adjoints[output] = 1
    let lanes = groups.reduce(0) { max($0, $1.laneCount) }
    withUnsafeTemporaryAllocation(of: Double.self, capacity: max(lanes, 1) * Self.blockLength) {
      guard let base = $0.baseAddress else { return }
      for group in groups.reversed() {
        if group.isBlockwise {
          reverse(group, values, adjoints, lanes: base)
        } else {
          for member in group.members { reverse(runs[member.run], values, adjoints) }
        }
      }
    }
  }

  private func reverse(_ group: Group, _ values: Places, _ adjoints: Places, lanes: Places) {
    // The last block first: its values are those that the forward sweep left in the cache.
    let blocks = stride(from: 0, to: group.count, by: Self.blockLength)
    for start in blocks.reversed() {
      let count = min(Self.blockLength, group.count - start)
      for member in group.members {
        guard let lane = member.lane, let start = member.start else { continue }
        var seed = 0.0
        if case .adjoint(let sum) = start { seed = adjoints[sum] }
        cv_fill(lanes + lane * Self.blockLength, seed, count)
      }
      for member in group.members.reversed() {
        let run = runs[member.run].part(from: start, count: count)
        func target(_ lane: Member.Lane?, _ index: Int) -> Target {
          guard let lane else { return Target(adjoints: adjoints + index) }
          return Target(adjoints: lanes + lane.index * Self.blockLength, isFresh: lane.isFirst)
        }
        let own = member.lane.map { lanes + $0 * Self.blockLength } ?? adjoints + run.destination
        reverse(
          run, values, of: own, into: target(member.aLane, run.a), target(member.bLane, run.b))
      }
    }
  }

  /// Sets to zero all adjoints that do not live in lanes.
  private func clear(_ adjoints: Places) {
    var start = 0
    for group in groups {
      for member in group.members where member.lane != nil {
        let run = runs[member.run]
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
