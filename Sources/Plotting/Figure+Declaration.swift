extension Figure {
  /// What is wrong with the declaration of the figure: for its author, in a test.
  ///
  ///     #expect(Ellipses.declarationFaults() == [])
  ///
  /// The names of options that all figures share must be given, so that none is declared twice.
  public static func declarationFaults(sharedNames: [String] = []) -> [String] {
    var faults: [String] = []
    func check(_ holds: Bool, _ fault: String) {
      if !holds { faults.append("\(name): \(fault)") }
    }
    check(isWord(name), "the name '\(name)' is not made of small letters, digits and hyphens")
    check(summary.hasSuffix("."), "the summary does not end in a full stop")
    check(!examples.isEmpty, "there is no example")
    for example in examples {
      check(example.caption.hasSuffix("."), "'\(example.caption)' does not end in a full stop")
    }
    var seen = Set(sharedNames)
    var mayFollow = true
    for parameter in parameters {
      check(seen.insert(parameter.name).inserted, "'\(parameter.name)' is declared twice")
      check(isWord(parameter.name), "'\(parameter.name)' is not a word of small letters")
      check(
        parameter.help.hasSuffix(".") && !parameter.help.contains("\n"),
        "the help of '\(parameter.name)' is not one line that ends in a full stop")
      guard parameter.kind == .argument else { continue }
      check(
        mayFollow,
        "the argument '\(parameter.name)' follows one that takes all the rest or may be left out")
      mayFollow = !parameter.isRepeatable && !parameter.isOptional
    }
    return faults
  }

  private static func isWord(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, ("a"..."z").contains(first) else { return false }
    return name.unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
    }
  }
}

extension Topic {
  /// What is wrong with the declarations of the topic's figures.
  public static func declarationFaults(sharedNames: [String] = []) -> [String] {
    let names = figures.map { $0.name }
    let repeated = Set(names.filter { name in names.filter { $0 == name }.count > 1 })
    return repeated.sorted().map { "\(title): the figure '\($0)' is listed twice" }
      + figures.flatMap { $0.declarationFaults(sharedNames: sharedNames) }
  }
}
