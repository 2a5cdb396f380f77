import Testing

/// What the figures of the chain rule refuse, and all that they say.
@Suite struct ChainRuleErrorTests {
  private static let graph: [ErrorCase] = [
    ErrorCase(
      "graph with a slip in a name", ["graph", "sni(x)"], 65,
      "unknown name 'sni'", "  sni(x)", "  ^", "did you mean 'sin'?"),
    ErrorCase(
      "graph with a variable without a value", ["graph", "x + q", "--at", "x=1"], 65,
      "unknown name 'q'", "  x + q", "      ^", "give it a value: --at x=1,q=1"),
    ErrorCase(
      "graph with a value for nothing", ["graph", "x", "--at", "x=1,y=2"], 64,
      "--at wants names that the formulas use (y is in none of them), not 'x=1,y=2'"),
    ErrorCase(
      "graph with too few numbers", ["graph", "x y z", "--at", "1,2"], 64,
      "--at wants 3 numbers, for x, y, z, not '1,2'"),
    ErrorCase(
      "graph that cannot be read", ["graph", "x + * y"], 65,
      "expected a number, a name or '(' after '+', not '*'", "  x + * y", "      ^"),
  ]

  private static let paths: [ErrorCase] = [
    ErrorCase(
      "chain along one expression", ["chain", "x", "--along", "t", "--at", "0"], 64,
      "--along wants two expressions in t, for x and y, not 't'"),
    ErrorCase(
      "chain along a path in x", ["chain", "x", "--along", "x", "t"], 65,
      "unknown name 'x'", "  x", "  ^", "known here: t, and the functions of the language"),
    ErrorCase(
      "chain at a word", ["chain", "x", "--at", "noon"], 64,
      "--at wants a number, not 'noon'"),
    ErrorCase(
      "chain with t as a constant", ["chain", "x", "--let", "t=1"], 64,
      "--let wants a name other than that of the time t, not 't=1'"),
  ]

  private static let networks: [ErrorCase] = [
    ErrorCase(
      "network of words", ["network", "a-b"], 64,
      "LAYERS wants two or more whole numbers from 1, as in 1-6-7-2, not 'a-b'"),
    ErrorCase(
      "network of one layer", ["network", "3"], 64,
      "LAYERS wants two or more whole numbers from 1, as in 1-6-7-2, not '3'"),
    ErrorCase(
      "network that is too large", ["network", "10000-10000"], 64,
      "LAYERS wants layers with at most 1000000 parameters, not '10000-10000'"),
    ErrorCase(
      "highlight of nothing", ["network", "2-2", "--highlight", "w"], 64,
      "--highlight wants a weight w1_3_2 (layer, neuron, neuron before) or a bias b1_3, not 'w'"),
    ErrorCase(
      "highlight outside the network", ["network", "2-2", "--highlight", "b2_1"], 64,
      "--highlight wants a parameter of the network, such as w1_1_1 or b1_1, not 'b2_1'"),
    ErrorCase(
      "training without steps", ["train", "1-2-2", "--steps", "0"], 64,
      "--steps wants a whole number from 1 to 1000000 here, not '0'"),
    ErrorCase(
      "training for more outputs than targets", ["train", "1-2-2", "--target", "t"], 65,
      "1 expression for 2 outputs",
      "give an expression in t for each output: --target 'cos(2 pi t)' 'sin(2 pi t)'"),
    ErrorCase(
      "training of two inputs by time", ["train", "2-2-1", "--target", "t"], 65,
      "unknown name 't'", "  t", "  ^", "did you mean 'tg'?"),
    ErrorCase(
      "training of three inputs by expressions", ["train", "3-2-1", "--target", "t"], 65,
      "expressions are for a network with one input (t) or two (x, y), not 3",
      "give a table: --target data.csv"),
    ErrorCase(
      "training on a slip in a sample", ["train", "2-2-1", "--target", "sample:moon"], 65,
      "no sample is called 'moon'; did you mean sample:moons?",
      "there are sample:moons, sample:rings, sample:spirals or sample:groups"),
    ErrorCase(
      "training of one input on points", ["train", "1-2-1", "--target", "sample:moons"], 65,
      "sample:moons has two inputs, not 1", "begin the layers with 2, as in 2-8-1"),
    ErrorCase(
      "training of three outputs on two moons", ["train", "2-2-3", "--target", "sample:moons"], 65,
      "sample:moons has at most 2 classes, not 3", "end the layers with 1 or 2"),
    ErrorCase(
      "training outside the target", ["train", "2-2-1", "--target", "sqrt(-1 - x^2 - y^2)"], 65,
      "the target is undefined in the whole window", "choose another one: -x A:B -y A:B"),
    ErrorCase(
      "training on a pole", ["train", "1-2-1", "--target", "1/t"], 65,
      "the target is undefined or too large at t = 0", "choose other times: --over A:B"),
    ErrorCase(
      "training by luck", ["train", "1-2-1", "--method", "luck"], 64,
      "--method wants sgd, noisy, momentum or adam, not 'luck'"),
  ]

  @Test("A path that cannot be followed says why, and what would work", arguments: paths)
  func chains(_ error: ErrorCase) { error.check() }

  @Test("A network that cannot be made says why, and what would work", arguments: networks)
  func learning(_ error: ErrorCase) { error.check() }

  @Test("A graph that cannot be made says why, and what would work", arguments: graph)
  func graphs(_ error: ErrorCase) { error.check() }
}
