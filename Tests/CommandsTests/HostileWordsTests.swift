import Plotting
import Testing

@testable import Commands

/// Command lines that nobody would type, put together at random from a printed seed.
///
/// The option `--output` is not among them: it would leave files with names as strange.
struct HostileWordsTests {
  private static let figures = ToolRun.standard.flatMap { $0.figures }
  private static let words: [String] =
    figures.map { $0.name } + CommandName.allCases.map(\.rawValue)
    + SharedOptions.parameters.map(\.name).filter { $0.count > 1 && $0 != "output" }.map {
      "--\($0)"
    }
    + hostile
  private static let hostile = [
    "x^2+y^2", "sin(x)cos(y)", "1/x", "gamma(x)+y", "x^", "", " ", "-", "--", "---", "=", "-x",
    "-y",
    "--levels", "--size", "--title", "--let", "--at", "--from", "--quiet", "--build", "--theme",
    "--format", "json", "svg", "pdf", "-1:1", "1:-1", "0:0", "nan:1", "-inf:inf", "1e308:2e308",
    "a=1", "a=", "=1", "pi=3", "x=1,y=2", "1,2", "99999999999999999999", "-0", "1e-320", "0x10",
    "é", "😀", "\u{0}", "\u{202E}x", "$\\frac{1}{0}$", "$$", "\\", "%s%n", "' OR 1=1", "{}", "[]",
    "x=x", "x<y", "1600x900", "0x0", "1e9x1e9", "-1x5", "dark", "nowhere", "--help", "--version",
  ]

  @Test("any words end in a figure or in an error of one to four lines", arguments: 1...6)
  func words(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      var line = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        Self.words.randomElement(using: &generator) ?? ""
      }
      if Bool.random(using: &generator), let figure = Self.figures.randomElement(using: &generator)
      {
        line.insert(figure.name, at: 0)
      }
      let run = ToolRun(line + ["-o", "-", "--format", "json"], topics: ToolRun.standard)
      #expect([0, 64, 65, 66, 73].contains(run.code), "seed \(seed): \(line): \(run.errors)")
      guard run.code != 0 else { continue }
      let lines = run.errors.split(separator: "\n", omittingEmptySubsequences: false).count - 1
      // Each of several files may be wrong in its own way.
      let most = line.first == CommandName.render.rawValue ? 4 * line.count + 1 : 4
      #expect(1...most ~= lines, "seed \(seed): \(line): \(run.errors)")
      #expect(run.bytes.isEmpty, "seed \(seed): \(line)")
    }
  }
}
