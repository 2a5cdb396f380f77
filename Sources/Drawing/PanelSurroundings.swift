/// What stands around a panel, as far as its names and numbers have to know.
struct PanelSurroundings: Hashable, Sendable {
  /// The least ordinate that text above the panel may reach.
  let top: Double
  /// The greatest abscissa that text right of the panel may reach.
  let right: Double
  /// The greatest ordinate that text below the panel may reach.
  let bottom: Double
  /// Whether no other panel below shares its abscissa, so that it has the numbers.
  let isLowest: Bool
}
