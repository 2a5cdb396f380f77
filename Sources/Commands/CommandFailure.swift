import Plotting

/// Why a run of the tool ends without its result.
enum CommandFailure: Error, Hashable {
  /// The command line is not one of ours.
  case usage(UsageError)
  /// The figure cannot be made of what was given.
  case figure(FigureError)
  /// A figure file says what cannot be done.
  case figureFile(FigureFileError)
  /// Figures of several failed, which were told of one by one; the code is that of the failures.
  case several(failed: Int, of: Int, code: Int32)
  /// The outputs of a gallery are not those of its figure files.
  case stale([String], folder: String)
  /// A file cannot be read.
  case reading(FileError)
  /// A text with formulas that cannot be set, and the option that gave it.
  case text(option: String, String, TypesettingError)
  /// Something of the machine is missing: a font, memory.
  case environment(String)
  /// A file or a stream cannot be written.
  case writing(FileError)
  /// We could not do what we promise.
  case defect(String)
}

/// What is wrong with a command line.
enum UsageError: Error, Hashable {
  /// No figure or command has this name.
  case unknownFigure(String, suggestions: [String])
  /// An expression where the figure should stand; `figure` is one that exists.
  case expressionBeforeFigure(String, figure: String)
  /// An option where the figure should stand.
  case optionBeforeFigure(String)
  /// The command does not have this option.
  case unknownOption(String, command: String, suggestions: [String])
  /// The last word is an option that wants a value.
  case missingValue(option: String, placeholder: String)
  /// A switch with a value: `--filled=yes`.
  case unexpectedValue(option: String, value: String)
  /// The value is not of the option's kind.
  case badValue(option: String, value: String, wanted: String)
  /// Too few arguments; `example` is a command line that works.
  case missingArgument(command: String, names: [String], example: String?)
  /// Too many arguments.
  case extraArguments(command: String, names: [String], all: [String])
  /// A picture of results that cannot be drawn.
  case noPicture(figure: String, option: String, value: String)
  /// A command line that contradicts itself, in words: what is wrong, then what would work.
  case contradiction(String, hint: String)
}
