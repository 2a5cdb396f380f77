import Plotting
import Testing

@testable import Commands

@Suite struct FigureFileTests {
  private let folder = TemporaryFolder()

  private func render(_ text: String, _ arguments: String...) -> ToolRun {
    folder.write(text, to: "a.yaml")
    return ToolRun(["render", folder["a.yaml"]] + arguments, topics: ToolRun.standard)
  }

  @Test("A figure file gives the same bytes as the command line")
  func sameBytes() {
    let text = """
      figure: contour
      expression: a x^2 + y^2
      levels: [1, 2, 4]
      let: {a: 1/2}
      x: [-3, 3]
      y: -2:2
      filled: true
      title: A bowl
      """
    let file = render(text, "-o", "-", "--format", "json")
    let line = ToolRun(
      standard: "contour", "a x^2 + y^2", "--levels", "1,2,4", "--let", "a=1/2", "-x", "-3:3",
      "-y", "-2:2", "--filled", "--title", "A bowl", "-o", "-", "--format", "json")
    #expect(file.errors == "")
    #expect(file.bytes == line.bytes)
    #expect(!file.bytes.isEmpty)
  }

  @Test("Points are lists, names or texts; repeatable options are lists")
  func values() {
    for value in ["'1,2'", "[1, 2]", "{x: 1, y: 2}", "x=1,y=2"] {
      let text = "figure: surface\nexpression: x y\ntangent-at: \(value)\n"
      let run = render(text, "-o", "-", "--format", "json")
      #expect(run.output.contains("\"tangent-at\": \"x=1,y=2\""), "\(value): \(run.errors)")
    }
    let plot = render(
      "figure: plot\nexpressions: [x, x^2]\n", "-o", "-", "--format", "json")
    #expect(plot.output.contains("\"expression\": [\"x\", \"x^2\"]"))
    let descent = render(
      "figure: descent\nexpression: x^2+y^2\nfrom: [[1, 2], '2,1']\n", "-o", "-", "--format",
      "json")
    #expect(
      descent.output.contains("\"from\": [\"x=1,y=2\", \"x=2,y=1\"]"), "\(descent.errors)")
    let one = render(
      "figure: descent\nexpression: x^2+y^2\nfrom: [1, 2]\n", "-o", "-", "--format", "json")
    #expect(one.output.contains("\"from\": [\"x=1,y=2\"]"), "\(one.errors)")
  }

  @Test("Outputs stand in the folder of the file; without any a picture stands beside it")
  func outputs() {
    let run = render("figure: plot\nexpression: x\noutputs: [b.svg, c.json]\n")
    #expect(run.output == "\(folder["b.svg"])\n\(folder["c.json"])\n")
    #expect(folder.names == ["a.yaml", "b.svg", "c.json"])
    #expect(render("figure: plot\nexpression: x\n").output == "\(folder["a.png"])\n")
    let absolute = render("figure: plot\nexpression: x\noutput: \(folder["d.svg"])\n")
    #expect(absolute.errors == "")
    #expect(folder.names.contains("d.svg"))
  }

  @Test("The folder gives defaults, the file its own values, the command line the last word")
  func precedence() {
    folder.write("defaults: {theme: dark, title: Folder, build: true}\n", to: "gallery.yaml")
    let file = render(
      "figure: plot\nexpression: x\nbuild: false\n", "-o", "-", "--format", "json")
    #expect(file.output.contains("\"title\": \"Folder\""))
    let own = render(
      "figure: plot\nexpression: x\ntitle: Own\nbuild: false\n", "-o", "-", "--format", "svg")
    #expect(own.output.contains("Own"))
    let last = render(
      "figure: plot\nexpression: x\ntitle: Own\nbuild: false\n", "-o", "-", "--format", "json",
      "--title", "Last")
    #expect(last.output.contains("\"title\": \"Last\""))
  }

  @Test("A file has the last word on the alternative text")
  func alternative() {
    let run = render(
      "figure: plot\nexpression: x\nalt: A line through the origin.\n", "-o", "-", "--format",
      "json")
    #expect(run.output.contains("\"description\": \"A line through the origin.\""))
  }

  @Test("Of several files the wrong ones are told, and the others are made")
  func several() {
    folder.write("figure: plot\nexpression: x\n", to: "a.yaml")
    folder.write("figure: plot\nexpression: 1 +\n", to: "b.yaml")
    folder.write("figure: plot\nexpression: x^2\n", to: "c.yaml")
    let run = ToolRun(
      ["render"] + ["a", "b", "c"].map { folder["\($0).yaml"] }, topics: ToolRun.standard)
    #expect(run.code == 65)
    #expect(run.errors.contains("b.yaml:2:16: "))
    #expect(run.errors.hasSuffix("mvplot: 1 of 3 figures failed\n"))
    #expect(folder.names.filter { $0.hasSuffix(".png") } == ["a.png", "c.png"])
    let output = ToolRun(
      standard: "render", folder["a.yaml"], folder["c.yaml"], "-o", folder["d.png"])
    #expect(output.code == 64)
  }

  @Test("A mark of the encoding, lines as on Windows and an end of the document change nothing")
  func spellings() {
    let text = "figure: plot\nexpression: x\n"
    let plain = render(text, "-o", "-", "--format", "json")
    #expect(plain.code == 0)
    for other in ["\u{FEFF}" + text, text.replacing("\n", with: "\r\n"), text + "...\n"] {
      #expect(render(other, "-o", "-", "--format", "json").output == plain.output)
    }
  }

  @Test("A file of 10 MB, a bomb of aliases and a pit of brackets end at once")
  func hostile() {
    folder.write(String(repeating: "a", count: 10_000_000), to: "big.yaml")
    let big = ToolRun(standard: "render", folder["big.yaml"])
    #expect(
      big.errors == """
        mvplot: \(folder["big.yaml"]):1:1: the file is longer than 1 MB
        a figure file has some lines; large data stand in a file of their own

        """)
    #expect(big.code == 65)
    var bomb = "figure: plot\na: &a [x,x,x,x,x,x,x,x,x]\n"
    for (name, last) in zip("bcdefghij", "abcdefghi") {
      bomb +=
        "\(name): &\(name) [\(Array(repeating: "*\(last)", count: 9).joined(separator: ","))]\n"
    }
    #expect(render(bomb).errors.contains("a.yaml:2:4: anchors (&name) and tags (!name) are not"))
    let pit = render("figure: plot\nexpression: " + String(repeating: "[", count: 100_000))
    #expect(pit.errors.contains("a.yaml:2:28: lists and mappings stand more than 16 deep here"))
    #expect(pit.code == 65)
    let keys = (0..<50_000).map { "k\($0): 1\n" }.joined()
    #expect(render("figure: plot\n" + keys).errors.contains("2:1: plot has no key 'k0'"))
  }
}

@Suite struct ComposedFigureTests {
  private let folder = TemporaryFolder()

  private func render(_ text: String) -> ToolRun {
    folder.write(text, to: "a.yaml")
    return ToolRun(standard: "render", folder["a.yaml"], "-o", "-", "--format", "json")
  }

  @Test("Several figures are panels of one, with the results of each")
  func panels() {
    let run = render(
      """
      title: A hill
      x: -2:2
      let: {a: 2}
      panels:
        - figure: contour
          expression: exp(-a x^2 - y^2)
          y: [-2, 2]
        - {figure: plot, expression: exp(-a x^2)}
      """)
    #expect(run.errors == "")
    #expect(run.output.contains("\"figure\": \"panels\""))
    #expect(run.output.contains("{\"panels\": [{\"figure\": \"contour\", \"results\": {"))
    #expect(run.output.contains("{\"figure\": \"plot\", \"results\": {\"window\""))
    folder.write("figure: plot\nexpression: x\n", to: "b.yaml")
    let picture = ToolRun(standard: "render", folder["a.yaml"], "-o", folder["a.svg"])
    #expect(picture.code == 0, "\(picture.errors)")
  }

  @Test("What is wrong in a panel is told with its place")
  func errors() {
    for (text, message) in [
      ("panels: []\n", "1:9: panels wants a list of 1 to 6 figures\n"),
      ("panels: {figure: plot}\n", "1:9: panels wants a list of 1 to 6 figures\n"),
      (
        "panels:\n  - expression: x\n",
        "2:5: a panel wants keys of a figure, and the key 'figure'\n"
      ),
      (
        "panels:\n  - {figure: plot, expression: x, theme: dark}\n",
        "2:42: theme belongs to the page, not to a panel of it\n"
      ),
      (
        "panels:\n  - {figure: plot, expression: x, title: A}\n",
        "2:42: title belongs to the page, not to a panel of it\n"
      ),
      ("panels:\n  - {figure: plot, expression: x + q}\n", "2:36: unknown name 'q'\n"),
      ("panels:\n  - {figure: plot, expresion: x}\n", "2:20: plot has no key 'expresion'; did you"),
    ] {
      let run = render(text)
      #expect(run.errors.hasPrefix("mvplot: \(folder["a.yaml"]):" + message), "\(run.errors)")
      #expect(run.code == 65)
    }
  }
}
