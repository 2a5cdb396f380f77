import Plotting
import Testing

@Suite struct ParameterValueTests {
  @Test("A number is an expression without variables")
  func numbers() throws {
    #expect(try Double(parameterText: "-pi/2") == -.pi / 2)
    #expect(try Double(parameterText: "1e-3") == 0.001)
    #expect(try Int(parameterText: "-12") == -12)
    for text in ["", "x", "1/0", "0/0", "nan", "inf", "0x10", "1e400"] {
      #expect(throws: ParameterError(wanted: "a number")) { try Double(parameterText: text) }
    }
    for text in ["", "1.5", "x", "99999999999999999999"] {
      #expect(throws: ParameterError(wanted: "a whole number")) { try Int(parameterText: text) }
    }
  }

  @Test("A number may use the constants of the command line")
  func constants() throws {
    try NamedConstants.$current.withValue(["a": 2]) { () throws in
      #expect(try Double(parameterText: "a^3") == 8)
      #expect(try ClosedRange(parameterText: "-a:a") == -2...2)
    }
    #expect(throws: ParameterError.self) { try Double(parameterText: "a^3") }
  }

  @Test("a range is wider than the steps of the least doubles")
  func narrowest() throws {
    let error = ParameterError(wanted: "two ends A:B that are at least 1e-300 apart")
    #expect(throws: error) { try ClosedRange<Double>(parameterText: "0:5e-324") }
    #expect(try ClosedRange<Double>(parameterText: "0:1e-299") == 0...1e-299)
  }

  @Test("A range has two finite ends in order")
  func ranges() throws {
    #expect(try ClosedRange(parameterText: "-2.5:max(1, 2)") == -2.5...2)
    #expect(try ClosedRange(parameterText: " -pi : pi ") == -.pi ... .pi)
    for text in ["", "1", "1:2:3", ":", "1:", "2:1", "1:1", "a:2"] {
      #expect(throws: ParameterError(wanted: "two ends A:B with A < B"), "\(text)") {
        try ClosedRange<Double>(parameterText: text)
      }
    }
    for text in ["0:1/0", "-1/0:0", "0/0:1", "-1e308:1e308"] {
      #expect(throws: ParameterError(wanted: "two finite ends A:B with A < B"), "\(text)") {
        try ClosedRange<Double>(parameterText: text)
      }
    }
  }

  @Test("A point is given with names or in order")
  func points() throws {
    #expect(try Point(parameterText: "x=1,y=2") == Point(1, 2))
    #expect(try Point(parameterText: "1, atan2(0,1)") == Point(1, 0))
    #expect(try Point(parameterText: "-1,-2") == Point(-1, -2))
    for text in ["", "1", "1,2,3", "y=1,x=2", "x=1", "x=1,z=2", "1/0,1", "x=y=1,2", ","] {
      #expect(throws: ParameterError(wanted: "a point x=A,y=B or A,B"), "\(text)") {
        try Point(parameterText: text)
      }
    }
  }

  @Test("A value is written so that it reads back")
  func roundTrip() throws {
    for number: Double in [
      0, -0.0, 1, -2.5, 0.1, 1e22, .leastNonzeroMagnitude, 1.7976931348623157e308, .pi,
    ] {
      let back = try Double(parameterText: number.parameterText)
      #expect(back == number)
      let point = Point(number, 1)
      #expect(try Point(parameterText: point.parameterText) == point)
    }
    #expect(try ClosedRange(parameterText: (-0.5...1e9).parameterText) == -0.5...1e9)
  }

  @Test("Words of a list are enumerated when none fits")
  func choices() throws {
    #expect(try FontFamily(parameterText: "serif") == .serif)
    #expect(FontFamily.choices == ["sans", "serif"])
    #expect(try FontFamily(parameterText: "no such font") == .installed("no such font"))
    #expect(
      throws: ParameterError(wanted: "sans, serif, or the name or path of an installed font")
    ) {
      try FontFamily(parameterText: "")
    }
    #expect(try ThemeChoice(parameterText: "dark").theme().name == "dark")
    #expect(ThemeChoice.choices.first == "light")
  }

  @Test("Separators between brackets do not separate")
  func pieces() {
    #expect("max(1,2), 3".pieces(at: ",") == ["max(1,2)", "3"])
    #expect("".pieces(at: ",") == [""])
    #expect("),(".pieces(at: ",") == [")", "("])
  }
}
