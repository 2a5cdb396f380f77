import Plotting
import Testing

@Suite struct JSONValueTests {
  @Test("A finite number reads back to the same bits")
  func numbers() {
    var generator = SystemRandomNumberGenerator()
    var numbers: [Double] = [
      0, -0.0, 1, -1, 0.1, 1e15, 1e15 + 2, 1e16, -1e300, .leastNonzeroMagnitude,
      1.7976931348623157e308, 123456.75,
      9_007_199_254_740_992,
    ]
    for _ in 0..<2000 { numbers.append(Double(bitPattern: generator.next())) }
    for number in numbers where number.isFinite {
      let text = JSONValue.number(number).text
      #expect(Double(text)?.bitPattern == number.bitPattern, "\(text)")
    }
  }

  @Test("A number that is not finite is null")
  func notFinite() {
    #expect(JSONValue([.nan, .infinity, -.infinity]).text == "[null, null, null]")
  }

  @Test("A text keeps its characters, control characters escaped")
  func strings() {
    #expect(JSONValue.string("∇f \"a\\b\"\n\u{1}").text == #""∇f \"a\\b\"\n\u0001""#)
  }

  @Test("A document has a member on each line and ends with a newline")
  func document() {
    let value = JSONValue.object([("a", .number(1)), ("b", .object([("c", .null)]))])
    #expect(value.document == "{\n  \"a\": 1,\n  \"b\": {\"c\": null}\n}\n")
    #expect(JSONValue.object([]).document == "{}\n")
    #expect(JSONValue.null.document == "null\n")
  }
}
