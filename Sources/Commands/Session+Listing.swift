import Plotting

extension Session {
  /// The files of a figure that has results and no picture.
  ///
  /// Text for people on standard output, unless a format or a path asks for JSON.
  func files(
    of report: FigureReport, _ options: SharedOptions
  ) throws(CommandFailure) -> [OutputFile] {
    let paths = options.outputs.isEmpty ? ["-"] : options.outputs
    var files: [OutputFile] = []
    for path in paths where !files.contains(where: { $0.destination.path == path }) {
      let format = FileFormat(ofPath: path) ?? options.format
      let text: [UInt8]
      switch format {
      case .json: text = report.bytes
      case nil where path == "-":
        text = Array((report.composition.listing?.text ?? "").utf8)
      default:
        let asked = options.outputs.isEmpty ? "--format" : "-o"
        let value = options.outputs.isEmpty ? format?.rawValue ?? "" : path
        throw .usage(.noPicture(figure: report.figure, option: asked, value: value))
      }
      files.append(OutputFile(Destination(path: path, format: .json), text))
    }
    return files
  }
}
