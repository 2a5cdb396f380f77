import CVector

/// Writes files that appear whole or not at all.
enum FileWriter {
  /// Writes `bytes` to the file at `path`.
  ///
  /// A regular file is written beside its place and renamed into it. Devices, pipes and what stands
  /// under `/dev` and `/proc` are streams: they are written directly.
  static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    if isStream(path) {
      try write(bytes, to: FileDescriptor(opening: path, .stream, name: path))
      return
    }
    let target = try followingLinks(path)
    let mode = try permissions(of: target, name: path)
    try Interruption.postponed { () throws(FileError) in
      let (temporary, file) = try temporaryFile(beside: target, name: path)
      do throws(FileError) {
        if let mode { fchmod(file.number, mode) }
        try write(bytes, to: file)
        guard rename(temporary, target) == 0 else { throw FileError.last(path) }
      } catch {
        unlink(temporary)
        throw error
      }
    }
  }

  private static func write(_ bytes: [UInt8], to file: FileDescriptor) throws(FileError) {
    do throws(FileError) {
      try file.write(bytes)
    } catch {
      try? file.close()
      throw error
    }
    try file.close()
  }

  private static func isStream(_ path: String) -> Bool {
    if path.hasPrefix("/dev/") || path.hasPrefix("/proc/") { return true }
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return ![S_IFREG, S_IFDIR].contains(status.kind)
  }

  /// The permissions of a file that is there, or `nil` where none is.
  private static func permissions(of target: String, name: String) throws(FileError) -> mode_t? {
    var status = stat()
    guard stat(target, &status) == 0 else { return nil }
    guard status.kind == S_IFREG else { throw FileError(path: name, code: EISDIR) }
    // A rename would replace even a file that is protected against writing.
    guard access(target, W_OK) == 0 else { throw FileError.last(name) }
    return status.st_mode & 0o777
  }

  /// Where a chain of symbolic links ends: a link stays, the file behind it is replaced.
  private static func followingLinks(_ path: String) throws(FileError) -> String {
    var place = path
    for _ in 0..<40 {
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = buffer.withUnsafeMutableBytes { bytes in
        bytes.withMemoryRebound(to: CChar.self) { characters in
          characters.baseAddress.map { readlink(place, $0, characters.count) } ?? 0
        }
      }
      guard count > 0 else { return place }
      let link = String(decoding: buffer[0..<count], as: UTF8.self)
      place = link.hasPrefix("/") ? link : folder(of: place) + link
    }
    throw FileError(path: path, code: ELOOP)
  }

  /// A new file in the folder of `target`, and its path.
  private static func temporaryFile(
    beside target: String, name: String
  ) throws(FileError) -> (path: String, file: FileDescriptor) {
    let folder = folder(of: target)
    // The name is cut so that a long one does not exceed what a folder takes.
    let start = String(
      decoding: target.utf8.dropFirst(folder.utf8.count).prefix(100), as: UTF8.self)
    var attempt = 0
    while true {
      let path = "\(folder).\(start).\(getpid())-\(attempt).mvplot"
      do throws(FileError) {
        return (path, try FileDescriptor(opening: path, .new, name: name))
      } catch {
        // A run that was killed may have left a file of that name.
        guard error.code == EEXIST, attempt < 100 else { throw error }
        attempt += 1
      }
    }
  }

  /// The part of a path up to and with its last slash.
  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }
}

extension stat {
  /// The kind of the file: one of S_IFREG, S_IFDIR and so on.
  fileprivate var kind: Int32 { Int32(bitPattern: st_mode) & S_IFMT }
}
