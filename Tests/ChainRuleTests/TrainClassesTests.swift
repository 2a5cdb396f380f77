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

/// Tables whose classes are words.
struct TrainTableTests {
  private static func lesson(_ text: String, _ before: Int, _ after: Int) throws -> Lesson {
    try Lesson.table(in: try DataFile(text: text, name: "t.csv"), before, after)
  }

  @Test("words are classes in the order in which they come, one output for each")
  func words() throws {
    let lesson = try Self.lesson(
      "a,b,species\n1,2,setosa\n3,4,versicolor\n5,6, setosa\n7,8,virginica\n", 2, 3)
    #expect(lesson.classNames == ["setosa", "versicolor", "virginica"])
    #expect(lesson.labels == [0, 1, 0, 2])
    #expect(lesson.targets == [[1, 0, 0], [0, 1, 0], [1, 0, 0], [0, 0, 1]])
    #expect(lesson.kind == .classes && lesson.notices.isEmpty)
  }

  @Test("two words may share one output")
  func pair() throws {
    let lesson = try Self.lesson("a,b,kind\n1,2,red\n3,4,blue\n5,6,red\n", 2, 1)
    #expect(lesson.labels == [0, 1, 0] && lesson.targets == [[0], [1], [0]])
    #expect(lesson.classNames == ["red", "blue"])
  }

  @Test("rows without a class or an input are skipped and named")
  func gaps() throws {
    let lesson = try Self.lesson(
      "a,b,kind\n1,2,red\n2,1,\n0,1,blue\n1,1,n/a\nx,1,blue\n0,0,blue\n", 2, 2)
    #expect(lesson.labels == [0, 1, 1])
    #expect(
      lesson.notices == [
        "3 of 6 rows of t.csv are skipped: line 3 (kind is empty), line 5 (kind is 'n/a'), "
          + "line 6 (a is 'x')"
      ])
  }

  @Test("numbers are classes as before, and a single output of numbers stays one")
  func numbers() throws {
    let classes = try Self.lesson("a,b,kind\n1,2,7\n2,1,3\n4,5,3\n", 2, 2)
    #expect(classes.classNames == ["kind = 3", "kind = 7"] && classes.labels == [1, 0, 0])
    let values = try Self.lesson("a,b,z\n1,2,7\n2,1,3\n4,5,x\n0,0,1\n", 2, 1)
    #expect(values.labels.isEmpty && values.targets == [[7], [3], [1]])
  }

  @Test(
    "what cannot be classes is an error",
    arguments: [
      (
        "a,b,kind\n1,2,red\n2,1,3\n", 2,
        "column 'kind' of t.csv mixes words and numbers: line 2 is 'red', line 3 is '3'"
      ),
      ("a,b,kind\n1,2,red\n2,1,blue\n3,3,green\n", 2, "column 'kind' of t.csv has 3 classes for 2"),
      ("a,b,kind\n1,2,red\n2,1,blue\n3,3,green\n", 1, "column 'kind' of t.csv has 3 classes for 1"),
      ("a,b,kind\n1,2,red\n2,1,red\n", 2, "column 'kind' of t.csv has 1 class for 2 outputs"),
      ("a,b\n1,red\n2,blue\n", 2, "t.csv has 2 columns, and the layers want 2 and 2"),
    ])
  func errors(text: String, outputs: Int, words: String) throws {
    do {
      _ = try Self.lesson(text, 2, outputs)
      Issue.record("no error")
    } catch let error as FigureError {
      guard case .input(let message, _) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(message.hasPrefix(words), "\(message)")
    }
  }
}
