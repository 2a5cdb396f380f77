/// Where a run writes what is not a file: the streams of the process, or the memory of a test.
struct Outlets {
  /// Takes bytes of results.
  let output: ([UInt8]) throws(FileError) -> Void
  /// Takes lines for people.
  let messages: (String) -> Void

  /// The streams of the process.
  static var process: Outlets {
    Outlets(
      output: { bytes throws(FileError) in try FileDescriptor.standardOutput.write(bytes) },
      // Where even messages cannot be written, there is nobody to tell.
      messages: { try? FileDescriptor.standardError.write(Array($0.utf8)) })
  }

  /// Writes a text to the output.
  func print(_ text: String) throws(CommandFailure) { try write(Array(text.utf8)) }

  /// Writes bytes to the output.
  func write(_ bytes: [UInt8]) throws(CommandFailure) {
    do throws(FileError) { try output(bytes) } catch { throw .writing(error) }
  }

  /// Writes finished files to their places and prints the paths, unless the output is taken.
  func write(_ files: [OutputFile], isQuiet: Bool) throws(CommandFailure) {
    let printsPaths = !isQuiet && !files.contains { $0.destination.isStandardOutput }
    for file in files {
      let path = file.destination.path
      if path == "-" {
        try write(file.bytes)
        continue
      }
      do throws(FileError) { try FileWriter.write(file.bytes, to: path) } catch {
        throw .writing(error)
      }
      if printsPaths { try print(path + "\n") }
    }
  }
}
