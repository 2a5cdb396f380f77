import Calculus
import Geometry
import Testing

@testable import Tracing

/// Closed orbits are closed, limit cycles are found, separatrices lead from saddle to saddle.
struct ClosedOrbitTests {
  @Test(
    "the limit cycle of Van der Pol's oscillator is found, and is one",
    arguments: [(0.2, 2.0004), (1, 2.0086), (3, 2.0233)])
  func vanDerPol(mu: Double, amplitude: Double) throws {
    let probe = try FieldProbe("y", "\(mu) (1-x^2) y - x", from: -7, to: 7)
    #expect(probe.zeros.zeros.map(\.kind) == [mu < 2 ? .unstableSpiral : .unstableNode])
    let cycles = probe.set.lines.filter { $0.kind == .limitCycle }
    #expect(cycles.count == 1)
    let cycle = try #require(cycles.first)
    #expect(cycle.isClosed)
    #expect(cycle.cubics[0].p0 == cycle.cubics[cycle.cubics.count - 1].p3)
    let reach = probe.points(of: cycle).map(\.x).max() ?? 0
    #expect(abs(reach - amplitude) < 0.3 * probe.pixel, "\(reach)")
    // All other lines are open.
    #expect(probe.set.lines.filter(\.isClosed).count == 1)
  }

  @Test("nested limit cycles are circles of radius 1 and 2")
  func nested() throws {
    let factor = "(1-x^2-y^2) (4-x^2-y^2)"
    let probe = try FieldProbe("-y + x \(factor)", "x + y \(factor)")
    let cycles = probe.set.lines.filter { $0.kind == .limitCycle }
    let radii = cycles.map { $0.cubics[0].p0.length }.sorted()
    #expect(radii.count == 2)
    for (radius, known) in zip(radii, [1.0, 2]) { #expect(abs(radius - known) < 1e-6) }
  }

  @Test("a spiral is no closed orbit, however slowly it winds", arguments: [0.1, 0.01, 1e-3, 1e-5])
  func slowSpiral(rate: Double) throws {
    let probe = try FieldProbe("-y - \(rate) x", "x - \(rate) y")
    #expect(probe.zeros.zeros.map(\.kind) == [.stableSpiral])
    let isAnyClosed = probe.set.lines.contains { $0.isClosed }
    #expect(!isAnyClosed)
  }

  @Test("all orbits around a centre of Lotka and Volterra are closed")
  func lotkaVolterra() throws {
    let probe = try FieldProbe("x (1-y)", "y (x-1)", from: 0.1, to: 3)
    #expect(probe.zeros.zeros.map(\.kind) == [.centre])
    let closed = probe.set.lines.filter(\.isClosed)
    #expect(closed.count >= 5)
    // H = x − ln x + y − ln y is constant.
    let h = try Expression("x - ln(x) + y - ln(y)", variables: ["x", "y"])
    for line in closed {
      let values = line.cubics.map { h.value(at: [$0.p0.x, $0.p0.y]) }
      #expect((values.max() ?? 0) - (values.min() ?? 0) < 1e-7)
    }
  }

  @Test("separatrices of the pendulum lie on the energy of its saddles")
  func pendulum() throws {
    let probe = try FieldProbe("y", "-sin(x)", from: -4, to: 4, separatrices: true)
    let branches = probe.set.lines.filter { $0.kind == .separatrix }
    // Two from saddle to saddle, and two outwards at each of them.
    #expect(branches.count == 6)
    let energy = try Expression("y^2/2 - cos(x)", variables: ["x", "y"])
    for line in branches {
      for cubic in line.cubics {
        #expect(abs(energy.value(at: [cubic.p0.x, cubic.p0.y]) - 1) < 1e-6)
      }
    }
    let withoutThem = try FieldProbe("y", "-sin(x)", from: -4, to: 4)
    #expect(!withoutThem.set.lines.contains { $0.kind == .separatrix })
  }

  @Test("every saddle has four separatrices")
  func duffing() throws {
    let probe = try FieldProbe("y", "x - x^3 - 0.2 y", separatrices: true)
    #expect(probe.set.lines.filter { $0.kind == .separatrix }.count == 4)
    let plain = try FieldProbe("x", "-y", separatrices: true)
    #expect(plain.set.lines.filter { $0.kind == .separatrix }.count == 4)
  }
}
