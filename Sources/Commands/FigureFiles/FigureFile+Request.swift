import Plotting

extension FigureFile {
  /// What the file asks for, with options of the command line in place of its own.
  ///
  /// Outputs of the file are seen from its folder and stay in it: a file from elsewhere can draw,
  /// and nothing else.
  func request<Kind: Figure>(
    _ kind: Kind.Type, overrides: RawTexts = RawTexts()
  ) throws(CommandFailure) -> FigureRequest<Kind> {
    let texts = try withPlacedOutputs().overridden(by: overrides)
    return try located { () throws(CommandFailure) in
      let (options, constants) = try SharedOptions.read(texts)
      _ = try options.destinations(standard: standardOutput)
      let setting = try options.setting(constants: constants)
      let figure = try withConstants(constants) { () throws(CommandFailure) in
        try own.applied(to: Kind(), Kind.parameters, names: .figure)
      }
      var request = FigureRequest(
        figure: figure, options: options, setting: setting, alternative: alternative)
      for panel in panels { request.panels.append(try panel.panel(panel.kind, of: texts)) }
      return request
    }
  }

  /// The files that the figure file asks for.
  func made<Kind: Figure>(
    _ kind: Kind.Type, overrides: RawTexts
  ) throws(CommandFailure) -> MadeFigure {
    let request = try request(kind, overrides: overrides)
    return try located { () throws(CommandFailure) in try request.made(standard: standardOutput) }
  }

  /// A figure as a panel of another, with the options of that one where it has none of its own.
  private func panel<Kind: Figure>(
    _ kind: Kind.Type, of page: RawTexts
  ) throws(CommandFailure) -> PanelRequest {
    var changed = self
    changed.shared = page.without(["output", "title"]).overridden(by: shared)
    let file = changed
    let request = try file.request(kind)
    return PanelRequest(file: file, setting: request.setting) { () throws(CommandFailure) in
      try file.located { () throws(CommandFailure) in
        let composition = try request.composed().composition
        do throws(FigureError) {
          return try Panels.Part(Kind.name, composition)
        } catch {
          throw .figure(error)
        }
      }
    }
  }

  /// Where a picture goes if nobody says it: beside the file, without the end of its name.
  private var standardOutput: String { path.folder + path.stem }

  private func withPlacedOutputs() throws(CommandFailure) -> RawTexts {
    guard let paths = shared.byName["output"], let origin = shared.origins["output"] else {
      return shared
    }
    for output in paths where output == "-" || !FilePath.stays(output, in: path.folder) {
      throw .figureFile(
        FigureFileError(
          path: origin.path, origin.place(of: output, in: paths),
          "\(origin.key) wants paths in the folder of the file, not \(output.quoted)",
          hint: "the command line may write anywhere: mvplot render \(path.text) -o PATH"))
    }
    for output in paths where FileFormat(ofPath: output) == nil && shared.byName["format"] == nil {
      let error = UsageError.badValue(option: "-o", value: output, wanted: Destination.wanted)
      throw .figureFile(origin.error(error, paths))
    }
    var texts = shared
    texts.take(paths.map { FilePath.joined(path.folder, $0) }, for: "output", from: origin)
    return texts
  }
}

extension FigureFile {
  /// Does `work`; what is wrong with its input is told with the place in the file.
  func located<Result>(
    _ work: () throws(CommandFailure) -> Result
  ) throws(CommandFailure) -> Result {
    // The closure of a task-local value loses the type of an error on its way.
    let result = InputFolder.$current.withValue(path.folder) {
      Swift.Result { () throws(CommandFailure) in try work() }
    }
    do throws(CommandFailure) { return try result.get() } catch { throw located(error) }
  }

  private func located(_ failure: CommandFailure) -> CommandFailure {
    switch failure {
    case .usage(.badValue(let option, let value, let wanted)):
      guard let (origin, texts) = given(option) else { return failure }
      return .figureFile(
        origin.error(.badValue(option: option, value: value, wanted: wanted), texts))
    case .figure(.parameter(let name, let value, let wanted)):
      let given = given(name)
      let key = given?.0.key ?? name
      return located(
        at: given.map { $0.0.place(of: value, in: $0.1) } ?? kindPlace,
        ["\(key) wants \(wanted), not \(value.quoted)"], path: given?.0.path)
    case .figure(.expression(let source, let error, let hint)):
      return located(source, at: error.position, error.lines(of: source, hint: hint))
    case .figure(.formula(let source, let error)):
      return located(source, at: error.position, FigureError.formula(source, error).lines)
    case .figure(.unreadable(let file, let reason)):
      return located(unreadable: file, .unreadable(path: file, reason: reason))
    case .figure(let error): return located(at: kindPlace, error.lines)
    case .usage(let error): return located(at: kindPlace, error.lines)
    case .text(let option, let source, let error):
      let given = given(option)
      let place = given?.0.place(of: source, in: given?.1 ?? [], character: error.position)
      let excerpt = CaretExcerpt(of: source, at: error.position)
      return located(
        at: place ?? kindPlace,
        ["\(given?.0.key ?? option): \(error.message)", excerpt.text, excerpt.caret],
        path: given?.0.path)
    default: return failure
    }
  }

  private func located(unreadable file: String, _ error: FigureError) -> CommandFailure {
    for texts in [own, shared] {
      for (name, origin) in texts.origins.sorted(by: { $0.key < $1.key }) {
        let given = texts.byName[name] ?? []
        let named = given.first { $0 == file || FilePath.joined(path.folder, $0) == file }
        guard let named else { continue }
        return .figureFile(
          FigureFileError(
            path: origin.path, origin.place(of: named, in: given), details: error.lines,
            exitCode: 66))
      }
    }
    return .figure(error)
  }

  private func located(
    _ source: String, at position: Int, _ lines: [String]
  ) -> CommandFailure {
    for texts in [own, shared] {
      for (name, origin) in texts.origins.sorted(by: { $0.key < $1.key }) {
        let given = texts.byName[name] ?? []
        if let text = given.first(where: { $0.hasSuffix("=" + source) }) {
          return located(at: origin.place(of: text, in: given), lines, path: origin.path)
        }
        guard given.contains(source) else { continue }
        let place = origin.place(of: source, in: given, character: position)
        return located(at: place, lines, path: origin.path)
      }
    }
    return located(at: kindPlace, lines)
  }

  /// Where the file gives an option and its texts; `name` may be as typed: `--levels`, `EXPRESSION`.
  private func given(_ name: String) -> (FigureFileOrigin, [String])? {
    let plain = name.drop { $0 == "-" }.lowercased()
    for texts in name.hasPrefix("--") || !name.hasPrefix("-") ? [own, shared] : [shared] {
      for key in [plain, plain == "o" ? "output" : plain] {
        if let origin = texts.origins[key] { return (origin, texts.byName[key] ?? []) }
      }
    }
    return nil
  }

  private func located(
    at place: TextPlace, _ details: [String], path other: String? = nil
  ) -> CommandFailure {
    .figureFile(FigureFileError(path: other ?? path.text, place, details: details))
  }
}
