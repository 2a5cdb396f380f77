import Plotting

/// The point of an evaluation: `x=1,y=pi/2`, each value an expression, or numbers alone.
struct EvaluationPoint: ParameterValue {
  /// The variables with their values, in the order in which they were given.
  let coordinates: [Assignment]
  /// The numbers, where none has a name.
  let numbers: NamedPoint?

  private static let wanted = "values x=A,y=B, or numbers alone"

  static var placeholder: String { "x=A,y=B" }
  var parameterText: String {
    numbers?.parameterText ?? coordinates.map(\.parameterText).joined(separator: ",")
  }

  init(parameterText text: String) throws(ParameterError) {
    guard text.contains("=") else {
      guard let numbers = try? NamedPoint(parameterText: text) else {
        throw ParameterError(wanted: Self.wanted)
      }
      coordinates = []
      self.numbers = numbers
      return
    }
    var coordinates: [Assignment] = []
    for piece in text.pieces(at: ",") {
      guard piece.contains("=") else { throw ParameterError(wanted: Self.wanted) }
      let coordinate = try Assignment(parameterText: piece)
      guard !coordinates.contains(where: { $0.name == coordinate.name }) else {
        throw ParameterError(wanted: "one value for \(coordinate.name)")
      }
      coordinates.append(coordinate)
    }
    self.coordinates = coordinates
    numbers = nil
  }
}
