import Plotting

/// A figure file: which figure, and the texts that would be typed for it.
///
///     figure: contour
///     expression: x^2 + y^2
///     levels: [1, 2, 4]
///     outputs: [bowl.svg, bowl.pdf]
///     caption: A bowl.
struct FigureFile: Sendable {
  /// The greatest length in bytes; one of a thousand lines has 40 000.
  static let byteLimit = 1_000_000

  let path: FilePath
  /// The figure and where its name stands.
  private(set) var kind: any Figure.Type = Panels.self
  private(set) var kindPlace = TextPlace.start
  /// What stands under the picture.
  private(set) var caption: String?
  /// The words for those who do not see the picture, where they are not the figure's own.
  private(set) var alternative: String?
  /// The heading under which a gallery shows it, where it is not the figure's topic.
  private(set) var topic: String?
  /// The texts for the parameters of the figure.
  private(set) var own = RawTexts()
  /// The texts for the options of all figures, those of the folder included.
  var shared = RawTexts()
  /// The figures that are panels of this one.
  var panels: [FigureFile] = []
  /// The file itself and the settings of its folder.
  let source: [UInt8]
  let settings: GallerySettings

  /// Reads the file at `path`, with the defaults of its folder.
  static func read(
    _ path: String, in catalogue: Catalogue
  ) throws(CommandFailure) -> FigureFile {
    let path = FilePath(path)
    return try read(path, in: catalogue, GallerySettings.read(inFolder: path.folder))
  }

  /// Reads the file at `path`, with the settings of its folder.
  static func read(
    _ path: FilePath, in catalogue: Catalogue, _ settings: GallerySettings
  ) throws(CommandFailure) -> FigureFile {
    let (source, members) = try SettingsText.members(of: path.text)
    do throws(FigureFileError) {
      let empty = FigureFile(path: path, source: source, settings: settings)
      let list = members.first { $0.name == Panels.name }
      if let list, members.contains(where: { $0.name == FigureFileKeys.figure }) {
        throw FigureFileError(
          path: path.text, list.place, "a file has either the key 'figure' or the key 'panels'",
          hint: "each panel names its figure: panels: [{figure: plot, expression: x}]")
      }
      guard let list else {
        return try empty.filled(with: members, settings.defaults, catalogue)
      }
      let others = members.filter { $0.name != list.name }
      var file = empty
      try file.take(others, for: Panels.self, at: list.place, settings.defaults)
      file.panels = try empty.panels(of: list, catalogue)
      return file
    } catch {
      throw .figureFile(error)
    }
  }

  private init(path: FilePath, source: [UInt8], settings: GallerySettings) {
    self.path = path
    self.source = source
    self.settings = settings
  }

  /// The file with what members of it say of one figure.
  private func filled(
    with members: [YAMLMember], _ defaults: RawTexts, _ catalogue: Catalogue
  ) throws(FigureFileError) -> FigureFile {
    let (kind, place) = try Self.figure(of: members, path: path.text, catalogue)
    var file = self
    try file.take(members, for: kind, at: place, defaults)
    return file
  }

  private mutating func take<Kind: Figure>(
    _ members: [YAMLMember], for kind: Kind.Type, at place: TextPlace, _ defaults: RawTexts
  ) throws(FigureFileError) {
    var keys = FigureFileKeys(path: path.text)
    try keys.take(members, for: kind)
    self.kind = kind
    kindPlace = place
    caption = keys.caption
    alternative = keys.alternative
    topic = keys.topic
    own = keys.own
    shared = defaults.overridden(by: keys.shared)
  }

  private func panels(
    of list: YAMLMember, _ catalogue: Catalogue
  ) throws(FigureFileError) -> [FigureFile] {
    guard case .sequence(let items) = list.value.content,
      (1...Panels.limit).contains(items.count)
    else {
      throw FigureFileError(
        path: path.text, list.value.place,
        "panels wants a list of 1 to \(Panels.limit) figures",
        hint: "for example: panels: [{figure: plot, expression: x}]")
    }
    var panels: [FigureFile] = []
    for item in items {
      guard case .mapping(let members) = item.content,
        members.contains(where: { $0.name == FigureFileKeys.figure })
      else {
        throw FigureFileError(
          path: path.text, item.place, "a panel wants keys of a figure, and the key 'figure'")
      }
      let panel = try filled(with: members, RawTexts(), catalogue)
      let extra = ["output", "size", "dpi", "theme", "colours", "font", "build", "format", "title"]
        .first { panel.shared.byName[$0] != nil }
      if let extra, let origin = panel.shared.origins[extra] {
        throw FigureFileError(
          path: path.text, origin.place, "\(origin.key) belongs to the page, not to a panel of it")
      }
      panels.append(panel)
    }
    return panels
  }

  private static func figure(
    of members: [YAMLMember], path: String, _ catalogue: Catalogue
  ) throws(FigureFileError) -> (any Figure.Type, TextPlace) {
    guard let member = members.first(where: { $0.name == FigureFileKeys.figure }) else {
      let near = members.first { Suggestions.near($0.name, among: [FigureFileKeys.figure]) != [] }
      if let near {
        throw FigureFileError(
          path: path, near.place,
          "there is no key \(near.name.quoted) here; did you mean 'figure'?")
      }
      throw FigureFileError(
        path: path, .start, "the key 'figure' is missing",
        hint: "say which figure it is, for example: figure: \(catalogue.figures.first?.name ?? "")")
    }
    let name = try GivenTexts.words(of: member, path: path)
    guard let kind = catalogue.figure(named: name) else {
      let near = Suggestions.near(name, among: catalogue.figures.map { $0.name })
      let error = UsageError.unknownFigure(name, suggestions: near)
      throw FigureFileError(path: path, member.value.place, details: error.lines)
    }
    return (kind, member.value.place)
  }
}

/// The members of a YAML file, which says nothing but names and their values.
enum SettingsText {
  /// The bytes of the file and what they say.
  static func members(
    of path: String
  ) throws(CommandFailure) -> (bytes: [UInt8], members: [YAMLMember]) {
    guard let bytes = try FileReader.bytes(of: path, limit: FigureFile.byteLimit) else {
      throw .figureFile(
        FigureFileError(
          path: path, .start, "the file is longer than 1 MB",
          hint: "a figure file has some lines; large data stand in a file of their own"))
    }
    do throws(FigureFileError) {
      guard let node = try YAMLReader.read(bytes, path: path) else { return (bytes, []) }
      switch node.content {
      case .mapping(let members): return (bytes, members)
      case .scalar("", isPlain: true): return (bytes, [])
      default:
        throw FigureFileError(
          path: path, node.place, "the file wants keys with values, not \(node.kindName)",
          hint: "for example: figure: contour")
      }
    } catch {
      throw .figureFile(error)
    }
  }
}
