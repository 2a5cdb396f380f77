import Plotting
import Testing

@testable import Regression

@Suite struct HistogramTests {
  @Test("Counted heights give the fit of the course to nine digits")
  func heights() throws {
    let run = try FitRun(
      Histogram.self,
      ["sample:heights", "--column", "height (cm)", "--counts", "count", "--bins", "width=2"])
    #expect(abs((run.parameters()["mu"] ?? 0) / 178.194157562120276 - 1) < 1e-9)
    #expect(abs((run.parameters()["sigma"] ?? 0) / 7.4945905411616913945 - 1) < 1e-9)
    #expect(abs(run.number("chiSquared") / 6.6962135300454317707e-5 - 1) < 1e-9)
    #expect(run.number("degreesOfFreedom") == 26)
  }

  @Test("A number of bins divides from the least value to the greatest")
  func counts() throws {
    try TestFile.with("v\n1\n2\n2\n3\n4\n5\n") { path in
      let run = try FitRun(Histogram.self, [path, "--bins", "4"])
      let counts = (0..<4).map { run.number("bins", "\($0)", "count") }
      #expect(counts == [1, 2, 1, 2])
      #expect(run.number("bins", "0", "from") == 1)
      #expect(run.number("bins", "3", "to") == 5)
      #expect(run.number("bins", "1", "density") == 2.0 / 6)
      #expect(abs(run.number("mean") - 17.0 / 6) < 1e-15)
    }
  }

  @Test("Decimal edges are the decimals that are meant, and a value on one lies above it")
  func decimals() throws {
    try TestFile.with("v\n0.1\n0.2\n0.3\n0.3\n0.6\n0.7\n") { path in
      let run = try FitRun(Histogram.self, [path, "--bins", "0.1"])
      let edges = (0..<7).map { run.number("bins", "\($0)", "from") }
      #expect(edges == [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7])
      let counts = (0..<7).map { run.number("bins", "\($0)", "count") }
      #expect(counts == [1, 1, 2, 0, 0, 1, 1])
      #expect(run.number("binWidth") == 0.1)
    }
  }

  @Test("A width has its edges at multiples, and every value has a bin")
  func width() throws {
    let run = try FitRun(Histogram.self, ["sample:people", "--bins", "2.5"])
    guard case .array(let bins)? = run.value("bins") else {
      Issue.record("no bins")
      return
    }
    var (total, area) = (0.0, 0.0)
    for place in bins.indices {
      total += run.number("bins", "\(place)", "count")
      area += run.number("bins", "\(place)", "density") * 2.5
      let edge = run.number("bins", "\(place)", "from") / 2.5
      #expect(edge == edge.rounded())
    }
    #expect(total == 300)
    #expect(abs(area - 1) < 1e-12)
  }

  @Test(
    "A rule of bins is a count or a width",
    arguments: [
      ("20", BinRule.count(20)), ("2.5", .width(2.5)), ("2.0", .width(2)), ("width=3", .width(3)),
      ("1/4", .width(0.25)),
    ])
  func rules(_ text: String, _ rule: BinRule) throws {
    #expect(try BinRule(parameterText: text) == rule)
    #expect(try BinRule(parameterText: rule.parameterText) == rule)
  }

  @Test("What is no rule is refused", arguments: ["0", "-3", "9999", "many", "", "width=", "-2.5"])
  func badRules(_ text: String) {
    #expect(throws: ParameterError.self) { _ = try BinRule(parameterText: text) }
  }

  @Test("A column of one value, of words, or of too wide a range is refused")
  func refusals() throws {
    for (text, words, lines) in [
      (
        "v\n3\n3\n", [],
        ["v has the same value everywhere: 3", "a histogram wants values that differ"]
      ),
      (
        "u,v\n3,4\n5,6\n", [], ["@: which column: u or v?", "say --column u"]
      ),
      (
        "v\n1\n1e9\n", ["--bins", "0.5"],
        ["--bins wants a width that gives at most 2000 bins, not '0.5'"]
      ),
      ("v\na\nb\n", [], ["@ has no column of numbers", "its columns are v"]),
    ] as [(String, [String], [String])] {
      try TestFile.with(text) { path in
        do {
          _ = try FitRun(Histogram.self, [path] + words)
          Issue.record("\(lines) was wanted")
        } catch let error as FigureError {
          #expect(error.lines == lines.map { $0.replacing("@", with: path) })
        }
      }
    }
  }
}
