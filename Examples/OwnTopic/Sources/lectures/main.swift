import Commands
import StandardTopics

MVPlot.main(topics: standardTopics + [OwnTopic.self])
