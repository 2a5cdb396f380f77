/// The box in which a surface stands: its view, its floor and its axes.
///
///     let frame = SpaceFrame(
///       over: window, heights: 0...2, from: ViewAngles(), proportions: .auto,
///       reaching: [], on: setting.canvas)
///     let point = frame.view(SpacePoint(1, 1, 2))     // in the coordinates of `frame.panel`
///
/// The axes stand on the outside: those of x and y along the two edges of the floor that nothing
/// stands in front of, that of z at the left. From below the floor is a ceiling, for it would hide
/// the surface.
public struct SpaceFrame: Sendable {
  /// The part of the plane over which it stands.
  public let window: Box
  /// Its heights, round numbers.
  public let heights: ClosedRange<Double>
  /// The step of the numbers of its heights, which begin and end the axis of z.
  let heightStep: Double
  /// How it is seen.
  public let view: SpaceView
  /// The panel of the scene.
  public let panel: Panel
  /// Picture units for a unit of the page.
  public let unit: Double
  /// Picture units for a pixel.
  public let pixel: Double

  /// The height of the floor.
  public var base: Double { view.elevation >= 0 ? heights.lowerBound : heights.upperBound }

  /// The room around the box for its numbers and names, in u.
  private static let margin = 26.0

  /// The frame over `window` that holds `range` of heights; the picture has room for its floor, its
  /// axes and the points in `others`, and stands left of the panels in `company`.
  public init(
    over window: Box, heights range: ClosedRange<Double>, from angles: ViewAngles,
    proportions: SpaceProportions, reaching others: [SpacePoint], beside company: [Panel] = [],
    on canvas: Canvas
  ) {
    self.window = window
    let (heights, step) = Self.rounded(range)
    self.heights = heights
    heightStep = step
    let view = SpaceView(
      azimuth: angles.azimuth, elevation: angles.elevation,
      centre: SpacePoint(
        window.minX / 2 + window.maxX / 2, window.minY / 2 + window.maxY / 2,
        heights.lowerBound / 2 + heights.upperBound / 2),
      scale: Self.scale(window, heights, proportions))
    self.view = view
    let base = angles.elevation >= 0 ? heights.lowerBound : heights.upperBound
    let corners = window.corners.map { SpacePoint(over: $0, base) }
    let side = Self.side(of: window, in: view, base: base)
    let post = [heights.lowerBound, heights.upperBound].map { SpacePoint(over: side, $0) }
    let points = (corners + post + others).map { view($0) }.filter(\.isFinite)
    var picture = Box(containing: points) ?? Box(x: 0, y: 0, width: 1, height: 1)
    // A box seen along an edge has no extent one way.
    let least = max(picture.width, picture.height, 1e-9) * 0.2
    if picture.width < least { picture = Self.widened(picture, by: least, 0) }
    if picture.height < least { picture = Self.widened(picture, by: 0, least) }
    let first = PanelArrangement(
      of: [.space(picture)] + company, arrangement: .flanked, on: canvas
    ).boxes[0]
    let panel = Panel.space(picture.grown(by: Self.margin * picture.width / first.width))
    self.panel = panel
    let box = PanelArrangement(of: [panel] + company, arrangement: .flanked, on: canvas).boxes[0]
    unit = panel.window.width / box.width
    pixel = unit * canvas.pixel
  }

  /// The corner of the floor over which the axis of z stands: that at the left, of two the front one.
  static func side(of window: Box, in view: SpaceView, base: Double) -> Point {
    let corners = window.corners.map { (place: $0, seen: view(SpacePoint(over: $0, base))) }
    let least = corners.map(\.seen.x).min() ?? 0
    let sign: Double = view.elevation >= 0 ? 1 : -1
    let left = corners.filter { $0.seen.x < least + 1e-9 }
    return left.min { sign * $0.seen.y < sign * $1.seen.y }?.place ?? window.corners[0]
  }

  private static func widened(_ box: Box, by x: Double, _ y: Double) -> Box {
    Box(
      minX: box.minX - x / 2, minY: box.minY - y / 2, maxX: box.maxX + x / 2,
      maxY: box.maxY + y / 2)
  }

  /// The range with ends at ticks, and their step: of a few round steps the one that adds least.
  private static func rounded(
    _ range: ClosedRange<Double>
  ) -> (range: ClosedRange<Double>, step: Double) {
    var best = (range: range, step: range.upperBound - range.lowerBound)
    var least = Double.infinity
    for count in [4, 3, 2, 5] {
      guard let step = Ticks(in: range, about: count)?.step, step > 0 else { continue }
      let low = (range.lowerBound / step + 1e-9).rounded(.down) * step
      let high = (range.upperBound / step - 1e-9).rounded(.up) * step
      guard low.isFinite, high.isFinite, low < high else { continue }
      if high - low < least * (1 - 1e-9) {
        best = (low...high, step)
        least = high - low
      }
    }
    return best
  }

  /// Picture units for a unit of each axis; the longer side of the floor is one.
  private static func scale(
    _ window: Box, _ heights: ClosedRange<Double>, _ proportions: SpaceProportions
  ) -> SpacePoint {
    let height = heights.upperBound - heights.lowerBound
    let longest = max(window.width, window.height)
    if proportions == .true {
      let unit = 1 / max(longest, height)
      return SpacePoint(unit, unit, unit)
    }
    let isThin = min(window.width, window.height) < longest / 4
    let (x, y) = isThin ? (1 / window.width, 1 / window.height) : (1 / longest, 1 / longest)
    // As in the data while the box is between a sheet and a cube.
    let isSeemly = !isThin && height >= longest / 4 && height <= longest
    return SpacePoint(x, y, isSeemly ? 1 / longest : 0.66 / height)
  }
}
