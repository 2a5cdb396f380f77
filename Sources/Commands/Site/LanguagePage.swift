import Plotting

/// The language of expressions, from its own tables and its own parser.
struct LanguagePage {
  let settings: GallerySettings

  /// Texts as a lecturer writes them, each a rule of its own: how they are read is asked for.
  private static let readings = [
    ("2x y", "Factors side by side are multiplied."),
    ("1/2x", "An implied product binds like a written one, from left to right."),
    ("-x^2", "A power binds before a sign."),
    ("2^3^2", "Powers are taken from the right."),
    ("sin 2x cos x", "A function without brackets takes the product behind it."),
    ("sin(x)^2", "A power behind the brackets is one of the value."),
    ("sin^2 x", "A power behind the name as well."),
    ("|x - 1|", "Bars are the absolute value."),
    ("√x + x²", "Roots and powers may be written as they are printed."),
    ("e^-x^2", "A sign may stand in an exponent."),
    ("if(x < 0, -x, x)", "A choice between two expressions."),
    ("sum(k, 1, 4, x^k/k)", "A sum over a whole number."),
    ("log(x)", "The natural logarithm; log10 and log2 are the others."),
  ]

  /// The page as a file.
  var html: String {
    var content = "<h1>The language of expressions</h1>\n"
    content += "<p>Formulas are written as on a blackboard. A letter that stands for nothing else "
    content += "is a variable or a constant of <code>--let</code>.</p>\n"
    content += "<h2>How it is read</h2>\n" + readings.scrolling(called: "How it is read")
    content += "<h2>Functions</h2>\n" + functions
    let constants = Language.constantNames.map { "<code>\($0.html)</code>" }
    content += "<h2>Constants</h2>\n<p>\(constants.joined(separator: ", "))</p>\n"
    return SitePage(
      title: "The language of expressions", site: settings.title,
      description: "Functions, constants and rules of the expressions of mvplot.", root: "",
      content: content
    ).html
  }

  private var readings: String {
    let rows = Self.readings.compactMap { text, rule -> String? in
      guard let read = try? Expression(text, variables: ["x", "y"]) else { return nil }
      return """
        <tr><td><code>\(text.html)</code></td><td><code>\(read.text.html)</code></td>\
        <td>\(rule.html)</td></tr>

        """
    }
    return """
      <table>
      <tr><th scope="col">Typed</th><th scope="col">Read as</th><th scope="col">Rule</th></tr>
      \(rows.joined())</table>
      """
  }

  private var functions: String {
    let items = Language.functionSpellings.map { spellings in
      "<li>\(spellings.map { "<code>\($0.html)</code>" }.joined(separator: ", "))</li>\n"
    }
    return "<ul class=\"columns\">\n\(items.joined())</ul>\n"
  }
}
