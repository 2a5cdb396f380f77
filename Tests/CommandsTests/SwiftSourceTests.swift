import Plotting
import Testing

@testable import Commands

@Suite struct SwiftSourceTests {
  private let folder = TemporaryFolder()

  /// The lines of Swift for a figure file, but for the imports.
  private func lines(_ text: String) throws -> [String] {
    folder.write(text, to: "a.yaml")
    let file = try FigureFile.read(folder["a.yaml"], in: Catalogue(topics: ToolRun.standard))
    return try Self.lines(of: file, file.kind).filter { !$0.hasPrefix("import ") && !$0.isEmpty }
  }

  private static func lines<Kind: Figure>(
    of file: FigureFile, _ kind: Kind.Type
  ) throws -> [String] {
    let request = try file.request(kind)
    return SwiftSource(file: file, request: request, hasPicture: true).text
      .split(separator: "\n").map(String.init)
  }

  @Test(
    "Paper, type, colours and tolerance are said",
    arguments: [
      ("size: column", ["setting.canvas = .column"]),
      ("size: slide", []),
      ("size: 4:3", ["setting.canvas = .fourToThree"]),
      ("size: 640x480", ["setting.canvas = Canvas(pixelWidth: 640, pixelHeight: 480)"]),
      (
        "size: 120x90mm\ndpi: 600",
        ["setting.canvas = Canvas(width: 12, height: 9, in: .centimetres, dpi: 600)"]
      ),
      ("size: 5.5x4in", ["setting.canvas = Canvas(width: 5.5, height: 4, in: .inches)"]),
      ("size: 300x200pt", ["setting.canvas = Canvas(width: 300, height: 200, in: .points)"]),
      ("tolerance: 0.1", ["setting.tolerance = 0.1"]),
      ("ticks: pi", ["setting.ticks = .pi"]),
      ("let: {b: 2, a: 1/2}", ["setting.constants = [\"a\": 0.5, \"b\": 2]"]),
      ("x: -3:-1", ["setting.xRange = -3...(-1)"]),
      ("title: 'A \"b\" $c$'", ["setting.title = \"A \\\"b\\\" $c$\""]),
    ])
  func setting(_ line: String, _ wanted: [String]) throws {
    let lines = try lines("figure: plot\nexpression: x\n\(line)\n")
    #expect(lines.filter { $0.hasPrefix("setting.") } == wanted)
    #expect(lines.contains("var setting = Setting()") == !wanted.isEmpty)
  }

  @Test(
    "How the picture is written is said",
    arguments: [
      ("font: serif", "try figure.write(to: \"a.svg\", font: .serif)"),
      ("theme: dark", "try figure.write(to: \"a.svg\", theme: .dark)"),
      ("theme: light", "try figure.write(to: \"a.svg\")"),
      ("colours: viridis", "try figure.write(to: \"a.svg\", theme: .light.with(.viridis))"),
      ("outputs: [b.pdf, c.json]", "try figure.write(to: \"a.svg\", \"b.pdf\", \"c.json\")"),
      ("build: true", "try figure.write(to: \"a.pdf\", isBuiltUp: true)"),
      ("alt: Words.", "try figure.write(to: \"a.svg\", description: \"Words.\")"),
    ])
  func writing(_ line: String, _ wanted: String) throws {
    #expect(try lines("figure: plot\nexpression: x\n\(line)\n").last == wanted)
  }

  @Test("Panels are figures that are added, with what they change")
  func panels() throws {
    let lines = try lines(
      """
      x: -2:2
      panels:
        - {figure: contour, expression: x y, levels: [1, 2], y: [-1, 1], ticks: decimal}
        - {figure: contour, expression: x + y}
        - {figure: plot, expression: x, x: -1:1}
      """)
    #expect(
      lines == [
        "var contour = Contour()", "contour.expression = \"x y\"",
        "contour.levels = .list([1, 2])", "var contour2 = Contour()",
        "contour2.expression = \"x + y\"", "var plot = Plot()", "plot.expressions = [\"x\"]",
        "var figure = Panels()", "figure.add(contour) {", "  $0.yRange = -1...1",
        "  $0.ticks = .decimal", "}", "figure.add(contour2)",
        "figure.add(plot) { $0.xRange = -1...1 }", "var setting = Setting()",
        "setting.xRange = -2...2", "try figure.write(to: \"a.svg\", in: setting)",
      ])
  }

  @Test("The named sizes of the command line are those of Swift")
  func sizes() throws {
    let canvases: [Canvas] = [.slide, .slideHalf, .fourToThree, .square, .column, .page]
    #expect(try PageSize.names.map { try $0.canvas(dpi: nil) } == canvases)
    for (text, unit) in [
      ("85x81mm", PaperUnit.millimetres), ("85x81cm", .centimetres), ("8x4.25in", .inches),
      ("85x81pt", .points),
    ] {
      let size = try PageSize(parameterText: text)
      let sides = text.dropLast(2).split(separator: "x").compactMap { Double($0) }
      #expect(
        try size.canvas(dpi: 72) == Canvas(width: sides[0], height: sides[1], in: unit, dpi: 72))
    }
  }
}
