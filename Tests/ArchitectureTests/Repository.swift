import Glibc
import Testing

/// The files of this package, as the tests find them beside themselves.
struct Repository {
  /// The folder of the manifest.
  private let root: String

  init(testFile: String = #filePath) {
    // Tests/ArchitectureTests/Repository.swift
    root = testFile.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
  }

  /// The folders in a folder of the package, by their paths, sorted.
  func folders(in folder: String) -> [String] {
    entries(of: folder).filter { $0.isFolder }.map { folder + "/" + $0.name }
  }

  /// The Swift files in a folder and the folders in it, by their paths, sorted.
  func swiftFiles(in folder: String) -> [String] {
    entries(of: folder).flatMap { name, isFolder in
      let path = folder + "/" + name
      if isFolder { return swiftFiles(in: path) }
      return name.hasSuffix(".swift") ? [path] : []
    }
  }

  /// The text of a file of the package.
  func text(of path: String) throws -> String {
    let file = try #require(fopen(root + "/" + path, "r"), "\(path) can be read")
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[0..<count]
    }
  }

  private func entries(of folder: String) -> [(name: String, isFolder: Bool)] {
    guard let stream = opendir(root + "/" + folder) else { return [] }
    defer { closedir(stream) }
    var entries: [(name: String, isFolder: Bool)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      var status = stat()
      guard stat("\(root)/\(folder)/\(name)", &status) == 0 else { continue }
      entries.append((name, status.st_mode & S_IFMT == S_IFDIR))
    }
    return entries.sorted { $0.name < $1.name }
  }
}

extension Repository {
  /// The dependencies of the targets, read from the manifest: names in quotes after each target.
  ///
  /// The manifest says `room("Drawing", ["Geometry", …])`, `topic("…")`, and for the tool
  /// `name: "mvplot", dependencies: […]`.
  func declaredDependencies() throws -> [String: Set<String>] {
    let manifest = try text(of: "Package.swift")
    guard let targets = manifest.range(of: "targets: [\n")?.upperBound else { return [:] }
    var declared: [String: Set<String>] = [:]
    for call in manifest[targets...].calls(of: "room(") {
      guard let name = call.quoted.first else { continue }
      declared[name] = Set(call.quoted.dropFirst())
      if call.contains("argumentParser") { declared[name]?.insert("ArgumentParser") }
    }
    for call in manifest[targets...].calls(of: "topic(") {
      if let name = call.quoted.first { declared[name] = ["Plotting"] }
    }
    for call in manifest[targets...].calls(of: ".executableTarget(") {
      if let name = call.quoted.first { declared[name] = Set(call.quoted.dropFirst()) }
    }
    return declared
  }
}

extension String {
  /// The modules that a source file imports.
  var importedModules: Set<String> {
    let kinds: Set<Substring> = [
      "struct", "class", "enum", "protocol", "func", "var", "let", "typealias",
    ]
    let access: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
    var modules: Set<String> = []
    for line in split(separator: "\n") {
      let words = line.split(separator: " ").drop { $0.hasPrefix("@") || access.contains($0) }
      guard words.first == "import" else { continue }
      guard let path = words.dropFirst().drop(while: { kinds.contains($0) }).first else { continue }
      modules.insert(String(path.split(separator: ".")[0]))
    }
    return modules
  }

  /// The last part of a path.
  var lastComponent: String { split(separator: "/").last.map(String.init) ?? self }
}

extension StringProtocol {
  /// The first place where `text` stands.
  func range(of text: String) -> Range<Index>? {
    indices.lazy.compactMap { start in
      self[start...].hasPrefix(text) ? start..<self.index(start, offsetBy: text.count) : nil
    }.first
  }

  /// What stands between the brackets of each call that begins with `name`.
  fileprivate func calls(of name: String) -> [String] {
    guard let range = range(of: name) else { return [] }
    var depth = 1
    let body = self[range.upperBound...].prefix { character in
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      return depth > 0
    }
    return [String(body)] + self[range.upperBound...].calls(of: name)
  }

  /// The texts between quotation marks.
  fileprivate var quoted: [String] {
    let parts = split(separator: "\"", omittingEmptySubsequences: false)
    return parts.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}
