import Plotting

extension FigureSchema {
  /// The schema of the file that says what holds for all figure files of a folder.
  var settings: JSONValue {
    let defaults = SharedOptions.fileParameters.filter { $0.name != "output" }
      .flatMap { parameter in
        let members = Self.members(parameter, standard: SharedOptions())
        guard parameter.name.count == 1 else { return members }
        return members + [("-" + parameter.name, members[0].1)]
      }
    return .object([
      ("$schema", .string("http://json-schema.org/draft-07/schema#")),
      ("title", .string("The file \(GallerySettings.fileName) of mvplot \(MVPlot.version)")),
      ("type", .string("object")), ("additionalProperties", .bool(false)),
      (
        "properties",
        .object([
          ("title", Self.text("The heading of the gallery.")),
          (
            "introduction",
            Self.text("What stands under the heading; an empty line begins a new paragraph.")
          ),
          ("cover", Self.text("The figure beside it: the name of its file without the end.")),
          (
            "defaults",
            .object([
              ("description", .string("Options for all figures of the folder.")),
              ("type", .string("object")), ("additionalProperties", .bool(false)),
              ("properties", .object(defaults)),
            ])
          ),
        ])
      ),
    ])
  }

  private static func text(_ help: String) -> JSONValue {
    .object([("type", .string("string")), ("description", .string(help))])
  }
}
