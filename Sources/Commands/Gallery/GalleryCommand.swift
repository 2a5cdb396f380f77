import ArgumentParser
import Plotting

/// Makes a site of a folder of figure files.
struct GalleryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.gallery.rawValue,
    abstract: "Make a site of all figure files in a folder; only what changed is made.",
    usage: "mvplot gallery FOLDER -o OUT [options]")

  private(set) var texts = RawTexts()

  init() {}

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: ParameterKey.self)
    texts = try RawTexts(from: container, GalleryOptions.parameters)
  }
}

extension GalleryCommand: CustomReflectable {
  var customMirror: Mirror {
    let children = GalleryOptions.parameters.children(names: .shared, standard: GalleryOptions())
    return Mirror(self, children: children, displayStyle: .struct)
  }
}
