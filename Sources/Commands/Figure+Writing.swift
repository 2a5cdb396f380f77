import Plotting

/// Why a figure could not be written from Swift.
public struct WritingError: Error, Hashable, CustomStringConvertible {
  /// What the tool would say: what is wrong, then what would work.
  public let description: String
}

extension Figure {
  /// Solves and draws the figure, and writes it to files whose ends say the formats.
  ///
  ///     var bowl = Contour()
  ///     bowl.expression = "x^2 + y^2"
  ///     try bowl.write(to: "bowl.svg", "bowl.json", theme: .dark)
  ///
  /// The bytes are those of the tool. Each file appears whole or not at all, and none before all
  /// are made.
  ///
  /// - Parameters:
  ///   - paths: Where the files go; they end in `.png`, `.svg`, `.pdf` or `.json`.
  ///   - setting: The window, named constants, titles, paper and tolerance.
  ///   - theme: Colours and weights.
  ///   - font: The type, where it is not that of the theme.
  ///   - description: The words for those who do not see the picture, where they are not the
  ///     figure's own.
  ///   - isBuiltUp: Whether the stages are written: pages of a PDF, numbered PNG or SVG files.
  public func write(
    to paths: String..., in setting: Setting = Setting(), theme: Theme = .light,
    font: FontFamily? = nil, description: String? = nil, isBuiltUp: Bool = false
  ) throws(WritingError) {
    do throws(CommandFailure) {
      var setting = setting
      setting.isForPaper = theme.isForPaper
      var composition: Composition
      do throws(FigureError) {
        composition = try compose(in: setting)
      } catch {
        throw .figure(error)
      }
      if let description { composition.description = description }
      let files = try files(
        of: composition, at: paths, in: setting, theme, font, isBuiltUp: isBuiltUp)
      for file in files {
        do throws(FileError) { try FileWriter.write(file.bytes, to: file.destination.path) } catch {
          throw .writing(error)
        }
      }
    } catch {
      throw WritingError(description: error.explanation)
    }
  }

  private func files(
    of composition: Composition, at paths: [String], in setting: Setting, _ theme: Theme,
    _ font: FontFamily?, isBuiltUp: Bool
  ) throws(CommandFailure) -> [OutputFile] {
    let destinations: [Destination]
    do throws(UsageError) {
      destinations = try Destination.all(paths, format: nil, standard: Self.name)
    } catch {
      throw .usage(error)
    }
    let report = FigureReport(self, setting, composition)
    var rendering: Rendering?
    var files: [OutputFile] = []
    for destination in destinations {
      guard let format = destination.format.picture else {
        files.append(OutputFile(destination, report.bytes))
        continue
      }
      guard let scene = composition.scene else {
        throw .usage(.noPicture(figure: Self.name, option: "path", value: destination.path))
      }
      // Laid out once, when the first picture asks for it.
      let laidOut: Rendering
      if let rendering {
        laidOut = rendering
      } else {
        laidOut = try Rendering(scene, in: setting, theme: theme, font: font)
        rendering = laidOut
      }
      files += try laidOut.files(for: destination, as: format, isBuiltUp: isBuiltUp)
    }
    return files
  }
}
