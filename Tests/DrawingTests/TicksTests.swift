import CVector
import Testing

@testable import Drawing

struct TicksTests {
  @Test(
    "windows have the ticks that a lecturer would write",
    arguments: [
      (-3.0...3.0, 6, ["-3", "-2", "-1", "0", "1", "2", "3"]),
      (0...1, 6, ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
      (-1.75...1.75, 7, ["-1.5", "-1", "-0.5", "0", "0.5", "1", "1.5"]),
      (
        0...1e6, 6,
        [
          "0", "0.2 \\times 10^{6}", "0.4 \\times 10^{6}", "0.6 \\times 10^{6}",
          "0.8 \\times 10^{6}", "10^{6}",
        ]
      ),
      (
        0...4e-5, 5,
        [
          "0", "10^{-5}", "2 \\times 10^{-5}", "3 \\times 10^{-5}",
          "4 \\times 10^{-5}",
        ]
      ),
      (1e9...(1e9 + 1e-3), 3, ["1000000000", "1000000000.0005", "1000000000.001"]),
    ] as [(ClosedRange<Double>, Int, [String])])
  func table(range: ClosedRange<Double>, count: Int, labels: [String]) throws {
    let ticks = try #require(Ticks(in: range, about: count)).ticks(in: range)
    #expect(ticks.map(\.label) == labels.map { "$\($0)$" })
  }

  @Test(
    "what the numbers of an axis have in common is said once",
    arguments: [
      (0...1e6, 6, ["0", "0.2", "0.4", "0.6", "0.8", "1"], "\\times 10^{6}"),
      (1e300...3e300, 5, ["1", "1.5", "2", "2.5", "3"], "\\times 10^{300}"),
      (1e6...(1e6 + 1e-3), 6, ["0", "2", "4", "6", "8", "10"], "\\times 10^{-4} {}+ 10^{6}"),
      (1234.5671...1234.5674, 4, ["1", "2", "3", "4"], "\\times 10^{-4} {}+ 1234.567"),
      (-1000004.0...(-1000000), 5, ["-4", "-3", "-2", "-1", "0"], "-10^{6}"),
      (1999...2003, 5, ["1999", "2000", "2001", "2002", "2003"], nil),
      (-3...3, 7, ["-3", "-2", "-1", "0", "1", "2", "3"], nil),
    ] as [(ClosedRange<Double>, Int, [String], String?)])
  func common(range: ClosedRange<Double>, count: Int, labels: [String], common: String?) throws {
    let numbers = try #require(Ticks(in: range, about: count)).axisNumbers(in: range)
    #expect(numbers.ticks.map(\.label) == labels.map { "$\($0)$" })
    #expect(numbers.common == common)
    #expect(numbers.ticks.allSatisfy { range.contains($0.value) })
  }

  @Test("multiples of π are fractions in lowest terms")
  func multiplesOfPi() throws {
    let window = -2 * Double.pi...2 * Double.pi
    let ticks = try #require(Ticks(in: window, about: 9, scale: .pi)).ticks(in: window)
    #expect(
      ticks.map(\.label) == [
        "$-2\\pi$", "$-\\frac{3\\pi}{2}$", "$-\\pi$", "$-\\frac{\\pi}{2}$", "$0$",
        "$\\frac{\\pi}{2}$", "$\\pi$", "$\\frac{3\\pi}{2}$", "$2\\pi$",
      ])
  }

  @Test(
    "ticks of any window are distinct, in it, and few",
    arguments: [1e-299, 1e-20, 3e-5, 0.7, 1, 12.3, 1e5, 1e20, 1e300], [-1e9, -1, -0.5, 0, 0.2, 1e6])
  func anyWindow(span: Double, offset: Double) {
    guard (offset * span).isFinite else { return }
    let range = (offset * span)...((offset + 1) * span)
    let ticks = Ticks(in: range, about: 6)?.ticks(in: range) ?? []
    #expect(!ticks.isEmpty)
    #expect(ticks.count <= 14)
    #expect(Set(ticks.map(\.label)).count == ticks.count)
    #expect(ticks.allSatisfy { range.contains($0.value) })
    #expect(!ticks.contains { $0.label.contains("-0$") })
  }

  @Test("windows without extent have no ticks")
  func degenerateWindows() {
    #expect(Ticks(in: 2...2, about: 6) == nil)
    #expect(Ticks(in: -Double.infinity...Double.infinity, about: 6) == nil)
    #expect(Ticks(in: 0...Double.leastNonzeroMagnitude, about: 6) == nil)
    #expect(Ticks(in: -1.7e308...1.7e308, about: 6) == nil)
    #expect(Ticks(in: 1e300...(1e300).nextUp, about: 6)?.ticks(in: 1e300...(1e300).nextUp) == nil)
  }

  @Test("multiples of a round step are the doubles that a reader would type")
  func multiplesAreExact() {
    let tenth = RoundStep(mantissa: 1, exponent: -1)
    #expect((0...9).map { tenth.multiple($0) } == [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9])
    #expect(Decimal(-0.25)?.plain == "-0.25")
    #expect(Decimal(-0.0)?.plain == "0")
    #expect(Decimal(1200)?.plain == "1200")
  }
}

struct MinorTickTests {
  private func minor(_ range: ClosedRange<Double>, _ scale: Double, _ kind: AxisScale) -> [Double] {
    Ticks(in: range, about: 5, scale: kind)?.minor(in: range, scale: scale) ?? []
  }

  @Test("on a logarithmic axis the multiples of powers of ten have short ticks")
  func logarithmic() {
    let ticks = minor(-4...0, 150, .logarithmic)
    #expect(ticks.count == 32)
    #expect(ticks.contains { abs($0 + 3 - log10(2)) < 1e-12 })
    // Where they would run together there are those of 2 and 5, or none.
    #expect(minor(-4...0, 40, .logarithmic).count == 8)
    #expect(minor(-4...0, 8, .logarithmic).isEmpty)
    // Every second power has its number: the others have ticks.
    #expect(minor(-8...0, 40, .logarithmic) == [-7, -5, -3, -1])
  }

  @Test("a linear axis has short ticks only between few numbers")
  func linear() {
    let few = -3.0...3
    #expect(Ticks(in: few, about: 3)?.minor(in: few, scale: 60).isEmpty == false)
    #expect(Ticks(in: few, about: 7)?.minor(in: few, scale: 100).isEmpty == true)
    let none = -0.4...0.4
    #expect(Ticks(in: none, about: 1)?.minor(in: none, scale: 1).isEmpty == true)
  }

  @Test("halves of multiples of pi")
  func pi() {
    let range = -Double.pi...Double.pi
    let ticks = Ticks(in: range, about: 3, scale: .pi)?.minor(in: range, scale: 4) ?? []
    #expect(ticks.map { ($0 / .pi * 2).rounded() } == [-1, 1])
  }
}
