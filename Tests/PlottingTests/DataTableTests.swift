import CVector
import Plotting
import Testing

@Suite struct DataTableTests {
  private func table(_ text: String) throws -> DataTable {
    try DataFile(text: text, name: "t.csv").table()
  }

  private func failure(_ text: String) -> [String] {
    do throws(FigureError) {
      _ = try DataFile(text: text, name: "t.csv").table()
      return []
    } catch {
      return error.lines
    }
  }

  @Test("Comments, blank lines, quotes, blanks and both line ends are read")
  func dialect() throws {
    let text =
      "\u{FEFF}# made by hand\r\n x , \"y, in m\",note\r\n\r\n"
      + "1,2.5, \"a \"\"b\"\"\nc\" \r\n  # between\r\n -3e-2 ,\"4\",\n+.5,6.,\r7,8"
    let table = try table(text)
    #expect(table["x"] == [1, -0.03, 0.5, 7])
    #expect(table["y, in m"] == [2.5, 4, 6, 8])
    #expect(table.lines == [4, 7, 8, 9])
    #expect(table["note"]?.allSatisfy(\.isNaN) == true)
    #expect(table["z"] == nil)
  }

  @Test("A cell without a number leaves its row out, and the notice says which")
  func missing() throws {
    let table = try table("a,b,c\n1,2,u\n,3,v\n4,n/a,w\n5,6,\n7\n8,inf,x\n9,0x1p3,x\n1e999,1,x\n")
    let rows = try table.rows(using: ["a", "b"])
    #expect(rows.columns == ["a": [1, 5], "b": [2, 6]])
    #expect(rows.lines == [2, 5])
    #expect(
      rows.notice
        == "6 of 8 rows of t.csv are skipped: line 3 (a is empty), line 4 (b is 'n/a'), "
        + "line 6 (b is empty), line 7 (b is 'inf'), line 8 (b is '0x1p3'), line 9 (a is '1e999')")
    #expect(try table.rows(using: []).notice == nil)
  }

  @Test(
    "What is no table says where and why",
    arguments: [
      ("", ["t.csv is empty", "a table begins with the names of its columns: x,y"]),
      ("# only\n\n", ["t.csv is empty", "a table begins with the names of its columns: x,y"]),
      (
        "# c\n1,2\n3,4",
        [
          "t.csv, line 2: numbers stand where the names of the columns belong",
          "put a first line such as x,y",
        ]
      ),
      (
        "x;y\n1;2",
        ["t.csv, line 1: the columns are separated by ';'", "separate them by commas"]
      ),
      (
        "x,y\n1,2\n\n1,2,3\n",
        [
          "t.csv, line 4: 3 cells where the header names 2",
          "put a cell with a comma in it between quotation marks",
        ]
      ),
      (
        "x,y\n1,\"2\n3,4\n",
        [
          "t.csv, line 2: the quotation mark is never closed",
          "a cell ends with the mark that it begins with",
        ]
      ),
      (
        "x,y\n\"1\"2,3\n",
        [
          "t.csv, line 2: text follows a closed quotation mark",
          "a mark inside a quoted cell is written twice",
        ]
      ),
      (
        "x,y\n1,\0\n",
        ["t.csv, line 2: this is no text in UTF-8", "save the table as CSV in UTF-8"]
      ),
      (
        "x,x\n1,2\n",
        ["t.csv has 2 columns called 'x'", "give each column a name of its own"]
      ),
    ])
  func faults(_ text: String, _ lines: [String]) { #expect(failure(text) == lines) }

  @Test("A column that is not there is answered with those that are")
  func unknownColumn() throws {
    let file = try DataFile(text: "x,y,sigma\n", name: "t.csv")
    #expect(
      throws: FigureError.input(
        "t.csv has no column 'sgima'; did you mean 'sigma'?", hint: "its columns are x, y and sigma"
      )
    ) { _ = try file.table(keeping: ["sgima"]) }
    #expect(try file.table(keeping: ["x"]).count == 0)
  }

  @Test("A file that cannot be read says why")
  func unreadable() {
    for (path, reason) in [
      ("/nowhere/t.csv", "No such file or directory"), ("/", "Is a directory"),
      ("", "No such file or directory"),
    ] {
      #expect(throws: FigureError.unreadable(path: path, reason: reason)) {
        _ = try DataFile(path: path)
      }
    }
  }

  @Test("A million rows are read in bounded time", .timeLimit(.minutes(1)))
  func million() throws {
    var text = "x,name,y\n"
    for row in 0..<1_000_000 { text += "\(row),n,0.25\n" }
    let table = try DataFile(text: text, name: "t.csv").table(keeping: ["x", "y"])
    #expect(table.count == 1_000_000)
    #expect(table["x"]?.last == 999_999)
  }
}
