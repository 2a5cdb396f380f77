import Plotting

/// The layers of a network as they are typed: `1-6-7-2`.
public struct NetworkLayers: ParameterValue, Hashable {
  /// The numbers of neurons, from the input to the output.
  public let sizes: [Int]

  /// The most parameters that a figure can show or train.
  static let mostParameters = 1_000_000

  /// The layers with the given numbers of neurons.
  init(_ sizes: [Int]) { self.sizes = sizes }

  /// The layers of a text such as `1-6-7-2`: at least two whole numbers from 1 up.
  public init(parameterText text: String) throws(ParameterError) {
    let wanted = "two or more whole numbers from 1, as in 1-6-7-2"
    var sizes: [Int] = []
    for piece in text.split(separator: "-", omittingEmptySubsequences: false) {
      guard let size = Int(piece), size >= 1 else { throw ParameterError(wanted: wanted) }
      sizes.append(size)
    }
    guard (2...1000).contains(sizes.count) else { throw ParameterError(wanted: wanted) }
    guard sizes.allSatisfy({ $0 <= 100_000 }), Self.count(sizes) <= Self.mostParameters else {
      throw ParameterError(wanted: "layers with at most \(Self.mostParameters) parameters")
    }
    self.sizes = sizes
  }

  /// The layers with hyphens between them.
  public var parameterText: String { sizes.map(String.init).joined(separator: "-") }
  /// The placeholder of layers.
  public static var placeholder: String { "LAYERS" }

  /// The layers with true dashes between them.
  var words: String { sizes.map(String.init).joined(separator: "–") }

  /// The number of weights and biases.
  var parameterCount: Int { Self.count(sizes) }

  private static func count(_ sizes: [Int]) -> Int {
    zip(sizes, sizes.dropFirst()).reduce(0) { $0 + $1.1 * ($1.0 + 1) }
  }
}
