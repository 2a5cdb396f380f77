/// The points where a function of the plane is 0.
struct ZeroSet {
  private let enclosures: IntervalEvaluator

  init(of function: Expression) {
    enclosures = IntervalEvaluator(Program([function]))
  }

  /// Whether there is no such point in a window; `nil` where neither answer is proved.
  ///
  /// Empty where no box of a subdivision lets the function be 0; not empty where the function is
  /// continuous on a box and changes its sign on it (Bolzano).
  func isEmpty(in window: PlaneBox, budget: Int = 2000) -> Bool? {
    guard window.x.width.isFinite, window.y.width.isFinite else { return nil }
    var boxes = [window]
    var head = 0
    while head < boxes.count && head < budget {
      let box = boxes[head]
      head += 1
      enclosures.evaluate(box.x, box.y)
      let range = enclosures.result(0)
      if !range.contains(0) { continue }
      if range.isContinuous && changesSign(on: box) { return false }
      let isWide = box.x.width * window.y.width >= box.y.width * window.x.width
      let (a, b) = box.halves(acrossX: isWide)
      boxes.append(a)
      boxes.append(b)
    }
    return head < boxes.count ? nil : true
  }

  private func changesSign(on box: PlaneBox) -> Bool {
    var isPositive = false
    var isNegative = false
    for x in [box.x.lower, box.x.middle, box.x.upper] {
      for y in [box.y.lower, box.y.middle, box.y.upper] {
        enclosures.evaluate(Interval(x, x), Interval(y, y))
        let value = enclosures.result(0)
        isPositive = isPositive || value.lower > 0
        isNegative = isNegative || value.upper < 0
      }
    }
    return isPositive && isNegative
  }
}
