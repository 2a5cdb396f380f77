import Plotting

/// The command that makes the figure of a figure file.
struct CommandSource<Kind: Figure> {
  let file: FigureFile

  /// The command; panels have no words of a command line, so there it is the file that is named.
  var line: String {
    file.panels.isEmpty
      ? words.map(\.shellWord).joined(separator: " ")
      : "mvplot render \(file.path.name.shellWord)"
  }

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
}
