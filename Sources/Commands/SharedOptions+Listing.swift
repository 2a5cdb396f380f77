import Plotting

extension SharedOptions {
  /// The files of a figure that has results and no picture.
  ///
  /// Text for people on standard output, unless a format or a path asks for JSON.
  func files(of report: FigureReport) throws(CommandFailure) -> [OutputFile] {
    let paths = outputs.isEmpty ? ["-"] : outputs
    var files: [OutputFile] = []
    for path in paths where !files.contains(where: { $0.destination.path == path }) {
      let format = FileFormat(ofPath: path) ?? self.format
      let text: [UInt8]
      switch format {
      case .json: text = report.bytes
      case nil where path == "-":
        text = Array((report.composition.listing?.text ?? "").utf8)
      default:
        let asked = outputs.isEmpty ? "--format" : "-o"
        let value = outputs.isEmpty ? format?.rawValue ?? "" : path
        throw .usage(.noPicture(figure: report.figure, option: asked, value: value))
      }
      files.append(OutputFile(Destination(path: path, format: .json), text))
    }
    return files
  }
}
