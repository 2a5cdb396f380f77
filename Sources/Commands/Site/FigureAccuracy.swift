import Plotting

/// How right a figure is: what was drawn to which tolerance, and what was left open.
struct FigureAccuracy {
  private let composition: Composition
  private let tolerance: Double

  init(_ composition: Composition, _ setting: Setting) {
    self.composition = composition
    tolerance = setting.tolerance
  }

  /// The section of a page.
  var html: String {
    var text = "<h2>How right it is</h2>\n<p>" + sentences.joined(separator: " ").html + "</p>\n"
    guard !composition.notices.isEmpty else { return text }
    let notices = composition.notices.map { "<li>\($0.html)</li>\n" }
    text += "<ul>\n\(notices.joined())</ul>\n"
    return text
  }

  private var sentences: [String] {
    var sentences: [String] = []
    let (curves, cubics) = counts
    if curves > 0 {
      let pieces = cubics == 1 ? "one cubic" : "\(cubics) cubics"
      let lines = curves == 1 ? "One line" : "\(curves) lines"
      sentences.append(
        "\(lines) of \(pieces) in all; curves are drawn to \(tolerance.parameterText) px of the true"
          + " ones.")
    }
    sentences.append("The numbers are doubles; the JSON file has all their digits.")
    let open = unsettled
    if !open.isEmpty {
      sentences.append("What could not be settled is listed under \(open.joined(separator: ", ")).")
    }
    if !composition.notices.isEmpty {
      sentences.append("What has to be said of it:")
    } else if open.isEmpty {
      sentences.append("Nothing was left open.")
    }
    return sentences
  }

  /// The names of results that list what was not settled, and list something.
  private var unsettled: [String] {
    guard case .object(let members) = composition.results else { return [] }
    return members.compactMap { name, value in
      guard ["unresolved", "unsettled"].contains(name), case .array(let items) = value,
        !items.isEmpty
      else { return nil }
      return name
    }
  }

  /// The lines of the scene and the cubics they are made of.
  private var counts: (curves: Int, cubics: Int) {
    var counts = (curves: 0, cubics: 0)
    for stage in composition.scene?.stages ?? [] {
      for case .curve(let path, _, _) in stage.panels.joined() {
        counts.curves += 1
        counts.cubics += path.subpaths.reduce(0) { $0 + $1.segments.count }
      }
    }
    return counts
  }
}
