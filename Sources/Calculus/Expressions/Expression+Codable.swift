extension Expression: Codable {
  private enum CodingKeys: String, CodingKey { case text, variables }

  /// Reads an expression from its text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      container.decode(String.self, forKey: .text),
      variables: container.decode([String].self, forKey: .variables))
  }

  /// Writes the text, which reads back to the same expression.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(text, forKey: .text)
    try container.encode(variables, forKey: .variables)
  }
}
