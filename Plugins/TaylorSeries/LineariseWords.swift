import Plotting

/// The models of a function in words: title, formulas, matrices, how far they are good.
struct LineariseWords {
  let model: LocalModel
  let tolerance: Double

  private var names: String {
    model.place.variables.map(Expression.tex(ofName:)).joined(separator: ", ")
  }

  var title: String {
    "Linear and quadratic models at $(\(model.placeTeX))$".plainBrackets(of: model)
  }

  var plainTitle: String {
    "Linear and quadratic models of \(Wording.text(model.function)) at \(model.placeWords)"
  }

  var subtitle: String? {
    let terms = model.terms(withSquares: false).joined()
    return terms.count <= 110 ? "$L = \(terms)$" : nil
  }

  var description: String {
    "\(Wording.text(model.function)) with its linear and its quadratic model. " + model.words
      + " Linear model: \(model.linear). Quadratic model: \(model.quadratic)."
  }

  // MARK: The margin column

  /// The function, and its derivatives at the point as matrices.
  var heading: [ColumnBlock] {
    let first = LevelMap.formula(model.function.texTerms, of: "f(\(names))", role: .ink)
    guard model.place.variables.count > 1 else { return [first] }
    return [
      first,
      .formula(
        terms: ["\\nabla f(\(model.placeTeX)) = " + Wording.column(model.gradient)],
        isHeadline: false),
      .formula(
        terms: ["\\mathbf{H}(\(model.placeTeX)) = " + Wording.matrix(model.hessian)],
        isHeadline: false),
    ]
  }

  func linear(_ sample: KeySample) -> [ColumnBlock] {
    formula("L", model.terms(withSquares: false), sample, .orange)
  }

  func quadratic(_ sample: KeySample) -> [ColumnBlock] {
    formula("Q", model.terms(withSquares: true), sample, .plum)
  }

  private func formula(
    _ name: String, _ terms: [String], _ sample: KeySample, _ role: Role
  ) -> [ColumnBlock] {
    if terms.joined().count <= 30 {
      return [.key(sample, "$\(name) = \(terms.joined())$", note: nil)]
    }
    return [
      .formula(terms: ["\(name) = " + terms[0]] + terms.dropFirst(), isHeadline: false, role: role)
    ]
  }

  /// Where each model of a function of x is good.
  func reaches(
    _ reaches: [(from: Double, to: Double)?], paints: [Paint]
  ) -> [ColumnBlock] {
    zip(zip(["L", "Q"], paints), reaches).compactMap { pair, reach in
      guard let reach else { return nil }
      return .key(
        .swatch(pair.1), "$|f - \(pair.0)| < \(Wording.tex(tolerance))$",
        note: "from $\(Wording.tex(reach.from))$ to $\(Wording.tex(reach.to))$")
    }
  }

  func reachWords(_ reaches: [(from: Double, to: Double)?]) -> String {
    zip(["linear", "quadratic"], reaches).compactMap { name, reach in
      reach.map {
        " The \(name) model errs by less than \(Wording.text(tolerance)) from "
          + "\(Wording.text($0.from)) to \(Wording.text($0.to))."
      }
    }.joined()
  }
}

extension String {
  /// One number stands without brackets.
  fileprivate func plainBrackets(of model: LocalModel) -> String {
    model.place.variables.count == 1
      ? "Linear and quadratic models at $\(model.placeTeX)$" : self
  }
}
