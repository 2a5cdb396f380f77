import Geometry

/// Sets text and formulas in a family of fonts.
///
///     let typesetter = try Typesetter(family: .sans)
///     let label = try typesetter.set("minimum $f(0, 0) = 0$", size: 26)
///
/// It is used inside one task: fonts are opened when first needed, and labels that were set are
/// kept, so that a layout can ask for the same one many times.
public final class Typesetter {
  /// The family of fonts.
  public let family: FontFamily
  /// The colours that formulas know by name.
  public let palette: TextPalette
  let fonts: FontCase
  private var labels: [Label: TextBox] = [:]

  /// The most code points in a text or a formula.
  static let longestSource = 10_000

  /// A typesetter with the fonts of `family`, and colours by the names of `palette`.
  ///
  /// Where no installed font is the one that was asked for, the sans family stands in, with a warning.
  public convenience init(
    family: FontFamily, palette: TextPalette = .standard
  ) throws(TypesettingError) {
    try self.init(family: family, palette: palette, shelf: .standard)
  }

  /// A typesetter with the fonts of `family` that stand on `shelf`.
  init(
    family: FontFamily, palette: TextPalette = .standard, shelf: FontShelf
  ) throws(TypesettingError) {
    self.family = family
    self.palette = palette
    do throws(TypesettingError) {
      fonts = FontCase(set: try shelf.set(for: family), shelf: shelf)
    } catch {
      guard case .unknownFont = error.kind else { throw error }
      fonts = FontCase(set: .sans, shelf: shelf)
      fonts.warnUnknown(error.message)
    }
    if fonts.font(.text(.regular)) == nil {
      throw TypesettingError(.noFont(package: "fonts-lato"))
    }
  }

  /// What was not as it should be: a font that had to be replaced, a character that no font has.
  public var warnings: [String] { fonts.warnings }

  /// Sets plain text with `$formulas$`; `\$` is a dollar.
  public func set(
    _ source: String, size: Double, weight: FontWeight = .regular
  ) throws(TypesettingError) -> TextBox {
    let label = Label(source: source, size: size, weight: weight, style: nil)
    if let known = labels[label] { return known }
    let scalars = try Typesetter.checked(source, size: size)
    let box = try setMixed(scalars, size: size, weight: weight)
      .textBox(in: fonts)
    labels[label] = box
    return box
  }

  /// Sets a formula: TeX without dollars.
  public func setFormula(
    _ tex: String, size: Double, style: FormulaStyle = .inline, weight: FontWeight = .regular
  ) throws(TypesettingError) -> TextBox {
    let label = Label(source: tex, size: size, weight: weight, style: style)
    if let known = labels[label] { return known }
    let scalars = try Typesetter.checked(tex, size: size)
    let box = try setFormula(scalars[...], size: size, style: style, weight: weight)
      .textBox(in: fonts)
    labels[label] = box
    return box
  }

  /// What a kept label was made from; without a style it is text.
  private struct Label: Hashable {
    let source: String
    let size: Double
    let weight: FontWeight
    let style: FormulaStyle?
  }

  /// The code points of a source that is short enough for a size that can be used.
  private static func checked(
    _ source: String, size: Double
  ) throws(TypesettingError) -> [Unicode.Scalar] {
    guard size > 0, size.isFinite else { throw TypesettingError(.badSize(size)) }
    let scalars = Array(source.unicodeScalars.prefix(longestSource + 1))
    guard scalars.count <= longestSource else {
      throw TypesettingError(.tooLong(limit: longestSource), at: longestSource)
    }
    return scalars
  }
}
