import CairoRenderer
import Plotting

/// The way from a composition to bytes: layout, then a renderer.
///
/// All calls to them are here.
struct Rendering {
  private let page: Page
  /// Remarks of the way: what had to be left out, a font that was replaced.
  let notices: [String]

  /// Lays out a scene on the paper of the setting.
  init(
    _ scene: Scene, in setting: Setting, theme: Theme, font: FontFamily?
  ) throws(CommandFailure) {
    let typesetter: Typesetter
    do throws(TypesettingError) {
      typesetter = try Typesetter(family: font ?? theme.family, palette: theme.textPalette)
    } catch {
      throw .environment(error.message)
    }
    try Self.check(setting, with: typesetter)
    do throws(TypesettingError) {
      let layout = try layOut(
        scene, on: setting.canvas, theme: theme, typesetter: typesetter)
      page = layout.page
      notices = layout.notices + typesetter.warnings + Self.notices(of: theme)
    } catch {
      throw .figure(.input("the figure cannot be labelled: \(error.message)", hint: ""))
    }
  }

  /// What cannot be read well in a theme of the user's own.
  private static func notices(of theme: Theme) -> [String] {
    guard Theme.named(theme.name) == nil else { return [] }
    let faults = theme.contrastFaults
    let more = faults.count > 3 ? ["\(theme.name.quoted): and \(faults.count - 3) more"] : []
    return faults.prefix(3).map { "\(theme.name.quoted): \($0)" } + more
  }

  /// Sets the texts of the user once, so that an error names the option and the place.
  private static func check(
    _ setting: Setting, with typesetter: Typesetter
  ) throws(CommandFailure) {
    let texts = [
      ("--title", setting.title), ("--x-label", setting.xLabel), ("--y-label", setting.yLabel),
    ]
    for case (let option, let text?) in texts {
      do throws(TypesettingError) {
        _ = try typesetter.set(text, size: 20)
      } catch {
        throw .text(option: option, text, error)
      }
    }
  }

  /// The files of a destination: one, or one for each stage.
  func files(
    for destination: Destination, as format: OutputFormat, isBuiltUp: Bool
  ) throws(CommandFailure) -> [OutputFile] {
    do throws(RenderError) {
      guard isBuiltUp else {
        return [OutputFile(destination, try render(page, as: format))]
      }
      if format == .pdf { return [OutputFile(destination, try renderBuildUp(page))] }
      var files: [OutputFile] = []
      for stage in 1...max(page.stages.count, 1) {
        let bytes = try render(page, as: format, stageCount: stage)
        files.append(OutputFile(destination.numbered(stage), bytes))
      }
      return files
    } catch {
      throw Self.failure(error)
    }
  }

  private static func failure(_ error: RenderError) -> CommandFailure {
    switch error.kind {
    case .noExtent, .sideTooLong, .tooManyPixels:
      .usage(.contradiction("\(error)", hint: "--size and --dpi say how large it is"))
    case .outOfMemory, .unreadableFont: .environment("\(error)")
    case .cairo: .defect("\(error)")
    }
  }
}

/// A finished file in memory.
struct OutputFile {
  /// Where it goes.
  let destination: Destination
  /// What is in it.
  let bytes: [UInt8]

  init(_ destination: Destination, _ bytes: [UInt8]) {
    self.destination = destination
    self.bytes = bytes
  }
}
