import Plotting

/// Formulas in TeX as a figure: a line of a lecture, a derivation step by step, a specimen of type.
///
///     var figure = Formulas()
///     figure.formulas = [#"f(x) = \frac{1}{x}"#, #"f'(x) = -\frac{1}{x^2}"#]
public struct Formulas: Figure {
  /// The word on the command line.
  public static let name = "formulas"
  /// What it draws.
  public static let summary = "Formulas in TeX, set in rows as large as the page allows."

  /// The formulas, in TeX without dollars; a specimen of sixty where none are given.
  public var formulas: [String] = []
  /// How many stand side by side; by default as many as make them largest.
  public var columns: Int?
  /// Whether a number stands before each.
  public var isNumbered = false
  /// Whether they are set as in a line of text: small fractions, limits beside their sums.
  public var isInline = false

  /// The most formulas of a page.
  static let most = 200
  /// The most formulas side by side.
  static let mostColumns = 12

  /// The figure with its defaults.
  public init() {}

  /// The parameters.
  public static var parameters: [Parameter<Formulas>] {
    [
      .argument(
        "formula", \.formulas, mayBeLeftOut: true,
        help: "A formula in TeX, without dollars. Without any: a specimen of sixty."),
      .option(
        "columns", \.columns,
        help: "How many stand side by side; as many as make them largest by default."),
      .flag("numbered", \.isNumbered, help: "Puts a number before each formula."),
      .flag("inline", \.isInline, help: "Sets them as in a line of text, with small fractions."),
    ]
  }

  /// Worked examples.
  public static let examples = [
    Example(
      "A derivative from first principles, line by line.",
      [
        #"f'(x) = \lim_{h \to 0} \frac{f(x+h) - f(x)}{h}"#,
        #"\phantom{f'(x)} = \lim_{h \to 0} \frac{(x+h)^2 - x^2}{h}"#,
        #"\phantom{f'(x)} = \lim_{h \to 0} \frac{2xh + h^2}{h}"#,
        #"\phantom{f'(x)} = \lim_{h \to 0} \, (2x + h) = 2x"#,
      ]),
    Example(
      "What a course on matrices needs, in numbered columns.",
      [
        #"\begin{pmatrix} a & b \\ c & d \end{pmatrix}"#,
        #"\begin{vmatrix} a & b \\ c & d \end{vmatrix} = ad - bc"#,
        #"\mathbf{x}^{\mathsf{T}} A\, \mathbf{x} > 0"#,
        #"f(x) = \begin{cases} \dfrac{\sin x}{x} & x \ne 0 \\ 1 & x = 0 \end{cases}"#,
        #"\underbrace{a + \cdots + a}_{n \text{ terms}} = na"#,
        #"\sqrt[3]{x + \sqrt{y}}"#, "--columns", "2", "--numbered",
      ]),
    Example(
      "The same sum as in a line of text.",
      [#"\sum_{k=1}^{n} \frac{1}{k^2} \to \frac{\pi^2}{6}"#, "--inline"]),
    Example("A specimen of the type: sixty formulas.", []),
  ]

  /// Reads the formulas, and says what is drawn.
  public func compose(in setting: Setting) throws(FigureError) -> Composition {
    guard columns.map({ (1...Self.mostColumns).contains($0) }) ?? true else {
      throw .parameter(
        name: "columns", value: "\(columns ?? 0)",
        wanted: "a whole number from 1 to \(Self.mostColumns)")
    }
    guard formulas.count <= Self.most else {
      throw .input(
        "a page of \(formulas.count) formulas cannot be read",
        hint: "up to \(Self.most) of them stand on one")
    }
    var texts: [String] = []
    for tex in formulas { texts.append(try Self.text(of: tex)) }
    let words = FormulaWords(figure: self, texts: texts)
    let title = setting.title ?? words.title
    let scene = Scene(
      panel: .sheet(columns: columns), stages: words.stages, title: title,
      plainTitle: setting.title == nil ? words.plainTitle : nil, description: words.description)
    return Composition(scene: scene, results: words.json)
  }

  /// A formula as plain text, with colours by the names that they have in every theme.
  static func text(of tex: String) throws(FigureError) -> String {
    guard tex.contains(where: { !$0.isWhitespace }) else {
      throw .input("a formula is empty", hint: #"write it in TeX: '\frac{1}{2}'"#)
    }
    do throws(TypesettingError) {
      return try Typesetter.plainText(ofFormula: tex, palette: Theme.light.textPalette)
    } catch {
      throw .formula(tex, error)
    }
  }
}
