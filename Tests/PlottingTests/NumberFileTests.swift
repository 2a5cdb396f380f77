import Testing

@testable import Plotting

/// Files of plain numbers.
struct NumberFileTests {
  @Test("numbers are separated by commas, blanks or lines, and words may head them")
  func plain() throws {
    let cases = [
      ("1,2\n3 4;5\n", [1.0, 2, 3, 4, 5]), ("# weights\n0.5\n-1e-3", [0.5, -0.001]),
      ("weight\n1\n2\n", [1, 2]), ("", []),
    ]
    for (text, numbers) in cases {
      #expect(try NumberFile.numbers(of: text, name: "w", member: "p") == numbers)
    }
    #expect(throws: FigureError.self) {
      try NumberFile.numbers(of: "1\ntwo", name: "w", member: "p")
    }
  }

  @Test("of JSON the last list with the name counts")
  func json() throws {
    let text = "{\"parameters\": {\"layers\": \"1-1\"}, \"results\": {\"parameters\": [1, -2.5]}}"
    #expect(try NumberFile.numbers(of: text, name: "w", member: "parameters") == [1, -2.5])
    #expect(throws: FigureError.self) {
      try NumberFile.numbers(of: "{\"a\": [1]}", name: "w", member: "parameters")
    }
  }
}
