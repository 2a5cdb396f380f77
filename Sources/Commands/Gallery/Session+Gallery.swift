import Plotting

extension Session {
  /// Makes the site of a folder of figure files.
  func makeGallery(_ words: [String]) throws(CommandFailure) {
    guard let texts = try texts(of: words, for: GalleryOptions.self) else { return }
    let options = try texts.applied(
      to: GalleryOptions(), GalleryOptions.parameters, names: .shared)
    let gallery = try Gallery(options, in: catalogue)
    if !options.isCheck { try SiteFolder.make(gallery.site + "/figures") }
    let results = gallery.update()
    try tell(results, options)
    if options.isCheck {
      try check(gallery, results)
    } else if options.shard == nil {
      gallery.removeVanished()
      for page in gallery.pages() {
        try SiteFolder.write(page.bytes, to: "\(gallery.site)/\(page.name)")
      }
      if !options.isQuiet { try outlets.print("\(gallery.site)/index.html\n") }
    }
    let failures = results.compactMap { $0.outcome.failure }
    guard !failures.isEmpty else { return }
    let isFullDisk = failures.allSatisfy { $0.exitCode == 73 }
    throw .several(failed: failures.count, of: results.count, code: isFullDisk ? 73 : 65)
  }

  private func tell(
    _ results: [(figure: GalleryFigure, outcome: GalleryFigure.Outcome)],
    _ options: GalleryOptions
  ) throws(CommandFailure) {
    var made = 0
    var unchanged = 0
    for (figure, outcome) in results {
      switch outcome {
      case .made(let notices):
        made += 1
        guard !options.isQuiet else { continue }
        for notice in notices { outlets.messages("mvplot: note: \(figure.name): \(notice)\n") }
      case .unchanged: unchanged += 1
      case .stale: break
      case .failed(let failure): outlets.messages(failure.message)
      }
    }
    guard !options.isQuiet, !options.isCheck else { return }
    let failed = results.count - made - unchanged
    outlets.messages("mvplot: \(made) made, \(unchanged) unchanged, \(failed) failed\n")
  }

  private func check(
    _ gallery: Gallery, _ results: [(figure: GalleryFigure, outcome: GalleryFigure.Outcome)]
  ) throws(CommandFailure) {
    var stale = results.compactMap { figure, outcome in
      if case .stale = outcome { figure.name } else { nil }
    }
    if gallery.options.shard == nil {
      stale += gallery.vanished
      let pages = gallery.pages().filter { page in
        !SiteFolder.isWritten(page.bytes, at: "\(gallery.site)/\(page.name)")
      }.map(\.name)
      // A figure that is stale needs no word about its page.
      stale += pages.filter { page in !stale.contains { page.hasPrefix("figures/\($0)/") } }
    }
    guard stale.isEmpty else { throw .stale(stale, folder: gallery.site) }
  }
}

extension GalleryFigure.Outcome {
  /// Why the figure could not be made.
  fileprivate var failure: CommandFailure? {
    if case .failed(let failure) = self { failure } else { nil }
  }
}
