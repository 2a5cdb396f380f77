import Plotting
import Synchronization

/// A folder of figure files on its way to a site.
struct Gallery {
  let options: GalleryOptions
  let catalogue: Catalogue
  let settings: GallerySettings
  /// All figures, in the order of their names.
  let figures: [GalleryFigure]

  /// Finds the figure files of a folder.
  init(_ options: GalleryOptions, in catalogue: Catalogue) throws(CommandFailure) {
    self.options = options
    self.catalogue = catalogue
    let folder = options.folder.hasSuffix("/") ? options.folder : options.folder + "/"
    let names = try FileReader.names(inFolder: folder).filter { name in
      (name.hasSuffix(".yaml") || name.hasSuffix(".yml")) && name != GallerySettings.fileName
    }
    guard !names.isEmpty else {
      throw .figure(
        .input(
          "there is no figure file in \(options.folder.quoted)",
          hint: "figure files end in .yaml: 'mvplot help render' says more"))
    }
    let settings = try GallerySettings.read(inFolder: folder)
    self.settings = settings
    var site = options.output
    while site.count > 1, site.hasSuffix("/") { site.removeLast() }
    figures = names.map { name in
      GalleryFigure(
        path: FilePath(folder + name), site: site, settings: settings, catalogue: catalogue)
    }
    try checkCover(in: folder)
    for (a, b) in zip(figures, figures.dropFirst()) where a.name == b.name {
      throw .figure(
        .input(
          "\(a.path.text.quoted) and \(b.path.text.quoted) would be the same page",
          hint: "rename one of them"))
    }
  }

  private func checkCover(in folder: String) throws(CommandFailure) {
    let names = figures.map(\.name)
    guard let cover = settings.cover, !names.contains(cover.name) else { return }
    let near = Suggestions.near(cover.name, among: names).map(\.quoted)
    throw .figureFile(
      FigureFileError(
        path: folder + GallerySettings.fileName, cover.place,
        "cover wants the name of a figure file without its end, not \(cover.name.quoted)",
        hint: near.isEmpty ? "" : "did you mean \(near.enumeration)?"))
  }

  /// The folder of the site.
  var site: String { figures.first?.site ?? options.output }

  /// Makes the figures of this run and says what became of each, in the order of their names.
  func update() -> [(figure: GalleryFigure, outcome: GalleryFigure.Outcome)] {
    let mine = options.shard?.share(of: figures) ?? figures
    let isCheck = options.isCheck
    let progress = GalleryProgress(of: mine.count, isQuiet: options.isQuiet)
    let outcomes = OutcomeList(count: mine.count)
    Workers.run(mine.count, jobs: options.jobs?.count ?? Workers.standardCount) { index in
      outcomes.set(index, mine[index].update(isCheck: isCheck))
      progress.finished(mine[index].name)
    }
    progress.end()
    return zip(mine, outcomes.all).compactMap { figure, outcome in
      outcome.map { (figure, $0) }
    }
  }

  /// The files of the site that depend on all figures: the index, the references, and the pages of
  /// the figures with their links to one another.
  func pages() -> [(name: String, bytes: [UInt8])] {
    let cards = figures.compactMap { figure -> GalleryCard? in
      guard let stamp = figure.stamp,
        let file = try? FigureFile.read(figure.path, in: catalogue, settings)
      else { return nil }
      return GalleryCard(name: figure.name, file: file, stamp: stamp)
    }
    let sheet = ContactSheet(cards, in: catalogue)
    let reference = ReferencePage(settings: settings, catalogue: catalogue, cards: sheet.cards)
    let shared = [
      ("index.html", IndexPage(settings: settings, sheet: sheet).html),
      ("reference.html", reference.html),
      ("language.html", LanguagePage(settings: settings).html),
      ("style.css", SiteStyle.sheet),
    ].map { ($0.0, Array($0.1.utf8)) }
    return shared + sheet.pages(inSite: site)
  }
}

/// What became of the figures, while several threads tell it.
private final class OutcomeList: Sendable {
  private let outcomes: Mutex<[GalleryFigure.Outcome?]>

  init(count: Int) { outcomes = Mutex(Array(repeating: nil, count: count)) }

  func set(_ index: Int, _ outcome: GalleryFigure.Outcome) {
    outcomes.withLock { $0[index] = outcome }
  }

  var all: [GalleryFigure.Outcome?] { outcomes.withLock { $0 } }
}
