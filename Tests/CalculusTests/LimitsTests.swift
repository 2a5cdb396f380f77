import Calculus
import Testing

/// Any text ends in a value or an error, in bounded time and memory.
struct LimitsTests {
  static func read(_ source: String) throws(ParseError) -> Expression {
    try Expression(source, variables: ["x", "y"])
  }

  @Test("a number takes the place of a variable in the body of a sum as well")
  func restrictedSum() throws {
    for count in [3, 3000] {
      let f = try Self.read("sum(k, 1, \(count), x^2/(k (k+1)) + y/2^k)")
      let line = f.restricted("y", to: 3)
      #expect(line.variables == ["x"])
      #expect(abs(line.value(at: [0.5]) - f.value(at: [0.5, 3])) < 1e-12)
    }
  }

  @Test("what an evaluation takes counts sums for each of their terms")
  func operationCount() throws {
    #expect(try Self.read("sin(x) + y").operationCount == 4)
    let sum = try Self.read("sum(k, 1, 1000, sin(k x))")
    #expect(sum.operationCount >= 3000 && sum.operationCount < 10_000)
  }

  @Test("ten thousand levels of nesting are read, differentiated, printed and evaluated")
  func depth() throws {
    let brackets = try Self.read(
      String(repeating: "(", count: 10_000) + "x" + String(repeating: ")", count: 10_000))
    #expect(brackets.value(at: [1.5, 0]) == 1.5)
    let minus = try Self.read(String(repeating: "-", count: 10_001) + "x")
    #expect(minus.value(at: [1.5, 0]) == -1.5)
    let sines = try Self.read(
      String(repeating: "sin(", count: 10_000) + "x" + String(repeating: ")", count: 10_000))
    let slope = sines.derivative(by: "x").value(at: [0.5, 0])
    #expect(slope > 0 && slope < 1)
    #expect(try Self.read(sines.text) == sines)
    #expect(sines.tex.count > 1000)
    let powers = try Self.read(String(repeating: "1.0000001^", count: 10_000) + "x")
    #expect(powers.value(at: [1, 0]).isFinite)
    let bars = try Self.read(
      String(repeating: "|(", count: 5_000) + "x" + String(repeating: ")|", count: 5_000))
    #expect(bars.value(at: [-2, 0]) == 2)
  }

  @Test("a million characters are read or refused")
  func length() throws {
    let sum = try Self.read(String(repeating: "x+y+", count: 20_000) + "x")
    #expect(sum.value(at: [1, 2]) == 60_001)
    #expect(throws: ParseError.self) {
      try Self.read(String(repeating: "x+", count: 499_999) + "x")
    }
    let blanks = try Self.read(String(repeating: " ", count: 999_999) + "x")
    #expect(blanks.value(at: [3, 0]) == 3)
    #expect(throws: ParseError.self) { try Self.read(String(repeating: "(", count: 1_000_000)) }
    #expect(throws: ParseError.self) { try Self.read(String(repeating: "9", count: 1_000_000)) }
    #expect(throws: ParseError.self) { try Self.read(String(repeating: "x^", count: 500_000)) }
    #expect(throws: ParseError.self) { try Self.read(String(repeating: "a", count: 1_000_000)) }
    let many = (0..<150_000).map { "sin(\($0)x)" }.joined(separator: "+")
    #expect(throws: ParseError.self) { try Self.read(many) }
  }

  @Test("an expression whose text would be exponentially long is printed up to a limit")
  func sharedPrinting() throws {
    var expression = "x"
    for _ in 0..<14 { expression = "(\(expression))*(\(expression)+1)" }
    let read = try Self.read(expression)
    #expect(read.size < 100)
    #expect(read.tex.count < 30_000)
  }

  @Test("sums are written out up to a limit")
  func series() throws {
    let harmonic = try Self.read("sum(k, 1, 100, 1/k)")
    #expect(abs(harmonic.value(at: [0, 0]) - 5.187377517639621) < 1e-14)
    let nested = try Self.read("sum(k, 1, 3, sum(m, 1, k_0 x, m))".replacing("k_0 x", with: "2"))
    #expect(nested.value(at: [0, 0]) == 9)
    #expect(throws: ParseError.self) { try Self.read("sum(k, 1, 1e9, k)") }
    #expect(throws: ParseError.self) { try Self.read("sum(k, 1, x, k)") }
    #expect(throws: ParseError.self) {
      try Self.read("sum(k, 1, 9999, sum(m, 1, 9999, sin(k m x)))")
    }
  }

  @Test("random texts are read or refused, and what is read prints and reads back")
  func randomTexts() throws {
    var generator = SplitMix64(seed: 7)
    let pieces = [
      "x", "y", "2", "0.5", "+", "-", "*", "/", "^", "(", ")", "[", "]", "|", ",", "sin", "sqrt ",
      "exp(", "max(", "if(", "<", "sum(k,1,3,", "k", "²", "!", " ", "pi", "e", "√", "$", "1e", ".",
    ]
    var readable = 0
    for _ in 0..<20_000 {
      let count = Int.random(in: 1...12, using: &generator)
      let source = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      guard let expression = try? Self.read(source) else { continue }
      readable += 1
      let again = try Self.read(expression.text)
      #expect(again == expression, "\(source) → \(expression.text)")
    }
    #expect(readable > 500)
  }
}
