import Plotting

/// What a folder says about all its figure files: the file `gallery.yaml` in it.
///
///     title: Calculus in pictures
///     introduction: Forty figures for a course.
///     cover: contour-peaks
///     defaults:
///       font: serif
struct GallerySettings: Sendable {
  /// The name of the file.
  static let fileName = "gallery.yaml"

  /// The heading of the gallery.
  var title = "Gallery"
  /// What stands under the heading; an empty line begins a new paragraph.
  var introduction: String?
  /// The figure whose picture stands beside it.
  var cover: Cover?
  /// The texts for the options of all figures.
  var defaults = RawTexts()
  /// The file itself; empty where there is none.
  var source: [UInt8] = []

  /// A figure by the name of its file, and where it is named.
  struct Cover: Hashable, Sendable {
    let name: String
    let place: TextPlace
  }

  /// The settings of a folder, whose path ends in a slash or is empty.
  static func read(inFolder folder: String) throws(CommandFailure) -> GallerySettings {
    let path = FilePath.joined(folder, fileName)
    guard FileReader.exists(path) else { return GallerySettings() }
    let (bytes, members) = try SettingsText.members(of: path)
    var settings = GallerySettings()
    settings.source = bytes
    do throws(FigureFileError) {
      for member in members { try settings.take(member, path: path) }
    } catch {
      throw .figureFile(error)
    }
    return settings
  }

  private mutating func take(_ member: YAMLMember, path: String) throws(FigureFileError) {
    switch member.name {
    case "title": title = try GivenTexts.words(of: member, path: path)
    case "introduction": introduction = try GivenTexts.words(of: member, path: path)
    case "cover":
      let name = try GivenTexts.words(of: member, path: path)
      cover = Cover(name: name, place: member.value.place)
    case "defaults":
      guard case .mapping(let members) = member.value.content else {
        throw FigureFileError(
          path: path, member.value.place,
          "defaults wants keys with values, not \(member.value.kindName)")
      }
      try takeDefaults(members, path: path)
    default:
      throw FigureFileKeys.unknownKey(
        member, of: Self.fileName, path: path,
        among: ["title", "introduction", "cover", "defaults"],
        help: "it has the keys title, introduction, cover and defaults")
    }
  }

  private mutating func takeDefaults(
    _ members: [YAMLMember], path: String
  ) throws(FigureFileError) {
    var keys = FigureFileKeys(path: path)
    for member in members {
      // One path for all figures would be written over and over.
      let isOutput = ["output", "outputs"].contains(member.name)
      if !isOutput, try keys.takeShared(member) { continue }
      let names = SharedOptions.fileParameters.map(\.name).filter { $0 != "output" }
      throw FigureFileKeys.unknownKey(
        member, of: "defaults", path: path, among: names,
        help: "defaults has the options of all figures: \(names.joined(separator: ", "))")
    }
    defaults = keys.shared
  }
}
