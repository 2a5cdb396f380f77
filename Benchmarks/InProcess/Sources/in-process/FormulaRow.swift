import Notation
import Plotting

/// The layout of the sixty formulas of the specimen, once the fonts are open and known.
enum FormulaRow {
  static func specimen() throws -> Row.Work {
    let marks = try Formulas().compose(in: Setting()).scene?.stages.flatMap(\.marks) ?? []
    let formulas = marks.compactMap { mark in
      if case .formula(let tex, _, _) = mark { tex } else { nil }
    }
    // One that is kept holds the fonts open.
    let kept = try [FontFamily.sans, .serif].map { try Typesetter(family: $0) }
    for typesetter in kept { _ = try typesetter.setFormula("x", size: 20) }
    return {
      var measurement = Measurement(facts: ["formulas": [Double(formulas.count)]])
      try withExtendedLifetime(kept) {
        for family in [FontFamily.sans, .serif] {
          // A typesetter keeps its labels: a new one sets them anew.
          measurement.seconds[family.rawValue] = try Stopwatch.least {
            let typesetter = try Typesetter(family: family, palette: Theme.light.textPalette)
            for tex in formulas {
              _ = try typesetter.setFormula(tex, size: 26, style: .display)
            }
          }
        }
      }
      return measurement
    }
  }
}
