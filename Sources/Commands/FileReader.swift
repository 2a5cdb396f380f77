import CVector
import Plotting

/// Reads files whole, up to a limit.
enum FileReader {
  /// The bytes of the file at `path`, or `nil` where there are more than `limit`.
  ///
  /// - Throws: why it cannot be read: 66 in the terms of sysexits.h.
  static func bytes(of path: String, limit: Int) throws(CommandFailure) -> [UInt8]? {
    guard let file = fopen(path, "re") else { throw .reading(.last(path)) }
    defer { fclose(file) }
    var status = stat()
    if fstat(fileno(file), &status) == 0, Int32(bitPattern: status.st_mode) & S_IFMT == S_IFDIR {
      throw .reading(FileError(path: path, code: EISDIR))
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = fread(&buffer, 1, min(buffer.count, limit + 1 - bytes.count), file)
      if count == 0 {
        guard ferror(file) == 0 else { throw .reading(FileError(path: path, code: EIO)) }
        return bytes
      }
      bytes += buffer[0..<count]
      if bytes.count > limit { return nil }
    }
  }

  /// Whether something stands at `path`.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether a file with bytes in it stands at `path`, and no folder, pipe or device.
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && Int32(bitPattern: status.st_mode) & S_IFMT == S_IFREG
  }

  /// The names in a folder, hidden ones left out, sorted.
  static func names(inFolder path: String) throws(CommandFailure) -> [String] {
    guard let folder = opendir(path) else { throw .reading(.last(path)) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
