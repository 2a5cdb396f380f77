import Foundation
import Plotting
import StandardTopics
import Testing

/// Every example of every figure against the scene that was looked at and kept.
///
/// `MVPLOT_RECORD=1 make test` writes the goldens anew; without it a missing one is written and
/// fails, and a changed one is left beside the old one as `*.changed`.
struct ExampleTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Goldens")

  @Test("the scene of every example is the one that was kept")
  func goldens() throws {
    var count = 0
    for topic in standardTopics {
      for figure in topic.figures {
        try check(figure, count: &count)
      }
    }
    print("goldens: \(count) examples compared")
    #expect(count >= 6)
  }

  private func check<Kind: Figure>(_ kind: Kind.Type, count: inout Int) throws {
    for (index, example) in Kind.examples.enumerated() {
      let composition = try Self.composition(kind, example, in: Setting())
      let text =
        composition.scene.map { SceneText.text(of: $0) } ?? composition.listing?.text ?? ""
      try compare(text, with: "\(Kind.name)-\(index + 1).txt")
      count += 1
    }
  }

  /// What an example makes; its words may give the window as well.
  static func composition<Kind: Figure>(
    _ kind: Kind.Type, _ example: Example, in setting: Setting
  ) throws -> Composition {
    var setting = setting
    let figure = try figure(kind, example.arguments, &setting)
    return try figure.compose(in: setting)
  }

  private static func figure<Kind: Figure>(
    _ kind: Kind.Type, _ words: [String], _ setting: inout Setting
  ) throws -> Kind {
    var figure = Kind()
    var rest = words[...]
    var repeated: [String] = []
    var arguments = Kind.parameters.filter { $0.kind == .argument }[...]
    while let word = rest.popFirst() {
      // `-y` may be an expression: a range has a colon.
      if word == "-x" || word == "-y", let text = rest.first, text.contains(":") {
        rest.removeFirst()
        let range = try ClosedRange<Double>(parameterText: text)
        if word == "-x" { setting.xRange = range } else { setting.yRange = range }
      } else if word.hasPrefix("--") {
        let parameter = try #require(Kind.parameters.first { "--" + $0.name == word })
        let value = try #require(parameter.kind == .flag ? "true" : rest.popFirst())
        let earlier = parameter.isRepeatable ? parameter.read(figure) : []
        let further = rest.prefix(parameter.valueCount.lowerBound - 1)
        rest = rest.dropFirst(further.count)
        try parameter.write(&figure, earlier + [value] + further)
      } else {
        let argument = try #require(arguments.first)
        if argument.isRepeatable {
          repeated.append(word)
          try argument.write(&figure, repeated)
        } else {
          try argument.write(&figure, [word])
          arguments.removeFirst()
        }
      }
    }
    return figure
  }

  private func compare(_ text: String, with name: String) throws {
    let file = Self.folder.appending(path: name)
    let isRecording = ProcessInfo.processInfo.environment["MVPLOT_RECORD"] == "1"
    guard let kept = try? String(contentsOf: file, encoding: .utf8), !isRecording else {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      if !isRecording { Issue.record("\(name) was missing; it is written now: look at it") }
      return
    }
    guard kept != text else { return }
    try text.write(
      to: file.appendingPathExtension("changed"), atomically: true, encoding: .utf8)
    Issue.record("\(name) changed: see \(name).changed beside it")
  }

  @Test("a figure has its words, its parameters and its examples in order")
  func declarations() {
    for topic in standardTopics { #expect(topic.declarationFaults().isEmpty) }
  }
}
