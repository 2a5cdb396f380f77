import Calculus
import Foundation

extension Fixture {
  /// The numbers of a CSV file of `Tests/Fixtures/csv`; words are missing numbers.
  static func table(_ name: String) throws -> FitData {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/csv").appending(path: name)
    let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    var columns: [String: [Double]] = [:]
    for (index, header) in (lines.first ?? []).enumerated() {
      columns[String(header)] = lines.dropFirst().map {
        index < $0.count ? Double($0[index]) ?? .nan : .nan
      }
    }
    return try FitData(columns: columns)
  }

  /// How many digits of a value are those of the expected one; 17 where they are equal.
  static func digits(_ value: Double, _ expected: Double) -> Double {
    if value == expected { return 17 }
    let error = abs(value - expected) / abs(expected)
    return error.isNaN ? 0 : min(17, -log10(error))
  }
}
