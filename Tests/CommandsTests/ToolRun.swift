import CVector
import Plotting
import StandardTopics

@testable import Commands

/// What one command line gave, without a process.
struct ToolRun {
  let code: Int32
  let output: String
  let errors: String
  let bytes: [UInt8]

  /// Runs the tool with the sample topic.
  init(_ arguments: String...) { self.init(arguments) }

  /// The topics that the tool comes with.
  static let standard = standardTopics

  /// Runs the tool with the topics that it comes with.
  init(standard arguments: String...) { self.init(arguments, topics: Self.standard) }

  /// Runs the tool, with the sample topic unless told otherwise.
  init(
    _ arguments: [String], topics: [any Topic.Type] = [SampleTopic.self],
    failingWith code: Int32? = nil
  ) {
    var bytes: [UInt8] = []
    var errors = ""
    let outlets = Outlets(
      output: { chunk throws(FileError) in
        if let code { throw FileError(path: "standard output", code: code) }
        bytes += chunk
      }, messages: { errors += $0 })
    self.code = MVPlot.run(topics: topics, arguments: arguments, outlets: outlets)
    self.bytes = bytes
    self.errors = errors
    output = String(decoding: bytes, as: UTF8.self)
  }
}

/// A folder of its own for a test, removed with what is in it.
final class TemporaryFolder {
  let path: String

  init() {
    var template = Array("/tmp/mvplot-test-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress, let made = mkdtemp(start) else { return "" }
      return String(cString: made)
    }
  }

  deinit { Self.remove(path) }

  private static func remove(_ folder: String) {
    for name in fileNames(inFolder: folder) {
      let path = folder + "/" + name
      if unlink(path) != 0 { remove(path) }
    }
    rmdir(folder)
  }

  /// Writes a text to a file in the folder, and says whether it could.
  @discardableResult
  func write(_ text: String, to name: String) -> Bool { write(Array(text.utf8), to: name) }

  /// Writes bytes to a file in the folder, and says whether it could.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) -> Bool {
    guard let file = fopen(self[name], "w") else { return false }
    defer { fclose(file) }
    return fwrite(bytes, 1, bytes.count, file) == bytes.count
  }

  /// The path of a file in the folder.
  subscript(name: String) -> String { path + "/" + name }

  /// The names of all files, hidden ones included, sorted.
  var names: [String] { fileNames(inFolder: path) }

  /// The bytes of a file, or `nil` where there is none.
  func bytes(of name: String) -> [UInt8]? {
    guard let file = fopen(self[name], "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[0..<count]
    }
  }
}
