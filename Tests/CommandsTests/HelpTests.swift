import Plotting
import Testing

@testable import Commands

@Suite struct HelpTests {
  private let options: [String] =
    SharedOptions.parameters.flatMap { OptionNames.shared.spellings(of: $0.name) }
    + Circles.parameters.filter { $0.kind != .argument }.map { "--" + $0.name }

  @Test("The overview groups the figures by topic")
  func overview() {
    for arguments in [[], ["--help"], ["-h"], ["help"]] {
      let run = ToolRun(arguments)
      #expect(run.code == 0)
      #expect(run.output.contains("SAMPLES SUBCOMMANDS:\n  circles                 Circles about"))
      #expect(run.output.contains("OTHER SUBCOMMANDS:\n  eval "))
      #expect(!run.output.contains("generate-manual"))
    }
  }

  @Test("The help of a figure names its options first, and its examples")
  func figure() throws {
    let run = ToolRun("help", "circles")
    #expect(run.output == ToolRun("circles", "--help").output)
    #expect(run.output.contains("USAGE: mvplot circles EXPRESSION [options]"))
    for option in options { #expect(run.output.contains("\(option)"), "\(option)") }
    let own = try #require(run.output.split(separator: "OPTIONS OF CIRCLES:").last)
    #expect(own.hasPrefix("\n  --levels <N>            About how many circles. (default: 9)\n"))
    #expect(
      run.output.hasSuffix(
        """
        EXAMPLES:
          Three circles.
            mvplot circles 'x^2+y^2' --levels 3
          Filled ones.
            mvplot circles 'x^2' --filled

        """))
  }

  @Test("The figures are listed with their summaries")
  func figures() {
    #expect(
      ToolRun("figures").output == """
        Samples
          circles  Circles about the origin.
          pair     A field of two components.

        """)
  }

  @Test("The version is asked for with or without a figure")
  func version() {
    #expect(ToolRun("--version").output == "0.1.0\n")
    #expect(ToolRun("circles", "--version").output == "0.1.0\n")
  }

  @Test("A completion script knows every figure and option", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) {
    let script = ToolRun("--generate-completion-script", shell).output
    #expect(script == ToolRun("--generate-completion-script=\(shell)").output)
    for figure in SampleTopic.figures { #expect(script.contains(figure.name)) }
    for option in options {
      // fish writes the long name alone, without hyphens.
      #expect(script.contains(shell == "fish" ? String(option.drop { $0 == "-" }) : option))
    }
    #expect(script.contains("textbook"))
  }

  @Test("The manual has every figure, option and example, and is the same each time")
  func manual() {
    let manual = ToolRun("generate-manual").output
    #expect(manual == ToolRun("generate-manual").output)
    for figure in SampleTopic.figures { #expect(manual.contains(".It Cm \(figure.name)")) }
    for option in options {
      let name = option.dropFirst().split(separator: "-", omittingEmptySubsequences: false)
      let spelled = name.joined(separator: "\\-")
      #expect(manual.contains("Fl " + (spelled.count == 1 ? "\\&" : "") + spelled), "\(option)")
    }
    #expect(manual.contains(".Dl mvplot circles \\(aqx\\(ha2\\(aq \\-\\-filled\n"))
    #expect(!manual.contains("\n\n"))
  }

  @Test("The words of an example are quoted for a shell where they must be")
  func shellWords() {
    #expect("x".shellWord == "x")
    #expect("-3:3".shellWord == "-3:3")
    #expect("x^2".shellWord == "'x^2'")
    #expect("f'".shellWord == "'f'\\'''")
    #expect("".shellWord == "''")
  }

  @Test("The sample figures are declared as they should be")
  func declarations() {
    let shared = SharedOptions.parameters.map(\.name).filter { $0.count > 1 }
    #expect(SampleTopic.declarationFaults(sharedNames: shared) == [])
  }

  @Test("Every line of help ends in a full stop")
  func fullStops() {
    let helps = SharedOptions.parameters.map(\.help) + Evaluation.parameters.map(\.help)
    for help in helps { #expect(help.hasSuffix("."), "\(help)") }
  }
}
