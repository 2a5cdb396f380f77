/// The constants of `--let` while the texts of parameters are read.
///
/// A number on the command line is an expression without variables (`-pi`, `2*a`). A
/// `ParameterValue` is made from its text alone, so the constants reach it through the task.
public enum NamedConstants {
  /// The constants by name.
  @TaskLocal public static var current: [String: Double] = [:]

  /// The finite value of an expression without variables, or `nil` where there is none.
  static func number(from text: String) -> Double? {
    guard let value = value(of: text), value.isFinite else { return nil }
    return value
  }

  /// The value of an expression without variables, or `nil` where it cannot be read.
  static func value(of text: String) -> Double? {
    try? Expression(text, variables: [], constants: current).value(at: [])
  }
}
