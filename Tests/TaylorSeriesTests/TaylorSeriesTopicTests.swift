import Plotting
import Testing

@testable import TaylorSeries

@Suite("TaylorSeriesTopic")
struct TaylorSeriesTopicTests {
  @Test("figures have three examples at least")
  func examples() {
    for figure in TaylorSeriesTopic.figures {
      #expect(figure.examples.count >= 3, "\(figure.name)")
    }
  }
}
