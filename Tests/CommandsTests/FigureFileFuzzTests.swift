import Plotting
import Testing

@testable import Commands

/// Right figure files, for tests that spoil them.
private let seeds = [
  "figure: contour\nexpression: x^2 + y^2\nlevels: [0.5, 1]\noutputs: [a.svg]\ncaption: A bowl.\n",
  "figure: plot\nexpressions: [x, 'x^2']\nx: [-pi, pi]\nlet: {a: 1}\ntitle: $x^2$\n",
  "title: Two\npanels:\n  - {figure: plot, expression: x}\n  - figure: surface\n    expression: x y\n",
  "figure: fit\ndata: sample:decay\nmodel: a exp(-b x) + c\nstart: {a: 1, b: 2}\nbands: true\n",
]

/// What is put into them: all that YAML reads in a way of its own, and bytes that are no text.
private let pieces: [[UInt8]] =
  [
    ":", "- ", "[", "]", "{", "}", ",", "&a ", "*a", "!!int ", "|\n", ">\n", "'", "\"", "#", "%",
    "@", "\t", "\n", "\r\n", "---\n", "...\n", "? ", "~", "null", "true", "1e999", "-", "\u{FEFF}",
    "é", "∇", "<<: ", "\\", "figure", "panels", "\n  ", "0", "$", "sample:", "../",
  ].map { Array($0.utf8) } + [[0], [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]]

@Suite struct FigureFileFuzzTests {
  @Test("A spoilt figure file is read or told of in at most four lines", arguments: 0..<4)
  func spoilt(_ part: Int) throws {
    let folder = TemporaryFolder()
    let catalogue = Catalogue(topics: ToolRun.standard)
    var generator = SeededGenerator(seed: UInt64(part) + 1)
    var refused = 0
    for _ in 0..<800 {
      var bytes = Array(seeds[part].utf8)
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        let end = min(bytes.count, place + Int.random(in: 0...6, using: &generator))
        let piece = pieces[Int.random(in: 0..<pieces.count, using: &generator)]
        bytes.replaceSubrange(place..<end, with: piece)
      }
      folder.write(bytes, to: "a.yaml")
      do throws(CommandFailure) {
        let file = try FigureFile.read(folder["a.yaml"], in: catalogue)
        try Self.request(file, file.kind)
      } catch {
        refused += 1
        let lines = error.message.split(separator: "\n")
        #expect((1...4).contains(lines.count), "\(error.message)")
        #expect([64, 65, 66].contains(error.exitCode), "\(error.message)")
        #expect(lines.first?.hasPrefix("mvplot: ") == true, "\(error.message)")
      }
    }
    #expect(refused > 200)
  }

  private static func request<Kind: Figure>(
    _ file: FigureFile, _ kind: Kind.Type
  ) throws(CommandFailure) { _ = try file.request(kind) }
}
