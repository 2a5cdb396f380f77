import CairoRenderer
import Plotting

/// The way from a composition to bytes: layout, then a renderer.
///
/// All calls to them are here.
struct Rendering {
  private let page: Page
  /// Remarks of the way: a font that was replaced.
  let warnings: [String]

  /// Lays out the scene on the paper of the setting.
  init(
    _ scene: Scene, on canvas: Canvas, theme: Theme, font: FontFamily?
  ) throws(CommandFailure) {
    do throws(TypesettingError) {
      let typesetter = try Typesetter(family: font ?? theme.family)
      page = try layOut(scene, on: canvas, theme: theme, typesetter: typesetter)
      warnings = typesetter.warnings
    } catch {
      throw .figure(.input(error.message, hint: ""))
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
      throw .defect("the figure cannot be painted: \(error)")
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
