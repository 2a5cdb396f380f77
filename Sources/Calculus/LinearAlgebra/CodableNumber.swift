/// A number that is written as null where it is NaN or infinite, which JSON cannot say.
@propertyWrapper
struct CodableNumber: Hashable, Sendable, Codable {
  var wrappedValue: Double

  init(wrappedValue: Double) { self.wrappedValue = wrappedValue }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    wrappedValue = container.decodeNil() ? .nan : try container.decode(Double.self)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if wrappedValue.isFinite {
      try container.encode(wrappedValue)
    } else {
      try container.encodeNil()
    }
  }
}

extension KeyedDecodingContainer {
  /// Numbers of which some are null: those become `missing`.
  func numbers(_ key: Key, missing: Double = .nan) throws -> [Double] {
    try decode([Double?].self, forKey: key).map { $0 ?? missing }
  }

  /// Rows of numbers of which some are null.
  func rows(_ key: Key, missing: Double = .nan) throws -> [[Double]] {
    try decode([[Double?]].self, forKey: key).map { $0.map { $0 ?? missing } }
  }

  /// A number, or `missing` where it is null.
  func number(_ key: Key, missing: Double = .nan) throws -> Double {
    try decode(Double?.self, forKey: key) ?? missing
  }
}

extension Sequence<Double> {
  /// The numbers as JSON can say them.
  var codable: [Double?] { map { $0.isFinite ? $0 : nil } }
}
