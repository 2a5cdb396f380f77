import ArgumentParser
import Plotting

/// What `schema` is asked for.
struct SchemaOptions: CommandWords {
  var isForSettings = false

  static let configuration = CommandConfiguration(
    commandName: CommandName.schema.rawValue,
    abstract: "Print the JSON Schema of figure files, for editors and checkers.",
    usage: "mvplot schema [--gallery]")
  static let parameters: [Parameter<SchemaOptions>] = [
    .flag("gallery", \.isForSettings, help: "Print that of gallery.yaml, the settings of a folder.")
  ]
}

extension Session {
  /// Prints the schema of figure files, or of the settings of a folder.
  func printSchema(_ words: [String]) throws(CommandFailure) {
    guard let texts = try texts(of: words, for: SchemaOptions.self) else { return }
    let options = try texts.applied(
      to: SchemaOptions(), SchemaOptions.parameters, names: .shared)
    let schema = FigureSchema(catalogue: catalogue)
    try outlets.print((options.isForSettings ? schema.settings : schema.json).document)
  }
}
