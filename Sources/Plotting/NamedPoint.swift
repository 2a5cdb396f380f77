/// A point in any number of variables: `a=1,b=pi/2`, or numbers in the order of the variables.
///
///     let start = try NamedPoint(parameterText: "u=1,v=2")
///     let (f, point) = try start.reading(parameter: "from", in: setting) { names throws(FigureError) in
///       try Expression("u^2 + v", in: names, setting)
///     }
public struct NamedPoint: Hashable, Sendable {
  /// The names of the coordinates in the order given, or `nil` where numbers stand alone.
  public let names: [String]?
  /// The coordinates.
  public let values: [Double]

  /// The greatest number of coordinates: methods that start at a point take n³ operations a step.
  public static let limit = 100

  /// The point with the given coordinates and names.
  public init(names: [String]? = nil, values: [Double]) {
    self.names = names
    self.values = values
  }
}

extension NamedPoint: ParameterValue {
  private static let wanted = "a point a=1,b=2 with a name for each number, or numbers alone"

  /// The point of a text `a=1,b=2` or `1,2`, whose numbers are expressions without variables.
  public init(parameterText text: String) throws(ParameterError) {
    let pieces = text.pieces(at: ",")
    guard pieces.count <= Self.limit else {
      throw ParameterError(wanted: "at most \(Self.limit) numbers")
    }
    var names: [String] = []
    var values: [Double] = []
    for piece in pieces {
      let sides = piece.pieces(at: "=")
      guard sides.count <= 2, let number = NamedConstants.number(from: sides[sides.count - 1])
      else { throw ParameterError(wanted: Self.wanted) }
      if sides.count == 2 { names.append(try Self.name(sides[0], besides: names)) }
      values.append(number)
    }
    guard names.isEmpty || names.count == values.count else {
      throw ParameterError(wanted: Self.wanted)
    }
    self.init(names: names.isEmpty ? nil : names, values: values)
  }

  private static func name(
    _ text: String, besides names: [String]
  ) throws(ParameterError) -> String {
    guard Language.isName(text) else { throw ParameterError(wanted: wanted) }
    for (taken, kind) in [
      (Language.functionNames, "function"), (Language.constantNames, "constant"),
    ] where taken.contains(text) {
      throw ParameterError(wanted: "names that the language does not use (\(text) is a \(kind))")
    }
    if names.contains(text) { throw ParameterError(wanted: "one number for \(text)") }
    return text
  }

  /// The numbers with their names.
  public var parameterText: String {
    let numbers = values.map(\.parameterText)
    guard let names else { return numbers.joined(separator: ",") }
    return zip(names, numbers).map { "\($0)=\($1)" }.joined(separator: ",")
  }

  /// The placeholder of a point.
  public static var placeholder: String { "POINT" }
}
