import ArgumentParser
import Plotting

/// Prints the schema of figure files.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.schema.rawValue,
    abstract: "Print the JSON Schema of figure files, for editors and checkers.",
    usage: "mvplot schema")
}

extension Session {
  /// Prints the schema of figure files.
  func printSchema(_ words: [String]) throws(CommandFailure) {
    let shape = CommandLineShape(command: CommandName.schema.rawValue, example: nil)
    let words = try sorted(words, shape)
    if let request = words.request {
      try answer(request, help: HelpText.command(SchemaCommand.self, in: catalogue))
    } else {
      try outlets.print(FigureSchema(catalogue: catalogue).json.document)
    }
  }
}
