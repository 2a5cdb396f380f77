import Testing

/// Who may import whom.
///
/// A room that is missing here may not exist; a new rule is written here first.
private let allowed: [String: Set<String>] = [
  "Geometry": [],
  "Calculus": ["CLAPACK", "CVector"],
  "Tracing": ["Geometry", "Calculus"],
  "Typesetting": ["Geometry", "CHarfBuzz", "CVector"],
  "Drawing": ["Geometry", "Typesetting", "CVector"],
  "CairoRenderer": [
    "Drawing", "Typesetting", "Geometry", "CCairo", "CFreeType", "CDeflate",
  ],
  "Plotting": ["Geometry", "Calculus", "Tracing", "Typesetting", "Drawing", "CVector"],
  "Commands": ["Plotting", "CairoRenderer", "CVector", "CYAML", "ArgumentParser"],
  "mvplot": ["Commands", "StandardTopics"],
]

/// Modules that come with the compiler and cost nothing at start.
private let standard: Set<String> = ["Swift", "Synchronization"]

@Suite struct ImportTests {
  private let package = Repository()

  @Test("A source file imports what its room may import, and never Foundation")
  func rooms() throws {
    let rooms = package.folders(in: "Sources").filter { !package.swiftFiles(in: $0).isEmpty }
    #expect(rooms.count >= 8)
    for folder in rooms {
      let room = folder.lastComponent
      let names = room == "StandardTopics" ? topics.union(["Plotting"]) : allowed[room]
      let permitted = try #require(names, "\(room) has no rule in this test")
      try check(folder, permitted)
    }
  }

  @Test("A topic imports Plotting and nothing else of ours")
  func plugins() throws {
    #expect(!topics.isEmpty)
    for folder in package.folders(in: "Plugins") { try check(folder, ["Plotting"]) }
  }

  @Test("The manifest gives each room the modules that it may import")
  func manifest() throws {
    let declared = try package.declaredDependencies()
    for (room, names) in allowed {
      #expect(declared[room] == names, "\(room) in Package.swift")
    }
    #expect(declared["StandardTopics"] == topics.union(["Plotting"]))
    for topic in topics { #expect(declared[topic] == ["Plotting"], "\(topic) in Package.swift") }
  }

  private var topics: Set<String> { Set(package.folders(in: "Plugins").map(\.lastComponent)) }

  private func check(_ folder: String, _ permitted: Set<String>) throws {
    for file in package.swiftFiles(in: folder) {
      let imports = try package.text(of: file).importedModules
      let excess = imports.subtracting(permitted).subtracting(standard)
      #expect(excess == [], "\(file) imports \(excess.sorted())")
    }
  }
}

@Suite struct ImportReadingTests {
  @Test("Imports are found in all their forms, and nothing else is")
  func forms() {
    let source = """
      @_exported import Geometry
      public import struct Drawing.Colour
      @preconcurrency @testable import Calculus // why
        import CVector
      // import Foundation
      let text = "import Foundation"
      importAll()
      """
    #expect(source.importedModules == ["Geometry", "Drawing", "Calculus", "CVector"])
  }
}
