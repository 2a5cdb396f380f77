import CVector

/// The folders and files of a site.
enum SiteFolder {
  /// Makes a folder and those that it stands in, where they are missing.
  static func make(_ path: String) throws(CommandFailure) {
    var place = path.hasPrefix("/") ? "/" : ""
    for step in path.split(separator: "/") {
      place += step + "/"
      guard mkdir(place, 0o777) != 0 else { continue }
      let error = FileError.last(path)
      // What is there already may be a folder, or a link to one.
      guard error.code == EEXIST || FileReader.exists(place) else { throw .writing(error) }
    }
    guard !FileReader.isFile(path) else {
      throw .writing(FileError(path: path, code: ENOTDIR))
    }
  }

  /// Writes a file unless it says the same already.
  static func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
    if isWritten(bytes, at: path) { return }
    do throws(FileError) { try FileWriter.write(bytes, to: path) } catch { throw .writing(error) }
  }

  /// Whether a file says just that.
  static func isWritten(_ bytes: [UInt8], at path: String) -> Bool {
    FileReader.isFile(path) && (try? FileReader.bytes(of: path, limit: bytes.count)) == bytes
  }
}
