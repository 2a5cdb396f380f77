import ArgumentParser
import Plotting

/// The manual page in the mdoc language, made from the declarations alone.
struct Manual {
  let catalogue: Catalogue

  /// The page.
  var text: String {
    head + figuresSection + sharedSection + evaluationSection + fileSection + exitSection
      + examplesSection
  }

  private var head: String {
    """
    .Dd \(MVPlot.releaseDate)
    .Dt MVPLOT 1
    .Os
    .Sh NAME
    .Nm mvplot
    .Nd lecture figures from formulas
    .Sh SYNOPSIS
    .Nm
    .Ar FIGURE
    .Ar EXPRESSION ...
    .Op Ar options
    .Nm
    .Cm eval
    .Ar EXPRESSION
    .Fl -at Ar x=A,y=B
    .Nm
    .Cm render
    .Ar FILE ...
    .Op Ar options
    .Nm
    .Cm watch
    .Ar FILE
    .Op Ar options
    .Nm
    .Cm gallery
    .Ar FOLDER
    .Op Ar options
    .Nm
    .Cm schema
    .Op Fl -gallery
    .Nm
    .Cm figures
    .Nm
    .Cm help
    .Op Ar FIGURE
    .Sh DESCRIPTION
    .Nm
    turns a formula into a figure that is mathematically right,
    as PNG, SVG or PDF, and its numbers as JSON.
    Ends of windows, points and constants are expressions without variables.
    A word with a leading minus that is not spelled like an option is an argument.

    """
  }

  private var figuresSection: String {
    var text = ".Sh FIGURES\n"
    for topic in catalogue.topics {
      text += ".Ss \(topic.title.roff)\n.Bl -tag -width Ds\n"
      for figure in topic.figures { text += Self.item(of: figure) }
      text += ".El\n"
    }
    return text
  }

  private static func item<Kind: Figure>(of kind: Kind.Type) -> String {
    let arguments = kind.parameters.filter { $0.kind == .argument }.map { parameter in
      " \(parameter.isOptional ? "Op " : "")Ar \(parameter.placeholder.roff)"
        + (parameter.isRepeatable ? " ..." : "")
    }
    let options = kind.parameters.filter { $0.kind != .argument }
    var text = ".It Cm \(kind.name.roff)\(arguments.joined())\n\(kind.summary.roff)\n"
    guard !options.isEmpty else { return text }
    text += ".Bl -tag -width Ds\n"
    text += options.map { item(of: $0, names: .figure, standard: kind.init()) }.joined()
    return text + ".El\n"
  }

  private static func item<Owner>(
    of parameter: Parameter<Owner>, names: OptionNames, standard: Owner
  ) -> String {
    let value = parameter.kind == .flag ? "" : " Ar \(parameter.placeholder.roff)"
    let spellings = names.spellings(of: parameter.name).map { spelling in
      "Fl \(String(spelling.dropFirst()).roff)"
    }
    let help = parameter.helpLine(standard: standard).roff
    return ".It \(spellings.joined(separator: " , "))\(value)\n\(help)\n"
  }

  private var sharedSection: String {
    let items = SharedOptions.parameters.map { parameter in
      Self.item(of: parameter, names: .shared, standard: SharedOptions())
    }
    return ".Sh OPTIONS OF ALL FIGURES\n.Bl -tag -width Ds\n\(items.joined()).El\n"
  }

  private var evaluationSection: String {
    let items = Evaluation.parameters.filter { $0.kind != .argument }.map { parameter in
      Self.item(of: parameter, names: .shared, standard: Evaluation())
    }
    return """
      .Sh EVALUATION
      .Nm
      .Cm eval
      prints the value, the gradient and the Hessian of an expression in any number of variables.
      .Bl -tag -width Ds
      \(items.joined()).El

      """
  }

  private var fileSection: String {
    let items = GalleryOptions.parameters.filter { $0.kind != .argument }.map { parameter in
      Self.item(of: parameter, names: .shared, standard: GalleryOptions())
    }
    let commands = [CommandName.render, .watch, .schema, .gallery].compactMap { name in
      name.command.map { command in
        ".It Cm \(name.rawValue)\n\(command.configuration.abstract.roff)\n"
      }
    }
    return """
      .Sh FIGURE FILES
      A figure file is YAML.
      Its keys are the long names of the options, the arguments by their names,
      .Cm figure ,
      .Cm caption
      and
      .Cm alt .
      The file
      .Pa gallery.yaml
      of its folder may hold
      .Cm defaults .
      .Bl -tag -width Ds
      \(commands.joined()).El
      .Pp
      The options of
      .Cm gallery :
      .Bl -tag -width Ds
      \(items.joined()).El

      """
  }

  private var exitSection: String {
    """
    .Sh EXIT STATUS
    .Bl -tag -width Ds
    .It 0
    All outputs are written.
    .It 64
    The command line is wrong: an unknown figure or option, a value that is not of its kind.
    .It 65
    The input is wrong: an expression, data or a figure file.
    .It 66
    An input file is missing.
    .It 70
    A defect of
    .Nm .
    .It 73
    An output cannot be written.
    .El

    """
  }

  private var examplesSection: String {
    let examples = catalogue.figures.flatMap { figure in
      figure.examples.map { example in
        "\(example.caption.roff)\n.Dl \(figure.commandLine(of: example).roff)\n.Pp\n"
      }
    }
    guard !examples.isEmpty else { return "" }
    // A paragraph before the end of the page would be empty.
    return ".Sh EXAMPLES\n" + String(examples.joined().dropLast(4))
  }
}

extension String {
  /// The text with what roff would obey made plain.
  fileprivate var roff: String {
    var text = ""
    for character in self {
      switch character {
      case "\\": text += "\\e"
      case "-": text += "\\-"
      case "'": text += "\\(aq"
      case "\"": text += "\\(dq"
      case "^": text += "\\(ha"
      case "~": text += "\\(ti"
      case "`": text += "\\(ga"
      case "\n": text += " "
      default: text.append(character)
      }
    }
    // A line that begins with a dot is a request; a punctuation mark alone is moved by mdoc.
    return text.hasPrefix(".") || text.count == 1 ? "\\&" + text : text
  }
}
