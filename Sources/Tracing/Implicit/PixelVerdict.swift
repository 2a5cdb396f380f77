import Calculus
import Geometry

/// What is known of the pixels of a window about a curve that is too fine to be traced.
///
/// After Tupper 2001: interval values drop boxes down to the size of a pixel; of the pixels that are
/// left those that show a change of sign, where the function is continuous, hold a point of the set;
/// the others are undecided and said to be so. The work is counted in operations, so a long
/// formula leaves more undecided, and takes no longer.
public struct PixelVerdict: Sendable {
  /// The pixels that hold a point of the set, as rows of rectangles.
  public let proved: Path
  /// The pixels of which it is not known.
  public let undecided: Path
  /// How many pixels hold a point.
  public let provedCount: Int
  /// How many are undecided.
  public let undecidedCount: Int

  /// Boxes of several pixels that cover all pixels which may hold a point, merged along the rows.
  public let boxes: [Box]

  /// The side of such a box in pixels.
  private static let blockSize = 8

  init(of pieces: [ZeroPiece], in window: Box, at resolution: Resolution) {
    let columns = Self.count(window.width / resolution.pixelWidth)
    let rows = Self.count(window.height / resolution.pixelHeight)
    var raster = PixelRaster(window: window, columns: columns, rows: rows)
    for piece in pieces { raster.fill(piece) }
    proved = raster.path(of: .proved)
    undecided = raster.path(of: .undecided)
    provedCount = raster.states.count { $0 == .proved }
    undecidedCount = raster.states.count { $0 == .undecided }
    boxes = raster.boxes(of: Self.blockSize)
  }

  private static func count(_ size: Double) -> Int {
    size.isFinite ? min(max(Int(min(size, 4096).rounded()), 1), 2048) : 1
  }
}
