/// The instructions of a program in two variables that depend on one of them alone, on intervals.
///
/// The boxes of a subdivision share their sides: of n² boxes there are n sides along each axis. What
/// such instructions gave for a side is kept in a small table, so a sum of products of functions of x
/// and of y costs little more than its multiplications. The results have the same bits as without.
final class HoistedIntervals {
  private let axis: Int
  private let instructions: UnsafeMutableBufferPointer<CompactInstruction>
  /// The registers that they write; no other instruction writes these.
  private let destinations: [Int]
  private let waves: [WaveSum]
  private let slots: Int
  private let keys: UnsafeMutablePointer<Interval>
  private let values: UnsafeMutablePointer<Interval>
  /// The side that the registers are for.
  private var current = Interval.empty

  /// So many intervals are kept at most: 1.5 megabytes.
  private static let room = 65_536
  private static let mostSlots = 512

  /// The part of a program along an axis; `nil` where it is too cheap to be kept.
  init?(_ program: Program, axis: Int) {
    let part = program.instructions.filter { $0.dependence == 1 << UInt64(axis) }
    let isDear = part.contains {
      switch $0.operation {
      case .call, .call2, .power, .waves: true
      default: false
      }
    }
    guard program.variableCount == 2, isDear else { return nil }
    self.axis = axis
    instructions = CompactInstruction.all(part)
    destinations = part.map { Int($0.destination) }
    waves = program.waves
    var slots = Self.mostSlots
    while slots > 8 && slots * destinations.count > Self.room { slots /= 2 }
    self.slots = slots
    keys = .allocate(capacity: slots)
    keys.initialize(repeating: .empty, count: slots)
    values = .allocate(capacity: slots * destinations.count)
    values.initialize(repeating: .empty, count: slots * destinations.count)
  }

  /// Brings the registers up to date with the side in the axis' own register.
  func update(_ registers: UnsafeMutablePointer<Interval>) {
    let side = registers[axis]
    if Self.isSame(side, current) { return }
    current = side
    let slot = slot(of: side)
    let kept = values + slot * destinations.count
    if Self.isSame(keys[slot], side) {
      for (index, register) in destinations.enumerated() { registers[register] = kept[index] }
      return
    }
    IntervalEvaluator.run(instructions, on: registers, waves)
    keys[slot] = side
    for (index, register) in destinations.enumerated() { kept[index] = registers[register] }
  }

  /// Equal to the bit, so that 0 and −0 are told apart; an empty side is never kept.
  private static func isSame(_ a: Interval, _ b: Interval) -> Bool {
    a.lower.bitPattern == b.lower.bitPattern && a.upper.bitPattern == b.upper.bitPattern
      && a.isPartial == b.isPartial && a.isBroken == b.isBroken && !a.isEmpty
  }

  private func slot(of side: Interval) -> Int {
    let mixed =
      (side.lower.bitPattern ^ side.upper.bitPattern &* 0x9E37_79B9_7F4A_7C15)
      &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed >> 40) & (slots - 1)
  }

  deinit {
    instructions.deallocate()
    keys.deallocate()
    values.deallocate()
  }
}
