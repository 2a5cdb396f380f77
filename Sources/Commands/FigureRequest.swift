import Plotting

/// A figure with its options: all that is asked for, wherever it was written.
struct FigureRequest<Kind: Figure>: Sendable {
  let figure: Kind
  let options: SharedOptions
  let setting: Setting
  /// The words for those who do not see the picture, where they are not the figure's own.
  var alternative: String?
  /// The figures that are panels of this one.
  var panels: [PanelRequest] = []

  /// The figure composed, and what is reported of it.
  func composed() throws(CommandFailure) -> FigureReport {
    var composition = try composition()
    if let alternative { composition.description = alternative }
    return FigureReport(figure, setting, composition)
  }

  private func composition() throws(CommandFailure) -> Composition {
    // The errors of panels say where in the file they are.
    var parts: [Panels.Part] = []
    for panel in panels { parts.append(try panel.part()) }
    do throws(FigureError) {
      guard let page = figure as? Panels else { return try figure.compose(in: setting) }
      return try page.composition(of: parts, in: setting)
    } catch {
      throw .figure(error)
    }
  }

  /// The finished files, with the remarks; `standard` is the path without its end where none is
  /// given.
  func made(standard: String) throws(CommandFailure) -> MadeFigure {
    let destinations = try options.destinations(standard: standard)
    let report = try composed()
    guard report.composition.scene != nil,
      report.composition.listing == nil || options.wantsPicture(among: destinations)
    else {
      return MadeFigure(
        files: try options.files(of: report), notices: report.composition.notices)
    }
    var drawing = FigureDrawing(report, options, setting)
    var files: [OutputFile] = []
    for destination in destinations { files += try drawing.files(for: destination) }
    return MadeFigure(files: files, notices: drawing.notices)
  }
}

/// A figure that is a panel of another.
struct PanelRequest: Sendable {
  /// What the figure file says of it.
  let file: FigureFile
  /// Its own window and constants, else those of the page.
  let setting: Setting
  /// Solves it.
  let part: @Sendable () throws(CommandFailure) -> Panels.Part
}

/// Files in memory: nothing is written before everything is made.
struct MadeFigure {
  let files: [OutputFile]
  let notices: [String]
}

/// A composed figure on its way to files: laid out when the first picture asks for it.
struct FigureDrawing {
  let report: FigureReport
  /// Remarks of the figure, and of the layout once there was one.
  private(set) var notices: [String]
  private let options: SharedOptions
  private let setting: Setting
  private var rendering: Rendering?

  init(_ report: FigureReport, _ options: SharedOptions, _ setting: Setting) {
    self.report = report
    self.options = options
    self.setting = setting
    notices = report.composition.notices
  }

  /// The files of a destination: one, or one for each stage.
  mutating func files(for destination: Destination) throws(CommandFailure) -> [OutputFile] {
    guard let format = destination.format.picture, let scene = report.composition.scene else {
      return [OutputFile(destination, report.bytes)]
    }
    let made: Rendering
    if let rendering {
      made = rendering
    } else {
      made = try Rendering(
        scene, in: setting, theme: options.theme, font: options.font)
      notices += made.notices
      rendering = made
    }
    return try made.files(for: destination, as: format, isBuiltUp: options.isBuiltUp)
  }
}

extension SharedOptions {
  /// Whether a picture is asked for, and not merely what is written where nothing is said.
  fileprivate func wantsPicture(among destinations: [Destination]) -> Bool {
    !(outputs.isEmpty && format == nil) && destinations.contains { $0.format.picture != nil }
  }

  /// Where the outputs go; `standard` is the path without its end where none is given.
  func destinations(standard: String) throws(CommandFailure) -> [Destination] {
    do throws(UsageError) {
      let destinations = try Destination.all(outputs, format: format, standard: standard)
      let stream = destinations.first { $0.isStandardOutput }
      if isBuiltUp, let stream, [.png, .svg].contains(stream.format) {
        throw .contradiction(
          "--build writes several \(stream.format.rawValue.uppercased()) files, not one stream",
          hint: "give a path, as in -o \(standard).\(stream.format.rawValue), or --format pdf")
      }
      return destinations
    } catch {
      throw .usage(error)
    }
  }
}
