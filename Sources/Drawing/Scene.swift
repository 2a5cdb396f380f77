import Geometry

/// What a colour is for.
///
/// A theme turns roles into colours.
public enum Role: String, Hashable, Sendable, Codable, CaseIterable {
  /// Text, hero curves, markers, field arrows.
  case ink
  /// Tick labels, notes, asymptotes.
  case soft
  /// Frames, ticks, zero lines.
  case axis
  /// Drop lines and target curves.
  case line
  /// Neighbouring level curves, never the message.
  case context
  /// Grid lines.
  case grid
  /// Pale areas under something.
  case card
  /// The paper itself.
  case paper
  /// The function f: its primary curve, its gradient. Category 1.
  case blue
  /// A constraint, a tangent, an adjoint. Category 2.
  case orange
  /// Category 3.
  case plum
  /// Category 4, and "converged".
  case teal
  /// Category 5, and "diverged".
  case crimson
  /// A level curve over a fill.
  case curveOverFill
}

/// A colour as a figure asks for it; the theme decides what it looks like.
public enum Paint: Hashable, Sendable, Codable {
  /// The colour of a role.
  case role(Role)
  /// A line coloured by a value, from 0 (lowest) to 1 (highest).
  case lineRamp(Double)
  /// A pale fill for a value from 0 (lowest) to 1 (highest).
  case sequentialFill(Double)
  /// A pale fill for a signed value from −1 to 1, paper-coloured at 0.
  case divergingFill(Double)
}

/// What dashes say about a line.
public enum Dash: String, Hashable, Sendable, Codable {
  /// The thing itself.
  case solid
  /// A model or an approximation of the thing.
  case model
  /// A negative level on paper, where colour may be lost.
  case negative
  /// A level through a critical point.
  case critical
}

/// How a line of a scene is drawn.
public struct Pen: Hashable, Sendable, Codable {
  /// The colour.
  public var paint: Paint
  /// The width in page units (1 u is a pixel at 900 lines).
  public var width: Double
  /// What the dashes say.
  public var dash: Dash

  /// A pen of `paint`, `width` wide.
  public init(_ paint: Paint, width: Double, dash: Dash = .solid) {
    self.paint = paint
    self.width = width
    self.dash = dash
  }
}

/// The shape that says what a point is (it survives without colour).
public enum Marker: String, Hashable, Sendable, Codable {
  /// A filled triangle that points up.
  case maximum
  /// A filled triangle that points down.
  case minimum
  /// A diagonal cross.
  case saddle
  /// A hollow square.
  case degenerate
}

/// One thing drawn in a panel.
///
/// Coordinates are the data's own.
public enum Mark: Hashable, Sendable, Codable {
  /// The inside of a path by the even-odd rule.
  case region(Path, Paint)
  /// A line; with a label it is written in a gap of the line, where there is a good place.
  case curve(Path, Pen, label: String?)
  /// An arrow of a field: yields to markers and labels.
  case fieldArrow(tail: Point, tip: Point, Pen)
  /// A single vector: stays where it is.
  case vector(tail: Point, tip: Point, Pen)
  /// A marked point, with its label (plain text with `$formulas$`) beside it.
  case marker(Marker, at: Point, label: String?)
}

/// A colour bar beside a map: bands between levels, with the levels as ticks.
public struct ColourBar: Hashable, Sendable, Codable {
  /// A band of one colour.
  public struct Band: Hashable, Sendable, Codable {
    /// The least value of the band.
    public var from: Double
    /// The greatest value of the band.
    public var to: Double
    /// Its colour.
    public var paint: Paint

    /// The band between two values.
    public init(from: Double, to: Double, paint: Paint) {
      self.from = from
      self.to = to
      self.paint = paint
    }
  }

  /// The bands from the lowest to the highest, each drawn with the same height.
  public var bands: [Band]
  /// The name on top, TeX without dollars: `f`.
  public var name: String

  /// The bar of `bands` named `name`.
  public init(bands: [Band], name: String) {
    self.bands = bands
    self.name = name
  }
}

/// What stands before the words of a key row.
public enum KeySample: Hashable, Sendable, Codable {
  /// A piece of a line.
  case line(Pen)
  /// An arrow.
  case arrow(Pen)
  /// A marker.
  case marker(Marker)
}

/// A block of the margin column, from top to bottom.
public enum ColumnBlock: Hashable, Sendable, Codable {
  /// The title: plain text with `$formulas$`, bold.
  case title(String)
  /// A formula in TeX; `terms` are where a long one may be broken: the first holds the left side.
  /// `isHeadline` is set larger when it fits.
  case formula(terms: [String], isHeadline: Bool)
  /// A line of results: plain text with `$formulas$`, perhaps after a marker.
  case result(String, marker: Marker?)
  /// A table: a head, then rows of cells (plain text with `$formulas$`), each with its marker.
  case table(head: [String], rows: [TableRow])
  /// A row of the key; `note` is a smaller second line.
  case key(KeySample, String, note: String?)
  /// A soft remark of at most 45 characters a line.
  case remark(String)
}

/// A row of a table in the margin column.
public struct TableRow: Hashable, Sendable, Codable {
  /// The marker before the first cell.
  public var marker: Marker?
  /// The cells: plain text with `$formulas$`.
  public var cells: [String]

  /// The row of `cells`.
  public init(marker: Marker? = nil, cells: [String]) {
    self.marker = marker
    self.cells = cells
  }
}

/// What appears together when a figure is built up.
public struct SceneStage: Hashable, Sendable, Codable {
  /// What appears: `curves`, `arrows`.
  public var name: String
  /// The marks in the order of painting.
  public var marks: [Mark]
  /// The blocks of the margin column that appear with them.
  public var column: [ColumnBlock]

  /// The stage `name` with its marks and blocks.
  public init(name: String, marks: [Mark] = [], column: [ColumnBlock] = []) {
    self.name = name
    self.marks = marks
    self.column = column
  }
}

/// A map of the plane: equal aspect, a full frame, the same ticks on both axes.
public struct MapPanel: Hashable, Sendable, Codable {
  /// The part of the plane that is shown.
  public var window: Box
  /// The names of the axes: plain text with `$formulas$`.
  public var xLabel: String, yLabel: String
  /// Whether the axes count in multiples of π.
  public var countsInPi: Bool
  /// The colour bar, where there is one.
  public var colourBar: ColourBar?

  /// The map of `window`.
  public init(
    window: Box, xLabel: String = "$x$", yLabel: String = "$y$", countsInPi: Bool = false,
    colourBar: ColourBar? = nil
  ) {
    self.window = window
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.countsInPi = countsInPi
    self.colourBar = colourBar
  }
}

/// A figure as mathematics: what is shown, in the data's own coordinates, before any layout.
public struct Scene: Hashable, Sendable, Codable {
  /// The panel in which the marks are drawn.
  public var panel: MapPanel
  /// The marks and the blocks of the margin column, stage by stage; the axes come before them.
  public var stages: [SceneStage]
  /// The title over the panel where the page has no margin column.
  public var title: String
  /// One line under that title.
  public var subtitle: String?
  /// The title as plain text, for the name of the file in viewers; `title` where it has no formula.
  public var plainTitle: String?
  /// The mathematics in words, as plain text.
  public var description: String

  /// The scene with the given panel and stages.
  public init(
    panel: MapPanel, stages: [SceneStage], title: String, subtitle: String? = nil,
    plainTitle: String? = nil, description: String
  ) {
    self.panel = panel
    self.stages = stages
    self.title = title
    self.subtitle = subtitle
    self.plainTitle = plainTitle
    self.description = description
  }
}
