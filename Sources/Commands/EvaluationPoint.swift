import Plotting

/// The point of an evaluation: `x=1,y=pi/2`, each value an expression.
struct EvaluationPoint: ParameterValue {
  /// The variables with their values, in the order in which they were given.
  let coordinates: [Assignment]

  static var placeholder: String { "x=A,y=B" }
  var parameterText: String { coordinates.map(\.parameterText).joined(separator: ",") }

  init(parameterText text: String) throws(ParameterError) {
    var coordinates: [Assignment] = []
    for piece in text.pieces(at: ",") {
      guard piece.contains("=") else { throw ParameterError(wanted: "values x=A,y=B") }
      let coordinate = try Assignment(parameterText: piece)
      guard !coordinates.contains(where: { $0.name == coordinate.name }) else {
        throw ParameterError(wanted: "one value for \(coordinate.name)")
      }
      coordinates.append(coordinate)
    }
    self.coordinates = coordinates
  }
}
