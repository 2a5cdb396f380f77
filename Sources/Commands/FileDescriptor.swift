import CVector

/// An open file of the system.
struct FileDescriptor {
  /// Its number in the process.
  let number: Int32
  /// What the C library keeps of it, where we opened it.
  private let stream: UnsafeMutablePointer<FILE>?
  /// What messages call it.
  let name: String

  /// The stream for results.
  static var standardOutput: FileDescriptor {
    FileDescriptor(number: 1, stream: nil, name: "standard output")
  }
  /// The stream for messages.
  static var standardError: FileDescriptor {
    FileDescriptor(number: 2, stream: nil, name: "standard error")
  }

  /// How a file is opened: and closed in programs that we start.
  enum Mode: String {
    /// A file that must not be there yet; its permissions follow the umask.
    case new = "wxe"
    /// A device, a pipe or what else is there to be written to.
    case stream = "ae"
  }

  /// Opens the file at `path`; `name` is what messages call it.
  ///
  /// `open` itself takes a variable number of arguments, which Swift does not call.
  init(opening path: String, _ mode: Mode, name: String) throws(FileError) {
    var stream: UnsafeMutablePointer<FILE>?
    repeat { stream = fopen(path, mode.rawValue) } while stream == nil && isInterrupted()
    guard let stream else { throw FileError.last(name) }
    self.init(number: fileno(stream), stream: stream, name: name)
  }

  private init(number: Int32, stream: UnsafeMutablePointer<FILE>?, name: String) {
    self.number = number
    self.stream = stream
    self.name = name
  }

  /// Writes all the bytes, however many calls that takes.
  func write(_ bytes: [UInt8]) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        CVector.write(number, buffer.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0, isInterrupted() { continue }
      // A device that takes nothing would hold us here for ever.
      guard count > 0 else { throw count < 0 ? .last(name) : FileError(path: name, code: EIO) }
      written += count
    }
  }

  /// Closes the file; a full disk may show only now.
  func close() throws(FileError) {
    guard let stream else { return }
    guard fclose(stream) == 0 || isInterrupted() else { throw FileError.last(name) }
  }
}

/// Whether the last call of the C library was cut short by a signal.
private func isInterrupted() -> Bool { __errno_location().pointee == EINTR }
