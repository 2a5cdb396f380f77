/// A colour bar beside a map: bands between levels, with the levels as ticks.
public struct ColourBar: Hashable, Sendable, Codable {
  /// A band of one colour.
  public struct Band: Hashable, Sendable, Codable {
    /// The least value of the band.
    public var from: Double
    /// The greatest value of the band.
    public var to: Double
    /// Its colour.
    public var paint: Paint

    /// The band between two values.
    public init(from: Double, to: Double, paint: Paint) {
      self.from = from
      self.to = to
      self.paint = paint
    }
  }

  /// The bands from the lowest to the highest, each drawn with the same height.
  public var bands: [Band]
  /// The name on top, TeX without dollars: `f`.
  public var name: String

  /// The bar of `bands` named `name`.
  public init(bands: [Band], name: String) {
    self.bands = bands
    self.name = name
  }
}
