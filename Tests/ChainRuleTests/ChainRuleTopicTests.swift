import Plotting
import Testing

@testable import ChainRule

@Suite("ChainRuleTopic")
struct ChainRuleTopicTests {
  @Test("figures have three examples at least")
  func examples() {
    for figure in ChainRuleTopic.figures { #expect(figure.examples.count >= 3, "\(figure.name)") }
  }
}
