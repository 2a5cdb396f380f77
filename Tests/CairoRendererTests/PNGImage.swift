import CDeflate

/// A decoded PNG, as far as the writer goes: eight bits of red, green and blue without filters.
struct PNGImage {
  /// The extent in pixels.
  let width: Int, height: Int
  /// The chunks in order, with their contents.
  let chunks: [(type: String, data: [UInt8])]
  private let rows: [UInt8]

  /// Decodes a file; `nil` where signature, a checksum, a length or a filter byte is wrong.
  init?(_ file: [UInt8]) {
    guard file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { return nil }
    func number(at place: Int) -> Int { file[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) } }
    var place = 8
    var chunks: [(type: String, data: [UInt8])] = []
    while place + 12 <= file.count {
      let length = number(at: place)
      guard place + 12 + length <= file.count else { return nil }
      let content = Array(file[(place + 4)..<(place + 8 + length)])
      guard Int(libdeflate_crc32(0, content, content.count)) == number(at: place + 8 + length)
      else { return nil }
      chunks.append(
        (String(decoding: content.prefix(4), as: UTF8.self), Array(content.dropFirst(4))))
      place += 12 + length
    }
    guard place == file.count, let header = chunks.first?.data, header.count == 13,
      header[8...] == [8, 2, 0, 0, 0]
    else { return nil }
    let width = number(at: 16)
    let height = number(at: 20)
    let size = height * (1 + 3 * width)
    let packed = chunks.filter { $0.type == "IDAT" }.flatMap(\.data)
    guard let rows = Self.inflate(packed, to: size) else { return nil }
    for row in 0..<height where rows[row * (1 + 3 * width)] != 0 { return nil }
    self.width = width
    self.height = height
    self.chunks = chunks
    self.rows = rows
  }

  /// Undoes the compression of a zlib stream, of `size` bytes exactly or at most.
  static func inflate(_ packed: [UInt8], to size: Int, exactly: Bool = true) -> [UInt8]? {
    guard let decompressor = libdeflate_alloc_decompressor() else { return nil }
    defer { libdeflate_free_decompressor(decompressor) }
    var bytes = [UInt8](repeating: 0, count: size)
    var count = 0
    let result = libdeflate_zlib_decompress(
      decompressor, packed, packed.count, &bytes, size, &count)
    guard result == LIBDEFLATE_SUCCESS, count == size || !exactly else { return nil }
    return Array(bytes[..<count])
  }

  /// Red, green and blue at a pixel.
  func pixel(_ x: Int, _ y: Int) -> [UInt8] {
    let start = y * (1 + 3 * width) + 1 + 3 * x
    return Array(rows[start..<(start + 3)])
  }

  /// How dark the picture is, from 0 to 1 a pixel, and where the darkness has its centre.
  var ink: (amount: Double, x: Double, y: Double) {
    var sum = 0.0
    var moments = (x: 0.0, y: 0.0)
    for y in 0..<height {
      for x in 0..<width {
        let darkness = 1 - Double(pixel(x, y)[0]) / 255
        sum += darkness
        moments.x += darkness * (Double(x) + 0.5)
        moments.y += darkness * (Double(y) + 0.5)
      }
    }
    return (sum, moments.x / sum, moments.y / sum)
  }
}
