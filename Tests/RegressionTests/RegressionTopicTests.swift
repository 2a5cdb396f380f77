import Plotting
import Testing

@testable import Regression

@Suite("RegressionTopic")
struct RegressionTopicTests {
  @Test("every figure has at least three examples")
  func examples() {
    for figure in RegressionTopic.figures { #expect(figure.examples.count >= 3, "\(figure.name)") }
  }
}
