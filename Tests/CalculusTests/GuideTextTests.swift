import Foundation
import Testing

/// The guide of the module and the examples that are run.
struct GuideTextTests {
  @Test("the guide shows these examples and no others")
  func guide() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let root = folder.deletingLastPathComponent().deletingLastPathComponent()
    let tests = folder.appending(path: "GuideTests.swift")
    let guide = try String(
      contentsOf: root.appending(path: "Sources/Calculus/README.md"), encoding: .utf8)
    let shown = Self.parts(of: guide, from: "```swift", to: "```")
    let run = Self.parts(
      of: try String(contentsOf: tests, encoding: .utf8), from: "// guide", to: "// end")
    #expect(shown.count == 10)
    #expect(shown == run)
  }

  /// What stands between two lines, each time, without the indentation of the first of them.
  private static func parts(of text: String, from start: String, to end: String) -> [[String]] {
    var parts: [[String]] = []
    var part: [String]?
    var indentation = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.drop { $0 == " " }
      if part == nil, words == start {
        part = []
        indentation = line.count - words.count
      } else if let finished = part, words == end {
        parts.append(finished)
        part = nil
      } else {
        part?.append(String(line.dropFirst(indentation)))
      }
    }
    return parts
  }
}
