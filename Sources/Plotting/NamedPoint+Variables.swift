/// A point with the names of its coordinates: what a figure solves from.
public struct Place: Hashable, Sendable {
  /// The variables, in the order of the coordinates.
  public let variables: [String]
  /// The coordinates.
  public let values: [Double]

  /// The place with the given variables and coordinates.
  public init(variables: [String], values: [Double]) {
    self.variables = variables
    self.values = values
  }

  /// The greatest number of variables of a descent, which keeps a dense Hessian: n³ a step.
  public static let descentLimit = 50

  /// Whether second derivatives of formulas in the variables are worth their work, well below the
  /// seconds that a figure has.
  ///
  /// - Throws: that there are too many variables, or too long a formula for so many.
  public func checkDescent(on formulas: [Expression]) throws(FigureError) {
    guard variables.count <= Self.descentLimit else {
      throw .input(
        "a descent keeps all second derivatives: \(variables.count) variables are too many",
        hint: "use at most \(Self.descentLimit)")
    }
    let size = formulas.reduce(0) { $0 + $1.operationCount }
    guard size * variables.count * variables.count <= 2_000_000 else {
      throw .input(
        "the second derivatives of so long a formula in \(variables.count) variables are too many",
        hint: "use a shorter formula or fewer variables")
    }
  }

  /// The coordinates by name, as JSON.
  public func json(_ values: [Double]) -> JSONValue {
    .object(zip(variables, values).map { ($0, .number($1)) })
  }
}

extension NamedPoint {
  /// Reads formulas in the variables of the point.
  ///
  /// The names of the point are the variables. Where its numbers have no names, they belong to the
  /// names that the formulas do not explain otherwise, in the order of `ordered`.
  ///
  /// - Parameters:
  ///   - parameter: the parameter that gave the point, for errors.
  ///   - constants: names that stand for numbers.
  ///   - read: reads the formulas in given variables.
  /// - Throws: that a name has no number, or a number no name, or what `read` throws.
  public func reading<Formulas>(
    parameter: String, constants: [String: Double],
    _ read: ([String]) throws(FigureError) -> Formulas
  ) throws(FigureError) -> (formulas: Formulas, place: Place) {
    guard let names else { return try discovering(parameter, read) }
    for name in names where constants[name] != nil {
      throw .input(
        "\(name) has a value by --let and another by --\(parameter)",
        hint: "a name is a constant or a variable: leave out one of them")
    }
    let formulas: Formulas
    do throws(FigureError) {
      formulas = try read(names)
    } catch {
      guard case .expression(let source, let reason, _) = error,
        case .unknownName(let name, suggestions: [], known: _) = reason.kind
      else { throw error }
      throw .expression(
        source, reason, hint: "give it a value: --\(parameter) \(parameterText),\(name)=1")
    }
    for name in names where (try? read(names.filter { $0 != name })) != nil {
      throw .parameter(
        name: parameter, value: parameterText,
        wanted: "names that the formulas use (\(name) is in none of them)")
    }
    return (formulas, Place(variables: names, values: values))
  }

  private func discovering<Formulas>(
    _ parameter: String, _ read: ([String]) throws(FigureError) -> Formulas
  ) throws(FigureError) -> (formulas: Formulas, place: Place) {
    var names: [String] = []
    while true {
      do throws(FigureError) {
        _ = try read(names)
        break
      } catch {
        // A name with a near neighbour is taken for a slip only where there is a number too few.
        guard case .expression(_, let reason, _) = error,
          case .unknownName(let name, _, _) = reason.kind, !names.contains(name),
          names.count <= Self.limit
        else { throw error }
        names.append(name)
      }
    }
    guard names.count == values.count else {
      let wanted =
        names.isEmpty
        ? "formulas with variables"
        : names.count == 1
          ? "one number, for \(names[0])"
          : "\(names.count) numbers, for \(Self.ordered(names).joined(separator: ", "))"
      throw .parameter(name: parameter, value: parameterText, wanted: wanted)
    }
    names = Self.ordered(names)
    return (try read(names), Place(variables: names, values: values))
  }

  /// The order in which numbers belong to variables: that of their first appearance.
  ///
  /// But x, y, z are in this order, and so are names that differ in their number alone: x1, x2, x10.
  public static func ordered(_ names: [String]) -> [String] {
    if names.allSatisfy({ ["x", "y", "z"].contains($0) }) { return names.sorted() }
    let numbered = names.map { name in
      let stem = name.prefix { !("0"..."9").contains($0) }
      return (name: name, stem: stem, number: Int(name.dropFirst(stem.count)))
    }
    guard let first = numbered.first,
      numbered.allSatisfy({ $0.stem == first.stem && $0.number != nil })
    else { return names }
    return numbered.sorted { ($0.number ?? 0) < ($1.number ?? 0) }.map(\.name)
  }
}
