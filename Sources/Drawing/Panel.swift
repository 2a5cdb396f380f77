import Geometry

/// How the numbers of an axis are counted.
public enum AxisScale: String, Hashable, Sendable, Codable {
  /// Equal steps are equal distances.
  case linear
  /// As `linear`, with numbers that are multiples of π.
  case pi
  /// Equal factors are equal distances; the coordinate 2 stands for 100.
  case logarithmic
  /// The coordinate means nothing by itself: no numbers and no lines, as along a strip of colour.
  case hidden
}

/// A part of a figure with coordinates of its own.
public struct Panel: Hashable, Sendable, Codable {
  /// What the coordinates of a panel are.
  public enum Kind: String, Hashable, Sendable, Codable {
    /// A map of the plane: equal aspect, a full frame, the same ticks on both axes.
    case map
    /// As a map, but each axis has its own scale: the plane of two parameters. Its panel is square.
    case chart
    /// A function over an abscissa: each axis has its own scale; a grid and no frame.
    case graph
    /// A view of space or a diagram: equal aspect, no frame, no ticks; its marks are all there is.
    case space
    /// A sheet of formulas, which stand in rows, as large as the room allows. It has no coordinates.
    case sheet
  }

  /// What its coordinates are.
  public var kind: Kind
  /// The part of the plane that is shown; on a logarithmic axis in powers of ten.
  public var window: Box
  /// The names of the axes: plain text with `$formulas$`.
  public var xLabel: String, yLabel: String
  /// How the numbers of the axes are counted.
  public var xScale: AxisScale, yScale: AxisScale
  /// The colour bar, where there is one.
  public var colourBar: ColourBar?
  /// Its share of the room among the panels of its figure.
  public var share: Double
  /// How many formulas of a sheet stand side by side; `nil` for as many as make them largest.
  public var columns: Int?

  /// The map of `window`.
  public static func map(
    _ window: Box, xLabel: String = "$x$", yLabel: String = "$y$", scale: AxisScale = .linear,
    colourBar: ColourBar? = nil
  ) -> Panel {
    Panel(
      kind: .map, window: window, xLabel: xLabel, yLabel: yLabel, xScale: scale, yScale: scale,
      colourBar: colourBar, share: 1)
  }

  /// The chart of `window`, whose axes have scales of their own.
  public static func chart(_ window: Box, xLabel: String, yLabel: String) -> Panel {
    Panel(
      kind: .chart, window: window, xLabel: xLabel, yLabel: yLabel, xScale: .linear,
      yScale: .linear, colourBar: nil, share: 1)
  }

  /// The sheet of formulas in `columns`, or in as many as make them largest.
  public static func sheet(columns: Int? = nil, share: Double = 1) -> Panel {
    Panel(
      kind: .sheet, window: Box(x: 0, y: 0, width: 1, height: 1), xLabel: "", yLabel: "",
      xScale: .hidden, yScale: .hidden, colourBar: nil, share: share, columns: columns)
  }

  /// Whether the panel takes all the room that there is, whatever its window.
  var isWide: Bool { kind == .graph || kind == .sheet }

  /// A window with the aspect that the panel has on the page.
  var shape: Box { kind == .chart ? Box(x: 0, y: 0, width: 1, height: 1) : window }

  /// The graph over `window`.
  public static func graph(
    _ window: Box, xLabel: String = "$x$", yLabel: String = "$y$", xScale: AxisScale = .linear,
    yScale: AxisScale = .linear, share: Double = 1
  ) -> Panel {
    Panel(
      kind: .graph, window: window, xLabel: xLabel, yLabel: yLabel, xScale: xScale,
      yScale: yScale, colourBar: nil, share: share)
  }

  /// The view whose marks lie in `window`, in the coordinates of the picture plane.
  public static func space(_ window: Box, share: Double = 1) -> Panel {
    Panel(
      kind: .space, window: window, xLabel: "", yLabel: "", xScale: .linear, yScale: .linear,
      colourBar: nil, share: share)
  }
}

/// How the panels of a figure stand to one another.
public enum Arrangement: String, Hashable, Sendable, Codable {
  /// One under another: they share the abscissa, and the lowest has its numbers.
  case stacked
  /// Side by side with the same lower edge.
  case row
  /// Side by side, with an arrow from the first to the second: the one goes to the other.
  case mapping
  /// The first at the left, the others one under another at its right, before the column.
  case flanked
  /// The first alone; the others small, at the head of the margin column.
  case heading
}
