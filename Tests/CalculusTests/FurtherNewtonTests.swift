import Calculus
import Testing

/// Newton's method where its orbit is known: each comment is the proof.
struct FurtherNewtonTests {
  @Test(
    "orbits with a known period are called cycles",
    arguments: [
      // 0 → 1 → 0.
      ("x^3-2*x+2", "0", 2), ("x^3-x", "1/sqrt(5)", 2),
      // x ← (x − 1/x)/2 doubles the angle of x = cot θ.
      ("x^2+1", "1/sqrt(3)", 2), ("x^2+1", "1/tan(pi/7)", 3), ("x^2+1", "1/tan(pi/15)", 4),
      ("x^2+1", "1/tan(pi/31)", 5), ("x^2+1", "1/tan(pi/63)", 6),
      // x ← x − 2x.
      ("sign(x)*sqrt(abs(x))", "1", 2),
    ])
  func cycles(source: String, start: String, period: Int) throws {
    let run = try Self.run(source, start)
    #expect(
      run.outcome == .cycle && run.period == period, "\(run.outcome) \(run.iterates.prefix(9))")
  }

  @Test(
    "roots are approached with the order that their multiplicity gives",
    arguments: [
      ("(x-1)^2", "3", 1.0, 2.0), ("(x-1)^3", "3", 1, 3), ("(x-2)^5", "4", 2, 5),
      ("x^2", "1", 0, 2), ("x^7", "1", 0, 7), ("(x-1)^2*(x+2)", "2", 1, 2),
      ("(x+1)^3*(x-5)", "-3", -1, 3),
      ("exp(x)-1-x", "1", 0, 2), ("1-cos(x)", "1", 0, 2), ("x-sin(x)", "1", 0, 3),
      ("x^(5/3)", "1", 0, 5.0 / 3), ("cosh(x)-1", "2", 0, 2), ("sin(x)^2", "0.5", 0, 2),
    ] as [(String, String, Double, Double)])
  func multipleRoots(source: String, start: String, root: Double, multiplicity: Double) throws {
    let run = try Self.run(source, start)
    #expect(run.outcome == .converged)
    #expect(abs((run.root ?? .nan) - root) < 1e-6, "\(run.root ?? .nan)")
    #expect(abs((run.multiplicity ?? .nan) - multiplicity) < 0.1, "\(run.multiplicity ?? .nan)")
  }

  @Test(
    "simple roots are reached to the last digits",
    arguments: [
      ("x^3-2", "1", 1.2599210498948732), ("x-cos(x)", "1", 0.7390851332151607),
      ("exp(x)-3", "0", 1.0986122886681098), ("sqrt(x)-2", "1", 4), ("ln(x)", "0.5", 1),
      ("1/x-1e-6", "1", 1e6), ("x^2-1e-12", "1", 1e-6), ("x^3-1e18", "1", 1e6),
    ])
  func simpleRoots(source: String, start: String, root: Double) throws {
    let run = try Self.run(source, start)
    #expect(run.outcome == .converged)
    #expect(abs((run.root ?? .nan) - root) <= 4e-16 * abs(root), "\(run.root ?? .nan)")
    #expect(run.multiplicity == nil)
  }

  @Test(
    "other ends are named",
    arguments: [
      // x ← −2x, x ← 2x, x ← x + 1, x ← x − 1.
      ("cbrt(x)", "1", NewtonRaphson.Outcome.diverged), ("1/x", "1", .diverged),
      ("exp(-x)", "0", .diverged), ("exp(x)", "0", .diverged),
      ("x/(1+x^2)", "2", .diverged), ("atan(x)", "2", .diverged), ("tanh(x)", "1.2", .diverged),
      // The first step is 1e300, where the exponential overflows.
      ("exp(x)-1e300", "0", .diverged),
      // The first step is −2000, where it overflows as well, though that is not far from the start.
      ("exp(-x)+x", "0.001", .diverged), ("exp(-x)+x+999", "-800", .diverged),
      // The first step is below 0.
      ("ln(x)", "3", .leftDomain), ("sqrt(x)", "1", .leftDomain), ("x^(1/3)", "1", .leftDomain),
      ("ln(x)", "-1", .leftDomain), ("asin(x)-1.5", "0", .leftDomain),
      ("x^2+1", "0", .stationary), ("cos(x)", "0", .stationary), ("x^3-3*x+5", "1", .stationary),
      // The first step ends where f′ = 0 and f = 1, by rounding in f′ that is not an exact zero.
      ("x^3-3*x+3", "0", .stationary), ("x^5-5*x+5", "0", .stationary),
      // The first step ends at a double root.
      ("x^2*exp(-x)", "1", .converged), ("x^2/(1+x^2)", "1", .converged),
      ("(x-1)^2*(x-3)", "2", .converged), ("(x-2)^3*exp(x)", "0", .converged),
      // f is defined everywhere; its parts overflow at the fourth iterate and at the third.
      ("1/(1+exp(-x))-0.5", "2.2", .diverged), ("1/(1+exp(-x))-0.5", "3", .diverged),
      // |x| is squared by each step until x⁴ in f′ overflows.
      ("1/x^2-4", "2", .diverged),
      // The angle of the cotangent doubles: no period for this start.
      ("x^2+1", "0.5", .wandering), ("x^2+1", "2", .wandering),
    ])
  func otherEnds(source: String, start: String, outcome: NewtonRaphson.Outcome) throws {
    let run = try Self.run(source, start)
    #expect(run.outcome == outcome, "\(run.iterates.suffix(3))")
  }

  @Test("extrema are named by their kind")
  func extrema() throws {
    func kind(_ source: String, _ start: String) throws -> NewtonRaphson.Kind? {
      let f = try Expression(source, variables: ["x"])
      return try f.newtonRaphson(from: Expression.constant(start), seeking: .extremum).kind
    }
    #expect(try kind("x^3-3*x", "2") == .minimum)
    #expect(try kind("x^3-3*x", "-2") == .maximum)
    #expect(try kind("x^4", "1") == .degenerate)
    #expect(try kind("cos(x)", "0.3") == .maximum)
  }

  private static func run(_ source: String, _ start: String) throws -> NewtonRaphson {
    let f = try Expression(source, variables: ["x"])
    return try f.newtonRaphson(from: Expression.constant(start))
  }
}
