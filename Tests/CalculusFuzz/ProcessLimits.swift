import CVector

/// What the process may take, so that a hang becomes an end.
enum ProcessLimits {
  /// Ends the process by a signal after so many more seconds of work.
  static func allowProcessorSeconds(_ seconds: Int) {
    var usage = rusage()
    guard getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return }
    let used = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
    limit(RLIMIT_CPU, to: rlim_t(used + seconds))
  }

  /// Refuses memory beyond a number of bytes.
  static func setMemory(_ bytes: Int) { limit(RLIMIT_AS, to: rlim_t(bytes)) }

  private static func limit(_ resource: __rlimit_resource, to value: rlim_t) {
    var limits = rlimit()
    let kind = __rlimit_resource_t(resource.rawValue)
    guard getrlimit(kind, &limits) == 0 else { return }
    limits.rlim_cur = min(value, limits.rlim_max)
    setrlimit(kind, &limits)
  }
}

/// A file that always holds the last line written to it.
final class CaseLog {
  private let file: UnsafeMutablePointer<FILE>

  init?(_ path: String) {
    guard let file = fopen(path, "w") else { return nil }
    self.file = file
  }

  func write(_ line: String) {
    ftruncate(fileno(file), 0)
    rewind(file)
    fputs(line + "\n", file)
    fflush(file)
  }

  deinit { fclose(file) }
}
