import Plotting
import Testing

@testable import Commands

@Suite struct PageSizeTests {
  private func canvas(_ text: String, dpi: Double? = nil) throws -> Canvas {
    try PageSize(parameterText: text).canvas(dpi: dpi)
  }

  @Test("A size in pixels has exactly those pixels")
  func pixels() throws {
    let sizes: [(String, Double, Double)] = [
      ("800x600", 800.0, 600.0), ("1x1", 1, 1), ("32767X10", 32767, 10), ("slide", 1600, 900),
      ("slide-half", 800, 900), ("4:3", 1200, 900), ("square", 900, 900),
    ]
    for (text, width, height) in sizes {
      let canvas = try canvas(text)
      #expect(canvas.unit == .pixel)
      #expect(abs(canvas.width * canvas.scale - width) < 1e-9, "\(text)")
      #expect(abs(canvas.height * canvas.scale - height) < 1e-9, "\(text)")
    }
  }

  @Test("A size of paper is counted in points")
  func paper() throws {
    let sizes: [(String, Double, Double)] = [
      ("25.4x50.8mm", 72.0, 144.0), ("2.54x5.08cm", 72, 144), ("1x2in", 72, 144),
      ("72x144pt", 72, 144), ("column", 240.94488188976378, 229.60629921259843),
      ("page", 481.88976377952756, 311.81102362204723),
    ]
    for (text, width, height) in sizes {
      let canvas = try canvas(text)
      #expect(canvas.unit == .point)
      #expect(abs(canvas.width * canvas.scale - width) < 1e-9, "\(text)")
      #expect(abs(canvas.height * canvas.scale - height) < 1e-9, "\(text)")
    }
  }

  @Test("The resolution is that of a PNG on paper")
  func resolution() throws {
    #expect(try canvas("1x1in", dpi: 144).pixelsPerUnit == 2)
    #expect(try canvas("1x1in").pixelsPerUnit == 300.0 / 72)
  }

  @Test(
    "A text that is no size is refused",
    arguments: [
      "", "x", "800", "800x", "x600", "800x600x3", "8e2x600", "nanx5", "infx5mm", "0x1px", "1.5x2",
      "-1x5", "1x0mm", "5x5 mm", "999999999999999999999x1", "32768x1", "10001x10000",
    ])
  func refused(text: String) {
    #expect(throws: ParameterError.self) { try PageSize(parameterText: text) }
  }
}
