import Testing

@Suite struct OutputTests {
  @Test("Each path that is written is printed")
  func paths() throws {
    let folder = TemporaryFolder()
    let paths = ["a.png", "b.svg", "c.pdf", "d.json"].map { folder[$0] }
    let run = ToolRun(["circles", "x"] + paths.flatMap { ["-o", $0] })
    #expect(run.errors == "")
    #expect(run.output == paths.map { $0 + "\n" }.joined())
    #expect(folder.names == ["a.png", "b.svg", "c.pdf", "d.json"])
    let starts: [(String, String)] = [("a.png", "\u{89}PNG"), ("c.pdf", "%PDF"), ("d.json", "{")]
    for (name, start) in starts {
      let bytes = try #require(folder.bytes(of: name))
      #expect(bytes.starts(with: start.unicodeScalars.map { UInt8($0.value) }))
    }
  }

  @Test("--quiet prints no path and no note")
  func quiet() {
    let folder = TemporaryFolder()
    let run = ToolRun("circles", "x", "--empty", "--quiet", "-o", folder["a.json"])
    #expect(run.output == "")
    #expect(run.errors == "")
    #expect(folder.names == ["a.json"])
  }

  @Test("A note goes to standard error and is no error")
  func note() {
    let run = ToolRun("circles", "x", "--empty", "-o", "-", "--format", "json")
    #expect(run.errors == "mvplot: note: there is nothing to be drawn\n")
    #expect(run.code == 0)
  }

  @Test("Standard output carries the file alone")
  func stream() {
    let folder = TemporaryFolder()
    let run = ToolRun("circles", "x", "-o", "-", "--format", "svg", "-o", folder["a.json"])
    #expect(run.output.hasPrefix("<?xml") && run.output.hasSuffix("</svg>\n"))
    #expect(folder.names == ["a.json"])
  }

  @Test("A figure is built up in numbered pictures or in pages")
  func stages() throws {
    let folder = TemporaryFolder()
    let run = ToolRun("circles", "x", "--build", "-o", folder["a.b.svg"], "-o", folder["c.pdf"])
    #expect(run.errors == "")
    let names = folder.names
    #expect(names.count >= 3)
    #expect(names.prefix(2) == ["a.b-1.svg", "a.b-2.svg"])
    #expect(names.last == "c.pdf")
    #expect(run.output.hasPrefix(folder["a.b-1.svg"] + "\n"))
  }

  @Test("The numbers of a figure are one object with four members")
  func report() {
    let run = ToolRun(
      "circles", "x", "--levels", "12", "-o", "-", "--format", "json", "--let", "c=0.1")
    #expect(
      run.output == """
        {
          "figure": "circles",
          "parameters": {"expression": "x", "levels": 12, "at": null, "radius": [], \
        "filled": false, "empty": false, "window": {"x": [-3, 3], "y": [-3, 3]}, \
        "constants": {"c": 0.1}, "title": null, "x-label": null, "y-label": null, \
        "tolerance": 0.25},
          "results": {"radii": []},
          "description": "A circle about the origin."
        }

        """)
  }

  @Test("Nothing is written before everything is made")
  func wholeOrNothing() {
    let folder = TemporaryFolder()
    let run = ToolRun("circles", "x+", "-o", folder["a.png"])
    #expect(run.code == 65)
    #expect(folder.names == [])
  }

  @Test("Two runs give the same bytes")
  func determinism() {
    for format in ["png", "svg", "pdf", "json"] {
      let arguments = ["circles", "x", "-o", "-", "--format", format, "--size", "400x300"]
      let first = ToolRun(arguments)
      #expect(!first.bytes.isEmpty)
      #expect(first.bytes == ToolRun(arguments).bytes)
    }
  }
}
