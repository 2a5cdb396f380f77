import CairoRenderer
import Plotting

/// A format of results: a picture, or the numbers.
enum FileFormat: String, CaseIterable, ParameterValue {
  case png, svg, pdf, json

  static var placeholder: String { "F" }

  /// The picture format, or `nil` for the numbers.
  var picture: OutputFormat? {
    switch self {
    case .png: .png
    case .svg: .svg
    case .pdf: .pdf
    case .json: nil
    }
  }

  /// The format that the end of a path says: `.png`, `.SVG`.
  init?(ofPath path: String) {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
    self.init(rawValue: name[name.index(after: dot)...].lowercased())
  }
}
