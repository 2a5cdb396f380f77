import ArgumentParser
import Plotting

/// The topics of a run, as the parser of the command line sees them.
struct Catalogue: Sendable {
  /// The topics in the order of the help.
  let topics: [any Topic.Type]

  /// The topics while the root command describes itself: the parser asks types, not values.
  @TaskLocal static var current = Catalogue(topics: [])

  /// All figures, in the order of the help.
  var figures: [any Figure.Type] { topics.flatMap { $0.figures } }

  /// The figure called `name`.
  func figure(named name: String) -> (any Figure.Type)? { figures.first { $0.name == name } }

  /// Names close to `name`.
  func suggestions(for name: String) -> [String] {
    Suggestions.near(name, among: figures.map { $0.name } + CommandName.shown)
  }
}

/// The names of the commands that are no figures.
enum CommandName: String, CaseIterable {
  case eval, render, watch, gallery, schema, figures, help
  case manual = "generate-manual"

  /// Those that the help shows.
  static let shown = allCases.filter { $0 != manual }.map(\.rawValue)
}

extension CommandName {
  /// The command as the parser knows it.
  var command: (any ParsableCommand.Type)? {
    switch self {
    case .eval: WordsCommand<Evaluation>.self
    case .render: WordsCommand<RenderedFiles>.self
    case .watch: WordsCommand<WatchedFile>.self
    case .gallery: WordsCommand<GalleryOptions>.self
    case .schema: WordsCommand<SchemaOptions>.self
    case .figures: FiguresCommand.self
    case .help, .manual: nil
    }
  }
}

/// The tool itself as a command of the parser: it exists for help, completions and the manual.
struct RootCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "mvplot",
      abstract: "Type a formula, get a lecture figure that is mathematically right.",
      usage: "mvplot FIGURE EXPRESSION... [options]",
      version: MVPlot.version,
      groupedSubcommands: Catalogue.current.topics.map { topic in
        CommandGroup(name: topic.title, subcommands: topic.figures.map { $0.command })
      } + [CommandGroup(name: "Other", subcommands: CommandName.allCases.compactMap(\.command))])
  }
}

extension Figure {
  /// The figure as a command of the parser.
  static var command: any ParsableCommand.Type { FigureCommand<Self>.self }
}
