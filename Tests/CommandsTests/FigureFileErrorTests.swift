import Testing

@testable import Commands

/// A figure file that is wrong, and every word that is said of it.
private struct WrongFile: CustomTestStringConvertible {
  let testDescription: String
  let text: String
  let message: String

  init(_ name: String, _ text: String, _ message: String) {
    testDescription = name
    self.text = text
    self.message = message
  }
}

private let wrongFiles = [
  WrongFile(
    "a mistyped key", "figure: contour\nexpression: x\nlevls: 3\n",
    "3:1: contour has no key 'levls'; did you mean 'levels'?\n"),
  WrongFile(
    "a mistyped shared key", "figure: contour\nexpression: x\ntheem: dark\n",
    "3:1: contour has no key 'theem'; did you mean 'theme'?\n"),
  WrongFile(
    "a key of nothing", "figure: contour\nexpression: x\nwallpaper: red\n",
    """
    3:1: contour has no key 'wallpaper'
    'mvplot help contour' lists the options, whose long names are the keys

    """),
  WrongFile(
    "a mistyped figure", "figure: contuor\n",
    "1:9: no figure is called 'contuor'; did you mean 'contour'?\n"),
  WrongFile(
    "no figure", "expression: x\n",
    "1:1: the key 'figure' is missing\nsay which figure it is, for example: figure: plot\n"),
  WrongFile(
    "nothing at all", "",
    "1:1: the key 'figure' is missing\nsay which figure it is, for example: figure: plot\n"),
  WrongFile(
    "no argument", "figure: contour\n",
    "1:1: contour wants the key 'expression': The function, an expression in x and y.\n"),
  WrongFile(
    "a list for a file", "- contour\n",
    "1:1: the file wants keys with values, not a list\nfor example: figure: contour\n"),
  WrongFile(
    "a switch that is neither", "figure: contour\nexpression: x\nfilled: maybe\n",
    "3:9: filled wants true or false, not 'maybe'\n"),
  WrongFile(
    "a switch between quotes", "figure: contour\nexpression: x\nfilled: \"true\"\n",
    "3:9: filled wants true without quotes, for between them it is a text\n"),
  WrongFile(
    "a mistyped key of the figure", "expression: x\nFigure: contour\n",
    "2:1: there is no key 'Figure' here; did you mean 'figure'?\n"),
  WrongFile(
    "a switch with a list", "figure: contour\nexpression: x\nfilled: [true]\n",
    "3:9: filled wants true or false, not a list\n"),
  WrongFile(
    "an item that is no level", "figure: contour\nexpression: x\nlevels: [1, a]\n",
    "3:9: levels wants a whole number from 1 to 200, a list like 1,2,4, or critical, not '1,a'\n"),
  WrongFile(
    "a choice that is none", "figure: contour\nexpression: x\ntheme: drak\n",
    "3:8: theme wants light, dark, paper, textbook, or the path of a file such as my.theme, not 'drak'\n"
  ),
  WrongFile(
    "a range the wrong way", "figure: contour\nexpression: x\nx: [3, -3]\n",
    "3:4: x wants two ends A:B with A < B, not '3:-3'\n"),
  WrongFile(
    "named values for a text", "figure: contour\nexpression: {x: 1}\n",
    "2:13: expression wants a text, not named values\n"),
  WrongFile(
    "a list in a list in a list", "figure: contour\nexpression: x\nlevels: [[[1]]]\n",
    "3:10: levels wants a number or a text here, not a list\n"),
  WrongFile(
    "no value", "figure: contour\nexpression:\n", "2:12: expression has no value\n"),
  WrongFile(
    "an empty list", "figure: plot\nexpressions: []\n", "2:14: expressions has an empty list\n"),
  WrongFile(
    "a figure that is a list", "figure: [contour]\n",
    "1:9: figure wants a text, not a list\n"),
  WrongFile(
    "one key in two words", "figure: plot\nexpression: x\nexpressions: [x^2]\n",
    "3:1: 'expressions' says the same as 'expression'\nleave one of them out\n"),
  WrongFile(
    "a key twice", "figure: plot\nexpression: x\nexpression: x^2\n",
    "3:1: the key 'expression' stands here a second time\nthe first is in line 2\n"),
  WrongFile(
    "an expression that is wrong", "figure: contour\nexpression: x^2 + * y\n",
    """
    2:19: expected a number, a name or '(' after '+', not '*'
      x^2 + * y
            ^

    """),
  WrongFile(
    "an expression between quotes", "figure: contour\nexpression: 'x^2 + q'\n",
    """
    2:20: unknown name 'q'
      x^2 + q
            ^
    known here: x, y, and the functions of the language

    """),
  WrongFile(
    "one of several expressions", "figure: plot\nexpressions:\n  - x\n  - sin(\n",
    """
    4:9: sin wants an argument
      sin(
          ^

    """),
  WrongFile(
    "a title that cannot be set", "figure: plot\nexpression: x\ntitle: a $\\frax{1}{2}$\n",
    """
    3:11: title: unknown command \\frax; did you mean \\frac?
      a $\\frax{1}{2}$
         ^

    """),
  WrongFile(
    "a number out of bounds", "figure: newton\nexpression: x\nsteps: 0\n",
    "3:8: steps wants a whole number from 1 to 100000, not '0'\n"),
  WrongFile(
    "an output elsewhere", "figure: plot\nexpression: x\noutputs: [a.png, ../b.png]\n",
    """
    3:18: outputs wants paths in the folder of the file, not '../b.png'
    the command line may write anywhere: mvplot render FILE -o PATH

    """),
  WrongFile(
    "an output of no format", "figure: plot\nexpression: x\noutput: a.gif\n",
    "3:9: output wants a path that ends in .png, .svg, .pdf or .json, not 'a.gif'\n"),
  WrongFile(
    "an absolute value without quotes", "figure: plot\nexpression: |x|\n",
    """
    2:14: the text is not YAML: while scanning a block scalar: did not find expected comment or \
    line break
    an expression with : # | { [ & * ! or quotation marks stands between quotes: 'x: y'

    """),
  WrongFile(
    "an alias", "figure: &f plot\nexpression: *f\n",
    """
    1:9: anchors (&name) and tags (!name) are not read
    write the value out; an expression that begins with & * or ! stands between quotes

    """),
  WrongFile(
    "a tag", "figure: !!python/object:os.system plot\n",
    """
    1:9: anchors (&name) and tags (!name) are not read
    write the value out; an expression that begins with & * or ! stands between quotes

    """),
  WrongFile(
    "two documents", "figure: plot\n---\nfigure: plot\n",
    "2:1: a second document begins here\none file holds one figure\n"),
  WrongFile(
    "a tab", "figure: plot\n\texpression: x\n",
    "2:1: a tab stands at the start of this line\nYAML takes blanks alone there: two for each step\n"
  ),
  WrongFile(
    "nothing but a comment", "# A figure.\n",
    "1:1: the key 'figure' is missing\nsay which figure it is, for example: figure: plot\n"),
  WrongFile(
    "a text for a file", "hello\n",
    "1:1: the file wants keys with values, not 'hello'\nfor example: figure: contour\n"),
  WrongFile(
    "a wrong line after others that end as on Windows", "figure: plot\r\nexpression: x +\r\n",
    """
    2:16: expected a number, a name or '(' after '+'
      x +
         ^

    """),
  WrongFile(
    "a mark of the encoding before a wrong key", "\u{FEFF}figure: plot\nexpresion: x\n",
    "2:1: plot has no key 'expresion'; did you mean 'expression'?\n"),
  WrongFile(
    "a wrong key in a panel",
    "panels:\n  - {figure: plot, expression: x}\n  - {figure: contour, expression: x, levls: 3}\n",
    "3:38: contour has no key 'levls'; did you mean 'levels'?\n"),
  WrongFile(
    "a wrong expression in a panel",
    "panels:\n  - {figure: plot, expression: x}\n  - figure: plot\n    expression: x^2 + q\n",
    """
    4:23: unknown name 'q'
      x^2 + q
            ^
    known here: x, and the functions of the language

    """),
  WrongFile(
    "a number out of bounds in a panel",
    "panels:\n  - figure: newton\n    expression: x\n    steps: 0\n",
    "4:12: steps wants a whole number from 1 to 100000, not '0'\n"),
  WrongFile(
    "a panel that cannot be drawn",
    """
    panels:
      - {figure: plot, expression: x}
      - {figure: lagrange, expression: l w, subject-to: l + w = 2, from: {l: 1, w: 2}}

    """, "3:14: lagrange has results here that cannot be drawn, so it is no panel\n"),
  WrongFile(
    "a figure with panels", "figure: plot\nexpression: x\npanels: []\n",
    """
    3:1: a file has either the key 'figure' or the key 'panels'
    each panel names its figure: panels: [{figure: plot, expression: x}]

    """),
  WrongFile(
    "panels in panels", "panels: [{panels: [{figure: plot, expression: x}]}]\n",
    "1:10: a panel wants keys of a figure, and the key 'figure'\n"),
  WrongFile(
    "a constant that is none", "figure: plot\nexpression: a x\nlet: {a: b}\n",
    """
    3:10: unknown name 'b'
      b
      ^

    """),
  WrongFile(
    "a merge of keys", "figure: plot\n<<: {expression: x}\n",
    """
    2:1: plot has no key '<<'
    'mvplot help plot' lists the options, whose long names are the keys

    """),
  WrongFile(
    "a list for a name", "? [a]\n: 3\n", "1:3: a name must be a text, not a list or a mapping\n"),
  WrongFile(
    "no UTF-8", "figure: plot\ntitle: \u{1}\n",
    "2:8: the text is not UTF-8: control characters are not allowed\n"),
]

@Suite struct FigureFileErrorTests {
  @Test(
    "A wrong figure file is told with its line, its column and what would work",
    arguments: wrongFiles)
  fileprivate func message(_ file: WrongFile) {
    let folder = TemporaryFolder()
    folder.write(file.text, to: "a.yaml")
    let run = ToolRun(standard: "render", folder["a.yaml"])
    let path = folder["a.yaml"]
    #expect(run.errors == "mvplot: \(path):" + file.message.replacing("FILE", with: path))
    #expect(run.code == 65)
    #expect(folder.names == ["a.yaml"])
  }

  @Test("Data that are missing are told with the file that names them, and the code of that")
  func missingData() {
    let folder = TemporaryFolder()
    folder.write("figure: fit\ndata: none.csv\n", to: "a.yaml")
    let run = ToolRun(standard: "render", folder["a.yaml"])
    let place = "mvplot: \(folder["a.yaml"]):2:7: cannot read "
    #expect(run.errors.hasPrefix(place), "\(run.errors)")
    #expect(run.errors.hasSuffix("none.csv': No such file or directory\n"))
    #expect(run.code == 66)
  }

  @Test("A missing file, a folder and a wrong option end with the codes of sysexits")
  func codes() {
    let folder = TemporaryFolder()
    let missing = ToolRun(standard: "render", folder["no.yaml"])
    #expect(
      missing.errors == "mvplot: cannot read '\(folder["no.yaml"])': No such file or directory\n")
    #expect(missing.code == 66)
    #expect(ToolRun(standard: "render", folder.path).code == 66)
    #expect(ToolRun(standard: "render").code == 64)
    folder.write("figure: plot\nexpression: x\n", to: "a.yaml")
    #expect(ToolRun(standard: "render", folder["a.yaml"], "--theme", "red").code == 64)
    #expect(ToolRun(standard: "render", folder["a.yaml"], "-o", "/no/where.png").code == 73)
  }

  @Test("The settings of a folder are checked like a file")
  func settings() {
    let folder = TemporaryFolder()
    folder.write("figure: plot\nexpression: x\n", to: "a.yaml")
    let path = folder["gallery.yaml"]
    for (text, message) in [
      ("defaults: {them: dark}\n", "1:12: defaults has no key 'them'; did you mean 'theme'?\n"),
      (
        "defaults: {theme: red}\n",
        "1:19: theme wants light, dark, paper, textbook, or the path of a file such as my.theme, not 'red'\n"
      ),
      ("titel: A\n", "1:1: gallery.yaml has no key 'titel'; did you mean 'title'?\n"),
      ("defaults: 3\n", "1:11: defaults wants keys with values, not '3'\n"),
    ] {
      folder.write(text, to: "gallery.yaml")
      let run = ToolRun(standard: "render", folder["a.yaml"])
      #expect(run.errors == "mvplot: \(path):" + message)
      #expect(run.code == 65)
    }
  }
}
