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
  /// The colour of a role mixed with the paper: 0 is paper, 1 is the role's own colour; opaque.
  case tint(Role, Double)
  /// The colour of a role through which what is under it is seen: 0 is clear, 1 is opaque.
  case glaze(Role, Double)
  /// The face of a surface: the sequential fill of a value, in light from 0 (dark) to 1 (full).
  case shaded(Double, light: Double)
  /// A colour of the image map without text on it, from 0 (lowest) to 1 (highest).
  case image(Double)
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
  /// A line that leads from one thing to another: drop lines, asymptotes, hidden parts.
  case drop
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
