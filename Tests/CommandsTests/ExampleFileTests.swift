import Plotting
import StandardTopics
import Testing

@testable import Commands

/// What the files of all examples promise: words for the picture.
@Suite struct ExampleFileTests {
  private static let examples = standardTopics.flatMap { $0.figures }.flatMap { figure in
    figure.examples.enumerated().map { (name: "\(figure.name)-\($0)", figure, $1) }
  }

  private func run(_ figure: any Figure.Type, _ example: Example, _ rest: [String]) -> ToolRun {
    ToolRun([figure.name] + example.arguments + ["--quiet"] + rest, topics: ToolRun.standard)
  }

  @Test("The words of every example say the mathematics, and are the same in every format")
  func descriptions() throws {
    for (name, figure, example) in Self.examples {
      let json = run(figure, example, ["--format", "json", "-o", "-"]).output
      let words = try #require(json.firstMatch(of: /"description": "((?:[^"\\]|\\.)*)"/)?.1)
      #expect(words.count > 40 && words.last == "." && words.contains(where: \.isNumber), "\(name)")
      #expect(!words.contains("$") && !words.contains("\\\\"), "\(name): \(words)")
      let svg = run(figure, example, ["--format", "svg", "-o", "-"])
      guard svg.code == 0 else { continue }
      let desc = try #require(svg.output.firstMatch(of: /<desc[^>]*>([^<]*)<\/desc>/)?.1)
      let plain = desc.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
        .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
      #expect(plain == words.replacing("\\\"", with: "\""), "\(name)")
      #expect(svg.output.contains(/<title[^>]*>[^<]+<\/title>/), "\(name)")
      #expect(svg.output.contains("role=\"img\""), "\(name)")
      let pdf = run(figure, example, ["--format", "pdf", "-o", "-"]).bytes
      for key in ["/Title ", "/Subject "] {
        #expect(pdf.firstRange(of: Array(key.utf8)) != nil, "\(name): \(key)")
      }
    }
  }
}
