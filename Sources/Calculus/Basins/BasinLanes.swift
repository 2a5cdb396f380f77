import CVector

/// The starts of a stretch of a lattice on their way, all of them at once in lanes.
///
/// Lanes that have ended make room for the others. What is to be known of an end is computed once: an
/// arrival within reach of a place that was met before is there, and a start downhill within a square
/// that is proved to lead to a minimum need not go there.
final class BasinLanes {
  private typealias Numbers = UnsafeMutablePointer<Double>

  /// Where the ends of all starts of the lattice are written.
  struct Results {
    let labels: UnsafeMutableBufferPointer<Int16>
    let steps: UnsafeMutableBufferPointer<Int16>

    func set(_ start: Int32, to label: Int16, after count: Int) {
      labels[Int(start)] = label
      steps[Int(start)] = Int16(clamping: count)
    }
  }

  private let run: BasinRun
  private let steps: [LaneProgram.Step]
  private let memory: LaneMemory
  private let jets: cv_jets
  private let single: BasinStep
  private let proofs: ConvexSquare
  private let numbers: Numbers
  /// For each lane on its way the place, the square of its last move in units, and its start.
  private let x: Numbers, y: Numbers, last: Numbers
  private let starts: UnsafeMutablePointer<Int32>
  /// For each lane of a block its move and what has become of it.
  private let dx: Numbers, dy: Numbers
  private let states: UnsafeMutablePointer<UInt8>

  /// What is known of the ends of a stretch.
  private struct Goals {
    var ends: BasinEnds
    /// Minima with half the side of the square that leads to each.
    var minima: [(at: PlanePoint, halfSide: Double)] = []
  }

  /// A move by which a lane is beside its end, in units of the window.
  private static let near = 1e-7

  /// Lanes for the iterations of a run, one stretch after the other.
  init(_ run: BasinRun) {
    self.run = run
    let lanes = LaneProgram(run.program, moving: 0..<2) { _ in true }
    steps = lanes.steps
    memory = LaneMemory(run.program)
    for register in run.program.outputs.map({ Int($0) }) where !lanes.moves[register] {
      cv_fill(memory[register], memory[register][0], LaneMemory.blockLength)
    }
    let results = run.program.outputs.map { [memory] in UnsafePointer(memory[Int($0)]) }
    jets = cv_jets(
      f: results[0], g: results[1], a: results[2], b: results[3], c: results[4], d: results[5])
    single = BasinStep(run.program)
    proofs = ConvexSquare(run.program)
    let (most, block) = (BasinLattice.stretch, LaneMemory.blockLength)
    numbers = .allocate(capacity: 3 * most + 2 * block)
    (x, y, last) = (numbers, numbers + most, numbers + 2 * most)
    (dx, dy) = (numbers + 3 * most, numbers + 3 * most + block)
    starts = .allocate(capacity: most)
    states = .allocate(capacity: block)
  }

  deinit {
    numbers.deallocate()
    starts.deallocate()
    states.deallocate()
  }

  /// Writes what becomes of the starts of a stretch; gives the places where they end.
  func run(_ stretch: Range<Int>, of lattice: BasinLattice, _ results: Results) -> BasinEnds {
    var goals = Goals(ends: BasinEnds(within: run.reach))
    takePlaces(of: stretch, lattice)
    var active = stretch.count
    var count = 0
    while active > 0 {
      count += 1
      var kept = 0
      for first in stride(from: 0, to: active, by: LaneMemory.blockLength) {
        let block = first..<min(first + LaneMemory.blockLength, active)
        let ended = advance(block, count, &goals, results)
        kept = closeUp(block, ended, to: kept, count, &goals, results)
      }
      active = kept
    }
    return goals.ends
  }

  private func takePlaces(of stretch: Range<Int>, _ lattice: BasinLattice) {
    var start = stretch.lowerBound
    while start < stretch.upperBound {
      let (row, column) = start.quotientAndRemainder(dividingBy: lattice.x.count)
      let length = min(lattice.x.count - column, stretch.upperBound - start)
      let first = start - stretch.lowerBound
      for lane in 0..<length {
        x[first + lane] = lattice.x[column + lane]
        starts[first + lane] = Int32(start + lane)
      }
      cv_fill(y + first, lattice.y[row], length)
      start += length
    }
    cv_fill(last, .infinity, stretch.count)
  }

  // MARK: A step of a block

  /// Moves the lanes of a block; how many have ended.
  private func advance(
    _ block: Range<Int>, _ count: Int, _ goals: inout Goals, _ results: Results
  ) -> Int {
    let (first, lanes) = (block.lowerBound, block.count)
    memory[0].update(from: x + first, count: lanes)
    memory[1].update(from: y + first, count: lanes)
    memory.run(steps, count: lanes)
    states.update(repeating: CV_WALKING.rawValue, count: lanes)
    var isLast = count == run.limit
    switch run.rule {
    case .newton: cv_newton_moves(dx, dy, jets, lanes)
    case .hybrid:
      cv_hybrid_moves(
        dx, dy, last + first, x + first, y + first, jets, run.factor ?? 0, run.leastSize, lanes)
    case .gradient:
      if count > 1 { lookForMinima(block, count - 1, &goals, results) }
      isLast = count == run.limit + 1
      cv_downhill_moves(dx, dy, jets, run.factor ?? 0, run.leastSize, lanes)
    }
    // A short step downhill is no sign of an end.
    let near = run.rule == .gradient ? -1 : Self.near
    let ended = cv_advance(
      x + first, y + first, last + first, states, dx, dy, run.extent, near, run.far, lanes)
    if isLast {
      for lane in 0..<lanes where states[lane] == CV_WALKING.rawValue {
        states[lane] = CV_LOST.rawValue
      }
    }
    return isLast ? lanes : ended
  }

  /// Ends the lanes that minima have, and those that no longer move and are at no strict minimum: they
  /// are on a whole curve of them, or on a saddle.
  private func lookForMinima(
    _ block: Range<Int>, _ count: Int, _ goals: inout Goals, _ results: Results
  ) {
    let (first, reach) = (block.lowerBound, 0.02 * run.extent)
    let found = cv_look_for_minima(
      states, x + first, y + first, last + first, jets, run.extent, reach, block.count)
    guard found > 0 else { return }
    for lane in 0..<block.count where states[lane] != CV_WALKING.rawValue {
      let start = starts[first + lane]
      let p = PlanePoint(x: x[first + lane], y: y[first + lane])
      if states[lane] & CV_NEAR.rawValue != 0, let end = minimum(near: p, within: reach, &goals) {
        results.set(start, to: end, after: count)
        states[lane] = CV_ENDED.rawValue
      } else if states[lane] & CV_LOST.rawValue != 0 {
        results.set(start, to: -1, after: count)
        states[lane] = CV_ENDED.rawValue
      } else {
        states[lane] = CV_WALKING.rawValue
      }
    }
  }

  /// Brings the lanes that are still on their way together, from `target`; the place after the last.
  private func closeUp(
    _ block: Range<Int>, _ ended: Int, to target: Int, _ count: Int, _ goals: inout Goals,
    _ results: Results
  ) -> Int {
    if ended == 0 { return keep(block, at: target) }
    var kept = target
    var lane = block.lowerBound
    let states = states - block.lowerBound
    while lane < block.upperBound {
      let first = lane
      // Eight lanes at a time: most of them are still on their way.
      while lane + 8 <= block.upperBound, Self.areWalking(states + lane) { lane += 8 }
      while lane < block.upperBound, states[lane] == CV_WALKING.rawValue { lane += 1 }
      kept = keep(first..<lane, at: kept)
      while lane < block.upperBound, states[lane] != CV_WALKING.rawValue {
        lane = end(lane..<block.upperBound, states, min(count, run.limit), &goals.ends, results)
      }
    }
    return kept
  }

  private static func areWalking(_ states: UnsafeMutablePointer<UInt8>) -> Bool {
    UnsafeRawPointer(states).loadUnaligned(as: UInt64.self) == 0
  }

  private func keep(_ lanes: Range<Int>, at target: Int) -> Int {
    if target != lanes.lowerBound {
      (x + target).update(from: x + lanes.lowerBound, count: lanes.count)
      (y + target).update(from: y + lanes.lowerBound, count: lanes.count)
      (last + target).update(from: last + lanes.lowerBound, count: lanes.count)
      (starts + target).update(from: starts + lanes.lowerBound, count: lanes.count)
    }
    return target + lanes.count
  }

  // MARK: Ends

  /// Writes what has become of a lane, and of those after it that ended at the same place; the lane
  /// after the last of them.
  private func end(
    _ lanes: Range<Int>, _ states: UnsafeMutablePointer<UInt8>, _ count: Int,
    _ ends: inout BasinEnds, _ results: Results
  ) -> Int {
    var lane = lanes.lowerBound
    guard states[lane] & CV_ENDED.rawValue == 0 else { return lane + 1 }
    guard states[lane] == CV_NEAR.rawValue else {
      results.set(starts[lane], to: -1, after: count)
      return lane + 1
    }
    let p = PlanePoint(x: x[lane], y: y[lane])
    let place = ends.recentPlace(of: p) ?? ends.place(of: single.settled(p))
    repeat {
      results.set(starts[lane], to: place, after: count)
      lane += 1
    } while lane < lanes.upperBound && states[lane] == CV_NEAR.rawValue
      && ends.isAtLatest(PlanePoint(x: x[lane], y: y[lane]), place)
    ends.count(lane - lanes.lowerBound, at: place)
    return lane
  }

  /// The place of the minimum to which Newton's steps lead from a point, if they do.
  private func minimum(
    near p: PlanePoint, within reach: Double, _ goals: inout Goals
  ) -> Int16? {
    let minima = goals.minima
    func known(_ p: PlanePoint) -> PlanePoint? {
      minima.first { Self.isInSquare(p, $0) }?.at
    }
    if let factor = run.factor, known(p) == nil, single.overshoots(from: p, factor) { return nil }
    guard let end = known(p) ?? single.minimum(near: p, within: reach, known) else { return nil }
    let old = minima.first { goals.ends.isAt(end, $0.at) }
    let goal = old ?? (end, proofs.halfSide(about: end, atMost: reach, factor: run.factor))
    if old == nil, minima.count < Basins.mostEnds { goals.minima.append(goal) }
    // With a factor that was given a step may jump over the minimum, ever farther.
    if run.factor != nil, !Self.isInSquare(p, goal) { return nil }
    let place = goals.ends.place(of: end)
    goals.ends.count(1, at: place)
    return place
  }

  private static func isInSquare(
    _ p: PlanePoint, _ goal: (at: PlanePoint, halfSide: Double)
  ) -> Bool {
    abs(p.x - goal.at.x) <= goal.halfSide && abs(p.y - goal.at.y) <= goal.halfSide
  }
}
