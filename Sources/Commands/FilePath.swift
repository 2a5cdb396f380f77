import CVector

/// A path taken to pieces.
struct FilePath: Hashable, Sendable {
  /// The path as it was given.
  let text: String

  init(_ text: String) { self.text = text }

  /// The part up to and with the last slash; empty for the folder that we are in.
  var folder: String { text.lastIndex(of: "/").map { String(text[...$0]) } ?? "" }

  /// The part behind the last slash.
  var name: String { String(text[text.index(text.startIndex, offsetBy: folder.count)...]) }

  /// The name without its end: `a` of `figures/a.yaml`.
  var stem: String {
    let name = name
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// The path of `relative` seen from a folder: an absolute one is left as it is.
  static func joined(_ folder: String, _ relative: String) -> String {
    if relative.hasPrefix("/") || folder.isEmpty { return relative }
    return folder.hasSuffix("/") ? folder + relative : folder + "/" + relative
  }

  /// The steps of a path with `.` and `..` taken, or `nil` where it leaves where it began.
  static func steps(_ path: String) -> [Substring]? {
    var steps: [Substring] = []
    for step in path.split(separator: "/") where step != "." {
      if step == ".." {
        guard steps.popLast() != nil else { return nil }
      } else {
        steps.append(step)
      }
    }
    return steps
  }

  /// Whether `path`, seen from `folder`, stays in that folder.
  static func stays(_ path: String, in folder: String) -> Bool {
    guard path.hasPrefix("/") else { return steps(path) != nil }
    guard let real = realpath(folder.isEmpty ? "." : folder, nil) else { return false }
    defer { free(real) }
    guard let outer = steps(String(cString: real)), let inner = steps(path) else { return false }
    return inner.count > outer.count && inner.starts(with: outer)
  }
}
