import CVector

/// The font files in some folders and all folders in them.
///
/// It is asked only for fonts that a user names; the built-in families are found without it.
struct FontCatalogue {
  /// Where files are looked for.
  let folders: [String]

  /// The folders in which Debian, TeX and users keep fonts.
  static var standard: FontCatalogue {
    let system = ["/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/texmf/fonts"]
    let home = getenv("HOME").map { String(cString: $0) } ?? ""
    let own = home.isEmpty ? [] : ["\(home)/.fonts", "\(home)/.local/share/fonts"]
    return FontCatalogue(folders: FontShelf.userFolders + own + system)
  }

  /// The font called `name`: by the name of its file, else by the names that the files themselves
  /// give; of a family its upright face of regular weight.
  func font(named name: String) -> InstalledFont? {
    let key = name.lettersAndDigits
    guard !key.isEmpty else { return nil }
    let paths = paths()
    for path in paths {
      let stem = path.fileStem.lettersAndDigits
      let isMeant = stem == key || FontCatalogue.regularEndings.contains { stem == key + $0 }
      if isMeant, let font = InstalledFont(path: path) { return font }
    }
    let fonts = paths.compactMap(InstalledFont.init(path:)).filter { $0.isCalled(key) }
    return fonts.min { ($0.oddity, $0.path) < ($1.oddity, $1.path) }
  }

  /// The name of a family that is nearest to `name`, where one is near enough to be meant.
  func suggestion(for name: String) -> String? {
    let families = Set(paths().compactMap { InstalledFont(path: $0)?.family })
    let byKey = Dictionary(families.map { ($0.lettersAndDigits, $0) }) { min($0, $1) }
    return EditDistance.nearest(to: name.lettersAndDigits, among: byKey.keys).flatMap { byKey[$0] }
  }

  /// All faces of the family of a font.
  func faces(of font: InstalledFont) -> [InstalledFont] {
    paths().compactMap(InstalledFont.init(path:)).filter { $0.family == font.family }
  }

  private static let regularEndings = ["regular", "roman", "book"]
}

// MARK: Files

extension FontCatalogue {
  /// The paths of all font files, in the order of the folders and then of their names.
  private func paths() -> [String] {
    var paths: [String] = []
    for folder in folders {
      var found: [String] = []
      collect(folder, depth: 0, into: &found)
      paths += found.sorted()
    }
    return paths
  }

  // Deeper trees and more files than these are no folders of fonts.
  private static let deepest = 8
  private static let most = 20_000

  private func collect(_ folder: String, depth: Int, into paths: inout [String]) {
    guard depth < FontCatalogue.deepest, let stream = opendir(folder) else { return }
    defer { closedir(stream) }
    while paths.count < FontCatalogue.most, let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(".") { continue }
      let path = "\(folder)/\(name)"
      if name.lowercased().hasSuffix(".otf") || name.lowercased().hasSuffix(".ttf") {
        paths.append(path)
      } else if !name.contains(".") {
        collect(path, depth: depth + 1, into: &paths)
      }
    }
  }
}

extension String {
  /// The letters and digits in small letters: what a name and the name of its file have in common.
  var lettersAndDigits: String {
    String(lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.isDigit })
  }

  /// The name of a file without its folder and its ending.
  var fileStem: String {
    let file = split(separator: "/").last ?? ""
    return String(file.lastIndex(of: ".").map { file[..<$0] } ?? file)
  }
}
