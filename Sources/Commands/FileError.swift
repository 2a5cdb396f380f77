import CVector

/// Why a file or a stream cannot be written or read: its name and the system's number of the reason.
struct FileError: Error, Hashable {
  /// The path, as the user wrote it, or "standard output".
  let path: String
  /// The reason, one of those in errno.h.
  let code: Int32

  /// Whether the reader of a pipe went away, which needs no words.
  var isClosedPipe: Bool { code == EPIPE }

  /// What cannot be done, and the system's reason.
  var message: String { "cannot write '\(path)': \(String(cString: strerror(code)))" }

  /// What cannot be done when the file was to be read.
  var readingMessage: String { "cannot read '\(path)': \(String(cString: strerror(code)))" }

  /// The error that the last call of the C library left.
  static func last(_ path: String) -> FileError {
    FileError(path: path, code: __errno_location().pointee)
  }
}
