/// The parameters of a fit: which are free, and where they may lie.
struct ParameterSpace {
  /// All parameters of the model, in its order.
  let names: [String]
  /// The places of the free ones.
  let free: [Int]
  /// The ends of the free ones.
  let lower: [Double]
  let upper: [Double]
  /// The values of all with the free ones at 0.
  private let base: [Double]

  init(names: [String], fixed: [String: Double], bounds: [String: ClosedRange<Double>]) {
    self.names = names
    free = names.indices.filter { fixed[names[$0]] == nil }
    lower = free.map { bounds[names[$0]]?.lowerBound ?? -.infinity }
    upper = free.map { bounds[names[$0]]?.upperBound ?? .infinity }
    base = names.map { fixed[$0] ?? 0 }
  }

  /// The names of the free parameters.
  var freeNames: [String] { free.map { names[$0] } }

  /// The values of all parameters from those of the free ones.
  func all(_ values: [Double]) -> [Double] {
    var all = base
    for (place, value) in zip(free, values) { all[place] = value }
    return all
  }

  /// The nearest values inside the bounds.
  func clamped(_ values: [Double]) -> [Double] {
    values.indices.map { min(max(values[$0], lower[$0]), upper[$0]) }
  }

  /// Whether values lie inside the bounds.
  func contains(_ values: [Double]) -> Bool { clamped(values) == values }

  /// The values of all parameters by name, for messages.
  func named(_ values: [Double]) -> [String: Double] {
    Dictionary(zip(names, all(values)), uniquingKeysWith: { first, _ in first })
  }
}
