import CVector
import Plotting
import Testing

@testable import Commands

/// Themes that a user writes as files.
@Suite struct ThemeFileTests {
  private let folder = TemporaryFolder()

  private func write(_ text: String, to name: String) {
    guard let file = fopen(folder[name], "w") else { return }
    fputs(text, file)
    fclose(file)
  }

  private func run(_ text: String, _ options: String...) -> ToolRun {
    write(text, to: "my.theme")
    return ToolRun(
      ["circles", "x", "--theme", folder["my.theme"], "--format", "svg", "-o", "-"] + options)
  }

  @Test("Colours of a file are those of the picture, and nothing moves")
  func colours() {
    let own = run("base = dark\npaper = #102030\n# a comment\n\nink: '#fff'\n").output
    #expect(
      own.contains("rgb(6.27451%,12.54902%,18.823529%)") || own.lowercased().contains("#102030"))
    let dark = ToolRun("circles", "x", "--theme", "dark", "--format", "svg", "-o", "-").output
    // The same picture but for what follows "fill" and "stroke".
    func bare(_ text: String) -> String {
      // The names of glyphs begin with a mark of the file, which its colours change.
      text.replacing(/aria-labelledby="[^"]*"/, with: "")
        .replacing(/(id="|#)[a-z0-9]+-/, with: "")
        .replacing(/#[0-9A-Fa-f]{3,6}|rgb\([^)]*\)/, with: "")
    }
    #expect(bare(own) == bare(dark))
  }

  @Test("Lines can be heavier")
  func weights() {
    #expect(run("lines = 2").output != run("lines = 1").output)
    #expect(run("lines = 2").code == 0)
  }

  @Test(
    "An error names the file, the line, the key and what was meant",
    arguments: [
      ("ink #000", "line 1: 'ink #000' has no '='\na theme has lines such as: ink = #1A2029"),
      ("\ninkk = #000", "line 2: a theme has no 'inkk'; did you mean 'ink'?"),
      ("ink = black", "line 1: ink wants a colour like #0354AA, not 'black'"),
      ("ink = #12345", "line 1: ink wants a colour like #0354AA, not '#12345'"),
      ("base = dim", "line 1: base wants light, dark, paper or textbook, not 'dim'"),
      ("ink = #000\nink = #111", "line 2: 'ink' was given in line 1\nleave one of them out"),
      ("lines = 9", "line 1: lines wants a factor from 0.5 to 3, not '9'"),
      (
        "colours = jet",
        "line 1: colours wants auto, shore, diverging, viridis or cividis, not 'jet'"
      ),
    ])
  func errors(text: String, wanted: String) {
    let run = run(text)
    #expect(run.code == 65)
    #expect(run.errors == "mvplot: '\(folder["my.theme"])', \(wanted)\n")
  }

  @Test("A theme that is not there is a missing file")
  func missing() {
    let run = ToolRun("circles", "x", "--theme", folder["none.theme"], "-o", "-")
    #expect(run.code == 66)
    #expect(run.errors.contains("none.theme"))
  }

  @Test("What cannot be read is told, and drawn all the same")
  func contrast() {
    let run = run("soft = #EEEEEE")
    #expect(run.code == 0)
    #expect(
      run.errors.contains(
        "note: '\(folder["my.theme"])': 'soft' on the paper has a contrast of 1.1 : 1; "
          + "it is legible from 4.5 : 1 on"))
    #expect(self.run("base = paper").errors == "")
  }

  @Test("Junk in a theme never traps", arguments: ["=", "==", ":", "ink=", "a=b=c", "'"])
  func junk(text: String) {
    #expect(run(text).code == 65)
  }
}
