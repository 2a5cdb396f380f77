// Measures the library in its own process, row by row, as it is told on standard input.
//
// A line with the name of a row is answered by a line of JSON: its times in seconds, and what else
// there is to say. What a row needs is prepared once, so that rows of several programs can be run in
// turn. The script `Benchmarks/rows.py` does that.
import Foundation

var prepared: [String: Row.Work] = [:]
while let name = readLine() {
  let answer: String
  do {
    if prepared[name] == nil { prepared[name] = try Row.all[name]?() }
    answer = try prepared[name]?().json ?? #"{"error": "there is no such row"}"#
  } catch {
    answer = #"{"error": "\#("\(error)".replacing("\"", with: "'"))"}"#
  }
  FileHandle.standardOutput.write(Data((answer + "\n").utf8))
}
