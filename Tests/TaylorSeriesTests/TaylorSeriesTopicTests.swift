import Plotting
import Testing

@testable import TaylorSeries

@Suite("TaylorSeriesTopic")
struct TaylorSeriesTopicTests {
  @Test("every figure has at least three examples")
  func examples() {
    for figure in TaylorSeriesTopic.figures { #expect(figure.examples.count >= 3, "\(figure.name)") }
  }
}
