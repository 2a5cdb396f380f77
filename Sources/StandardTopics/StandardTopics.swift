import ChainRule
import MultivariateCalculus
import Notation
import Optimisation
import Plotting
import Regression
import TaylorSeries

/// The topics of the syllabus in the order of the help, then the notation that they are written in.
public let standardTopics: [any Topic.Type] = [
  MultivariateCalculusTopic.self,
  ChainRuleTopic.self,
  TaylorSeriesTopic.self,
  OptimisationTopic.self,
  RegressionTopic.self,
  NotationTopic.self,
]
