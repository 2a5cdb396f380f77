import CairoRenderer
import Drawing
import Testing

@Suite struct RenderDeterminismTests {
  @Test("the same page gives the same bytes, whatever was drawn in between")
  func order() throws {
    for format in OutputFormat.allCases {
      let first = try render(Sample.mixed, as: format)
      let other = try render(Sample.other, as: format)
      for between in OutputFormat.allCases { _ = try render(Sample.other, as: between) }
      #expect(try render(Sample.mixed, as: format) == first)
      #expect(try render(Sample.other, as: format) == other)
      #expect(first != other)
    }
    #expect(try renderBuildUp(Sample.mixed) == renderBuildUp(Sample.mixed))
  }

  @Test("pages drawn at the same time give the same bytes as pages drawn in turn")
  func concurrency() async throws {
    let jobs = OutputFormat.allCases.flatMap { format in
      [(Sample.mixed, format), (Sample.other, format)]
    }
    let expected = try jobs.map { try render($0.0, as: $0.1) }
    try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
      for round in 0..<60 {
        let index = round % jobs.count
        let (page, format) = jobs[index]
        group.addTask { (index, try render(page, as: format)) }
      }
      for try await (index, bytes) in group { #expect(bytes == expected[index]) }
    }
  }

  @Test("another process, which draws in another order, gives the same bytes")
  func processes() async throws {
    let result = try await #require(
      processExitsWith: .success, observing: [\.standardOutputContent]
    ) {
      for format in OutputFormat.allCases.reversed() {
        _ = try render(Sample.other, as: format)
        print(format, checksum(try render(Sample.mixed, as: format)))
      }
    }
    let output = String(decoding: result.standardOutputContent, as: UTF8.self)
    for format in OutputFormat.allCases {
      let line = "\(format) \(checksum(try render(Sample.mixed, as: format)))"
      #expect(output.contains(line))
    }
  }
}

/// FNV-1a of 64 bits, which unlike Swift's own hash is the same in every process.
private func checksum(_ bytes: [UInt8]) -> UInt64 {
  bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
}
