import ArgumentParser
import Plotting

/// The texts of help, made by the parser from the declarations.
enum HelpText {
  /// What the tool does and which figures it has.
  static func overview(of catalogue: Catalogue) -> String {
    Catalogue.$current.withValue(catalogue) { RootCommand.helpMessage().withLastNewline }
  }

  /// How to use a figure, with its examples.
  static func figure(_ figure: any Figure.Type, in catalogue: Catalogue) -> String {
    let help = Catalogue.$current.withValue(catalogue) {
      RootCommand.helpMessage(for: figure.command)
    }
    let examples = figure.examples.map { example in
      "  \(example.caption)\n    \(figure.commandLine(of: example))\n"
    }
    return help.withLastNewline + "\n" + (examples.isEmpty ? "" : "EXAMPLES:\n" + examples.joined())
  }

  /// How to use a command that is no figure.
  static func command(_ command: any ParsableCommand.Type, in catalogue: Catalogue) -> String {
    Catalogue.$current.withValue(catalogue) {
      RootCommand.helpMessage(for: command).withLastNewline
    }
  }

  /// The completion script for a shell: bash, zsh or fish.
  static func completions(for shell: CompletionShell, in catalogue: Catalogue) -> String {
    Catalogue.$current.withValue(catalogue) {
      RootCommand.completionScript(for: shell).withLastNewline
    }
  }
}

extension Figure {
  /// An example as it is typed into a shell.
  static func commandLine(of example: Example) -> String {
    (["mvplot", name] + example.arguments.map(\.shellWord)).joined(separator: " ")
  }
}

extension String {
  /// The text with exactly one newline at its end.
  fileprivate var withLastNewline: String {
    var text = self
    while text.last == "\n" { text.removeLast() }
    return text + "\n"
  }

  /// The text as one word of a shell: between quotes where a character would mean something to it.
  var shellWord: String {
    let plain = unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
        || "-_=.,:/+@%".unicodeScalars.contains($0)
    }
    if plain, !isEmpty { return self }
    return "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}
