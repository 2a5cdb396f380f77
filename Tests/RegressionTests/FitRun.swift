import Foundation
import Plotting

@testable import Regression

/// A figure that was composed, with its results as numbers.
struct FitRun {
  let composition: Composition

  /// Composes a figure of the words of a command line.
  init<Kind: Figure>(_ kind: Kind.Type, _ words: [String], in setting: Setting = Setting()) throws {
    var figure = Kind()
    var rest = words[...]
    while let word = rest.popFirst() {
      let parameter = Kind.parameters.first { parameter in
        word.hasPrefix("--") ? "--" + parameter.name == word : parameter.kind == .argument
      }
      guard let parameter else { throw ParameterError(wanted: "a parameter, not \(word)") }
      let value = parameter.kind == .flag ? "true" : word.hasPrefix("--") ? rest.popFirst() : word
      let earlier = parameter.isRepeatable ? parameter.read(figure) : []
      try parameter.write(&figure, earlier + [value ?? ""])
    }
    composition = try figure.compose(in: setting)
  }

  /// A member of the results by its path of names and places.
  func value(_ path: String...) -> JSONValue? { Self.value(composition.results, path[...]) }

  /// The number at a path; NaN where there is none.
  func number(_ path: String...) -> Double {
    if case .number(let number)? = Self.value(composition.results, path[...]) { return number }
    return .nan
  }

  private static func value(_ value: JSONValue, _ path: ArraySlice<String>) -> JSONValue? {
    guard let name = path.first else { return value }
    switch value {
    case .object(let members):
      return members.first { $0.0 == name }.flatMap { Self.value($0.1, path.dropFirst()) }
    case .array(let values):
      guard let place = Int(name), values.indices.contains(place) else { return nil }
      return Self.value(values[place], path.dropFirst())
    default: return nil
    }
  }

  /// The values of the parameters by name.
  func parameters(_ member: String = "value") -> [String: Double] {
    guard case .array(let list)? = value("parameters") else { return [:] }
    var values: [String: Double] = [:]
    for item in list {
      if case .string(let name)? = Self.value(item, ["name"]),
        case .number(let number)? = Self.value(item, [member])
      {
        values[name] = number
      }
    }
    return values
  }
}

/// Files of the tests.
enum TestFile {
  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures")

  /// The path of a table that comes with the tests.
  static func table(_ name: String) -> String { fixtures.appending(path: "csv/\(name)").path }

  /// A table that exists while `work` is done with its path.
  static func with<Result>(_ text: String, _ work: (String) throws -> Result) throws -> Result {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "mvplot-\(UUID().uuidString).csv")
    try text.write(to: url, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: url) }
    return try work(url.path)
  }

  static func json<Content: Decodable>(_ name: String, as type: Content.Type) throws -> Content {
    try JSONDecoder().decode(type, from: Data(contentsOf: fixtures.appending(path: name)))
  }
}
