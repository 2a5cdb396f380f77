import CVector

/// The folders in which font files are looked for, by name and never through fontconfig.
///
/// Fontconfig costs 5 ms with a warm cache and half a second with none, and its answer depends on
/// the machine's configuration; a path gives the same glyphs on every machine.
struct FontShelf {
  /// The folders in the order of the search.
  let folders: [String]
  /// Where fonts that a user names are looked for.
  let catalogue: FontCatalogue

  /// The shelf of some folders.
  init(folders: [String], catalogue: FontCatalogue? = nil) {
    self.folders = folders
    self.catalogue = catalogue ?? FontCatalogue(folders: folders)
  }

  /// The folders of Debian's font packages, then those of `MVPLOT_FONT_PATH`, divided by colons.
  static var standard: FontShelf {
    FontShelf(folders: debianFolders + userFolders, catalogue: .standard)
  }

  /// The folders of `MVPLOT_FONT_PATH`.
  static var userFolders: [String] {
    let own = getenv("MVPLOT_FONT_PATH").map { String(cString: $0) } ?? ""
    return own.split(separator: ":").map(String.init)
  }

  private static let debianFolders = [
    "/usr/share/fonts/truetype/lato",
    "/usr/share/fonts/truetype/dejavu",
    "/usr/share/texmf/fonts/opentype/public/lm",
    "/usr/share/texmf/fonts/opentype/public/lm-math",
  ]

  /// The font in the first file of that name which can be read, or at that path, or `nil`.
  func open(_ file: String) -> OpenFont? {
    if file.contains("/") { return OpenFont(path: file) }
    for folder in folders {
      if let font = OpenFont(path: "\(folder)/\(file)") { return font }
    }
    return nil
  }
}
