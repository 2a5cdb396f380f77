extension Setting {
  /// Reads a formula in some variables, with the named constants.
  ///
  /// - Throws: what is wrong with the formula, or that a constant is called like a variable.
  public func expression(
    _ source: String, in variables: [String]
  ) throws(FigureError) -> Expression {
    try refuseConstants(called: variables)
    do throws(ParseError) {
      return try Expression(source, variables: variables, constants: constants)
    } catch {
      throw .expression(source, error)
    }
  }

  /// Throws where a constant is called like one of the variables.
  public func refuseConstants(called variables: [String]) throws(FigureError) {
    for name in variables {
      guard let value = constants[name] else { continue }
      let names = variables.dropLast().joined(separator: ", ")
      let last = variables.last ?? ""
      throw .parameter(
        name: "let", value: "\(name)=\(value.parameterText)",
        wanted: variables.count == 1
          ? "a name other than that of the variable \(last)"
          : "a name other than those of the variables \(names) and \(last)")
    }
  }
}
