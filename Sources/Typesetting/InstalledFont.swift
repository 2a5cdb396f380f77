import CHarfBuzz

/// What a font file says of itself.
struct InstalledFont {
  let path: String
  /// The name of the family, as a reader would know it.
  let family: String
  /// Whether it says how formulas are set in it.
  let hasMathTable: Bool
  /// Whether letters are sloped.
  let isItalic: Bool
  /// Whether letters have serifs; so are taken those of which the font says nothing.
  let hasSerifs: Bool
  /// The weight: 400 is regular, 700 is bold.
  let weight: Int
  private let names: Set<String>

  /// What the file at `path` says, or `nil` where there is no font.
  init?(path: String) {
    guard let blob = OpenFont.blob(path: path) else { return nil }
    defer { hb_blob_destroy(blob) }
    guard let face = hb_face_create(blob, 0) else { return nil }
    defer { hb_face_destroy(face) }
    guard hb_face_get_glyph_count(face) > 0 else { return nil }
    self.path = path
    let families = [HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY, HB_OT_NAME_ID_FONT_FAMILY].compactMap {
      Self.name($0, of: face)
    }
    let others = [HB_OT_NAME_ID_FULL_NAME, HB_OT_NAME_ID_POSTSCRIPT_NAME].compactMap {
      Self.name($0, of: face)
    }
    family = families.first ?? path.fileStem
    names = Set((families + others).map { $0.lettersAndDigits })
    hasMathTable = hb_ot_math_has_data(face) != 0
    // The table OS/2: the weight at byte 4, the serifs of PANOSE at 33, the slope in bit 0 at 62.
    let table = Self.table(0x4F53_2F32, of: face)
    let bytes = table.count >= 64 ? table : [UInt8](repeating: 0, count: 64)
    let weight = Int(bytes[4]) << 8 | Int(bytes[5])
    self.weight = weight == 0 ? 400 : weight
    hasSerifs = !(11...15).contains(bytes[33])
    isItalic = bytes[63] & 1 == 1
  }

  /// Whether a name without blanks and capitals is one of the font's.
  func isCalled(_ key: String) -> Bool { names.contains(key) }

  /// How far the face is from the upright one of regular weight.
  var oddity: Int { abs(weight - 400) + (isItalic ? 1000 : 0) }

  private static func name(_ number: Int, of face: OpaquePointer) -> String? {
    var buffer = [CChar](repeating: 0, count: 128)
    var count = UInt32(buffer.count)
    let language = hb_language_from_string("en", 2)
    let length = hb_ot_name_get_utf8(
      face, hb_ot_name_id_t(number), language, &count, &buffer)
    guard length > 0 else { return nil }
    return String(decoding: buffer.prefix(Int(count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func table(_ tag: UInt32, of face: OpaquePointer) -> [UInt8] {
    guard let blob = hb_face_reference_table(face, tag) else { return [] }
    defer { hb_blob_destroy(blob) }
    var length: UInt32 = 0
    guard let data = hb_blob_get_data(blob, &length) else { return [] }
    return data.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
      Array(UnsafeBufferPointer(start: $0, count: Int(length)))
    }
  }
}
