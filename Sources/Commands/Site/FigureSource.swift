import Plotting

/// A figure file in the words of the other doors: the command line and Swift.
struct FigureSource<Kind: Figure> {
  let file: FigureFile
  let request: FigureRequest<Kind>
  /// Whether there is something to draw, and not numbers alone.
  var hasPicture = true

  /// The command that makes the same figure.
  var commandLine: String { words.map(\.shellWord).joined(separator: " ") }

  /// The words of the command.
  var words: [String] {
    var words = ["mvplot", Kind.name]
    for parameter in Kind.parameters where parameter.kind == .argument {
      words += file.own.byName[parameter.name] ?? []
    }
    words += Self.options(Kind.parameters, file.own, names: .figure, standard: Kind())
    let shared = SharedOptions.parameters.filter { $0.name != "output" && $0.name != "format" }
    words += Self.options(shared, file.shared, names: .shared, standard: SharedOptions())
    return words
  }

  private static func options<Owner>(
    _ parameters: [Parameter<Owner>], _ texts: RawTexts, names: OptionNames, standard: Owner
  ) -> [String] {
    parameters.filter { $0.kind != .argument }.flatMap { parameter -> [String] in
      let name = names.spellings(of: parameter.name)[0]
      let given = texts.byName[parameter.name] ?? []
      // What holds anyway needs no words.
      if given == parameter.read(standard) { return [] }
      guard parameter.kind == .flag else { return given.flatMap { [name, $0] } }
      return given.last == "true" ? [name] : []
    }
  }

  /// The lines of Swift that draw it.
  var swift: String {
    let module = String(reflecting: Kind.self).split(separator: ".").first.map(String.init) ?? ""
    var lines = ["Commands", module, "Plotting"].sorted().map { "import \($0)" }
    lines += ["", "var figure = \(Kind.self)()"]
    for parameter in Kind.parameters {
      guard let texts = file.own.byName[parameter.name] else { continue }
      lines.append("figure.\(parameter.property) = \(Self.value(of: parameter, texts))")
    }
    let settings = settingLines
    lines += settings.isEmpty ? [] : ["var setting = Setting()"] + settings
    let theme = request.options.theme
    let isNamed = theme != .light && Theme.all.contains(theme)
    let words = [
      (file.path.stem + (hasPicture ? ".svg" : ".json")).swiftLiteral,
      settings.isEmpty ? nil : "in: setting", isNamed ? "theme: .\(theme.name)" : nil,
    ]
    lines.append("try figure.write(to: \(words.compactMap(\.self).joined(separator: ", ")))")
    return lines.joined(separator: "\n") + "\n"
  }

  private var settingLines: [String] {
    let setting = request.setting
    var lines: [String] = []
    func add(_ property: String, _ value: String?) {
      if let value { lines.append("setting.\(property) = \(value)") }
    }
    add("xRange", setting.xRange.map(Self.text))
    add("yRange", setting.yRange.map(Self.text))
    let constants = setting.constants.sorted { $0.key < $1.key }.map { name, value in
      "\(name.swiftLiteral): \(value.parameterText)"
    }
    add("constants", constants.isEmpty ? nil : "[\(constants.joined(separator: ", "))]")
    add("title", setting.title?.swiftLiteral)
    add("xLabel", setting.xLabel?.swiftLiteral)
    add("yLabel", setting.yLabel?.swiftLiteral)
    let canvas = setting.canvas
    if canvas != .slide, canvas.unit == .pixel {
      let (width, height) = (canvas.width * canvas.scale, canvas.height * canvas.scale)
      let size = "pixelWidth: \(width.parameterText), pixelHeight: \(height.parameterText)"
      add("canvas", "Canvas(\(size))")
    }
    add("ticks", setting.ticks == .auto ? nil : ".\(setting.ticks)")
    return lines
  }

  private static func text(_ range: ClosedRange<Double>) -> String {
    let end = range.upperBound.parameterText
    return "\(range.lowerBound.parameterText)...\(end.hasPrefix("-") ? "(\(end))" : end)"
  }

  private static func value(of parameter: Parameter<Kind>, _ texts: [String]) -> String {
    let values = texts.map { value(of: parameter.valueType, $0) }
    guard parameter.isRepeatable else { return values.last ?? "" }
    let needsTry = values.contains { $0.hasPrefix("try ") }
    let plain = values.map { $0.hasPrefix("try ") ? String($0.dropFirst(4)) : $0 }
    return (needsTry ? "try " : "") + "[\(plain.joined(separator: ", "))]"
  }

  private static func value(of type: any ParameterValue.Type, _ text: String) -> String {
    if type == String.self { return text.swiftLiteral }
    let isPlain =
      type == Bool.self || type == Int.self
      || type == Double.self && Double(text)?.parameterText == text
    return isPlain ? text : "try \(type)(parameterText: \(text.swiftLiteral))"
  }
}

extension String {
  /// The text as a literal of Swift.
  var swiftLiteral: String {
    var text = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case _ where scalar.value < 0x20: text += "\\u{\(String(scalar.value, radix: 16))}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
