/// Why a descent cannot begin.
public enum DescentError: Error, Hashable, Sendable {
  /// The start has another number of coordinates than the function has variables.
  case dimension(wanted: Int, found: Int)
  /// There are more variables than the dense Hessian is kept for.
  case tooManyVariables(Int, limit: Int)
  /// A coordinate of the start is NaN or infinite.
  case notFinite(coordinate: Int, Double)
  /// A setting outside its limits.
  case badSetting(String, Double)
}

extension DescentError {
  /// What is wrong, in one line.
  public var message: String {
    switch self {
    case .dimension(let wanted, let found):
      "the start has \(found) coordinates, the function \(wanted) variables"
    case .tooManyVariables(let count, let limit):
      "descent keeps a dense Hessian: \(count) variables are more than \(limit)"
    case .notFinite(let coordinate, let value):
      "coordinate \(coordinate + 1) of the start is \(value): a finite number is wanted"
    case .badSetting(let name, let value): "\(value) is out of range for the \(name)"
    }
  }

  /// The greatest number of variables.
  static let variableLimit = 50
  /// The greatest number of steps that may be asked for.
  static let stepLimit = 1_000_000

  static func check(
    _ start: [Double], _ count: Int, _ settings: Descent.Settings
  ) throws(DescentError) {
    guard count <= variableLimit else { throw .tooManyVariables(count, limit: variableLimit) }
    guard start.count == count, count > 0 else {
      throw .dimension(wanted: count, found: start.count)
    }
    for (index, value) in start.enumerated() where !value.isFinite {
      throw .notFinite(coordinate: index, value)
    }
    guard (1...stepLimit).contains(settings.steps) else {
      throw .badSetting("number of steps", Double(settings.steps))
    }
    guard settings.stepSize.isFinite && settings.stepSize > 0 else {
      throw .badSetting("step size", settings.stepSize)
    }
    guard settings.momentum >= 0 && settings.momentum < 1 else {
      throw .badSetting("momentum", settings.momentum)
    }
    guard settings.tolerance >= 0 && settings.tolerance < 1 else {
      throw .badSetting("tolerance", settings.tolerance)
    }
    guard settings.trustedLength > 0 else {
      throw .badSetting("trusted length", settings.trustedLength)
    }
    if let window = settings.window, window.count != count {
      throw .dimension(wanted: count, found: window.count)
    }
  }
}
