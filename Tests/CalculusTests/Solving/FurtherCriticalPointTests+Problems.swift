extension FurtherCriticalPointTests {
  static let problems: [Problem] = plain + scaled + degenerate + removable

  private static let pi = Double.pi
  private static let half = (0.5).squareRoot()
  private static let steep = (2.5).squareRoot()
  private static let two = (2.0).squareRoot()
  private static let tilt = (0.025).squareRoot()

  private static let plain: [Problem] = [
    // Quadratic forms with definite and indefinite matrices.
    Problem("x^2+x*y+y^2", minima: [[0, 0]]),
    Problem("x*y", saddles: [[0, 0]]),
    Problem("-(x+2*y-1)^2-(2*x-y)^2", maxima: [[0.2, 0.4]]),
    // 3x² = 3 on the edge x = −1, where the second derivative is −6.
    Problem("x^3-3*x+y^2", -1...1, 0...2, minima: [[1, 0]], saddles: [[-1, 0]]),
    // ±sin x = 0 and ±sin y = 0.
    Problem(
      "cos(x)+cos(y)", -4...4, minima: [[pi, pi], [pi, -pi], [-pi, pi], [-pi, -pi]],
      maxima: [[0, 0]], saddles: [[0, pi], [0, -pi], [pi, 0], [-pi, 0]]),
    // Either both sines vanish, which is a saddle, or both cosines.
    Problem(
      "sin(x)*sin(y)", -4...4, minima: [[pi / 2, -pi / 2], [-pi / 2, pi / 2]],
      maxima: [[pi / 2, pi / 2], [-pi / 2, -pi / 2]],
      saddles: [-pi, 0, pi].flatMap { x in [-pi, 0, pi].map { [x, $0] } }),
    // p(x) q(y): p′ = 0 with q′ = 0, or p = 0 with q = 0.
    Problem(
      "(x^2-1)*(x^2-4)*(y^2-1)", minima: [[0, 0]],
      maxima: [[steep, 0], [-steep, 0]],
      saddles: [-2, -1, 1, 2].flatMap { x in [[x, 1], [x, -1]] }),
    // x = y = 1/3 by symmetry; the corners of the triangle are saddles.
    Problem(
      "x*y*(1-x-y)", -1...2, maxima: [[1.0 / 3, 1.0 / 3]], saddles: [[0, 0], [1, 0], [0, 1]]),
    // 2 − 3x − 2y = 0 and 2 − 2x − 3y = 0.
    Problem("x^2*y^2*(1-x-y)", 0.1...1, maxima: [[0.4, 0.4]]),
    // y = x² and x = y², so x⁴ = x.
    Problem("x^3+y^3-3*x*y", minima: [[1, 1]], saddles: [[0, 0]]),
    // x³ = y and y³ = x, so x⁹ = x.
    Problem("x^4+y^4-4*x*y+1", minima: [[1, 1], [-1, -1]], saddles: [[0, 0]]),
    Problem("exp(-x^2-y^2)", maxima: [[0, 0]]),
    // 1 − 2x² = 0.
    Problem(
      "x*exp(-x^2-y^2)", minima: [[-half, 0]], maxima: [[half, 0]]),
    // 2x(1 − q) = 0 and 2y(3 − q) = 0 with q = x² + 3y².
    Problem(
      "(x^2+3*y^2)*exp(1-x^2-y^2)", minima: [[0, 0]], maxima: [[0, 1], [0, -1]],
      saddles: [[1, 0], [-1, 0]]),
    Problem("ln(1+x^2+y^2)", minima: [[0, 0]]),
    // x²y = 1 = xy².
    Problem("1/x+1/y+x*y", 0.2...3, minima: [[1, 1]]),
    // x + y = 0 and sin(x − y) = 0.
    Problem(
      "cos(x-y)+(x+y)^2", minima: [[pi / 2, -pi / 2], [-pi / 2, pi / 2]], saddles: [[0, 0]]),
    Problem("x^2-y^2", 1...2),
    Problem("exp(x+y)"),
    Problem("x+y", -1...1),
    // Γ′ = 0 at 1.46163…, the only place for x > 0.
    Problem("gamma(x)+gamma(y)", 0.5...3, minima: [[1.4616321449683622, 1.4616321449683622]]),
    // f_x = 2x(1 + y), f_y = x² + 2y.
    Problem(
      "x^2+y^2+x^2*y", minima: [[0, 0]],
      saddles: [[two, -1], [-two, -1]]),
  ]

  private static let scaled: [Problem] = [
    Problem("((x-1e-6)/1e-6)^2+((y+2e-6)/1e-6)^2", -5e-6...5e-6, minima: [[1e-6, -2e-6]]),
    // 4u(u² − 1) = 0 with u = x/10⁶.
    Problem(
      "((x/1e6)^2-1)^2+(y/1e6)^2", -2e6...2e6, minima: [[1e6, 0], [-1e6, 0]], saddles: [[0, 0]]),
    // r = 10⁴xy − 1, s = x − y: r = s = 0, or x = −y with x = 0.
    Problem(
      "(1e4*x*y-1)^2+(x-y)^2", -1...1, minima: [[0.01, 0.01], [-0.01, -0.01]],
      saddles: [[0, 0]]),
    // The second term forces y = x², the first then x = 1.
    Problem("1e6*(y-x^2)^2+(1-x)^2", minima: [[1, 1]]),
    Problem("(x-1e6)^2+(y-1e6)^2", 999_999...1_000_001, minima: [[1e6, 1e6]]),
    // All but 0 on most of the window.
    Problem("exp(-100*(x^2+y^2))", -20...20, maxima: [[0, 0]]),
    Problem("3-2*exp(-(x^2+y^2))", -1000...1000, minima: [[0, 0]]),
    Problem("x*exp(-x^2-y^2)", -40...40, minima: [[-half, 0]], maxima: [[half, 0]]),
    Problem("(x-y)/exp(x^2+y^2)", -40...40, minima: [[-0.5, 0.5]], maxima: [[0.5, -0.5]]),
    Problem("1e-12*(x^2+y^2)", minima: [[0, 0]]),
    Problem("1e12*x*y", -1e-3...1e-3, saddles: [[0, 0]]),
  ]

  private static let degenerate: [Problem] = [
    Problem("x^3-3*x*y^2", degenerate: [[0, 0]]),
    Problem("(x-1)^3-3*(x-1)*(y+1)^2", degenerate: [[1, -1]]),
    Problem("x^4+y^4", degenerate: [[0, 0]]),
    Problem("x^4+y^2", degenerate: [[0, 0]]),
    Problem("x^5+y^5", degenerate: [[0, 0]]),
    Problem("(y-x^2)*(y-2*x^2)", degenerate: [[0, 0]]),
    // Around 0 this is −27x²y² up to the sixth order, and on the axes x⁶: flat, and yet one point. On
    // the diagonals it is 8t³ − 27t² with t = x² = y², least at t = 9/4.
    Problem(
      "(x^2+y^2)^3-27*x^2*y^2", minima: [[1.5, 1.5], [-1.5, 1.5], [1.5, -1.5], [-1.5, -1.5]],
      degenerate: [[0, 0]]),
    Problem("x^2*y^2+(x^2+y^2)^4", degenerate: [[0, 0]]),
    // 32t⁵ − t⁴ on the diagonals, least at t = 1/40.
    Problem(
      "(x^2+y^2)^5-x^4*y^4",
      minima: [-tilt, tilt].flatMap { x in [-tilt, tilt].map { [x, $0] } },
      degenerate: [[0, 0]]),
    // f = 0 to the second order on both axes: no point of them is alone.
    Problem("x^3*y^3*(x-1)", isContinuum: true),
    Problem("x^9*y^7", isContinuum: true),
    Problem("y^2+x^2*y^2", isContinuum: true),
    // 0 in three quadrants.
    Problem("relu(x)^2*relu(y)^2", isContinuum: true),
    // 4(q − 1)x = 4(q − 1)y = 0 with q = x² + y².
    Problem("(x^2+y^2-1)^2", maxima: [[0, 0]], isContinuum: true),
    Problem("(y-x^2)^2", isContinuum: true),
    Problem("(x-y)^2", isContinuum: true),
    Problem("(y^2-x^3)^2", isContinuum: true),
    Problem("(x^2-y^2)^2", isContinuum: true),
    Problem("2-3*(x*y-1)^2/4", saddles: [[0, 0]], isContinuum: true),
    // u = (x² − 1)² + y² − 1/2 changes its sign around its minima and at the saddle it is 1/2.
    Problem(
      "((x^2-1)^2+y^2-1/2)^2", maxima: [[1, 0], [-1, 0]], saddles: [[0, 0]], isContinuum: true),
    Problem("(x^2+y^2)*(x^2+y^2-4)^2", minima: [[0, 0]], isContinuum: true),
    Problem("sin(x)^2", isContinuum: true),
    Problem("5", isContinuum: true),
    Problem("abs(x)+abs(y)", kinks: [[0, 0]]),
    Problem("max(abs(x),abs(y))", kinks: [[0, 0]]),
    Problem("abs(x-1)+(y+1)^2", kinks: [[1, -1]]),
    Problem("sqrt(x^2+y^2)", kinks: [[0, 0]]),
    // The two sheets meet at x = 1/2, where the greater of them is least.
    Problem("max(x^2+y^2,(x-1)^2+y^2)", kinks: [[0.5, 0]]),
  ]

  private static let removable: [Problem] = [
    // sin r/r has no other stationary circle below r = 4.4934, beyond the corners.
    Problem("sinc(hypot(x,y))", maxima: [[0, 0]]),
    Problem("sin(sqrt(x^2+y^2))/sqrt(x^2+y^2)", maxima: [[0, 0]]),
    Problem("cos(hypot(x,y))", -2...2, maxima: [[0, 0]]),
    // As before with x² + y² < 3.93.
    // At the origin it falls like −(x² + y²)²/6: the second derivatives are 0.
    Problem("sin(x^2+y^2)/(x^2+y^2)", -1.4...1.4, degenerate: [[0, 0]]),
    // Here the circle x² + y² = 4.4934 is in the window.
    Problem("sin(x^2+y^2)/(x^2+y^2)", degenerate: [[0, 0]], isContinuum: true),
    // (1 − e^(−q))/q falls in q.
    Problem("(1-exp(-(x^2+y^2)))/(x^2+y^2)", maxima: [[0, 0]]),
    Problem("(exp(-x^2-y^2)-1)/(x^2+y^2)", minima: [[0, 0]]),
    // sin x/x is stationary at 0 alone; where both factors vanish there is a saddle.
    Problem(
      "sinc(x)*sinc(y)", -4...4, maxima: [[0, 0]],
      saddles: [[pi, pi], [pi, -pi], [-pi, pi], [-pi, -pi]]),
    Problem(
      "sin(x)/x*sin(y)/y", -4...4, maxima: [[0, 0]],
      saddles: [[pi, pi], [pi, -pi], [-pi, pi], [-pi, -pi]]),
    Problem("sin(3*x)/x-y^2", -1...1, maxima: [[0, 0]]),
    Problem("(1-cos(x))/x^2-y^2", maxima: [[0, 0]]),
    // (eˣ − 1)/x rises.
    Problem("(exp(x)-1)/x+y^2"),
  ]
}
