/// The folder from which relative paths of data are seen.
///
/// A figure file stands beside its data and may be drawn from anywhere, by several threads at once:
/// the folder that the process is in says nothing of it.
public enum InputFolder {
  /// The folder with a slash at its end; empty for the one that the process is in.
  @TaskLocal public static var current = ""

  /// Where the file at a path given by a user is.
  static func place(of path: String) -> String {
    path.hasPrefix("/") ? path : current + path
  }
}
