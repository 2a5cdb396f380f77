import Plotting

/// Difference quotients in words and numbers.
struct DifferenceWords {
  let function: Expression
  let table: FiniteDifferences
  let errors: DifferenceErrors

  private var place: String { Wording.tex(table.place, digits: 6) }

  var title: String { "From the secant to the tangent at $x = \(place)$" }

  var plainTitle: String {
    "Difference quotients of \(Wording.text(function)) at \(Wording.text(table.place))"
  }

  var subtitle: String? {
    "$f'(\(place)) = \(Wording.tex(table.derivative, digits: 7))$"
  }

  var formulas: [ColumnBlock] {
    [
      LevelMap.formula(function.texTerms, of: "f(x)"),
      .formula(
        terms: ["f'(\(place)) = \(Wording.tex(table.derivative, digits: 7))"], isHeadline: false,
        role: .orange),
    ]
  }

  func tangent(_ pen: Pen) -> [ColumnBlock] {
    [.key(.line(pen), "the tangent, slope $f'(\(place))$", note: nil)]
  }

  var forward: [ColumnBlock] {
    [
      .key(
        .line(Pen(DifferenceGraph.forwardPaint, width: 2.6)),
        "forward: $\\frac{f(a+h) - f(a)}{h}$", note: note(errors.forward, table.bestStep))
    ]
  }

  var central: [ColumnBlock] {
    [
      .key(
        .line(Pen(DifferenceGraph.centralPaint, width: 2.6)),
        "central: $\\frac{f(a+h) - f(a-h)}{2h}$", note: note(errors.central, table.bestCentralStep)
      )
    ]
  }

  private func note(_ branch: DifferenceErrors.Branch?, _ best: Double?) -> String? {
    let slope = branch.map { "error like $h^{\(Wording.tex(($0.slope * 10).rounded() / 10))}$" }
    let step = best.map { "best $h \\approx \(Wording.tex($0, digits: 2))$" }
    let parts = [slope, step].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  var remarks: [ColumnBlock] {
    errors.rounding == nil
      ? [.remark("rounding does not show at any step")]
      : [.remark("below the best step rounding wins: like $\\varepsilon |f| / h$")]
  }

  var description: String {
    var words =
      "Difference quotients of \(Wording.text(function)) at \(Wording.text(table.place)), where the "
      + "derivative is \(Wording.text(table.derivative, digits: 8)). "
    for (name, branch, best) in [
      ("forward", errors.forward, table.bestStep),
      ("central", errors.central, table.bestCentralStep),
    ] {
      guard let best else { continue }
      words += "The \(name) quotient is best near h = \(Wording.text(best, digits: 2))"
      words +=
        branch.map { "; above, its error falls like \(Self.power($0.slope)). " } ?? ". "
    }
    guard errors.rounding != nil else {
      return words.last == " " ? String(words.dropLast()) : words
    }
    return words + "Below the best step rounding makes the error grow again."
  }

  /// A power of h, with its exponent to a tenth.
  private static func power(_ slope: Double) -> String {
    let exponent = (slope * 10).rounded() / 10
    return exponent == 1 ? "h" : "h^\(Wording.text(exponent))"
  }

  var notices: [String] {
    table.errors.contains { $0.forward == nil || $0.central == nil }
      ? ["the function is undefined at some steps: their errors are null"] : []
  }

  var json: [(String, JSONValue)] {
    [
      (
        "errors",
        .array(
          table.errors.map { entry in
            .object([
              ("h", .number(entry.h)), ("forward", Self.json(entry.forward)),
              ("central", Self.json(entry.central)),
            ])
          })
      ),
      ("bestStep", Self.json(table.bestStep)),
      ("bestCentralStep", Self.json(table.bestCentralStep)), ("at", .number(table.place)),
      ("value", .number(table.value)), ("derivative", .number(table.derivative)),
      ("expectedStep", Self.json(table.expectedStep)),
      ("expectedCentralStep", Self.json(table.expectedCentralStep)),
      (
        "slopes",
        .object([
          ("forward", Self.json(errors.forward?.slope)),
          ("central", Self.json(errors.central?.slope)),
          ("rounding", Self.json(errors.rounding?.slope)),
        ])
      ),
    ]
  }

  private static func json(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
}
