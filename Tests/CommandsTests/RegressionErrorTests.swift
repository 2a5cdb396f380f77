import Testing

/// What the figures of data refuse, and all that they say.
@Suite struct RegressionErrorTests {
  /// A table, the words after its path, and what comes of them; `@` stands for the path.
  struct TableCase: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let table: String
    let words: [String]
    let code: Int32
    let lines: [String]

    init(_ name: String, _ table: String, _ words: [String], _ code: Int32, _ lines: String...) {
      testDescription = name
      (self.table, self.words, self.code, self.lines) = (table, words, code, lines)
    }
  }

  private static let line = "x,y,s\n1,2,0.1\n2,5,0\n3,7,0.1\n4,9.5,0.2\n"

  private static let tables: [TableCase] = [
    TableCase(
      "empty file", "", [], 65, "@ is empty", "a table begins with the names of its columns: x,y"),
    TableCase(
      "header alone", "x,y\n", [], 65, "@ has no rows under its header", "rows follow the header"),
    TableCase(
      "too few rows", "x,y\n1,2\n", [], 65, "@ has 1 row of numbers for 2 parameters",
      "a fit wants at least as many rows as parameters"),
    TableCase(
      "no numbers", "x,y\n1,nan\n2,\n", [], 65, "@ has no row with numbers in x, y",
      "2 of 2 rows of @ are skipped: line 2 (y is 'nan'), line 3 (y is empty)"),
    TableCase(
      "one place only", "x,y\n1,2\n1,3\n1,4\n", [], 65,
      "@: the data cannot tell 'a' and 'b' apart: fix one of them or leave one out"),
    TableCase(
      "unknown y", "t,u,v\n1,2,3\n2,3,4\n3,5,8\n", [], 65, "@: which column is y: t, u or v?",
      "say --y v"),
    TableCase(
      "unknown x", "t,u,y\n1,2,3\n2,3,4\n3,5,8\n", [], 65, "@: which column is x: t or u?",
      "say --x t"),
    TableCase(
      "numbers too large", "x,y\n1,1e300\n2,-1e300\n3,1e308\n", [], 65,
      "@: the numbers are too large: rescale the data"),
    TableCase(
      "numbers too large in another order", "x,y\n1,1e308\n2,-1e308\n3,1e308\n",
      ["--model", "a x + b"], 65, "@: the numbers are too large: rescale the data"),
    TableCase(
      "extent too large", "x,y\n1e308,1\n-1e308,2\n3,3\n", [], 65,
      "@: the numbers are too large: rescale the data"),
    TableCase(
      "too many cells", "x,y\n1,2\n1,2,3\n", [], 65,
      "@, line 3: 3 cells where the header names 2",
      "put a cell with a comma in it between quotation marks"),
  ]

  private static let words: [TableCase] = [
    TableCase(
      "error of zero", line, ["--error", "s"], 65,
      "@, line 3: the error 0 in column 's' is not positive",
      "an error is the standard deviation of a measurement, greater than 0"),
    TableCase(
      "unknown column", line, ["--error", "sigma"], 65, "@ has no column 'sigma'",
      "its columns are x, y and s"),
    TableCase(
      "column mistyped", "x,y,sigma\n1,2,3\n", ["--error", "sgima"], 65,
      "@ has no column 'sgima'; did you mean 'sigma'?", "its columns are x, y and sigma"),
    TableCase(
      "model that cannot be read", line, ["--model", "a*exp(b"], 65,
      "'(' (character 6) is not closed", "  a*exp(b", "         ^", "close it with ')'"),
    TableCase(
      "unknown name in y", line, ["--y", "ln(z)"], 65, "unknown name 'z'", "  ln(z)", "     ^",
      "the columns are s, x, y"),
    TableCase(
      "y without values", line, ["--y", "ln(y-9)"], 65,
      "@, line 2: what is to be fitted has no finite value"),
    TableCase(
      "model without values", line, ["--model", "a ln(x-2)"], 65,
      "@, line 2: the model has no finite value there"),
    TableCase(
      "letters that stand together", line, ["--model", "ax+b"], 65,
      "@: the data cannot tell 'ax' and 'b' apart: fix one of them or leave one out",
      "the model reads no column of data: a product is a*x or a x"),
    TableCase(
      "start for nothing", line, ["--start", "a=1,q=2"], 64,
      "--start wants names of parameters (q is none; they are a, b), not 'a=1,q=2'"),
    TableCase(
      "start of too few", line, ["--start", "1"], 64,
      "--start wants 2 numbers, for a, b, not '1'"),
    TableCase(
      "errors of x alone", line, ["--error-x", "s"], 65,
      "@: the errors of x in 's' want errors of y beside them"),
    TableCase(
      "constant called like a column", line, ["--let", "x=1"], 65,
      "x is a column and has a value by --let", "leave out one of them"),
  ]

  @Test("A table that cannot be fitted says why and where", arguments: tables + words)
  func table(_ table: TableCase) throws {
    let folder = TemporaryFolder()
    let path = folder["t.csv"]
    try #require(folder.write(table.table, to: "t.csv"))
    let run = ToolRun(["fit", path] + table.words, topics: ToolRun.standard)
    let lines = table.lines.map {
      $0.split(separator: "@", omittingEmptySubsequences: false)
        .joined(separator: path)
    }
    #expect(run.errors == "mvplot: " + lines.joined(separator: "\n") + "\n")
    #expect(run.code == table.code)
  }

  @Test("A histogram of numbers too far apart does not say that they are alike")
  func distantValues() {
    let folder = TemporaryFolder()
    #expect(folder.write("v\n1e308\n-1e308\n", to: "t.csv"))
    let run = ToolRun(standard: "histogram", folder["t.csv"])
    #expect(run.errors == "mvplot: v: the numbers are too large: rescale the data\n")
    #expect(run.code == 65)
  }

  @Test("A header in another encoding than UTF-8 is refused")
  func encoding() {
    let folder = TemporaryFolder()
    #expect(folder.write(Array("x,h".utf8) + [0xF6] + Array("he\n1,2\n2,3\n".utf8), to: "t.csv"))
    let run = ToolRun(standard: "fit", folder["t.csv"])
    #expect(
      run.errors == "mvplot: \(folder["t.csv"]), line 1: this is no text in UTF-8\n"
        + "save the table as CSV in UTF-8\n")
    #expect(run.code == 65)
  }

  @Test("A file that is not there has an exit code of its own")
  func missing() {
    let run = ToolRun(standard: "fit", "/nowhere/data.csv")
    #expect(run.errors == "mvplot: cannot read '/nowhere/data.csv': No such file or directory\n")
    #expect(run.code == 66)
    let sample = ToolRun(standard: "fit", "sample:deca")
    #expect(
      sample.errors.hasPrefix("mvplot: no sample is called 'deca'; did you mean sample:decay?"))
    #expect(sample.code == 65)
  }
}
