import Calculus

extension Fuzzer {
  /// Reading and printing: noise is refused at a place in it, and what is printed reads back.
  mutating func checkLanguage() {
    let noise = random.garbage()
    note("parse noise", noise)
    do throws(ParseError) {
      _ = try Expression(noise, variables: ["x", "y"])
    } catch {
      expect(
        0...noise.unicodeScalars.count ~= error.position, "an error has a place in the text")
      expect(!error.message.isEmpty, "an error has words")
    }
    guard let f = expression(in: ["x", "y"], depth: 5) else { return }
    note("print", "\(f.text)")
    guard f.text.count < 20_000 else { return }
    do throws(ParseError) {
      let again = try Expression(f.text, variables: ["x", "y"])
      let point = random.numbers(2)
      let (a, b) = (f.value(at: point), again.value(at: point))
      expect(
        a == b || a.isNaN && b.isNaN || abs(a - b) <= 1e-9 * abs(a),
        "printed text reads back to the same values", "\(point): \(a), \(b)")
    } catch {
      expect(false, "printed text reads back", "\(error.message) at \(error.position)")
    }
    note("tex", f.text)
    let braces = f.tex.reduce(into: 0) { $0 += $1 == "{" ? 1 : $1 == "}" ? -1 : 0 }
    expect(braces == 0, "braces of TeX are in pairs", f.tex)
  }
}
