import Testing

@testable import Commands

@Suite struct CommandLineWordsTests {
  private func words(_ words: String..., figure: Bool = true) throws -> CommandLineWords {
    var shape = CommandLineShape(command: figure ? "circles" : "pair", example: nil)
    if figure {
      shape.add(Circles.parameters, names: .figure)
    } else {
      shape.add(Pair.parameters, names: .figure)
    }
    shape.add(SharedOptions.parameters, names: .shared)
    return try CommandLineWords(words, shape: shape)
  }

  @Test("An argument may begin with a minus")
  func leadingMinus() throws {
    #expect(try words("-x^2").arguments == ["-x^2"])
    #expect(try words("-3").arguments == ["-3"])
    #expect(try words("--x^2").arguments == ["--x^2"])
    #expect(try words("-x").arguments == ["-x"])
    #expect(try words("-t", "--filled").arguments == ["-t"])
    #expect(try words("-sin(x)", "-x", "-3:3").arguments == ["-sin(x)"])
    #expect(try words("-y", "x", figure: false).arguments == ["-y", "x"])
    #expect(try words("-y", "x", "-y", "-1:1", figure: false).options == ["-y=-1:1"])
    #expect(try words("--", "-x").arguments == ["-x"])
  }

  @Test("The value of an option may begin with a minus")
  func value() throws {
    #expect(try words("x", "-x", "-3:3").options == ["-x=-3:3"])
    #expect(try words("-x", "-3:3", "x").options == ["-x=-3:3"])
    #expect(try words("-x=-3:3", "x").options == ["-x=-3:3"])
    #expect(try words("x", "--title", "--filled").options == ["--title=--filled"])
    #expect(try words("x", "--title", "").options == ["--title", ""])
    #expect(try words("x", "--at=x=1,y=2").options == ["--at=x=1,y=2"])
  }

  @Test("A question about the tool comes before what is wrong")
  func question() throws {
    #expect(try words("--help").request == .help)
    #expect(try words("x", "y", "--banana", "-h").request == .help)
    #expect(try words("--version").request == .version)
  }

  @Test("What was told apart is read back by the parser")
  func roundTrip() {
    let run = ToolRun(
      "circles", "-x^2", "-x", "-a:a", "--let", "a=2", "--title", "--", "--at", "-1,-a",
      "--radius", "-1", "--radius", "a^2", "-o", "-", "--format", "json")
    #expect(run.errors == "")
    #expect(run.output.contains(#""expression": "-x^2""#))
    #expect(run.output.contains(#""x": [-2, 2]"#))
    #expect(run.output.contains(#""title": "--""#))
    #expect(run.output.contains(#""at": "x=-1,y=-2""#))
    #expect(run.output.contains(#""radius": [-1, 4]"#))
    #expect(run.output.contains(#""radii": [-1, 4]"#))
  }
}
