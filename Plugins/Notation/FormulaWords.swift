import Plotting

/// What a figure of formulas says: its title, its stages, its description, JSON.
struct FormulaWords {
  /// A part of the figure: the specimen has some with names, other formulas are one each.
  private struct Part {
    let name: String
    let formulas: [String]
  }

  private let parts: [Part]
  private let isSpecimen: Bool
  private let isNumbered: Bool
  private let isInline: Bool

  /// The formulas of an author's own as plain text.
  private let texts: [String]

  /// What `figure` says, whose formulas are `texts` in words.
  init(figure: Formulas, texts: [String]) {
    self.texts = texts
    isSpecimen = figure.formulas.isEmpty
    isNumbered = figure.isNumbered || isSpecimen
    isInline = figure.isInline
    parts =
      isSpecimen
      ? FormulaSpecimen.parts.map { Part(name: $0.name, formulas: $0.formulas) }
      : figure.formulas.enumerated().map { Part(name: "formula \($0 + 1)", formulas: [$1]) }
  }

  private var formulas: [String] { parts.flatMap(\.formulas) }

  /// The title: formulas of an author's own have none unless it is given.
  var title: String { isSpecimen ? "A specimen of formulas" : "" }

  var plainTitle: String { isSpecimen ? title : Wording.count(formulas.count, "formula") }

  /// A part after another, so that a derivation is built up line by line.
  var stages: [SceneStage] {
    var number = 0
    return parts.map { part in
      let marks = part.formulas.map { tex -> Mark in
        number += 1
        return .formula(tex, isInline ? .inline : .display, number: isNumbered ? number : nil)
      }
      return SceneStage(name: part.name, marks: marks)
    }
  }

  /// The formulas in one line each, of many the first.
  var description: String {
    let all = formulas
    let way = isInline ? "in a line of text" : "in displayed style"
    if isSpecimen {
      let names = parts.map(\.name)
      let list = names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
      return "A specimen of \(all.count) formulas of a calculus course \(way): \(list), "
        + "\(parts.first?.formulas.count ?? 0) of each."
    }
    let numbered = texts.enumerated().prefix(8).map { "(\($0.offset + 1)) \($0.element)" }
    let shown = texts.count == 1 ? texts[0] : numbered.joined(separator: ", ")
    let more = all.count > 8 ? ", and \(all.count - 8) more" : ""
    return "\(Wording.count(all.count, "formula")) \(way): \(shown)\(more)."
  }

  /// `formulas` in their order, those of the specimen with the part that they belong to.
  var json: JSONValue {
    var number = 0
    let list = parts.flatMap { part in
      part.formulas.map { tex -> JSONValue in
        number += 1
        var members: [(String, JSONValue)] = [
          ("number", .number(Double(number))), ("tex", .string(tex)),
        ]
        if texts.indices.contains(number - 1) {
          members.append(("text", .string(texts[number - 1])))
        }
        if isSpecimen { members.append(("part", .string(part.name))) }
        return .object(members)
      }
    }
    return .object([
      ("count", .number(Double(list.count))), ("style", .string(isInline ? "inline" : "display")),
      ("formulas", .array(list)),
    ])
  }
}
