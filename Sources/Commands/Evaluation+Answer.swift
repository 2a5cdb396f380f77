import Plotting

extension Evaluation {
  /// The evaluation of raw texts.
  init(_ texts: RawTexts) throws(CommandFailure) {
    self = try texts.applied(to: Evaluation(), Self.parameters, names: .shared)
  }

  /// Evaluates the expression and its derivatives.
  func answer() throws(CommandFailure) -> EvaluationAnswer {
    let constants = try constants.values(option: "--let")
    let place = try self.place(constants)
    let function: Expression
    do throws(ParseError) {
      function = try Expression(expression, variables: place.variables, constants: constants)
    } catch {
      throw failure(error)
    }
    do throws(DerivativeError) {
      return EvaluationAnswer(
        variables: place.variables, derivatives: try function.evaluated(at: place.values))
    } catch {
      throw .figure(.input("the derivatives cannot be computed: \(error)", hint: ""))
    }
  }

  /// The variables with their values.
  private func place(_ constants: [String: Double]) throws(CommandFailure) -> Place {
    if let numbers = point?.numbers { return try place(of: numbers, constants) }
    let coordinates = point?.coordinates ?? []
    var values: [Double] = []
    for coordinate in coordinates {
      if constants[coordinate.name] != nil {
        throw .usage(
          .contradiction(
            "\(coordinate.name) has a value by --let and another by --at",
            hint: "a name is a constant or a variable: leave out one of them"))
      }
      values.append(try coordinate.value(option: "--at", constants: constants))
    }
    return Place(variables: coordinates.map(\.name), values: values)
  }

  /// Numbers alone belong to the names in the expression.
  private func place(
    of numbers: NamedPoint, _ constants: [String: Double]
  ) throws(CommandFailure) -> Place {
    do throws(FigureError) {
      let (_, place) = try numbers.reading(parameter: "at", constants: constants) {
        names throws(FigureError) in
        do throws(ParseError) {
          return try Expression(expression, variables: names, constants: constants)
        } catch {
          throw .expression(expression, error)
        }
      }
      return place
    } catch {
      throw .figure(error)
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
