import Plotting

extension Composition {
  /// The result at a path of names and places: `number("roots", 0, "share")`.
  func result(_ path: any PathStep...) -> JSONValue? {
    var value: JSONValue? = results
    for step in path { value = value.flatMap { step.value(in: $0) } }
    return value
  }

  /// The number at a path; NaN where there is none.
  func number(_ path: any PathStep...) -> Double {
    var value: JSONValue? = results
    for step in path { value = value.flatMap { step.value(in: $0) } }
    if case .number(let number) = value { return number }
    return .nan
  }

  /// The length of the list at a name.
  func count(_ name: String) -> Int {
    if case .array(let list) = result(name) { return list.count }
    return 0
  }
}

/// A step into a value of JSON.
protocol PathStep {
  /// What is found there.
  func value(in whole: JSONValue) -> JSONValue?
}

extension String: PathStep {
  func value(in whole: JSONValue) -> JSONValue? {
    guard case .object(let members) = whole else { return nil }
    return members.first { $0.0 == self }?.1
  }
}

extension Int: PathStep {
  func value(in whole: JSONValue) -> JSONValue? {
    guard case .array(let list) = whole, list.indices.contains(self) else { return nil }
    return list[self]
  }
}
