import Plotting
import Testing

@testable import ChainRule

@Suite("ChainRuleTopic")
struct ChainRuleTopicTests {
  @Test("every figure has at least three examples")
  func examples() {
    for figure in ChainRuleTopic.figures { #expect(figure.examples.count >= 3, "\(figure.name)") }
  }
}
