/// What is known of a figure of a site that was made: enough to leave it alone, and to list it.
///
/// Each figure has its own, beside its pictures, so that several runs can share a folder.
struct GalleryStamp: Hashable, Sendable {
  /// The name of the file.
  static let fileName = "stamp.txt"

  /// The fingerprint of all that the figure is made of, the version of the tool included.
  var input = ""
  /// Which build of the tool made it: one that was built anew may draw otherwise.
  var build = ""
  /// The files that were made with their fingerprints.
  var files: [(name: String, hash: String)] = []
  var title = ""
  /// The picture in words.
  var alternative = ""
  /// The extent of the picture in pixels of a page.
  var width = 0
  var height = 0

  /// The stamp as a file.
  var text: String {
    var lines = ["input \(input)", "build \(build)", "size \(width) \(height)"]
    lines += ["title \(title.onOneLine)", "alt \(alternative.onOneLine)"]
    lines += files.map { "file \($0.hash) \($0.name)" }
    return lines.joined(separator: "\n") + "\n"
  }

  init() {}

  /// The stamp of a file, or `nil` where the file is none.
  init?(_ text: String) {
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      guard words.count == 2 else { return nil }
      let rest = String(words[1])
      switch words[0] {
      case "input": input = rest
      case "build": build = rest
      case "title": title = rest
      case "alt": alternative = rest
      case "size":
        let numbers = rest.split(separator: " ").compactMap { Int($0) }
        guard numbers.count == 2 else { return nil }
        (width, height) = (numbers[0], numbers[1])
      case "file":
        let parts = rest.split(separator: " ", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        files.append((String(parts[1]), String(parts[0])))
      default: return nil
      }
    }
    guard !input.isEmpty, !files.isEmpty else { return nil }
  }

  static func == (a: GalleryStamp, b: GalleryStamp) -> Bool { a.text == b.text }

  func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// Whether there is a picture for dark paper beside that for light paper.
  var hasDarkPicture: Bool { files.contains { $0.name == PictureName.dark } }
}

/// The names of the files that each figure of a site has.
enum PictureName {
  static let light = "light.svg"
  static let dark = "dark.svg"
  static let pixels = "picture.png"
  static let document = "picture.pdf"
  static let results = "results.json"
  static let page = "index.html"
  static let all: Set<String> = [
    light, dark, pixels, document, results, page, GalleryStamp.fileName,
  ]
}

extension String {
  /// The text with its line breaks made blanks.
  fileprivate var onOneLine: String {
    String(map { $0.isNewline ? " " : $0 })
  }
}
