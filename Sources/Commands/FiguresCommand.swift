import ArgumentParser
import Plotting

/// Lists the figures.
struct FiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.figures.rawValue, abstract: "List the figures.",
    usage: "mvplot figures")

  /// The figures with their summaries, topic by topic.
  static func text(of topics: [any Topic.Type]) -> String {
    let width = topics.flatMap { $0.figures }.map { $0.name.count }.max() ?? 0
    return topics.map { topic in
      let lines = topic.figures.map { figure in
        let gap = String(repeating: " ", count: width - figure.name.count + 2)
        return "  \(figure.name)\(gap)\(figure.summary)\n"
      }
      return topic.title + "\n" + lines.joined()
    }.joined(separator: "\n")
  }
}
