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
