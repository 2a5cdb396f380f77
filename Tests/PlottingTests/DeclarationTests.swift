import Plotting
import Testing

/// A figure with each mistake that an author can make.
private struct Careless: Figure {
  static let name = "Care less"
  static let summary = "No full stop"
  static let examples: [Example] = [Example("None", [])]
  static let parameters: [Parameter<Careless>] = [
    .argument("all", \.all, help: "Takes the rest."),
    .argument("more", \.more, help: "Never reached."),
    .option("more", \.count, help: "Twice."),
    .option("title", \.count, help: "A shared name."),
    .option("Bad_Name", \.count, help: "two\nlines."),
  ]
  var all: [String] = []
  var more = ""
  var count = 0
  init() {}
  func compose(in setting: Setting) throws(FigureError) -> Composition {
    throw .input("nothing", hint: "")
  }
}

private enum CarelessTopic: Topic {
  static let title = "Careless"
  static let figures: [any Figure.Type] = [Careless.self, Careless.self]
}

@Suite struct DeclarationTests {
  @Test("Each mistake of an author is found")
  func faults() {
    #expect(
      Careless.declarationFaults(sharedNames: ["title"]) == [
        "Care less: the name 'Care less' is not made of small letters, digits and hyphens",
        "Care less: the summary does not end in a full stop",
        "Care less: 'None' does not end in a full stop",
        "Care less: the argument 'more' follows one that takes all the rest or may be left out",
        "Care less: 'more' is declared twice",
        "Care less: 'title' is declared twice",
        "Care less: 'Bad_Name' is not a word of small letters",
        "Care less: the help of 'Bad_Name' is not one line that ends in a full stop",
      ])
  }

  @Test("A figure that is listed twice is found")
  func repeated() {
    let faults = CarelessTopic.declarationFaults()
    #expect(faults.first == "Careless: the figure 'Care less' is listed twice")
  }
}
