import Drawing

/// The theme that a user asks for: one that has a name, or a file.
public enum ThemeChoice: Hashable, Sendable {
  /// A theme that comes with the tool.
  case named(Theme)
  /// The file at a path.
  case file(String)

  /// The theme, read where it is a file.
  ///
  /// - Throws: that the file cannot be read, or which line of it says what cannot be done.
  public func theme() throws(FigureError) -> Theme {
    switch self {
    case .named(let theme): theme
    case .file(let path): try ThemeFile.theme(atPath: path)
    }
  }
}

extension ThemeChoice: ParameterValue {
  /// The theme called `text`; with a dot or a slash it is a path.
  public init(parameterText text: String) throws(ParameterError) {
    if let theme = Theme.named(text) {
      self = .named(theme)
    } else if text.contains("/") || text.dropFirst().contains(".") {
      self = .file(text)
    } else {
      let names = Theme.names.joined(separator: ", ")
      throw ParameterError(wanted: "\(names), or the path of a file such as my.theme")
    }
  }

  /// The name of the theme, or the path.
  public var parameterText: String {
    switch self {
    case .named(let theme): theme.name
    case .file(let path): path
    }
  }

  /// The placeholder of a theme.
  public static var placeholder: String { "T" }
  /// The names of the themes that come with the tool.
  public static var choices: [String] { Theme.names }
}
