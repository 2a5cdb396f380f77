import Plotting

/// The keys of a figure file, sorted by what they belong to.
struct FigureFileKeys {
  static let figure = "figure"
  /// The keys that are no parameters, and what they say.
  static let wordKeys = [
    ("caption", "What stands under the picture in a gallery."),
    ("alt", "The words for those who do not see the picture, instead of the figure's own."),
    ("topic", "The heading under which a gallery shows the figure, instead of its topic."),
  ]

  private(set) var caption: String?
  private(set) var alternative: String?
  private(set) var topic: String?
  private(set) var own = RawTexts()
  private(set) var shared = RawTexts()
  private let path: String

  init(path: String) { self.path = path }

  /// Takes the members of a file for a figure.
  mutating func take<Kind: Figure>(
    _ members: [YAMLMember], for kind: Kind.Type
  ) throws(FigureFileError) {
    for member in members where member.name != Self.figure {
      if try takeWords(member) { continue }
      // A figure may call a column x: then the window is -x, as on the command line.
      if try Self.take(member, Kind.parameters, &own, path) { continue }
      if try takeShared(member) { continue }
      throw Self.unknownKey(
        member, of: Kind.name, path: path,
        among: [Self.figure] + Self.wordKeys.map(\.0) + Kind.parameters.map(\.name)
          + SharedOptions.fileParameters.map(\.name) + ["outputs"],
        help: "'mvplot help \(Kind.name)' lists the options, whose long names are the keys")
    }
    for parameter in Kind.parameters where parameter.kind == .argument && !parameter.isOptional {
      guard own.byName[parameter.name] == nil else { continue }
      throw FigureFileError(
        path: path, members.first { $0.name == Self.figure }?.place ?? .start,
        "\(Kind.name) wants the key \(parameter.name.quoted): \(parameter.help)")
    }
  }

  /// Takes a member for all figures; whether it is one.
  mutating func takeShared(_ member: YAMLMember) throws(FigureFileError) -> Bool {
    try Self.take(member, SharedOptions.fileParameters, &shared, path)
  }

  private mutating func takeWords(_ member: YAMLMember) throws(FigureFileError) -> Bool {
    guard Self.wordKeys.contains(where: { $0.0 == member.name }) else { return false }
    let text = try GivenTexts.words(of: member, path: path)
    switch member.name {
    case "caption": caption = text
    case "alt": alternative = text
    default: topic = text
    }
    return true
  }

  /// Takes a member for one of the parameters; whether it is one.
  private static func take<Owner>(
    _ member: YAMLMember, _ parameters: [Parameter<Owner>], _ texts: inout RawTexts,
    _ path: String
  ) throws(FigureFileError) -> Bool {
    guard let parameter = parameters.first(where: { isKey(member.name, of: $0) }) else {
      return false
    }
    if let earlier = texts.origins[parameter.name] {
      throw FigureFileError(
        path: path, member.place, "\(member.name.quoted) says the same as \(earlier.key.quoted)",
        hint: "leave one of them out")
    }
    let given = try GivenTexts(member, for: parameter, path: path)
    let origin = FigureFileOrigin(
      path: path, key: member.name, places: given.places, insets: given.insets)
    texts.take(given.texts, for: parameter.name, from: origin)
    return true
  }

  /// Whether a key belongs to a parameter: its name, its plural where it takes several, or `-x`.
  private static func isKey<Owner>(_ key: String, of parameter: Parameter<Owner>) -> Bool {
    if key == parameter.name || parameter.isRepeatable && key == parameter.name + "s" {
      return true
    }
    return parameter.name.count == 1 && key == "-" + parameter.name
      && Owner.self == SharedOptions.self
  }

  /// The error of a key that means nothing.
  static func unknownKey(
    _ member: YAMLMember, of owner: String, path: String, among keys: [String], help: String
  ) -> FigureFileError {
    let near = Suggestions.near(member.name, among: keys)
    guard near.isEmpty else {
      let meant = near.map(\.quoted).enumeration
      return FigureFileError(
        path: path, member.place,
        "\(owner) has no key \(member.name.quoted); did you mean \(meant)?")
    }
    return FigureFileError(
      path: path, member.place, "\(owner) has no key \(member.name.quoted)", hint: help)
  }
}

extension SharedOptions {
  /// The parameters that a figure file may set: how loud a run is, is not its business.
  static var fileParameters: [Parameter<SharedOptions>] {
    parameters.filter { $0.name != "quiet" }
  }
}
