import Calculus
import Geometry

extension StreamPlacement {
  /// The distance in pixels at which a separatrix leaves its saddle along an eigenvector.
  ///
  /// The curve bends away from the eigenvector by less than the square of it.
  private static let launch = 0.02

  /// Adds the four separatrices of each saddle; one that joins two saddles once.
  func placeSeparatrices(of zeros: PlaneZeroSet) {
    for zero in zeros.zeros where zero.kind == .saddle {
      let saddle = integrator.field.pixels(Point(zero.x, zero.y))
      for eigenvalue in zero.eigenvalues {
        guard let data = Self.eigenvector(of: zero.jacobian, eigenvalue.real),
          let along = integrator.field.pictured(data)
        else { continue }
        for side in [along, -along] {
          if integrator.field.isExhausted { return }
          placeSeparatrix(from: saddle, side, sign: eigenvalue.real > 0 ? 1 : -1)
        }
      }
    }
  }

  private func placeSeparatrix(from saddle: Point, _ side: Point, sign: Double) {
    let start = saddle + side * Self.launch
    guard integrator.field.contains(start) else { return }
    // Known already as the separatrix of a saddle at its other end.
    if hasLine(within: 0.12 * integrator.clearance, of: saddle + side * integrator.clearance) {
      return
    }
    guard let trail = ray(from: start, sign: sign) else { return }
    // Drawn from the clearance on, like all lines.
    var s = sign > 0 ? trail.from : trail.to
    while s * sign < trail.length, trail.point(s).distance(to: saddle) < integrator.clearance {
      s += sign * integrator.clearance / 64
    }
    let part = sign > 0 ? trail.cut(from: s, to: trail.to) : trail.cut(from: trail.from, to: s)
    if part.length > separation / 4 { place(part, .separatrix) }
  }

  /// A vector v with Jv = λv.
  private static func eigenvector(of j: [Double], _ value: Double) -> Point? {
    let rows = [Point(-j[1], j[0] - value), Point(j[3] - value, -j[2])]
    return rows.max { $0.length < $1.length }?.direction
  }
}
