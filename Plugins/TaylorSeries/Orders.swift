import Plotting

/// The orders of the polynomials that are drawn.
public struct Orders: Hashable, Sendable {
  /// The orders, ascending, each once.
  public let list: [Int]

  /// The highest order: beyond it coefficients leave the range of doubles.
  public static let highest = 60
  /// The greatest number of polynomials that a reader tells apart.
  public static let most = 12

  /// The given orders.
  public init(_ list: [Int]) { self.list = Array(Set(list)).sorted() }
}

extension Orders: ParameterValue {
  /// The orders of a text such as `1,3,5`.
  public init(parameterText text: String) throws(ParameterError) {
    let wanted = "up to \(Self.most) whole numbers from 0 to \(Self.highest), as in 1,3,5"
    var list: [Int] = []
    for piece in text.pieces(at: ",") {
      guard let order = Int(piece), (0...Self.highest).contains(order) else {
        throw ParameterError(wanted: wanted)
      }
      list.append(order)
    }
    self.init(list)
    guard self.list.count <= Self.most else { throw ParameterError(wanted: wanted) }
  }

  /// The orders with commas.
  public var parameterText: String { list.map(String.init).joined(separator: ",") }
  /// The list of orders.
  public var swiftText: String? { "Orders(\(list))" }
  /// The placeholder of orders.
  public static var placeholder: String { "LIST" }
}
