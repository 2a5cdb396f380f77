import Plotting

/// What the figures of regression ask for alike: the data, the model, and which column is what.
public struct FitRequest: Sendable {
  /// A CSV file, or `sample:NAME`; a built-in sample where nothing is given.
  public var data: String?
  /// The model, an expression of columns and parameters.
  public var model: String?
  /// Where the search starts.
  public var start: NamedPoint?
  /// What is fitted: a column or an expression of columns.
  public var y: String?
  /// The column that the model calls x.
  public var x: String?
  /// The column of the errors of y.
  public var error: String?
  /// The column of the errors of x.
  public var errorInX: String?

  /// A request in which nothing is said.
  public init() {}

  static let dataHelp =
    "A CSV file with a header, or \(Samples.listing); a sample where it is left out."
  static let modelHelp =
    "The model: names that are columns are data, the others parameters; a straight line by default."
  static let startHelp = "Where the search for the parameters starts."
  static let yHelp = "What is fitted: a column or an expression of columns."
  static let xHelp = "The column that the model calls x."
  static let errorHelp = "The column of the standard errors of y; they are believed."
  static let errorInXHelp = "The column of the standard errors of x."

  /// The request with what belongs to a built-in sample, where no data are given.
  func completed(by sample: Samples.Standard) -> FitRequest {
    guard data == nil else { return self }
    var request = self
    request.data = Samples.prefix + sample.rawValue
    if request.error == nil, request.y == nil { request.error = "sigma" }
    if request.model == nil, request.x == nil { request.model = sample.model }
    return request
  }
}
