import ChainRule
import MultivariateCalculus
import Optimisation
import Plotting
import Regression
import TaylorSeries

/// The topics of the syllabus, in the order of the help.
public let standardTopics: [any Topic.Type] = [
  MultivariateCalculusTopic.self,
  ChainRuleTopic.self,
  TaylorSeriesTopic.self,
  OptimisationTopic.self,
  RegressionTopic.self,
]
