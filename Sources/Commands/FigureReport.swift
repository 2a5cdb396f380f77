import Plotting

/// A figure as numbers: what was asked for, what was found, what the picture shows.
struct FigureReport {
  let figure: String
  let parameters: JSONValue
  let composition: Composition

  /// The report of a figure that was composed with `setting`.
  init<Kind: Figure>(_ figure: Kind, _ setting: Setting, _ composition: Composition) {
    self.figure = Kind.name
    self.composition = composition
    let own = Kind.parameters.map { ($0.name, $0.jsonValue(of: figure)) }
    // The window of a view of space is that of the picture plane, which says nothing to a reader:
    // a map beside it does.
    let panel = composition.scene.flatMap { scene in
      switch scene.panel.kind {
      case .space: scene.others.first { $0.kind == .map }
      case .sheet: nil
      case .map, .chart, .graph: scene.panel
      }
    }
    parameters = .object(own + Self.members(of: setting, window: panel?.window))
  }

  /// The report as a file.
  var bytes: [UInt8] {
    let report = JSONValue.object([
      ("figure", .string(figure)), ("parameters", parameters), ("results", composition.results),
      ("description", .string(composition.description)),
    ])
    return Array(report.document.utf8)
  }

  private static func members(of setting: Setting, window: Box?) -> [(String, JSONValue)] {
    let constants = setting.constants.sorted { $0.key < $1.key }
    let ranges = window.map { window in
      JSONValue.object([
        ("x", JSONValue([window.minX, window.maxX])), ("y", JSONValue([window.minY, window.maxY])),
      ])
    }
    return [
      ("window", ranges ?? .null),
      ("constants", .object(constants.map { ($0.key, .number($0.value)) })),
      ("title", setting.title.map { .string($0) } ?? .null),
      ("x-label", setting.xLabel.map { .string($0) } ?? .null),
      ("y-label", setting.yLabel.map { .string($0) } ?? .null),
      ("tolerance", .number(setting.tolerance)),
    ]
  }
}

extension Parameter {
  /// The value in an owner: a truth value, a text, a number, or a list of them.
  fileprivate func jsonValue(of owner: Owner) -> JSONValue {
    let texts = read(owner)
    if kind == .flag { return .bool(!texts.isEmpty) }
    let values = texts.map { text in
      // An argument is an expression, even where it looks like a number.
      kind == .argument ? .string(text) : text.jsonNumber ?? .string(text)
    }
    return isRepeatable ? .array(values) : values.first ?? .null
  }
}

extension String {
  /// The number that reads exactly like the text, where there is one.
  fileprivate var jsonNumber: JSONValue? {
    guard let value = Double(self), value.isFinite, JSONValue.number(value).text == self else {
      return nil
    }
    return .number(value)
  }
}
