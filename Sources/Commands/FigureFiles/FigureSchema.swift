import Plotting

/// The JSON Schema of figure files, from the declarations of the figures.
///
/// Draft 7, for editors know it best. The name of the figure chooses the keys, so that an error
/// tells of that figure alone.
struct FigureSchema {
  let catalogue: Catalogue

  /// The schema.
  var json: JSONValue {
    let names = catalogue.figures.map { JSONValue.string($0.name) }
    let choices = catalogue.figures.map(Self.choice)
    return .object([
      ("$schema", .string("http://json-schema.org/draft-07/schema#")),
      ("title", .string("A figure file of mvplot \(MVPlot.version)")), ("type", .string("object")),
      (
        "anyOf",
        .array([Self.required(FigureFileKeys.figure), Self.required(Panels.name)])
      ),
      (
        "properties",
        .object([
          (
            "figure",
            .object([
              ("description", .string("Which figure it is.")), ("enum", .array(names)),
            ])
          )
        ])
      ), ("allOf", .array(choices + [composed])),
      ("definitions", .object(catalogue.figures.map { ($0.name, Self.definition(of: $0)) })),
    ])
  }

  /// A file with panels and no figure of its own; each panel is a figure.
  private var composed: JSONValue {
    let panels = JSONValue.object([
      ("description", .string("The figures that are panels of this one.")),
      ("type", .string("array")), ("minItems", .number(1)),
      ("maxItems", .number(Double(Panels.limit))),
      (
        "items",
        .object([
          ("type", .string("object")), ("required", .array([.string(FigureFileKeys.figure)])),
          ("allOf", .array(catalogue.figures.map(Self.choice))),
        ])
      ),
    ])
    guard case .object(let members) = Self.definition(of: Panels.self) else { return .null }
    let own = members.map { name, value -> (String, JSONValue) in
      guard name == "properties", case .object(let properties) = value else { return (name, value) }
      let others = properties.filter { $0.0 != FigureFileKeys.figure }
      return (name, .object([(Panels.name, panels)] + others))
    }
    return .object([
      ("if", .object([("not", Self.required(FigureFileKeys.figure))])), ("then", .object(own)),
    ])
  }

  private static func required(_ key: String) -> JSONValue {
    .object([("required", .array([.string(key)]))])
  }

  /// The keys of a figure, where it is that one.
  private static func choice(_ figure: any Figure.Type) -> JSONValue {
    .object([
      (
        "if",
        .object([
          ("properties", .object([("figure", .object([("const", .string(figure.name))]))])),
          ("required", .array([.string("figure")])),
        ])
      ), ("then", .object([("$ref", .string("#/definitions/\(figure.name)"))])),
    ])
  }

  private static func definition<Kind: Figure>(of kind: Kind.Type) -> JSONValue {
    var properties: [(String, JSONValue)] = [
      (FigureFileKeys.figure, .object([("const", .string(Kind.name))]))
    ]
    for (name, help) in FigureFileKeys.wordKeys {
      properties.append(
        (name, .object([("type", .string("string")), ("description", .string(help))])))
    }
    for parameter in Kind.parameters {
      properties += members(parameter, standard: Kind())
    }
    for parameter in SharedOptions.fileParameters {
      properties += members(parameter, standard: SharedOptions())
        .filter { member in !properties.contains { $0.0 == member.0 } }
      guard parameter.name.count == 1 else { continue }
      properties.append(("-" + parameter.name, value(parameter, standard: SharedOptions())))
    }
    var schema: [(String, JSONValue)] = [
      ("description", .string(Kind.summary)), ("type", .string("object")),
      ("additionalProperties", .bool(false)), ("properties", .object(properties)),
    ]
    let needed = Kind.parameters.filter { $0.kind == .argument && !$0.isOptional }
    let wanted = needed.map { parameter in
      let keys = parameter.isRepeatable ? [parameter.name, parameter.name + "s"] : [parameter.name]
      let choices = keys.map { JSONValue.object([("required", .array([.string($0)]))]) }
      return choices.count == 1 ? choices[0] : .object([("oneOf", .array(choices))])
    }
    if !wanted.isEmpty { schema.append(("allOf", .array(wanted))) }
    return .object(schema)
  }

  /// The keys of a parameter: its name, and its plural where it takes several values.
  static func members<Owner>(
    _ parameter: Parameter<Owner>, standard: Owner
  ) -> [(String, JSONValue)] {
    let value = value(parameter, standard: standard)
    let names = parameter.isRepeatable ? [parameter.name, parameter.name + "s"] : [parameter.name]
    return names.map { ($0, value) }
  }

  private static func value<Owner>(_ parameter: Parameter<Owner>, standard: Owner) -> JSONValue {
    var members: [(String, JSONValue)] = [("description", .string(parameter.help))]
    if parameter.kind == .flag {
      return .object(members + [("type", .string("boolean")), ("default", .bool(false))])
    }
    if parameter.kind == .option, !parameter.isRepeatable, let text = parameter.read(standard).first
    {
      members.append(("default", .string(text)))
    }
    let item = item(of: parameter, standard: standard)
    guard parameter.isRepeatable else { return .object(members + item) }
    let list: JSONValue = .object([
      ("type", .string("array")), ("minItems", .number(1)), ("items", .object(item)),
    ])
    return .object(members + [("anyOf", .array([.object(item), list]))])
  }

  /// What one value of a parameter may be.
  private static func item<Owner>(
    of parameter: Parameter<Owner>, standard: Owner
  ) -> [(String, JSONValue)] {
    // A bare 2 is a number in YAML, and an expression as well.
    let plain: JSONValue = .array([.string("string"), .string("number")])
    let choices = JSONValue.array(parameter.choices.map { .string($0) })
    if !parameter.choices.isEmpty {
      if isClosed(parameter, standard: standard) { return [("enum", choices)] }
      return [("anyOf", .array([.object([("enum", choices)]), .object([("type", plain)])]))]
    }
    let isSimple = [ObjectIdentifier(String.self), .init(Int.self), .init(Double.self)]
      .contains(ObjectIdentifier(parameter.valueType))
    if isSimple { return [("type", plain)] }
    let inner: JSONValue = .object([("type", plain)])
    return [
      (
        "anyOf",
        .array([
          inner, .object([("type", .string("array")), ("items", inner)]),
          .object([("type", .string("object")), ("additionalProperties", inner)]),
        ])
      )
    ]
  }

  /// Whether nothing but the choices is accepted: then the error of any other text lists them.
  private static func isClosed<Owner>(_ parameter: Parameter<Owner>, standard: Owner) -> Bool {
    var scratch = standard
    do throws(ParameterError) {
      try parameter.write(&scratch, ["\u{1}"])
      return false
    } catch {
      return error.wanted == parameter.choices.enumeration
    }
  }
}
