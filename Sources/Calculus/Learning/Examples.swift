/// What a network learns from: inputs with the outputs they should give.
public struct Examples: Hashable, Sendable, Codable {
  /// The number of examples.
  public let count: Int
  /// The number of components of an input.
  public let inputCount: Int
  /// The number of components of a target.
  public let targetCount: Int
  /// The inputs, component by component: all first components, then all second ones.
  let inputs: [Double]
  /// The targets, component by component.
  let targets: [Double]

  /// Examples from rows: an input and a target each.
  public init(inputs: [[Double]], targets: [[Double]]) throws(LearningError) {
    guard let firstInput = inputs.first, let firstTarget = targets.first else {
      throw .noExamples
    }
    guard inputs.count == targets.count else {
      throw .wrongTargetCount(inputs: inputs.count, targets: targets.count)
    }
    count = inputs.count
    inputCount = firstInput.count
    targetCount = firstTarget.count
    self.inputs = try Self.columns(inputs, width: inputCount)
    self.targets = try Self.columns(targets, width: targetCount)
  }

  private static func columns(_ rows: [[Double]], width: Int) throws(LearningError) -> [Double] {
    guard width > 0 else { throw .noExamples }
    guard rows.count <= Network.largestCount / width else { throw .tooLarge }
    var result: [Double] = []
    result.reserveCapacity(rows.count * width)
    for row in rows {
      guard row.count == width else {
        throw .wrongDimension(expected: width, actual: row.count)
      }
      guard row.allSatisfy({ $0.isFinite }) else { throw .notFinite }
    }
    for component in 0..<width {
      for row in rows { result.append(row[component]) }
    }
    return result
  }
}

extension Examples {
  private enum CodingKeys: String, CodingKey { case inputs, targets }

  /// Reads examples from rows of inputs and targets.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      inputs: container.decode([[Double]].self, forKey: .inputs),
      targets: container.decode([[Double]].self, forKey: .targets))
  }

  /// Writes rows of inputs and targets.
  public func encode(to encoder: any Encoder) throws {
    func rows(_ numbers: [Double], _ width: Int) -> [[Double]] {
      (0..<count).map { row in (0..<width).map { numbers[$0 * count + row] } }
    }
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(rows(inputs, inputCount), forKey: .inputs)
    try container.encode(rows(targets, targetCount), forKey: .targets)
  }
}
