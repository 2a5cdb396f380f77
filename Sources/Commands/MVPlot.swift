import CVector
import Plotting

/// The tool: it reads a command line and makes the figure of one of the topics.
///
///     MVPlot.main(topics: standardTopics + [MyTopic.self])
public enum MVPlot {
  /// The version of the tool.
  public static let version = "0.1.0"
  /// The date of the version, for the manual page.
  static let releaseDate = "November 21, 2026"

  /// Runs the command line of the process and ends it with an exit code of sysexits.h.
  public static func main(topics: [any Topic.Type]) -> Never {
    Interruption.takeCharge()
    cv_keep_memory()
    let arguments = Array(CommandLine.arguments.dropFirst())
    exit(run(topics: topics, arguments: arguments, outlets: .process))
  }

  /// Runs one command line and returns the exit code; it starts no process and ends none.
  static func run(topics: [any Topic.Type], arguments: [String], outlets: Outlets) -> Int32 {
    do throws(CommandFailure) {
      try Session(catalogue: Catalogue(topics: topics), outlets: outlets).run(arguments)
      return 0
    } catch {
      outlets.messages(error.message)
      return error.exitCode
    }
  }
}
