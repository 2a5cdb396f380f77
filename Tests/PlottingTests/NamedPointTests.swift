import Plotting
import Testing

@Suite struct NamedPointTests {
  /// Reads two formulas from a start, and says which number each variable has.
  private func coordinates(
    _ start: String, _ sources: String..., constants: [String: Double] = [:]
  ) throws -> [String: Double] {
    let point = try NamedPoint(parameterText: start)
    let place = try point.reading(parameter: "from", constants: constants) {
      names throws(FigureError) in
      for source in sources {
        do throws(ParseError) {
          _ = try Expression(source, variables: names, constants: constants)
        } catch {
          throw .expression(source, error)
        }
      }
    }.place
    return Dictionary(uniqueKeysWithValues: zip(place.variables, place.values))
  }

  @Test("Named numbers belong to their names, in any order")
  func names() throws {
    #expect(try coordinates("b=2, a=-pi/pi", "a b") == ["a": -1, "b": 2])
    #expect(try coordinates("x=1,y=2", "xy") == ["x": 1, "y": 2])
    #expect(try NamedPoint(parameterText: "u=1,v=2").parameterText == "u=1,v=2")
  }

  @Test("Numbers alone belong to the names in the order of their first appearance")
  func order() throws {
    #expect(try coordinates("1,2,3", "b + a", "c a") == ["b": 1, "a": 2, "c": 3])
    #expect(try coordinates("1,2", "k b + a", constants: ["k": 5]) == ["b": 1, "a": 2])
  }

  @Test("x, y, z and numbered names have an order of their own")
  func knownOrder() throws {
    #expect(try coordinates("1,2", "y + x") == ["x": 1, "y": 2])
    #expect(try coordinates("1,2,3", "x10 + x2 x1") == ["x1": 1, "x2": 2, "x10": 3])
  }

  @Test("Running names of sums and names of the language are no variables")
  func boundNames() throws {
    #expect(try coordinates("3", "sum(k, 1, 3, a^k) + pi sin a") == ["a": 3])
  }

  @Test("More numbers than a method can take are refused")
  func limit() {
    let text = Array(repeating: "1", count: 101).joined(separator: ",")
    #expect(throws: ParameterError(wanted: "at most 100 numbers")) {
      try NamedPoint(parameterText: text)
    }
  }

  @Test("A formula that cannot be read is refused with its place")
  func unreadable() {
    #expect(
      throws: FigureError.expression(
        "a +", ParseError(.missingOperand(after: "+", found: nil), at: 3))
    ) {
      try coordinates("1", "a +")
    }
  }
}

@Suite struct ListingTests {
  @Test("Columns are aligned: words at the left, numbers at the right")
  func table() {
    let listing = Listing([.line("two numbers"), .table([["a", "−1.5"], ["long", "22"]])])
    #expect(listing.text == "two numbers\na     −1.5\nlong    22\n")
  }

  @Test("Rows may differ in length, and no line ends in blanks")
  func ragged() {
    #expect(Listing([.table([["a"], ["bb", "1", "2"], []])]).text == "a\nbb  1  2\n\n")
  }
}
