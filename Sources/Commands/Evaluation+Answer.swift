import Plotting

extension Evaluation {
  /// The evaluation of raw texts.
  init(_ texts: RawTexts) throws(CommandFailure) {
    self = try texts.applied(to: Evaluation(), Self.parameters, names: .shared)
  }

  /// Evaluates the expression and its derivatives.
  func answer() throws(CommandFailure) -> EvaluationAnswer {
    let constants = try constants.values(option: "--let")
    var point: [Double] = []
    let coordinates = self.point?.coordinates ?? []
    for coordinate in coordinates {
      if constants[coordinate.name] != nil {
        throw .usage(
          .contradiction(
            "\(coordinate.name) has a value by --let and another by --at",
            hint: "a name is a constant or a variable: leave out one of them"))
      }
      point.append(try coordinate.value(option: "--at", constants: constants))
    }
    let variables = coordinates.map(\.name)
    let function: Expression
    do throws(ParseError) {
      function = try Expression(expression, variables: variables, constants: constants)
    } catch {
      throw failure(error)
    }
    do throws(DerivativeError) {
      return EvaluationAnswer(variables: variables, derivatives: try function.evaluated(at: point))
    } catch {
      throw .figure(.input("the derivatives cannot be computed: \(error)", hint: ""))
    }
  }

  /// The failure of an expression: a name without a value can be given one.
  private func failure(_ error: ParseError) -> CommandFailure {
    guard case .unknownName(let name, suggestions: [], known: _) = error.kind else {
      return .figure(.expression(expression, error))
    }
    let given = point.map { $0.parameterText + "," } ?? ""
    let hint = "give it a value: --at \(given)\(name)=1"
    return .figure(.expression(expression, error, hint: hint))
  }
}
