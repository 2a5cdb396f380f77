/// Which colours values become, where a user asks for others than those of the theme.
public enum ColourMap: String, Hashable, Sendable, Codable, CaseIterable {
  /// Fills in `shore`, or in `diverging` for a function of both signs; lines and images in viridis.
  case auto
  /// From deep water to sand; in the dark from night to a lagoon.
  case shore
  /// From blue over paper to orange.
  case diverging
  /// From violet over green to yellow.
  case viridis
  /// From blue over grey to yellow, alike to readers of all visions.
  case cividis

  /// The scale of sixteen colours, where the map is one.
  var ramp: RampScale? {
    switch self {
    case .viridis: .viridis
    case .cividis: .cividis
    case .auto, .shore, .diverging: nil
    }
  }
}
