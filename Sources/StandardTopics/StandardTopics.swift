import MultivariateCalculus
import Optimisation
import Plotting

/// The topics of the syllabus, in the order of the help.
public let standardTopics: [any Topic.Type] = [
  MultivariateCalculusTopic.self,
  OptimisationTopic.self,
]
