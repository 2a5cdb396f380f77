/// From where a figure in space is seen.
public struct ViewAngles: Hashable, Sendable {
  /// Where the eye stands, in degrees from x towards y.
  public var azimuth: Double
  /// How high it stands, in degrees above the floor, from −90 to 90.
  public var elevation: Double

  /// The view from an azimuth and an elevation in degrees.
  public init(azimuth: Double = -52, elevation: Double = 30) {
    self.azimuth = azimuth
    self.elevation = elevation
  }
}

extension ViewAngles: ParameterValue {
  /// The angles of a text `AZ,EL` in degrees.
  public init(parameterText text: String) throws(ParameterError) {
    let numbers = text.pieces(at: ",").compactMap { NamedConstants.number(from: $0) }
    guard numbers.count == 2, text.pieces(at: ",").count == 2 else {
      throw ParameterError(wanted: "an azimuth and an elevation AZ,EL in degrees")
    }
    guard numbers.allSatisfy(\.isFinite), abs(numbers[1]) <= 90 else {
      throw ParameterError(wanted: "an elevation from -90 to 90 degrees after the azimuth")
    }
    self.init(azimuth: numbers[0], elevation: numbers[1])
  }

  /// The angles with a comma.
  public var parameterText: String { azimuth.parameterText + "," + elevation.parameterText }
  /// The angles by name.
  public var swiftText: String? {
    "ViewAngles(azimuth: \(azimuth.parameterText), elevation: \(elevation.parameterText))"
  }
  /// The placeholder of angles.
  public static var placeholder: String { "AZ,EL" }
}

/// How long the axes of space are beside one another.
public enum SpaceProportions: String, Hashable, Sendable, CaseIterable {
  /// As in the data, unless a figure would be flat, or thin as a tower.
  case auto
  /// As in the data: a unit is as long on each axis.
  case `true`
}

extension SpaceProportions: ParameterValue {
  /// The placeholder of proportions.
  public static var placeholder: String { "P" }
}
