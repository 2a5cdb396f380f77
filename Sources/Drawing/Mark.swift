import Geometry
import Typesetting

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

/// Which point of a text stands at its place.
public enum Anchor: String, Hashable, Sendable, Codable, CaseIterable {
  /// The middle of the text.
  case centre
  /// The middle of an edge: the text lies on the other side of the point.
  case left, right, top, bottom
  /// A corner of the text.
  case topLeft, topRight, bottomLeft, bottomRight
}

/// What a text of a panel is, which decides its size and weight.
public enum TextRole: String, Hashable, Sendable, Codable {
  /// The number of a tick.
  case tick
  /// The name of an axis.
  case axisName
  /// A name beside a thing, in bold.
  case direct
  /// A small note.
  case note
}

/// One thing drawn in a panel.
///
/// Coordinates are the data's own; on a logarithmic axis they are powers of ten, so that 2 stands
/// for 100.
public enum Mark: Hashable, Sendable, Codable {
  /// The inside of a path by the even-odd rule.
  case region(Path, Paint)
  /// A line. Its label is written in a gap of the line on a map, and beside it or at its end on a
  /// graph.
  case curve(Path, Pen, label: String?)
  /// An arrow of a field: yields to markers and labels.
  case fieldArrow(tail: Point, tip: Point, Pen)
  /// A single vector: stays where it is.
  case vector(tail: Point, tip: Point, Pen)
  /// A solid arrowhead of the given length in u on a line: its tip, and the direction of the line.
  case arrowhead(at: Point, direction: Point, length: Double, Paint)
  /// A marked point, with its label (plain text with `$formulas$`) beside it.
  case marker(Marker, at: Point, label: String?)
  /// A round dot of a radius in u, filled or a ring, with its label beside it.
  case dot(at: Point, radius: Double, Paint, isOpen: Bool, label: String?)
  /// A text (plain text with `$formulas$`) whose anchor stands at a point, moved by an offset in u.
  case text(String, at: Point, anchor: Anchor, offset: Point, TextRole, Paint)
  /// A formula in TeX, perhaps after a number. The sheet finds its place; other panels show none.
  case formula(String, FormulaStyle, number: Int?)
}
