import Plotting

extension Session {
  /// Makes a figure and writes it.
  func run<Kind: Figure>(_ kind: Kind.Type, _ words: [String]) throws(CommandFailure) {
    var shape = CommandLineShape(
      command: Kind.name, example: Kind.examples.first.map { Kind.commandLine(of: $0) })
    shape.add(Kind.parameters, names: .figure)
    shape.add(SharedOptions.parameters, names: .shared)
    let words = try sorted(words, shape)
    if let request = words.request {
      try answer(request, help: HelpText.figure(kind, in: catalogue))
      return
    }
    let command = try parsed(words, as: FigureCommand<Kind>.self)
    let (options, constants) = try SharedOptions.read(command.shared.texts)
    let destinations = try destinations(of: options, standard: Kind.name)
    let setting = try options.setting(constants: constants)
    let figure = try withConstants(constants) { () throws(CommandFailure) in
      try command.figure()
    }
    let composition: Composition
    do throws(FigureError) {
      composition = try figure.compose(in: setting)
    } catch {
      throw .figure(error)
    }
    let report = FigureReport(figure, setting, composition)
    let (files, notices) =
      if let scene = composition.scene {
        try files(of: scene, report, destinations, options, setting)
      } else {
        (try files(of: report, options), composition.notices)
      }
    if !options.isQuiet {
      for notice in notices { outlets.messages("mvplot: note: \(notice)\n") }
    }
    try outlets.write(files, isQuiet: options.isQuiet)
  }

  private func destinations(
    of options: SharedOptions, standard: String
  ) throws(CommandFailure) -> [Destination] {
    do throws(UsageError) {
      let destinations = try Destination.all(
        options.outputs, format: options.format, standard: standard)
      let stream = destinations.first { $0.isStandardOutput }
      if options.isBuiltUp, let stream, [.png, .svg].contains(stream.format) {
        throw .contradiction(
          "--build writes several \(stream.format.rawValue.uppercased()) files, not one stream",
          hint: "give a path, as in -o \(standard).\(stream.format.rawValue), or --format pdf")
      }
      return destinations
    } catch {
      throw .usage(error)
    }
  }

  /// All files, in memory, with the remarks: nothing is written before everything is made.
  private func files(
    of scene: Scene, _ report: FigureReport, _ destinations: [Destination],
    _ options: SharedOptions, _ setting: Setting
  ) throws(CommandFailure) -> (files: [OutputFile], notices: [String]) {
    var notices = report.composition.notices
    var files: [OutputFile] = []
    var rendering: Rendering?
    for destination in destinations {
      guard let format = destination.format.picture else {
        files.append(OutputFile(destination, report.bytes))
        continue
      }
      let made: Rendering
      if let rendering {
        made = rendering
      } else {
        made = try Rendering(
          scene, in: setting, theme: options.theme.with(options.colours), font: options.font)
        notices += made.notices
        rendering = made
      }
      files += try made.files(for: destination, as: format, isBuiltUp: options.isBuiltUp)
    }
    return (files, notices)
  }
}
