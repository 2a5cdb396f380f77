import Plotting
import Testing

@testable import Regression

@Suite("RegressionTopic")
struct RegressionTopicTests {
  @Test("figures have three examples at least")
  func examples() {
    for figure in RegressionTopic.figures { #expect(figure.examples.count >= 3, "\(figure.name)") }
  }
}
