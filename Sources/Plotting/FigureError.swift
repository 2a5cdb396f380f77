import Calculus
import Typesetting

/// Why a figure cannot be made: always something of the input, with its place.
public enum FigureError: Error, Sendable, Hashable {
  /// An expression that cannot be read: its text, what is wrong where, and what would work, where
  /// the figure knows that better than the expression.
  case expression(String, ParseError, hint: String? = nil)
  /// A formula in TeX that cannot be set, and what is wrong where.
  case formula(String, TypesettingError)
  /// A parameter whose value is of the right kind but cannot be used: "a window of no width".
  case parameter(name: String, value: String, wanted: String)
  /// Two parameters that ask for opposite things, by their names.
  case contradiction(String, String)
  /// Input that says nothing usable, in words: what is wrong, then what would work.
  case input(String, hint: String)
  /// An input file that cannot be read: its path, and the system's reason.
  case unreadable(path: String, reason: String)
}
