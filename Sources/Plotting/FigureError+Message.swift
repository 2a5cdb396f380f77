extension FigureError {
  /// The error as one to four lines: what is wrong, where, and what would work.
  public var lines: [String] {
    switch self {
    case .expression(let source, let error, let hint):
      error.lines(of: source, hint: hint)
    case .formula(let source, let error):
      [error.message] + CaretExcerpt(of: source, at: error.position).lines
    case .parameter(let name, let value, let wanted):
      ["\(Self.spelled(name)) wants \(wanted), not \(value.quoted)"]
    case .contradiction(let one, let other):
      [
        "\(Self.spelled(one)) and \(Self.spelled(other)) contradict one another",
        "leave one of them out",
      ]
    case .input(let problem, let hint):
      hint.isEmpty ? [problem] : [problem, hint]
    case .unreadable(let path, let reason):
      ["cannot read \(path.quoted): \(reason)"]
    }
  }

  /// An option as it is typed; the placeholder of an argument, in capitals, stays.
  private static func spelled(_ name: String) -> String {
    guard name.first?.isLowercase == true else { return name }
    return (name.count == 1 ? "-" : "--") + name
  }
}

extension ParseError {
  /// The error as lines: what is wrong in `source`, the expression, the caret and the hint.
  public func lines(of source: String, hint other: String? = nil) -> [String] {
    let excerpt = CaretExcerpt(of: source, at: position)
    return [message, excerpt.text, excerpt.caret] + [other ?? hint].compactMap(\.self)
  }
}

extension String {
  /// The text between quotes, on one line, and cut where it is longer than a line of a terminal.
  public var quoted: String {
    let limit = 80
    var shown = ""
    for scalar in unicodeScalars.prefix(limit) {
      shown.unicodeScalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return "'" + shown + (unicodeScalars.count > limit ? "…" : "") + "'"
  }
}
