import Plotting
import Testing

@testable import ChainRule

/// The picture of a network.
struct NetworkTests {
  private static func figure(_ layers: String, highlight: String? = nil) throws -> NetworkFigure {
    var figure = NetworkFigure()
    figure.layers = try NetworkLayers(parameterText: layers)
    figure.highlight = try highlight.map { try NetworkParameter(parameterText: $0) }
    return figure
  }

  @Test("layers are read, and their parameters counted")
  func layers() throws {
    let cases = [("1-6-7-2", 77), ("1-1", 2), ("3-2", 8), ("784-30-10", 23_860)]
    for (text, count) in cases {
      let layers = try NetworkLayers(parameterText: text)
      #expect(layers.parameterCount == count && layers.parameterText == text)
    }
    for text in ["", "3", "3-", "-3-2", "3-0-2", "a-b", "1-99999999999999999999", "100000-100000"] {
      #expect(throws: ParameterError.self) { try NetworkLayers(parameterText: text) }
    }
  }

  @Test("parameters are named by layer, neuron and the neuron before")
  func parameters() throws {
    let weight = try NetworkParameter(parameterText: "w1_3_2")
    #expect(weight.layer == 1 && weight.neuron == 3 && weight.source == 2)
    #expect(weight.tex == "w^{(1)}_{32}")
    #expect(weight.isPart(of: [2, 3, 4]) && !weight.isPart(of: [1, 3, 4]))
    #expect(weight.pathCount(in: [2, 3, 4, 5]) == 20)
    #expect(try NetworkParameter(parameterText: "b2_1").source == nil)
    for text in ["", "w1_2", "b1_2_3", "x1_1", "w0_1_1", "w1_a_1", "w1_1_1_"] {
      #expect(throws: ParameterError.self) { try NetworkParameter(parameterText: text) }
    }
  }

  @Test("results say layers and parameters")
  func results() throws {
    let text = try Self.figure("1-6-7-2").compose(in: Setting()).results.text
    #expect(text.hasPrefix("{\"parameters\": 77, \"layers\": [1, 6, 7, 2]"))
  }

  @Test("a parameter that the network does not have is refused")
  func missing() throws {
    let figure = try Self.figure("2-2", highlight: "w2_1_1")
    #expect(throws: FigureError.self) { try figure.compose(in: Setting()) }
  }

  @Test(
    "any layers give a picture",
    arguments: ["1-1", "1000-1", "1-1000-1", "2-2-2-2-2-2-2-2-2-2-2-2"])
  func extremes(layers: String) throws {
    for canvas in [Canvas.slide, Canvas(pixelWidth: 300, pixelHeight: 200)] {
      var setting = Setting()
      setting.canvas = canvas
      #expect(try Self.figure(layers).compose(in: setting).scene != nil)
    }
  }
}
