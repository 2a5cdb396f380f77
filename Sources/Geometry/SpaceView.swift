/// A look at space from far away: an orthographic projection to a picture.
///
/// Coordinates are first scaled along the axes, so that data of any extent fits a box of seemly
/// proportions; then the eye looks at `centre`. In the picture the ordinate points upwards and z,
/// unless the eye is right above, as well.
public struct SpaceView: Hashable, Sendable, Codable {
  /// Where the eye stands: degrees from x towards y, and degrees above the floor.
  public let azimuth: Double, elevation: Double
  /// The point that is seen at the origin of the picture.
  public let centre: SpacePoint
  /// Picture units for a unit of each axis.
  public let scale: SpacePoint
  /// The direction to the right of the picture, in scaled coordinates; so are the next two.
  public let right: SpacePoint
  /// The direction upwards in the picture.
  public let up: SpacePoint
  /// The direction towards the eye.
  public let eye: SpacePoint

  /// The view from an azimuth and an elevation in degrees, the latter from −90 to 90.
  ///
  /// Scales are positive.
  public init(azimuth: Double, elevation: Double, centre: SpacePoint, scale: SpacePoint) {
    self.azimuth = azimuth
    self.elevation = elevation
    self.centre = centre
    self.scale = scale
    let (cosA, sinA) = Self.turn(azimuth)
    let (cosE, sinE) = Self.turn(elevation)
    right = SpacePoint(-sinA, cosA, 0)
    up = SpacePoint(-sinE * cosA, -sinE * sinA, cosE)
    eye = SpacePoint(cosE * cosA, cosE * sinA, sinE)
  }

  /// A point in scaled coordinates.
  public func scaled(_ p: SpacePoint) -> SpacePoint {
    SpacePoint(
      (p.x - centre.x) * scale.x, (p.y - centre.y) * scale.y, (p.z - centre.z) * scale.z)
  }

  /// The place of a point in the picture.
  public func callAsFunction(_ p: SpacePoint) -> Point {
    let q = scaled(p)
    return Point(right.x * q.x + right.y * q.y, up.dot(q))
  }

  /// The image of a curve: exact, because the projection is affine.
  public func callAsFunction(_ c: SpaceCubic) -> CubicCurve {
    CubicCurve(self(c.p0), self(c.p1), self(c.p2), self(c.p3))
  }

  /// How near to the eye a point is: greater is nearer.
  public func depth(_ p: SpacePoint) -> Double { eye.dot(scaled(p)) }

  /// Whether the eye is above a plane, so that it sees its upper side.
  public func isAbove(_ plane: SpacePlane) -> Bool {
    eye.z * scale.x * scale.y
      > scale.z * (plane.slope.x * eye.x * scale.y + plane.slope.y * eye.y * scale.x)
  }

  /// Cosine and sine of an angle in degrees: exact at multiples of 90, else to rounding.
  ///
  /// The angle is brought to ±45°, where eleven terms of the series at zero are enough.
  static func turn(_ degrees: Double) -> (cosine: Double, sine: Double) {
    guard degrees.isFinite else { return (1, 0) }
    let reduced = degrees.remainder(dividingBy: 360)
    let quarters = (reduced / 90).rounded()
    let angle = (reduced - 90 * quarters) * (Double.pi / 180)
    var (cosine, sine, term) = (1.0, 0.0, 1.0)
    for order in 1...22 {
      term *= angle / Double(order)
      switch order % 4 {
      case 1: sine += term
      case 2: cosine -= term
      case 3: sine -= term
      default: cosine += term
      }
    }
    switch quarters {
    case 1: return (-sine, cosine)
    case -1: return (sine, -cosine)
    case 2, -2: return (-cosine, -sine)
    default: return (cosine, sine)
    }
  }
}
