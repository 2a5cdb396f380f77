import CairoRenderer
import PageProbing
import Plotting
import Testing

/// Every example of every figure, built up: what is seen of each stage, and whether it stays.
struct ExampleStageTests {
  @Test("each stage leaves what was there in its place and shows something new")
  func stages() throws {
    var count = 0
    let sizes = ExamplePages.named.filter { ["slide", "column"].contains($0.name) }
    try ExamplePages.forEach(sizes, themes: [.light]) { example in
      let page = example.page
      var before: [UInt8] = []
      for stage in 1...page.stages.count {
        let picture = try render(page, as: .png, stageCount: stage)
        let name = page.stages[stage - 1].name
        let isNew = picture != before
        #expect(isNew, "\(example.name): nothing is seen of the stage \(name)")
        before = picture
        count += 1
      }
      let isWhole = try before == render(page, as: .png)
      #expect(isWhole, "\(example.name): the last is not the whole")
    }
    print("build-up: \(count) stages looked at")
    #expect(count > 400)
  }

  @Test("what is drawn of a stage does not depend on how many stages follow")
  func drawings() throws {
    let sizes = ExamplePages.named.filter { $0.name == "slide" }
    try ExamplePages.forEach(sizes, themes: [.light]) { example in
      let page = example.page
      var before: [String] = []
      for stage in 1...page.stages.count {
        let drawn = try Self.drawing(render(page, as: .svg, stageCount: stage))
        let change = zip(before, drawn).first { $0 != $1 }
        #expect(change == nil && before.count <= drawn.count, "\(example.name), stage \(stage)")
        before = drawn
      }
    }
  }

  /// What an SVG draws, line by line: without the definitions and the part of their names that
  /// depends on all that is drawn.
  private static func drawing(_ bytes: [UInt8]) -> [String] {
    let text = String(decoding: bytes, as: UTF8.self)
    let body = text.split(separator: "</defs>").last ?? ""
    return body.split(separator: "\n").map { line in
      String(line).replacing(/#[a-z0-9]+-[0-9]+/, with: "#")
    }.filter { !$0.hasPrefix("</") }
  }

  @Test("no text is written again by a later stage")
  func texts() throws {
    try ExamplePages.forEach(ExamplePages.named, themes: [.light]) { example in
      var seen: Set<String> = []
      for text in PageProbe(example.page).texts {
        let key = "\(text.box.text) at \(text.origin)"
        #expect(seen.insert(key).inserted, "\(example.name): \(key) twice")
      }
    }
  }
}
