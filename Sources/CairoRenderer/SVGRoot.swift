import Drawing

/// What the root element of an SVG says about the picture.
struct SVGRoot {
  /// The extent in output units.
  let width: Double, height: Double
  /// What an output unit is.
  let unit: OutputUnit
  /// A short title; may be empty.
  let title: String
  /// The picture in words; may be empty.
  let description: String
}

extension SVGFinisher {
  /// Writes the opening tag, `<title>` and `<desc>`.
  mutating func append(_ root: SVGRoot) {
    let unit = root.unit == .point ? "pt" : ""
    let width = SVGNumber(root.width)
    let height = SVGNumber(root.height)
    append(#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink""#)
    append(#" version="1.1" width=""#)
    append(width)
    append(unit + #"" height=""#)
    append(height)
    append(unit + #"" viewBox="0 0 "#)
    append(width)
    append(" ")
    append(height)
    append(#"" role="img""#)
    let names = [("t", "title", root.title), ("d", "desc", root.description)]
      .filter { !$0.2.isEmpty }
    appendReferences(names.map(\.0))
    append(">\n")
    for (id, element, text) in names {
      append("<\(element)")
      append(#" id=""#)
      appendIdentifier(id)
      append(#"">"#)
      appendEscaped(text)
      append("</\(element)>\n")
    }
  }

  /// Says which elements name the picture, for readers who hear it.
  private mutating func appendReferences(_ ids: [String]) {
    guard !ids.isEmpty else { return }
    append(#" aria-labelledby=""#)
    for (index, id) in ids.enumerated() {
      if index > 0 { append(" ") }
      appendIdentifier(id)
    }
    append("\"")
  }

  /// Writes text with the characters of XML escaped, and those that XML forbids replaced.
  private mutating func appendEscaped(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": append("&amp;")
      case "<": append("&lt;")
      case ">": append("&gt;")
      case "\t", "\n", "\r", " "..."\u{FFFD}", "\u{10000}"...: append(String(scalar))
      default: append("\u{FFFD}")
      }
    }
  }
}
