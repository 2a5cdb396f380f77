import Plotting

/// The texts that a value of a figure file stands for: what would be typed after the option.
///
///     levels: [0.5, 1]     "0.5,1"
///     at: {x: 1, y: 2}     "x=1,y=2"
///     from: [1, 2]         "1,2", for a point is two numbers, even where --from is repeatable
///     let: {a: 1, b: 2}    "a=1" and "b=2", for --let is repeatable
struct GivenTexts {
  private(set) var texts: [String] = []
  private(set) var places: [TextPlace] = []
  private(set) var insets: [Int?] = []

  private let path: String
  private let key: String

  /// The texts of a member for a parameter.
  init<Owner>(
    _ member: YAMLMember, for parameter: Parameter<Owner>, path: String
  ) throws(FigureFileError) {
    self.path = path
    key = member.name
    let value = member.value
    guard parameter.kind != .flag else {
      guard case .scalar(let text, isPlain: true) = value.content,
        ["true", "false"].contains(text)
      else {
        if case .scalar(let text, isPlain: false) = value.content, ["true", "false"].contains(text)
        {
          throw error(value, "\(key) wants \(text) without quotes, for between them it is a text")
        }
        throw error(value, "\(key) wants true or false, not \(value.kindName)")
      }
      add(text, value)
      return
    }
    switch value.content {
    case .sequence(let items)
    where parameter.isRepeatable && !Self.isOnePoint(items, parameter):
      guard !items.isEmpty else { throw error(value, "\(key) has an empty list") }
      for item in items { add(try text(of: item, for: parameter), item) }
    case .mapping(let members) where parameter.valueType is Assignment.Type:
      for member in members {
        add(Self.assignment(member, try text(of: member.value)), member.value)
      }
    default: add(try text(of: value, for: parameter), value)
    }
  }

  /// The one text of a member that is nothing but words.
  static func words(of member: YAMLMember, path: String) throws(FigureFileError) -> String {
    guard case .scalar(let text, _) = member.value.content else {
      throw FigureFileError(
        path: path, member.value.place, "\(member.name) wants a text, not \(member.value.kindName)")
    }
    return text
  }

  private mutating func add(_ text: String, _ node: YAMLNode) {
    texts.append(text)
    places.append(node.place)
    insets.append(node.inset)
  }

  /// The text of one value: lists are joined as on the command line.
  private func text<Owner>(
    of node: YAMLNode, for parameter: Parameter<Owner>
  ) throws(FigureFileError) -> String {
    if case .scalar = node.content { return try text(of: node) }
    guard parameter.valueType != String.self else {
      throw error(node, "\(key) wants a text, not \(node.kindName)")
    }
    var pieces: [String] = []
    switch node.content {
    case .scalar: break
    case .sequence(let items): for item in items { pieces.append(try text(of: item)) }
    case .mapping(let members):
      for member in members {
        pieces.append(Self.assignment(member, try text(of: member.value)))
      }
    }
    let isRange = parameter.valueType == ClosedRange<Double>.self
    return pieces.joined(separator: isRange ? ":" : ",")
  }

  private func text(of node: YAMLNode) throws(FigureFileError) -> String {
    guard case .scalar(let text, let isPlain) = node.content else {
      throw error(node, "\(key) wants a number or a text here, not \(node.kindName)")
    }
    guard !isPlain || !["", "~", "null"].contains(text) else {
      throw error(node, "\(key) has no value")
    }
    return text
  }

  /// Whether a list for an option that takes points is one point: `[3, 4]`.
  private static func isOnePoint<Owner>(_ items: [YAMLNode], _ parameter: Parameter<Owner>) -> Bool
  {
    guard items.count > 1, parameter.valueType == Point.self else { return false }
    return items.allSatisfy { item in
      guard case .scalar(let text, _) = item.content else { return false }
      return !text.contains(",") && !text.contains("=")
    }
  }

  private static func assignment(_ member: YAMLMember, _ text: String) -> String {
    "\(member.name)=\(text)"
  }

  private func error(_ node: YAMLNode, _ problem: String) -> FigureFileError {
    FigureFileError(path: path, node.place, problem)
  }
}
