/// All roots of two equations in a window, by branch and bound with interval arithmetic.
///
/// A queue of boxes, breadth first. A box is dropped where an equation cannot be 0 on it or where the
/// interval Newton method (Hansen, Sengupta 1981) finds nothing; it is settled where the method
/// proves that it holds exactly one root; else it is cut. What is left at a ten-millionth of the
/// window is handed back as it is: roots where the Jacobian is singular, kinks, and whatever the
/// budget did not allow. Rounding is outwards, so nothing is lost as far as the C library keeps its
/// word.
struct RootSearch {
  /// A root with the box in which it is proved to be the only one.
  struct Root {
    var at: PlanePoint
    var region: PlaneBox
  }

  /// The greatest number of operations on intervals: about a second, however long the formula is.
  static let operationLimit = 30_000_000

  let system: PlaneSystem
  let window: PlaneBox
  let budget: Int
  /// The widths below which boxes are not cut any more.
  let least: (x: Double, y: Double)
  private(set) var roots: [Root] = []
  /// Boxes of which the largest part of the window is known: at most one root outside the window.
  var regions: [PlaneBox] = []
  /// Least boxes on which the system is smooth and a root cannot be excluded.
  var leftovers: [PlaneBox] = []
  /// Small boxes on which the system is not proved to be smooth and a root cannot be excluded.
  var kinks: [PlaneBox] = []
  /// Boxes on which both equations are too small for doubles to be told from 0.
  var flats: [PlaneBox] = []
  /// Boxes that the budget did not reach.
  var unsettled: [PlaneBox] = []
  /// Whether a curve or an area of roots was found.
  var isContinuum = false
  /// Whether rounding hides where the roots are in most boxes that are left.
  var isDrowned = false
  private(set) var visited = 0
  var queue: [PlaneBox] = []
  private var head = 0
  /// The part of the window below which boxes with kinks are put aside.
  var kinkShare = 1.0 / 256
  /// The depth at which the live boxes were last tested for a continuum.
  private var testedDepth = 11

  init(_ system: PlaneSystem, in window: PlaneBox, budget: Int) {
    self.system = system
    self.window = window
    self.budget = max(1, min(budget, Self.operationLimit / system.cost))
    func least(_ side: Interval) -> Double {
      max(1e-7 * side.width, 4 * max(side.lower.magnitude, side.upper.magnitude).ulp)
    }
    self.least = (least(window.x), least(window.y))
  }

  /// Searches the window.
  mutating func run() {
    guard window.x.width.isFinite, window.y.width.isFinite, !window.x.isEmpty, !window.y.isEmpty
    else {
      unsettled = [window]
      return
    }
    if system.isIdenticallyZero.first && system.isIdenticallyZero.second {
      isContinuum = true
      return
    }
    queue = [window]
    drain()
    refineKinks()
    if head < queue.count { giveUp() }
    if visited >= budget {
      // Kinks that were not narrowed down say nothing.
      unsettled += kinks
      kinks = []
    }
  }

  private mutating func drain() {
    while head < queue.count && visited < budget {
      let box = queue[head]
      head += 1
      visited += 1
      if box.depth > testedDepth && box.depth <= 60 {
        testedDepth = box.depth
        if queue.count - head > 400 { testForContinuum(queue[head...]) }
      }
      process(box)
      if head > 4096 && 2 * head > queue.count {
        queue.removeFirst(head)
        head = 0
      }
    }
  }

  private mutating func process(_ box: PlaneBox) {
    if regions.contains(where: { $0.contains(box) }) { return }
    let value = system.residual(on: box)
    if !value.first.contains(0) || !value.second.contains(0) { return }
    if isFlat(value) {
      flats.append(box)
      return
    }
    if isContinuum && box.depth >= 14 && touchesContinuum(box) { return }
    if isDrowned && box.depth >= 12 && isDrowned(box) {
      leftovers.append(box)
      return
    }
    let enclosure = system.enclosure(on: box)
    if enclosure.isSmooth {
      if value.first.isZero && value.second.isZero {
        isContinuum = true
        return
      }
      contract(box, enclosure)
    } else if isSmall(box, kinkShare) {
      kinks.append(box)
    } else {
      cut(box, acrossX: isWide(box))
    }
  }

  /// Interval Newton steps while they pay, then a cut.
  private mutating func contract(_ start: PlaneBox, _ first: PlaneSystem.Enclosure) {
    var box = start
    var enclosure = first
    for _ in 0..<20 {
      switch system.contraction(of: box, enclosure) {
      case .empty: return
      case .unique(let part):
        settle(part, in: box)
        return
      case .within(let part, let isRegular):
        let before = max(share(box.x, window.x), share(box.y, window.y))
        let after = max(share(part.x, window.x), share(part.y, window.y))
        let isTiny = part.x.width <= least.x && part.y.width <= least.y
        if isRegular || isTiny {
          if certifyNear(part) { return }
        }
        box = part
        box.depth = start.depth
        if isTiny || box.depth >= 80 {
          leftovers.append(box)
          return
        }
        if after > 0.7 * before {
          cut(box, acrossX: smear(box, enclosure))
          return
        }
        enclosure = system.enclosure(on: box)
      }
    }
    cut(box, acrossX: isWide(box))
  }

  /// Looks for a root near a box on which Newton's method got stuck; whether the box is done with.
  ///
  /// Roots on the edge of a box are never strictly inside it: a box around the root is tried instead.
  private mutating func certifyNear(_ box: PlaneBox) -> Bool {
    let (rx, ry) = (max(box.x.width, least.x / 8), max(box.y.width, least.y / 8))
    guard let p = system.newtonPoint(from: box.middle),
      box.inflated(rx, ry).contains(p)
    else { return false }
    if let region = regions.first(where: { $0.contains(p) }) { return region.contains(box) }
    guard let region = system.certificate(around: p, rx * 1.5, ry * 1.5) else { return false }
    add(p, region)
    return regions.last?.contains(box) ?? false
  }

  private mutating func settle(_ part: PlaneBox, in box: PlaneBox) {
    guard let p = system.newtonPoint(from: part.middle), box.inflated(least.x, least.y).contains(p)
    else {
      add(part.middle, box)
      return
    }
    add(p, box)
  }

  /// Keeps a proved root and the largest box found on which it is the only one.
  private mutating func add(_ p: PlanePoint, _ box: PlaneBox) {
    regions.append(grown(box, around: p))
    let (dx, dy) = (1e-12 * window.x.width + 4 * p.x.ulp, 1e-12 * window.y.width + 4 * p.y.ulp)
    guard window.inflated(dx, dy).contains(p) else { return }
    let isKnown = roots.contains {
      abs($0.at.x - p.x) <= 1e-9 * window.x.width && abs($0.at.y - p.y) <= 1e-9 * window.y.width
    }
    if !isKnown { roots.append(Root(at: p, region: box)) }
  }

  private func grown(_ box: PlaneBox, around p: PlanePoint) -> PlaneBox {
    var result = box
    var canGrow = [true, true, true, true]
    for _ in 0..<16 where canGrow.contains(true) {
      for side in 0..<4 where canGrow[side] {
        var next = result
        switch side {
        case 0: next.x.lower -= result.x.width
        case 1: next.x.upper += result.x.width
        case 2: next.y.lower -= result.y.width
        default: next.y.upper += result.y.width
        }
        let isUseful = next.x.width <= 3 * window.x.width && next.y.width <= 3 * window.y.width
        if isUseful && system.isInjective(on: next, near: p) {
          result = next
        } else {
          canGrow[side] = false
        }
      }
    }
    return result
  }

  // MARK: Cutting

  private func share(_ side: Interval, _ whole: Interval) -> Double {
    whole.width > 0 ? side.width / whole.width : 0
  }

  private func isSmall(_ box: PlaneBox, _ part: Double) -> Bool {
    box.x.width <= max(part * window.x.width, least.x * 1e-3, 4 * box.x.upper.ulp)
      && box.y.width <= max(part * window.y.width, least.y * 1e-3, 4 * box.y.upper.ulp)
  }

  /// Whether x is the longer side, measured by the window.
  private func isWide(_ box: PlaneBox) -> Bool {
    share(box.x, window.x) >= share(box.y, window.y)
  }

  /// The side along which the equations vary most (Kearfott's maximal smear), unless one is long.
  private func smear(_ box: PlaneBox, _ enclosure: PlaneSystem.Enclosure) -> Bool {
    let (wx, wy) = (share(box.x, window.x), share(box.y, window.y))
    if wx > 8 * wy || box.y.width <= least.y / 4 { return true }
    if wy > 8 * wx || box.x.width <= least.x / 4 { return false }
    func size(_ slope: Interval, _ width: Double) -> Double {
      max(slope.lower.magnitude, slope.upper.magnitude) * width
    }
    let j = enclosure.slopes
    let (a, b) = (size(j.0, box.x.width), size(j.1, box.y.width))
    let (c, d) = (size(j.2, box.x.width), size(j.3, box.y.width))
    let first = a + b > 0 ? a / (a + b) : 0.5
    let second = c + d > 0 ? c / (c + d) : 0.5
    return max(first, second) >= max(a + b > 0 ? 1 - first : 0.5, c + d > 0 ? 1 - second : 0.5)
  }

  private mutating func cut(_ box: PlaneBox, acrossX: Bool) {
    let (a, b) = box.halves(acrossX: acrossX)
    queue.append(a)
    queue.append(b)
  }

  // MARK: Kinks

  /// Narrows the boxes with kinks down to points, unless they follow a line.
  private mutating func refineKinks() {
    while !kinks.isEmpty && kinkShare > 1e-11 && visited < budget && head >= queue.count {
      let before = kinks.count
      let kept = kinks
      (queue, kinks, head) = (kinks, [], 0)
      kinkShare /= 4
      drain()
      if visited >= budget && head < queue.count {
        // A list that is half coarse and half fine would hide the shapes: keep the coarse one.
        kinks = kept
        head = queue.count
        return
      }
      if kinks.count > 64 && 2 * kinks.count > 3 * before { return }
    }
  }

  // MARK: The end of the budget

  /// Certifies what Newton's method finds in boxes that were not reached, and keeps those boxes.
  private mutating func giveUp() {
    let live = Array(queue[head...])
    let stride = max(1, live.count / 2048)
    for index in Swift.stride(from: 0, to: live.count, by: stride) {
      let box = live[index]
      guard let p = system.newtonPoint(from: box.middle), window.contains(p),
        !regions.contains(where: { $0.contains(p) })
      else { continue }
      for exponent in [1e-2, 1e-4, 1e-6] {
        let (rx, ry) = (exponent * window.x.width, exponent * window.y.width)
        if let region = system.certificate(around: p, rx, ry) {
          add(p, region)
          break
        }
      }
    }
    unsettled += live.filter { box in !regions.contains { $0.contains(box) } }
  }
}
