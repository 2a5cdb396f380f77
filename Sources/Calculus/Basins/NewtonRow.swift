/// Newton's method from the starts of a row of cells, all of them at once in lanes.
///
/// Each lane takes the very steps that `BasinRun` takes from a single start: towards an end until a
/// step is short and no longer than the one before, then on while steps still shorten. Lanes that have
/// ended make room for the others.
final class NewtonRow {
  /// A start on its way.
  private struct Lane {
    let cell: Int
    var p: PlanePoint
    var last = Double.infinity
    /// The steps to the end, once it is near, and those after.
    var steps: Int?
    var further = 0
  }

  /// When a lane has arrived, is lost, or gives up.
  struct Limits {
    /// The length of a step beside an end, and a coordinate beyond which nothing comes back.
    let near: Double, far: Double
    let steps: Int
  }

  private let lanes: LaneProgram
  private let memory: LaneMemory
  private let outputs: [Int]

  private static let mostFurther = 60

  /// Rows of the equations and the Jacobian that a program has as its outputs.
  init(_ program: Program) {
    lanes = LaneProgram(program, moving: 0..<2) { _ in true }
    memory = LaneMemory(program)
    outputs = program.outputs.map { Int($0) }
  }

  /// What becomes of the starts, in their order.
  func arrivals(from starts: [PlanePoint], _ limits: Limits) -> [BasinRun.Arrival] {
    var arrivals = starts.map { _ in BasinRun.Arrival() }
    var active = starts.indices.map { Lane(cell: $0, p: starts[$0]) }
    var count = 0
    while !active.isEmpty {
      count += 1
      var kept = 0
      for start in stride(from: 0, to: active.count, by: LaneMemory.blockLength) {
        let end = min(start + LaneMemory.blockLength, active.count)
        evaluate(active[start..<end])
        for place in start..<end {
          var lane = active[place]
          if let arrival = advance(&lane, by: step(place - start), count, limits) {
            arrivals[lane.cell] = arrival
          } else {
            active[kept] = lane
            kept += 1
          }
        }
      }
      active.removeLast(active.count - kept)
    }
    return arrivals
  }

  private func evaluate(_ block: ArraySlice<Lane>) {
    let (x, y) = (memory[0], memory[1])
    for (index, lane) in block.enumerated() {
      x[index] = lane.p.x
      y[index] = lane.p.y
    }
    memory.run(lanes.steps, count: block.count)
  }

  private func result(_ index: Int, _ lane: Int) -> Double {
    let register = outputs[index]
    return memory[register][lanes.moves[register] ? lane : 0]
  }

  /// The step −J⁻¹ (f, g) of a lane.
  private func step(_ lane: Int) -> PlanePoint {
    let (f, g) = (result(0, lane), result(1, lane))
    let (a, b, c, d) = (result(2, lane), result(3, lane), result(4, lane), result(5, lane))
    let determinant = a * d - b * c
    return PlanePoint(x: (b * g - d * f) / determinant, y: (c * f - a * g) / determinant)
  }

  /// Moves a lane; its arrival where that was its last step.
  private func advance(
    _ lane: inout Lane, by move: PlanePoint, _ count: Int, _ limits: Limits
  ) -> BasinRun.Arrival? {
    let length = max(abs(move.x), abs(move.y))
    let next = PlanePoint(x: lane.p.x + move.x, y: lane.p.y + move.y)
    if let steps = lane.steps {
      let isShorter = move.isFinite && length < lane.last && length > 0
      guard isShorter, lane.further < Self.mostFurther else {
        return BasinRun.Arrival(at: lane.p, steps: steps)
      }
      (lane.p, lane.last) = (next, length)
      lane.further += 1
      return nil
    }
    guard move.isFinite else { return BasinRun.Arrival(steps: count) }
    if abs(next.x) > limits.far || abs(next.y) > limits.far {
      return BasinRun.Arrival(steps: count)
    }
    let isNear = length <= limits.near && length <= lane.last
    (lane.p, lane.last) = (next, length)
    if isNear {
      lane.steps = count
      lane.last = .infinity
    } else if count >= limits.steps {
      return BasinRun.Arrival(steps: limits.steps)
    }
    return nil
  }
}
