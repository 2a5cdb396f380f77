import Calculus
import Testing

/// The cases of `grammar.json`: what a lecturer might type, and what it means.
struct GrammarConformanceTests {
  struct File: Decodable {
    let environment: [String: Double]
    let cases: [Case]
  }

  struct Case: Decodable {
    let id: String
    let input: String?
    let inputParts: [Part]?
    let kind: String
    let value: String?
    let position: Int?
    let alsoAccepted: [Int]?
    let recommended: String?
    let candidates: [String: String?]?

    enum CodingKeys: String, CodingKey {
      case id, input, kind, value, position, recommended, candidates
      case inputParts = "input_parts"
      case alsoAccepted = "position_also_accepted"
    }

    var source: String {
      input ?? (inputParts ?? []).map { String(repeating: $0.text, count: $0.count) }.joined()
    }

    /// The value that is expected, for a split case that of the recommended reading.
    var expected: Double? {
      if let value { return number(value) }
      guard let candidates, let recommended, let text = candidates[recommended] ?? nil else {
        return nil
      }
      return number(text)
    }

    private func number(_ text: String) -> Double? {
      switch text {
      case "NaN": .nan
      case "Inf": .infinity
      default: Double(text)
      }
    }
  }

  struct Part: Decodable {
    let text: String
    let count: Int

    init(from decoder: any Decoder) throws {
      var container = try decoder.unkeyedContainer()
      text = try container.decode(String.self)
      count = try container.decode(Int.self)
    }
  }

  static let names = ["x", "y", "z", "t", "a", "b"]

  static func read(_ source: String) throws(ParseError) -> Expression {
    try Expression(source, variables: names)
  }

  /// Whether a case comes out as the file says; the reason if not.
  private func fault(_ item: Case, at point: [Double]) -> String? {
    if item.kind == "error" {
      let accepted = [item.position].compactMap { $0 } + (item.alsoAccepted ?? [])
      do throws(ParseError) {
        let value = try Self.read(item.source).value(at: point)
        return "read as \(value), but is an error"
      } catch {
        return accepted.contains(error.position)
          ? nil : "error at \(error.position), wanted \(accepted): \(error.message)"
      }
    }
    do throws(ParseError) {
      let value = try Self.read(item.source).value(at: point)
      guard let expected = item.expected else { return "the file says no value" }
      if value.isNaN && expected.isNaN || value == expected { return nil }
      return abs(value - expected) <= 4 * expected.ulp ? nil : "\(value), wanted \(expected)"
    } catch {
      return "refused at \(error.position): \(error.message)"
    }
  }

  @Test("every case of grammar.json has its value or its error in its place")
  func conformance() throws {
    let file = try Fixture.load("grammar.json", as: File.self)
    let point = Self.names.map { file.environment[$0] ?? .nan }
    var passed = 0
    for item in file.cases {
      if let fault = fault(item, at: point) {
        Issue.record("\(item.id) '\(item.source.prefix(60))': \(fault)")
      } else {
        passed += 1
      }
    }
    print("grammar.json: \(passed) of \(file.cases.count) passed, 0 skipped")
    #expect(file.cases.count == 139)
    #expect(passed == file.cases.count)
  }

  @Test("the text of every readable case reads back to the same expression")
  func roundTrip() throws {
    let file = try Fixture.load("grammar.json", as: File.self)
    var count = 0
    for item in file.cases {
      guard let expression = try? Self.read(item.source) else { continue }
      let text = expression.text
      let again = try Self.read(text)
      #expect(
        again == expression,
        "\(item.source.prefix(60)) → \(text.prefix(60)) → \(again.text.prefix(60))")
      count += 1
    }
    #expect(count > 90)
  }
}
