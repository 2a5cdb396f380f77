import Typesetting

/// The colours of a figure: a theme changes colours and weights and the manner of its axes, never
/// where things stand.
public struct Theme: Hashable, Sendable {
  /// The word a lecturer types: `dark`.
  public internal(set) var name: String
  /// The family of type where none is asked for.
  public let family: FontFamily
  /// Whether the figure is to be printed, so that signs need dashes besides colours.
  public let isForPaper: Bool
  /// Whether axes run through the origin, with arrows, instead of a frame or a grid.
  public let hasOriginAxes: Bool
  /// The colour of each role.
  var roles: [Role: Colour]
  /// The pale fills.
  var fills: FillScale
  /// The part of viridis that has contrast to the paper.
  var ramp: ClosedRange<Double>
  /// The colours of values.
  var colourMap = ColourMap.auto
  /// The factor of the widths of all lines.
  var lineFactor = 1.0

  /// The colour of a role.
  public func colour(_ role: Role) -> Colour { roles[role] ?? Colour(hex: 0) }

  /// The colour of the paper.
  public var paper: Colour { colour(.paper) }

  /// The colour of a paint.
  public func colour(_ paint: Paint) -> Colour {
    switch paint {
    case .role(let role): colour(role)
    case .lineRamp(let t): line(t)
    case .sequentialFill(let t): sequentialFill(t)
    case .divergingFill(let t): divergingFill(t)
    case .tint(let role, let t):
      Colour(OKLab(paper).interpolated(to: OKLab(colour(role)), at: Self.share(t))).roundedToBytes
    case .glaze(let role, let t): colour(role).withAlpha(Self.share(t))
    case .shaded(let t, let light): shadedFill(t, light: light)
    case .image(let t): image(t)
    }
  }

  /// A number cut to 0 and 1; what is no number counts as 0.
  static func share(_ t: Double) -> Double { min(max(t.isNaN ? 0 : t, 0), 1) }

  /// The colour of text in the colour of `paint`, readable on `background` (the paper by default).
  public func textColour(_ paint: Paint, on background: Colour? = nil) -> Colour {
    // A colour of the ramp names a curve among others, and often stands on a pale band.
    if case .lineRamp = paint, background == nil {
      return colour(paint).readable(on: paper, atLeast: 6)
    }
    return colour(paint).readable(on: background ?? paper)
  }
}

extension Theme {
  /// All themes, the default first.
  public static let all = [light, dark, paper, textbook]

  /// The names of all themes.
  public static var names: [String] { all.map(\.name) }

  /// The theme called `name`, or `nil`.
  public static func named(_ name: String) -> Theme? { all.first { $0.name == name } }
}
