/// Values by whole numbers: a hash table without the protection against chosen keys that
/// `Dictionary` has, which costs more than all else where a key is looked up once for every side.
///
/// Open addressing with linear probing; the place of a key is its product with 2⁶⁴ over the golden
/// ratio (Knuth, vol. 3, § 6.4). No key may be `UInt64.max`.
struct KeyTable<Value> {
  private static var empty: UInt64 { .max }

  private var keys: [UInt64]
  private var values: [Value]
  private let filler: Value
  private(set) var count = 0
  private var shift: UInt64

  /// An empty table; `filler` stands where there is no value.
  init(filler: Value) {
    self.filler = filler
    keys = Array(repeating: Self.empty, count: 64)
    values = Array(repeating: filler, count: 64)
    shift = 58
  }

  /// The value of a key.
  subscript(key: UInt64) -> Value? {
    let place = place(of: key)
    return keys[place] == key ? values[place] : nil
  }

  /// Whether there is a value.
  func contains(_ key: UInt64) -> Bool { keys[place(of: key)] == key }

  /// Sets the value of a key.
  mutating func set(_ value: Value, for key: UInt64) {
    var place = place(of: key)
    if keys[place] != key {
      if 2 * count >= keys.count {
        grow()
        place = self.place(of: key)
      }
      keys[place] = key
      count += 1
    }
    values[place] = value
  }

  /// Where a key is, or where it would go.
  private func place(of key: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while keys[place] != key && keys[place] != Self.empty { place = (place + 1) & (keys.count - 1) }
    return place
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = Array(repeating: Self.empty, count: 4 * oldKeys.count)
    values = Array(repeating: filler, count: keys.count)
    shift -= 2
    for (key, value) in zip(oldKeys, oldValues) where key != Self.empty {
      let place = place(of: key)
      keys[place] = key
      values[place] = value
    }
  }
}
