import Foundation

/// The conformance data in `Tests/Fixtures`.
enum Fixture {
  /// Decodes a file of `Tests/Fixtures`.
  static func load<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures").appending(path: name)
    return try JSONDecoder().decode(type, from: Data(contentsOf: file))
  }

  /// A value after its way through JSON.
  static func roundTrip<Value: Codable>(_ value: Value) throws -> Value {
    try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
  }
}
