import Plotting
import Testing

@testable import Commands

/// The folder of figure files that comes with the tool.
private let testFile: String = #filePath
let galleryFolder =
  testFile.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/gallery"

let galleryFiles = fileNames(inFolder: galleryFolder).filter {
  $0.hasSuffix(".yaml") && $0 != GallerySettings.fileName
}

@Suite struct GalleryFolderTests {
  @Test("Every figure file of the gallery is right, with remarks at most", arguments: galleryFiles)
  func file(_ name: String) {
    let run = ToolRun(
      standard: "render", "\(galleryFolder)/\(name)", "-o", "-", "--format", "json")
    let lines = run.errors.split(separator: "\n")
    #expect(lines.allSatisfy { $0.hasPrefix("mvplot: note: ") }, "\(run.errors)")
    #expect(run.code == 0)
  }

  @Test("Every figure file has a caption, and there are enough of them")
  func captions() throws {
    #expect(galleryFiles.count >= 48)
    let catalogue = Catalogue(topics: ToolRun.standard)
    for name in galleryFiles {
      let file = try FigureFile.read("\(galleryFolder)/\(name)", in: catalogue)
      let caption = try #require(file.caption, "\(name)")
      #expect(caption.hasSuffix(".") || caption.hasSuffix("?"), "\(name)")
    }
  }

  @Test("The command on a page makes the same figure as its file", arguments: galleryFiles)
  func command(_ name: String) throws {
    let file = try FigureFile.read(
      "\(galleryFolder)/\(name)", in: Catalogue(topics: ToolRun.standard))
    guard file.panels.isEmpty else { return }
    let words = Self.words(of: file, file.kind)
    let typed = ToolRun(words + ["-o", "-", "--format", "json"], topics: ToolRun.standard)
    let read = ToolRun(
      standard: "render", "\(galleryFolder)/\(name)", "-o", "-", "--format", "json")
    #expect(typed.bytes == read.bytes, "\(words): \(typed.errors)")
  }

  private static func words<Kind: Figure>(of file: FigureFile, _ kind: Kind.Type) -> [String] {
    Array(CommandSource<Kind>(file: file).words.dropFirst())
  }
}
