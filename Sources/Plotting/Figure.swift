@_exported import Calculus
@_exported import Drawing
@_exported import Geometry
@_exported import Tracing
@_exported import Typesetting

/// A kind of figure: a plain value whose properties are its parameters.
///
///     var figure = Contour()
///     figure.expression = "x^2+y^2"
///     let composition = try figure.compose(in: Setting())
public protocol Figure: Sendable {
  /// The word a lecturer types: `contour`.
  static var name: String { get }
  /// One line that ends in a full stop.
  static var summary: String { get }
  /// The parameters, declared once: flags, help, completions and figure files come from here.
  static var parameters: [Parameter<Self>] { get }
  /// Help, gallery entry and golden test at once.
  static var examples: [Example] { get }
  /// The figure with every parameter at its default.
  init()
  /// Solves what is to be solved and says what is to be drawn.
  func compose(in setting: Setting) throws(FigureError) -> Composition
}

/// A worked example of a figure: what to type and what it shows.
public struct Example: Hashable, Sendable {
  /// One line that says what it shows.
  public let caption: String
  /// The words after the name of the figure.
  public let arguments: [String]

  /// The example with the given caption and arguments.
  public init(_ caption: String, _ arguments: [String]) {
    self.caption = caption
    self.arguments = arguments
  }
}

/// A topic of the syllabus: a list of figures.
public protocol Topic: Sendable {
  /// The name of the topic, as a heading.
  static var title: String { get }
  /// Its figures, in the order of the help.
  static var figures: [any Figure.Type] { get }
}

/// What a figure makes: the scene, the numbers, the words.
public struct Composition: Sendable {
  /// What is drawn, or `nil` where the results cannot be: those of more than two variables.
  public var scene: Scene?
  /// What a terminal shows where nothing is drawn; beside a scene, where no picture is asked for.
  public var listing: Listing?
  /// The numbers, as documented for the figure: the value under `results` in JSON.
  public var results: JSONValue
  /// Remarks for standard error: something was undefined, empty or not settled.
  public var notices: [String]
  /// The results in words, where no scene says them.
  private var words = ""

  /// The composition of a scene with its results.
  public init(scene: Scene, results: JSONValue, notices: [String] = []) {
    self.scene = scene
    self.results = results
    self.notices = notices
  }

  /// The composition of results that cannot be drawn.
  public init(
    listing: Listing, description: String, results: JSONValue, notices: [String] = []
  ) {
    self.listing = listing
    self.results = results
    self.notices = notices
    words = description
  }

  /// The mathematics in words, as plain text.
  public var description: String {
    get { scene?.description ?? words }
    set { if scene == nil { words = newValue } else { scene?.description = newValue } }
  }
}
