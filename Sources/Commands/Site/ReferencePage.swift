import Plotting

/// The reference of all figures, from their declarations alone.
struct ReferencePage {
  let settings: GallerySettings
  let catalogue: Catalogue
  let cards: [GalleryCard]

  /// The page as a file.
  var html: String {
    var content = "<h1>Figures</h1>\n<p>An option <code>--levels 8</code> of the command line is "
    content += "the key <code>levels: 8</code> of a figure file.</p>\n"
    content += contents
    for topic in catalogue.topics where !topic.figures.isEmpty {
      content += "<h2>\(topic.title.html)</h2>\n"
      for figure in topic.figures { content += section(of: figure) }
    }
    content += "<h2 id=\"options\">Options of all figures</h2>\n"
    content += Self.list(SharedOptions.parameters, names: .shared, standard: SharedOptions())
    return SitePage(
      title: "Figures", site: settings.title,
      description: "All figures of mvplot with their options.", root: "", content: content
    ).html
  }

  /// Links to all figures, and to what they share.
  private var contents: String {
    let links = catalogue.figures.map { "<li><a href=\"#\($0.name)\">\($0.name)</a></li>\n" }
    return "<ul class=\"topics\">\n\(links.joined())"
      + "<li><a href=\"#options\">options of all figures</a></li>\n</ul>\n"
  }

  private func section<Kind: Figure>(of kind: Kind.Type) -> String {
    let arguments = Kind.parameters.filter { $0.kind == .argument }.map { parameter in
      " " + parameter.placeholder + (parameter.isRepeatable ? "…" : "")
    }
    var text =
      "<h3 id=\"\(Kind.name)\"><code>\((Kind.name + arguments.joined()).html)</code></h3>\n"
    text += "<p>\(Kind.summary.html)</p>\n"
    text += Self.list(Kind.parameters, names: .figure, standard: Kind())
    for example in Kind.examples {
      text += "<p>\(example.caption.html)</p>\n"
      text += Kind.commandLine(of: example).code(called: "Example of \(Kind.name)")
    }
    let links = cards.filter { $0.file.kind.name == Kind.name }.map { card in
      "<a href=\"\(card.folder)\(PictureName.page)\">\(card.stamp.title.html)</a>"
    }
    guard !links.isEmpty else { return text }
    return text + "<p class=\"soft\">In the gallery: \(links.joined(separator: ", "))</p>\n"
  }

  private static func list<Owner>(
    _ parameters: [Parameter<Owner>], names: OptionNames, standard: Owner
  ) -> String {
    let items = parameters.map { parameter in
      let spellings =
        parameter.kind == .argument
        ? [parameter.placeholder] : names.spellings(of: parameter.name)
      let value = parameter.kind == .option ? " " + parameter.placeholder : ""
      return """
        <dt><code>\((spellings.joined(separator: ", ") + value).html)</code></dt>
        <dd>\(parameter.helpLine(standard: standard).html)</dd>

        """
    }
    return items.isEmpty ? "" : "<dl>\n\(items.joined())</dl>\n"
  }
}
