/// Which level curves are drawn.
public enum Levels: Hashable, Sendable {
  /// About so many, at round values.
  case count(Int)
  /// These.
  case list([Double])
  /// About ten at round values, and those through the saddles.
  case critical
}

extension Levels: ParameterValue {
  private static let wanted = "a whole number from 1 to 200, a list like 1,2,4, or critical"

  /// A whole number is a count; a list has a comma, and `4,` is the single level 4.
  public init(parameterText text: String) throws(ParameterError) {
    if text == "critical" {
      self = .critical
      return
    }
    let pieces = text.pieces(at: ",")
    if pieces.count == 1 {
      guard let count = Int(pieces[0]), (1...200).contains(count) else {
        throw ParameterError(wanted: Self.wanted)
      }
      self = .count(count)
      return
    }
    var levels: [Double] = []
    for piece in pieces.last?.isEmpty == true ? Array(pieces.dropLast()) : pieces {
      guard let level = try? Double(parameterText: piece), level.isFinite else {
        throw ParameterError(wanted: Self.wanted)
      }
      levels.append(level)
    }
    guard (1...200).contains(levels.count) else { throw ParameterError(wanted: Self.wanted) }
    self = .list(levels)
  }

  /// The count, or the list with commas.
  public var parameterText: String {
    switch self {
    case .critical: "critical"
    case .count(let count): String(count)
    case .list(let levels):
      levels.map(\.parameterText).joined(separator: ",") + (levels.count == 1 ? "," : "")
    }
  }

  /// The case with its numbers.
  public var swiftText: String? {
    switch self {
    case .critical: ".critical"
    case .count(let count): ".count(\(count))"
    case .list(let levels): ".list([\(levels.map(\.parameterText).joined(separator: ", "))])"
    }
  }

  /// The placeholder of levels.
  public static var placeholder: String { "N|LIST|critical" }
}
