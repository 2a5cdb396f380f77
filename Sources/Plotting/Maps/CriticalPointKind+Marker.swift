extension CriticalPoint.Kind {
  /// The kinds in the order of a table.
  public static let allKinds: [CriticalPoint.Kind] = [.maximum, .saddle, .minimum, .degenerate]

  /// The marker that shows the kind.
  public var marker: Marker {
    switch self {
    case .minimum: .minimum
    case .maximum: .maximum
    case .saddle: .saddle
    case .degenerate: .degenerate
    }
  }

  /// The kind in a sentence.
  public var word: String { self == .degenerate ? "degenerate point" : rawValue }

  /// Several of the kind.
  public var plural: String {
    switch self {
    case .minimum: "minima"
    case .maximum: "maxima"
    case .saddle: "saddles"
    case .degenerate: "degenerate points"
    }
  }
}
