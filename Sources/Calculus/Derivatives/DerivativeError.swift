/// Why a derivative, an expansion or a training cannot be computed.
public enum DerivativeError: Error, Hashable, Sendable {
  /// A point has another number of components than there are variables.
  case wrongDimension(expected: Int, actual: Int)
  /// A function that is expanded has another number of variables than the expansion.
  case wrongVariableCount(expected: Int, actual: Int)
  /// A function of nothing, or no function at all.
  case empty
  /// A name that is none of the variables.
  case unknownVariable(String, known: [String])
  /// The order of an expansion is outside what is possible.
  case orderOutOfRange(Int, allowed: ClosedRange<Int>)
  /// An expansion or a network would need more memory or time than is given to it.
  case tooLarge
  /// A variable of one recording was used in another one.
  case foreignVariable
}
