import Plotting

/// A function at a point with its linear and its quadratic model there.
struct LocalModel {
  let function: Expression
  let place: Place
  let value: Double
  let gradient: [Double]
  let hessian: [[Double]]

  /// The models of a function at a point.
  ///
  /// - Throws: that the function has no value, gradient or Hessian there.
  init(of f: Expression, at place: Place) throws(FigureError) {
    try place.checkDescent(on: [f])
    function = f
    self.place = place
    let found: PointDerivatives
    do {
      found = try f.evaluated(at: place.values)
    } catch {
      throw .input(error.description, hint: "")
    }
    let numbers = [found.value] + found.gradient + found.hessian.joined()
    guard numbers.allSatisfy(\.isFinite), f.isDifferentiable(at: place.values) else {
      throw .parameter(
        name: "at", value: NamedPoint(values: place.values).parameterText,
        wanted: "a point where the function has first and second derivatives")
    }
    value = found.value
    gradient = found.gradient
    hessian = found.hessian
  }

  // MARK: Text that reads back

  /// The linear model as text.
  var linear: String { text(withSquares: false) }
  /// The quadratic model as text.
  var quadratic: String { text(withSquares: true) }

  private func text(withSquares: Bool) -> String {
    let scale = ([value] + gradient + hessian.joined()).reduce(0) { max($0, abs($1)) }
    var text = ""
    func add(_ coefficient: Double, _ factors: String) {
      let coefficient = Wording.settled(coefficient, scale: scale)
      guard coefficient != 0 else { return }
      let size = abs(coefficient)
      let sign = text.isEmpty ? (coefficient < 0 ? "-" : "") : coefficient < 0 ? " - " : " + "
      let number = size == 1 && !factors.isEmpty ? "" : size.parameterText
      text += sign + number + (number.isEmpty || factors.isEmpty ? "" : "*") + factors
    }
    let steps = zip(place.variables, place.values).map { name, at in
      at == 0 ? name : "(\(name) \(at < 0 ? "+" : "-") \(abs(at).parameterText))"
    }
    add(value, "")
    for (slope, step) in zip(gradient, steps) { add(slope, step) }
    if withSquares {
      for i in steps.indices {
        add(hessian[i][i] / 2, steps[i] + "^2")
        for j in steps.indices.dropFirst(i + 1) { add(hessian[i][j], steps[i] + "*" + steps[j]) }
      }
    }
    return text.isEmpty ? "0" : text
  }

  /// A model as an expression in the variables.
  func expression(_ text: String) -> Expression? {
    try? Expression(text, variables: place.variables)
  }

  /// The difference of the function and a model.
  func error(of text: String, constants: [String: Double]) -> Expression? {
    try? Expression(
      "(\(function.text)) - (\(text))", variables: place.variables, constants: constants)
  }

  // MARK: Words and numbers

  /// The linear or the quadratic model as terms of a formula.
  func terms(withSquares: Bool) -> [String] {
    Wording.quadraticModel(
      value: value, gradient: gradient, hessian: withSquares ? hessian : [], at: place.values,
      in: place.variables)
  }

  /// `x = 1, y = 2`.
  var placeWords: String {
    zip(place.variables, place.values).map { "\($0) = \(Wording.text($1, digits: 6))" }
      .joined(separator: ", ")
  }

  /// The point as in brackets, in TeX.
  var placeTeX: String {
    place.values.map { Wording.closedTeX($0) }.joined(separator: ",\\, ")
  }

  /// The models in sentences.
  var words: String {
    let scale = gradient.reduce(0) { max($0, abs($1)) }
    let slopes = gradient.map { Wording.text(Wording.settled($0, scale: scale)) }
    let rows = hessian.map { row in
      "(" + row.map { Wording.text(Wording.settled($0, scale: 1)) }.joined(separator: ", ") + ")"
    }
    return "At \(placeWords) the value is \(Wording.text(value, digits: 6)), the gradient "
      + "(\(slopes.joined(separator: ", "))), the Hessian \(rows.joined(separator: ", "))."
  }

  var json: [(String, JSONValue)] {
    [
      ("variables", .array(place.variables.map { .string($0) })), ("at", place.json(place.values)),
      ("value", .number(value)), ("gradient", place.json(gradient)),
      ("hessian", .array(hessian.map { JSONValue($0) })), ("linear", .string(linear)),
      ("quadratic", .string(quadratic)),
    ]
  }

  /// The models as text for a terminal.
  var listing: Listing {
    let numbers = place.variables.indices.map { index in
      [place.variables[index]]
        + [place.values[index], gradient[index]].map { Wording.text($0, digits: 8) }
        + hessian[index].map { Wording.text($0, digits: 8) }
    }
    let head = ["variable", "at", "gradient"] + place.variables.map { "by \($0)" }
    return Listing([
      .line("value \(Wording.text(value, digits: 10))"), .table([head] + numbers),
      .line("linear model: \(linear)"), .line("quadratic model: \(quadratic)"),
    ])
  }
}
