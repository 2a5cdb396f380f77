import MultivariateCalculus
import Optimisation
import Plotting
import Testing

@testable import Commands

@Suite struct PanelsTests {
  private let folder = TemporaryFolder()

  @Test("Panels of Swift are those of a figure file, to the byte")
  func bytes() throws {
    folder.write(
      """
      title: A hill
      arrangement: stacked
      let: {a: 2}
      x: -2:2
      panels:
        - {figure: contour, expression: exp(-a x^2 - y^2), y: [-2, 2]}
        - {figure: plot, expression: exp(-a x^2), x-label: u}
      """, to: "hill.yaml")
    let run = ToolRun(
      standard: "render", folder["hill.yaml"], "-o", folder["file.svg"], "-o", folder["file.json"])
    #expect(run.code == 0, "\(run.errors)")

    var hill = Contour()
    hill.expression = "exp(-a x^2 - y^2)"
    var section = Plot()
    section.expressions = ["exp(-a x^2)"]
    var figure = Panels()
    figure.arrangement = .stacked
    figure.add(hill) { $0.yRange = -2...2 }
    figure.add(section) { $0.xLabel = "u" }
    var setting = Setting()
    setting.title = "A hill"
    setting.constants = ["a": 2]
    setting.xRange = -2...2
    try figure.write(to: folder["swift.svg"], folder["swift.json"], in: setting)
    for end in ["svg", "json"] {
      #expect(folder.bytes(of: "swift." + end) == folder.bytes(of: "file." + end), "\(end)")
    }
  }

  @Test("Panels that are none, too many or no pictures are told")
  func errors() {
    var figure = Panels()
    #expect(message(of: figure) == "panels wants 1 to 6 figures\nthere are 0 of them")
    for _ in 1...7 { figure.add(Plot()) }
    #expect(message(of: figure)?.hasPrefix("panels wants 1 to 6 figures") == true)
    var points = Lagrange()
    points.expression = "a b c"
    points.constraints = ["a + b + c = 3"]
    points.start = NamedPoint(values: [1, 1, 1])
    var other = Panels()
    other.add(points)
    #expect(
      message(of: other) == "lagrange has results here that cannot be drawn, so it is no panel")
  }

  private func message(of figure: Panels) -> String? {
    do {
      try figure.write(to: folder["none.svg"])
      return nil
    } catch {
      return error.description
    }
  }

  @Test("A description of one's own is that of the file")
  func description() throws {
    folder.write("figure: plot\nexpression: x\nalt: A line.\n", to: "line.yaml")
    #expect(ToolRun(standard: "render", folder["line.yaml"], "-o", folder["a.svg"]).code == 0)
    var line = Plot()
    line.expressions = ["x"]
    try line.write(to: folder["b.svg"], description: "A line.")
    #expect(folder.bytes(of: "a.svg") == folder.bytes(of: "b.svg"))
  }
}
