import Plotting

extension String {
  /// The text as HTML that shows it, wherever it stands: between tags or in an attribute.
  var html: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      case "\n", "\t": text.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): text += " "
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// A word of a program in words: `criticalPoints` as "critical points".
  var spaced: String {
    var text = ""
    for (index, character) in enumerated() {
      let isStart = character.isUppercase && index > 0 && text.last?.isLowercase == true
      text += isStart ? " " + character.lowercased() : String(character)
    }
    return text
  }
}

/// A page of a site: what stands around its content.
struct SitePage {
  /// The title in the head, before that of the site.
  let title: String
  /// The title of the site.
  let site: String
  /// What search engines and previews show.
  let description: String
  /// The way from the page to the folder of the site: empty, or `../../`.
  let root: String
  /// What stands between header and footer.
  let content: String

  /// Two level curves, as a picture in the address itself.
  private static let icon =
    "data:image/svg+xml,%3Csvg xmlns=\'http://www.w3.org/2000/svg\' viewBox=\'0 0 32 32\'%3E"
    + "%3Cg fill=\'none\' stroke=\'%235aa5f7\' stroke-width=\'4\'%3E"
    + "%3Ccircle cx=\'16\' cy=\'16\' r=\'13\'/%3E%3Ccircle cx=\'16\' cy=\'16\' r=\'5\'/%3E%3C/g%3E%3C/svg%3E"

  /// The page as a file.
  var html: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\((title == site ? title : "\(title) · \(site)").html)</title>
    <meta name="description" content="\(description.html)">
    <meta name="generator" content="mvplot \(MVPlot.version)">
    <meta property="og:title" content="\(title.html)">
    <meta property="og:description" content="\(description.html)">
    <link rel="icon" href="\(Self.icon)">
    <link rel="stylesheet" href="\(root)style.css">
    </head>
    <body>
    <a class="skip" href="#content">To the content</a>
    <nav class="site" aria-label="Site"><a class="home" href="\(root)index.html">\(site.html)</a>
    <a href="\(root)reference.html">Figures</a>
    <a href="\(root)language.html">Language</a></nav>
    <main id="content">
    \(content)</main>
    <footer><p>Made by mvplot \(MVPlot.version).</p></footer>
    </body>
    </html>

    """
  }
}

/// A picture of a site, for light and dark paper.
struct SitePicture {
  /// The folder of the picture as seen from the page, with its slash.
  let folder: String
  let stamp: GalleryStamp

  /// The picture as HTML; `isLazy` where it is one of many.
  func html(isLazy: Bool) -> String {
    let dark =
      stamp.hasDarkPicture
      ? "<source media=\"(prefers-color-scheme: dark)\" srcset=\"\(folder)\(PictureName.dark)\">"
      : ""
    let lazy = isLazy ? " loading=\"lazy\" decoding=\"async\"" : ""
    return """
      <picture>\(dark)<img src="\(folder)\(PictureName.light)" width="\(stamp.width)" \
      height="\(stamp.height)" alt="\(stamp.alternative.html)"\(lazy)></picture>
      """
  }

  /// Whether there is a picture at all.
  var exists: Bool { stamp.files.contains { $0.name == PictureName.light } }
}

extension String {
  /// A part of a page that is wider than a telephone: it scrolls by itself, by keys as well.
  func scrolling(called name: String) -> String {
    "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"\(name.html)\">\(self)</div>\n"
  }

  /// Lines of code.
  func code(called name: String) -> String {
    "<pre><code>\(html)</code></pre>".scrolling(called: name)
  }
}

extension String {
  /// The text as a part of an address.
  var percentEncoded: String {
    var text = ""
    for byte in utf8 {
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        byte < 0x80 && (Character(scalar).isLetter || Character(scalar).isNumber)
        || "-_.~".unicodeScalars.contains(scalar)
      if isPlain {
        text.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return text
  }
}
