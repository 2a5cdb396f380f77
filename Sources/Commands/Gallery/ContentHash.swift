/// A fingerprint of bytes: the 64 bits of FNV-1a (Fowler, Noll & Vo).
///
/// It tells whether a file changed by accident or by work; it is no protection against malice.
struct ContentHash: Hashable, Sendable {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Adds bytes.
  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  /// Adds a text and its length, so that "ab" and "c" differ from "a" and "bc".
  mutating func add(_ text: String) {
    add(text.utf8)
    add([0xFF])
  }

  /// Adds bytes and their length.
  mutating func addPart(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { add($0) }
    add("\(bytes.count)")
  }

  /// The fingerprint of bytes.
  static func of(_ bytes: [UInt8]) -> ContentHash {
    var hash = ContentHash()
    hash.addPart(bytes)
    return hash
  }

  /// Sixteen hexadecimal digits.
  var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
