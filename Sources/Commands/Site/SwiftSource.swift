import Plotting

/// The lines of Swift that draw what a figure file draws, to the byte.
struct SwiftSource<Kind: Figure> {
  let file: FigureFile
  let request: FigureRequest<Kind>
  /// Whether there is something to draw, and not numbers alone.
  let hasPicture: Bool

  /// The lines.
  var text: String {
    var modules: Set = ["Commands", "Plotting", Self.module(of: Kind.self)]
    var body: [String] = []
    if request.panels.isEmpty {
      body = Self.figure(Kind.self, file.own, called: "figure", in: request.setting.constants)
    } else {
      for panel in request.panels { modules.insert(Self.module(of: panel.file.kind)) }
      body = panels
    }
    let changes = SettingChanges(from: Setting(), to: request.setting, isPage: true)
      .lines(of: "setting")
    if !changes.isEmpty { body += ["var setting = Setting()"] + changes }
    let imports = modules.sorted().map { "import \($0)" }
    return (imports + [""] + body + writing(hasSetting: !changes.isEmpty)).joined(separator: "\n")
      + "\n"
  }

  /// The figures of the panels, and the figure of them all.
  private var panels: [String] {
    var lines: [String] = []
    var added: [String] = []
    var page = request.setting
    page.title = nil
    var counts: [String: Int] = [:]
    for panel in request.panels {
      let kind = panel.file.kind
      let count = counts[kind.name, default: 0] + 1
      counts[kind.name] = count
      let name = Self.variable(kind.name) + (count > 1 ? "\(count)" : "")
      lines += Self.figure(kind, panel.file.own, called: name, in: panel.setting.constants)
      let changes = SettingChanges(from: page, to: panel.setting, isPage: false).lines(of: "$0")
      switch changes.count {
      case 0: added.append("figure.add(\(name))")
      case 1: added.append("figure.add(\(name)) { \(changes[0]) }")
      default:
        added += ["figure.add(\(name)) {"] + changes.map { "  " + $0 } + ["}"]
      }
    }
    let figure = Self.figure(Kind.self, file.own, called: "figure", in: request.setting.constants)
    return lines + figure + added
  }

  /// A figure with its properties.
  private static func figure<Owner: Figure>(
    _ kind: Owner.Type, _ texts: RawTexts, called name: String, in constants: [String: Double]
  ) -> [String] {
    var lines = ["var \(name) = \(kind)()"]
    for parameter in Owner.parameters {
      guard let texts = texts.byName[parameter.name] else { continue }
      let value = NamedConstants.$current.withValue(constants) { Self.value(of: parameter, texts) }
      lines.append("\(name).\(parameter.property) = \(value)")
    }
    return lines
  }

  private static func value<Owner>(of parameter: Parameter<Owner>, _ texts: [String]) -> String {
    let type = parameter.valueType
    let values: [String] = texts.map { literal($0, of: type) }
    guard parameter.isRepeatable else { return values.last ?? "" }
    let needsTry = values.contains { $0.hasPrefix("try ") }
    let plain = values.map { $0.hasPrefix("try ") ? String($0.dropFirst(4)) : $0 }
    return (needsTry ? "try " : "") + "[\(plain.joined(separator: ", "))]"
  }

  private static func literal(_ text: String, of type: any ParameterValue.Type) -> String {
    let value = try? type.init(parameterText: text)
    return value?.swiftText ?? "try \(type)(parameterText: \(text.swiftLiteral))"
  }

  private static func module(of kind: any Figure.Type) -> String {
    String(reflecting: kind).split(separator: ".").first.map(String.init) ?? ""
  }

  /// The name of a variable for a figure: `unit-circle` as `unitCircle`.
  private static func variable(_ name: String) -> String {
    let words = name.split(separator: "-")
    return (words.first.map(String.init) ?? "")
      + words.dropFirst().map { String($0).capitalisedFirst }.joined()
  }
}

extension SwiftSource {
  /// The calls that write the picture, and what else the figure file asks for.
  private func writing(hasSetting: Bool) -> [String] {
    let picture = file.path.stem + (hasPicture ? ".svg" : ".json")
    let options = request.options
    let asked = options.outputs.map { FilePath($0).name }
      .filter { FileFormat(ofPath: $0) != nil && $0 != picture }
    let arguments = settings(hasSetting: hasSetting)
    guard options.isBuiltUp, hasPicture else { return [call([picture] + asked, arguments)] }
    let stages = asked.isEmpty ? [file.path.stem + ".pdf"] : asked
    return [call([picture], arguments), call(stages, arguments + ["isBuiltUp: true"])]
  }

  private func call(_ files: [String], _ arguments: [String]) -> String {
    let words = ["to: " + files.map(\.swiftLiteral).joined(separator: ", ")] + arguments
    let line = "try figure.write(\(words.joined(separator: ", ")))"
    return line.count <= 92
      ? line : "try figure.write(\n  \(words.joined(separator: ",\n  ")))"
  }

  private func settings(hasSetting: Bool) -> [String] {
    let options = request.options
    var words = hasSetting ? ["in: setting"] : []
    if let theme { words.append("theme: \(theme)") }
    if let font = options.font?.swiftText { words.append("font: \(font)") }
    if let text = request.alternative { words.append("description: \(text.swiftLiteral)") }
    return words
  }

  /// The theme, where it is not the light one.
  private var theme: String? {
    let options = request.options
    let map = options.colours == .auto ? "" : ".with(\(options.colours.swiftText ?? ""))"
    switch options.themeChoice {
    case .named(let theme): return theme == .light && map.isEmpty ? nil : ".\(theme.name)\(map)"
    case .file(let path): return "try ThemeChoice.file(\(path.swiftLiteral)).theme()\(map)"
    }
  }
}
