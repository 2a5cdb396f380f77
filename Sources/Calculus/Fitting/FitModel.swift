/// A formula for measurements: response = expression of columns and parameters.
///
///     let model = try FitModel("a*exp(-k*x) + c", columns: ["x", "y"])
///     model.parameters    // ["a", "k", "c"]
///
/// Names that are columns are data; the others are parameters, in the order in which they appear.
public struct FitModel: Hashable, Sendable {
  /// The greatest number of parameters.
  public static let parameterLimit = 100

  /// The model's value; its variables are `columns`, then `parameters`.
  public let expression: Expression
  /// What the model stands for: an expression of columns, `y` or `ln(y)`.
  public let response: Expression
  /// The columns that the model reads.
  public let columns: [String]
  /// The parameters.
  public let parameters: [String]

  /// Reads a model.
  ///
  /// - Parameters:
  ///   - source: the right side, an expression of columns and parameters.
  ///   - response: the left side, an expression of columns.
  ///   - columns: the columns that there are.
  ///   - parameters: the parameters, where their order matters; else all names that are unknown
  ///     otherwise.
  ///   - constants: names that stand for numbers.
  public init(
    _ source: String, response: String = "y", columns: [String], parameters: [String]? = nil,
    constants: [String: Double] = [:]
  ) throws(FitError) {
    let read = try Self.read(source, columns, parameters, constants)
    for (place, name) in read.parameters.enumerated()
    where columns.contains(name) || read.parameters[..<place].contains(name) {
      throw FitError.ambiguousName(name)
    }
    if read.parameters.count > Self.parameterLimit {
      throw FitError.tooManyParameters(limit: Self.parameterLimit)
    }
    self.parameters = read.parameters
    self.columns = columns.filter { read.expression.depends(on: $0) }
    expression = read.expression.inVariables(self.columns + read.parameters)
    do {
      let left = try Expression(response, variables: columns, constants: constants)
      self.response = left.inVariables(columns.filter { left.depends(on: $0) })
    } catch {
      throw FitError.expression(error, source: response)
    }
  }

  /// The expression with its parameters; unknown names become parameters where none are given.
  private static func read(
    _ source: String, _ columns: [String], _ given: [String]?, _ constants: [String: Double]
  ) throws(FitError) -> (expression: Expression, parameters: [String]) {
    var parameters = given ?? []
    while true {
      do {
        let names = columns + parameters
        return (try Expression(source, variables: names, constants: constants), parameters)
      } catch {
        guard given == nil, case .unknownName(let name, _, _) = error.kind,
          !parameters.contains(name)
        else { throw FitError.expression(error, source: source) }
        if parameters.count == parameterLimit {
          throw FitError.tooManyParameters(limit: parameterLimit)
        }
        parameters.append(name)
      }
    }
  }

  /// Whether the model is a sum of known functions, each times a parameter, when some are fixed.
  public func isLinear(fixing fixed: Set<String> = []) -> Bool {
    let free = parameters.filter { !fixed.contains($0) }
    return linearParameters(among: free).count == free.count
  }

  /// Parameters in which the model is linear together, the others being held.
  ///
  /// In the order of the parameters each is taken whose partial derivative depends on none taken
  /// before and not on itself.
  func linearParameters(among free: [String]) -> [String] {
    var linear: [String] = []
    for name in free {
      let slope = expression.derivative(by: name)
      if !slope.depends(on: name), !linear.contains(where: slope.depends(on:)) {
        linear.append(name)
      }
    }
    return linear
  }
}

extension FitModel: Codable {
  private enum CodingKeys: String, CodingKey { case model, response, columns, parameters }

  /// Reads a model from its formulas.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let columns = try container.decode([String].self, forKey: .columns)
    try self.init(
      container.decode(String.self, forKey: .model),
      response: container.decode(String.self, forKey: .response), columns: columns,
      parameters: container.decode([String].self, forKey: .parameters))
  }

  /// Writes the formulas of the model.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(expression.text, forKey: .model)
    try container.encode(response.text, forKey: .response)
    let more = response.variables.filter { !columns.contains($0) }
    try container.encode(columns + more, forKey: .columns)
    try container.encode(parameters, forKey: .parameters)
  }
}
