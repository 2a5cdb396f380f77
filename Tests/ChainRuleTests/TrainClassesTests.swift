import Plotting
import Testing

@testable import ChainRule

/// Networks of two inputs that tell classes apart, and the neuron on its cost surface.
struct TrainClassesTests {
  private static func figure(
    _ layers: String, _ target: [String], steps: Int = 400
  ) throws -> Train {
    var figure = Train()
    figure.layers = try NetworkLayers(parameterText: layers)
    figure.activation = .tanh
    figure.steps = steps
    figure.target = target
    return figure
  }

  @Test("a border is traced where the network changes its mind")
  func border() throws {
    let figure = try Self.figure("2-6-1", ["sample:moons"])
    let training = try Training(figure, try Lesson(figure, in: Setting()))
    let map = try #require(DecisionMap(training, in: Setting()))
    let region = try #require(map.regions.first)
    #expect(!region.borders.isEmpty)
    for curve in region.borders {
      for cubic in curve.cubics {
        let outputs = try training.network.outputs(for: [cubic.p0.x, cubic.p0.y])
        #expect(abs(outputs[0] - 0.5) < 1e-4)
      }
    }
    // What lies in the region is given its class, and nothing else.
    for input in training.lesson.inputs {
      let isIn = region.path.contains(Point(input[0], input[1]))
      #expect(isIn == (try training.network.outputs(for: input)[0] > 0.5))
    }
  }

  @Test("three classes share the window, each point in the region of its greatest output")
  func regions() throws {
    let figure = try Self.figure("2-5-3", [])
    let training = try Training(figure, try Lesson(figure, in: Setting()))
    let map = try #require(DecisionMap(training, in: Setting()))
    #expect(map.regions.count == 3)
    for input in training.lesson.inputs {
      let outputs = try training.network.outputs(for: input)
      let place = Point(input[0], input[1])
      let inside = map.regions.filter { $0.path.contains(place) }.map(\.label)
      #expect(inside == [training.lesson.label(of: outputs)])
    }
    #expect((training.rightCount(training.network) ?? 0) > 250)
  }

  @Test("the formulas of a network have the values of the network")
  func formulas() throws {
    var generator = SeededGenerator(seed: 5)
    for activation in [Activation.logistic, .tanh, .softplus, .relu, .linear] {
      let network = try Network(
        sizes: [2, 4, 3, 2], hidden: activation, output: .logistic, generator: &generator)
      let formulas = try network.expressions(variables: ["x", "y"])
      let margins = try network.margins(variables: ["x", "y"])
      for point in [[0.0, 0], [1, -2], [-0.3, 0.7]] {
        let outputs = try network.outputs(for: point)
        for (formula, output) in zip(formulas, outputs) {
          #expect(abs(formula.value(at: point) - output) < 1e-14)
        }
        #expect((margins[0].value(at: point) > 0) == (outputs[0] > outputs[1]))
      }
    }
  }

  @Test("the cost surface of a neuron has the cost of the training along its way")
  func surface() throws {
    let figure = try Self.figure("1-1", [], steps: 2000)
    let training = try Training(figure, try Lesson(figure, in: Setting()))
    #expect(training.trail.count == 2001)
    let composition = try figure.compose(in: Setting())
    #expect(composition.description.contains("the way leads from"))
    #expect(composition.scene?.others.count == 2)
    // C(w, b), the mean of (σ(w t + b) − σ(4 − 8t))².
    for step in [0, 700, 2000] {
      let place = training.trail[step]
      var cost = 0.0
      for number in 0..<100 {
        let t = Double(number) / 100
        let error =
          Function.sigmoid.value(place.x * t + place.y) - Function.sigmoid.value(4 - 8 * t)
        cost += error * error / 100
      }
      #expect(abs(cost - training.costs[step]) < 1e-12)
    }
  }

  @Test("large inputs are scaled for learning, and the parameters are those of the inputs")
  func scaling() throws {
    var lesson = Lesson(
      inputs: [[1000], [2000], [3000]], targets: [[0], [0.5], [1]], inputNames: ["t"],
      outputNames: ["y"], words: "")
    lesson.scaling = [(centre: 2000, spread: 1000)]
    let network = try Network(sizes: [1, 1], parameters: [3, 0.5])
    let unscaled = lesson.unscaled(network)
    let scaled = try network.outputs(for: [lesson.scaledInputs[2][0]])[0]
    #expect(abs(try unscaled.outputs(for: [3000])[0] - scaled) < 1e-14)
  }
}
