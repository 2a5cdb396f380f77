import Calculus
import Geometry

/// The Taylor expansion of a function of x and y about a point, in units of a length.
///
/// Gives the step to the singular point that it shows, and what kind of point that is.
struct Expansion {
  /// The value at the point.
  let value: Double
  /// 2 where the Hessian has a part, else 3.
  let rank: Int
  private(set) var order = 2
  /// Half the greater eigenvalue of the Hessian.
  private(set) var across = 0.0
  /// The coefficient of uᵏ.
  private(set) var along = 0.0
  /// The direction of u.
  private(set) var axis = Point(1, 0)
  /// The way to the singular point.
  private(set) var step = Point.zero
  /// Whether all parts below the order vanish but for rounding.
  private(set) var isSettled = false

  private let degree: Int
  private static let threshold = 0.05
  private static let rounding = 1e-7

  init?(of f: Expression, at p: Point, unit: Point, degree: Int) {
    self.degree = degree
    guard var c = try? f.taylorCoefficients(of: degree, at: p.x, p.y) else { return nil }
    var scaleX = 1.0
    for i in 0...degree {
      var scale = scaleX
      for j in 0...(degree - i) {
        c[i][j] *= scale
        scale *= unit.y
        guard c[i][j].isFinite else { return nil }
      }
      scaleX *= unit.x
    }
    value = c[0][0]
    let (a, b, d) = (2 * c[2][0], c[1][1], 2 * c[0][2])
    let higher = Self.size(of: c, from: 3, to: degree)
    let mean = (a + d) / 2
    let spread = Point((a - d) / 2, b).length
    let greater = mean >= 0 ? mean + spread : mean - spread
    guard abs(greater) > 1e-2 * higher, greater != 0 else {
      rank = 3
      stepToTriple(c)
      return
    }
    rank = 2
    // The eigenvector of the greater eigenvalue is across; u is at right angles to it.
    let first = Point(b, greater - a)
    let second = Point(greater - d, b)
    let longer = first.length > second.length ? first : second
    guard let v = longer.direction ?? (abs(a) >= abs(d) ? Point(1, 0) : Point(0, 1)).direction
    else { return nil }
    axis = Point(v.y, -v.x)
    across = greater / 2
    split(Self.rotated(c, u: axis, v: v, degree), v)
  }

  private static func size(of c: [[Double]], from low: Int, to high: Int) -> Double {
    var size = 0.0
    for i in 0...high {
      for j in 0...(high - i) where i + j >= low { size = max(size, abs(c[i][j])) }
    }
    return size
  }

  /// The coefficients in coordinates along u and v.
  private static func rotated(_ c: [[Double]], u: Point, v: Point, _ degree: Int) -> [[Double]] {
    var result = Array(repeating: Array(repeating: 0.0, count: degree + 1), count: degree + 1)
    // x = u.x s + v.x t, y = u.y s + v.y t: the powers as polynomials in t, homogeneous in s.
    var powersX = [[1.0]]
    var powersY = [[1.0]]
    for n in 0..<degree {
      powersX.append(times(powersX[n], [u.x, v.x]))
      powersY.append(times(powersY[n], [u.y, v.y]))
    }
    for i in 0...degree {
      for j in 0...(degree - i) where c[i][j] != 0 {
        let product = times(powersX[i], powersY[j])
        for (k, factor) in product.enumerated() { result[i + j - k][k] += c[i][j] * factor }
      }
    }
    return result
  }

  private static func times(_ a: [Double], _ b: [Double]) -> [Double] {
    var product = Array(repeating: 0.0, count: a.count + b.count - 1)
    for (i, x) in a.enumerated() {
      for (j, y) in b.enumerated() { product[i + j] += x * y }
    }
    return product
  }

  // MARK: Rank one: the splitting lemma

  /// Solves g_v(u, φ(u)) = 0 as a series and looks at h(u) = g(u, φ(u)).
  private mutating func split(_ g: [[Double]], _ v: Point) {
    var phi = Array(repeating: 0.0, count: degree + 1)
    for _ in 0..<(degree + 2) {
      // Newton on series: φ ← φ − g_v(u, φ)/g_vv(0, 0) gains a degree with each step.
      let slope = Self.composed(g, phi, degree, isSlope: true)
      for n in 0...degree { phi[n] -= slope[n] / (2 * across) }
    }
    let h = Self.composed(g, phi, degree, isSlope: false)
    var later = 0.0
    var tails = Array(repeating: 0.0, count: degree + 1)
    for k in stride(from: degree, through: 2, by: -1) {
      tails[k] = later
      later = max(later, abs(h[k]))
    }
    order = degree
    for k in 2...degree where abs(h[k]) > Self.threshold * tails[k] && abs(h[k]) > 0 {
      order = k
      break
    }
    along = h[order]
    let newton = along == 0 ? 0 : -h[order - 1] / (Double(order) * along)
    let shift = min(max(newton, -0.7), 0.7)
    let across = Self.value(of: phi, at: shift)
    step = shift * axis + across * v
    isSettled = true
    for k in 1..<order where abs(h[k]) > Self.rounding * abs(along) { isSettled = false }
    if along == 0 { isSettled = false }
  }

  private static func value(of series: [Double], at u: Double) -> Double {
    series.reversed().reduce(0) { $0 * u + $1 }
  }

  /// g(u, φ(u)), or the same of g_v, as a series in u.
  private static func composed(
    _ g: [[Double]], _ phi: [Double], _ degree: Int, isSlope: Bool
  ) -> [Double] {
    var result = Array(repeating: 0.0, count: degree + 1)
    var power = Array(repeating: 0.0, count: degree + 1)
    power[0] = 1
    for j in 0...degree {
      for i in 0...(degree - j) {
        let coefficient: Double
        if isSlope {
          guard j + 1 + i <= degree else { continue }
          coefficient = Double(j + 1) * g[i][j + 1]
        } else {
          coefficient = g[i][j]
        }
        if coefficient == 0 { continue }
        for n in 0...(degree - i) { result[n + i] += coefficient * power[n] }
      }
      var next = Array(repeating: 0.0, count: degree + 1)
      for m in 0...degree where power[m] != 0 {
        for n in 0...(degree - m) { next[m + n] += power[m] * phi[n] }
      }
      power = next
    }
    return result
  }

  // MARK: Rank zero

  /// Gauss–Newton on the three second derivatives.
  private mutating func stepToTriple(_ c: [[Double]]) {
    order = 3
    let residual = [2 * c[2][0], c[1][1], 2 * c[0][2]]
    let rows = [(6 * c[3][0], 2 * c[2][1]), (2 * c[2][1], 2 * c[1][2]), (2 * c[1][2], 6 * c[0][3])]
    var (xx, xy, yy, xr, yr) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for (row, r) in zip(rows, residual) {
      xx += row.0 * row.0
      xy += row.0 * row.1
      yy += row.1 * row.1
      xr += row.0 * r
      yr += row.1 * r
    }
    let ridge = 1e-12 * (xx + yy)
    let determinant = (xx + ridge) * (yy + ridge) - xy * xy
    if determinant > 0 {
      step = Point(-(xr * (yy + ridge) - yr * xy), -(yr * (xx + ridge) - xr * xy)) / determinant
    }
    let size = Self.size(of: c, from: 3, to: degree)
    along = size
    let low = max(abs(c[1][0]), abs(c[0][1]), residual.map(abs).max() ?? 0)
    isSettled = size > 0 && low <= Self.rounding * size
  }
}
