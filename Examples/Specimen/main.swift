// Sets the specimen of formulas. `specimen FOLDER` writes the pages, `specimen pieces FOLDER` each
// formula by itself, `specimen typst FONT` the same formulas for Typst, `specimen time` measures.
import CVector
import CairoRenderer
import Drawing
import Typesetting

func write(_ bytes: [UInt8], to path: String) {
  guard let file = fopen(path, "wb") else { return print("cannot write \(path)") }
  fwrite(bytes, 1, bytes.count, file)
  fclose(file)
}

func typesetter(_ theme: Theme, _ family: FontFamily) throws -> Typesetter {
  try Typesetter(family: family, palette: theme.textPalette)
}

func writePages(to folder: String) throws {
  let pages: [(String, Theme, FontFamily)] = [
    ("sans", .light, .sans), ("sans-dark", .dark, .sans), ("serif", .paper, .serif),
    ("serif-dark", .dark, .serif),
  ]
  for (name, theme, family) in pages {
    let typesetter = try typesetter(theme, family)
    let specimen = SpecimenPage(theme: theme, typesetter: typesetter)
    let page = try specimen.page(title: "Sixty formulas: \(name)")
    for format in [OutputFormat.png, .svg, .pdf] {
      write(try render(page, as: format), to: "\(folder)/specimen-\(name).\(format.rawValue)")
    }
    for warning in typesetter.warnings { print("\(name): \(warning)") }
  }
}

func writePieces(to folder: String) throws {
  for (name, theme, family) in [("sans", Theme.light, FontFamily.sans), ("serif", .paper, .serif)] {
    let specimen = SpecimenPage(theme: theme, typesetter: try typesetter(theme, family))
    for (number, formula) in Specimen.all.enumerated() {
      let page = try specimen.page(of: formula)
      write(try render(page, as: .png), to: "\(folder)/\(name)-\(number + 1).png")
    }
  }
}

/// A page for each formula in Typst's language.
func printTypst(font: String) {
  print(
    """
    #set page(width: auto, height: auto, margin: 12pt)
    #set text(size: 48pt)
    #show math.equation: set text(font: "\(font)")
    """)
  let pages = Specimen.all.map { "$ \($0.typst) $" }
  print(pages.joined(separator: "\n#pagebreak()\n"))
}

/// Prints how long a formula takes, once the fonts are open and known.
func measure() throws {
  for family in FontFamily.allCases {
    let theme = Theme.light
    for round in ["first", "second", "third"] {
      // A typesetter keeps its labels: a new one sets them anew, with fonts that are mapped already.
      let typesetter = try typesetter(theme, family)
      _ = try typesetter.setFormula("x", size: 20)
      let start = clock()
      for formula in Specimen.all {
        _ = try typesetter.setFormula(formula.tex, size: 26, style: .display)
      }
      let cold = Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1000
      let restart = clock()
      for size in 0..<20 {
        for formula in Specimen.all {
          _ = try typesetter.setFormula(formula.tex, size: 30 + Double(size), style: .display)
        }
      }
      let warm = Double(clock() - restart) / Double(CLOCKS_PER_SEC) * 1000 / 20
      let count = Double(Specimen.all.count)
      print("\(family.rawValue), \(round): \(cold / count) ms a formula, then \(warm / count) ms")
    }
  }
}

let words = Array(CommandLine.arguments.dropFirst())
switch words.first {
case "pieces" where words.count == 2: try writePieces(to: words[1])
case "typst" where words.count == 2: printTypst(font: words[1])
case "time": try measure()
case let folder? where words.count == 1: try writePages(to: folder)
default: print("usage: specimen FOLDER | pieces FOLDER | typst FONT | time")
}
