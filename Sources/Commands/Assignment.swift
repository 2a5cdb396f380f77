import Plotting

/// A name with an expression, as in `a=2*pi`.
///
/// It has a value once the constants before it have theirs.
struct Assignment: ParameterValue, Hashable {
  /// The name.
  let name: String
  /// The expression, as it was given.
  let source: String

  static var placeholder: String { "NAME=EXPR" }
  var parameterText: String { "\(name)=\(source)" }

  init(parameterText text: String) throws(ParameterError) {
    let wanted = ParameterError(wanted: "NAME=EXPR")
    guard let sign = text.firstIndex(of: "=") else { throw wanted }
    let name = text[..<sign].split(separator: " ", omittingEmptySubsequences: true)
    guard name.count == 1, Language.isName(String(name[0])) else { throw wanted }
    self.name = String(name[0])
    for (names, kind) in [
      (Language.functionNames, "function"), (Language.constantNames, "constant"),
    ] where names.contains(self.name) {
      throw ParameterError(
        wanted: "a name that the language does not use (\(self.name) is a \(kind))")
    }
    source = String(text[text.index(after: sign)...])
  }

  /// The finite value of the expression, which may use `constants`.
  func value(
    option: String, constants: [String: Double]
  ) throws(CommandFailure) -> Double {
    let expression: Expression
    do throws(ParseError) {
      expression = try Expression(source, variables: [], constants: constants)
    } catch {
      throw .figure(.expression(source, error))
    }
    let value = expression.value(at: [])
    guard value.isFinite else {
      throw .figure(
        .input("\(option) \(name) has no finite value: \(source.quoted)", hint: ""))
    }
    return value
  }
}

extension [Assignment] {
  /// The values by name, each from the ones before it.
  func values(option: String) throws(CommandFailure) -> [String: Double] {
    var values: [String: Double] = [:]
    for assignment in self {
      values[assignment.name] = try assignment.value(option: option, constants: values)
    }
    return values
  }
}
