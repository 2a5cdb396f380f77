import Testing

/// Options whose name is followed by several values.
@Suite struct SeveralValuesTests {
  private func along(_ words: [String]) -> String {
    let run = ToolRun(
      ["chain"] + words + ["-o", "-", "--format", "json", "--quiet"], topics: ToolRun.standard)
    let text = run.output.split(separator: "\"along\": ").last ?? ""
    return run.errors + text.prefix { $0 != "]" }
  }

  @Test("Two values follow, wherever the option stands")
  func fixedCount() {
    #expect(along(["x y", "--along", "t", "-t", "--at", "1"]) == "[\"t\", \"-t\"")
    #expect(along(["--along", "t", "t^2", "x y", "--at", "1"]) == "[\"t\", \"t^2\"")
    #expect(along(["--along", "t", "t^2", "--at", "1", "x y"]) == "[\"t\", \"t^2\"")
    #expect(along(["x y", "--along", "t", "--along", "t^2"]) == "[\"t\", \"t^2\"")
    #expect(along(["x y", "--along=t", "t^2"]) == "[\"t\", \"t^2\"")
  }

  @Test("Values end where an option begins, or where an argument would lack its word")
  func openCount() {
    func target(_ words: String...) -> String {
      let run = ToolRun(
        ["train"] + words + ["--steps", "1", "-o", "-", "--format", "json", "--quiet"],
        topics: ToolRun.standard)
      let text = run.output.split(separator: "\"target\": ").last ?? ""
      return run.errors + text.prefix { $0 != "]" }
    }
    #expect(target("1-2-2", "--target", "t", "1 - t") == "[\"t\", \"1 - t\"")
    #expect(target("--target", "t", "1 - t", "1-2-2") == "[\"t\", \"1 - t\"")
    #expect(target("--target", "t", "--seed", "3", "1-2-1") == "[\"t\"")
    #expect(target("1-2-3", "--target", "t", "--target", "t", "-t") == "[\"t\", \"t\", \"-t\"")
  }
}
