/// Proofs that the orbits of ẋ = P(x, y), ẏ = Q(x, y) close, or that none does.
///
/// All of them are identities between expressions, decided by `AtomicForms`: what is found is proved,
/// what is not found is left open.
public struct FlowSymmetry {
  private let first: Expression
  private let second: Expression

  /// The flow of (P, Q), two expressions in the same two variables.
  public init(of first: Expression, _ second: Expression) {
    self.first = first
    self.second = second
  }

  /// Whether P_x + Q_y = 0 everywhere: the flow keeps areas, and has no isolated closed orbit.
  public var keepsAreas: Bool {
    vanishes { forms, x, y in
      Self.sum(
        [
          forms.form(of: first.gradient[0], replacing: [x, y]),
          forms.form(of: second.gradient[1], replacing: [x, y]),
        ])
    }
  }

  /// Whether P_y = Q_x everywhere: the flow climbs a potential, and no orbit closes.
  public var isGradient: Bool {
    vanishes { forms, x, y in
      Self.sum(
        [
          forms.form(of: first.gradient[1], replacing: [x, y]),
          forms.form(of: second.gradient[0], replacing: [x, y])?.negated,
        ])
    }
  }

  /// Whether all orbits around a zero with imaginary eigenvalues are closed.
  ///
  /// Either the flow keeps areas weighted with 1/x, 1/y or 1/(xy): then a conserved quantity has an
  /// extremum there, as it has where `keepsAreas` holds. Or a reflection of the plane through the zero turns time around: then an
  /// orbit around the zero meets its own image (Poincaré's symmetry principle).
  func closesOrbits(around p: PlanePoint) -> Bool {
    for (overX, overY) in [(true, true), (true, false), (false, true)]
    where !(overX && p.x == 0) && !(overY && p.y == 0) {
      if keepsWeightedAreas(overX, overY) { return true }
    }
    return isReversed(acrossX: p.x) || isReversed(acrossY: p.y)
      || p.x == p.y && isReversedBySwapping(sign: 1)
      || p.x == -p.y && isReversedBySwapping(sign: -1)
  }

  /// Whether div(μ(P, Q)) = 0 for the weight μ = 1/x, 1/y or both: P_x + Q_y − P/x − Q/y = 0.
  private func keepsWeightedAreas(_ overX: Bool, _ overY: Bool) -> Bool {
    vanishes { forms, x, y in
      var parts = [
        forms.form(of: first.gradient[0], replacing: [x, y]),
        forms.form(of: second.gradient[1], replacing: [x, y]),
      ]
      let p = forms.form(of: first, replacing: [x, y])?.negated
      let q = forms.form(of: second, replacing: [x, y])?.negated
      if overX { parts.append(Self.over(x, p)) }
      if overY { parts.append(Self.over(y, q)) }
      return Self.sum(parts)
    }
  }

  /// Whether (x, y) ↦ (2a − x, y) turns time around.
  private func isReversed(acrossX a: Double) -> Bool {
    agree { forms, x, y in
      guard let image = AtomicForm(number: 2 * a).adding(x.negated) else { return nil }
      return (image, y, signs: (1, -1))
    }
  }

  /// Whether (x, y) ↦ (x, 2b − y) turns time around.
  private func isReversed(acrossY b: Double) -> Bool {
    agree { forms, x, y in
      guard let image = AtomicForm(number: 2 * b).adding(y.negated) else { return nil }
      return (x, image, signs: (-1, 1))
    }
  }

  /// Whether P and Q at the mirrored point are P and Q with the given signs.
  private func agree(
    _ mirror: (inout AtomicForms, AtomicForm, AtomicForm) -> (
      AtomicForm, AtomicForm, signs: (Int, Int)
    )?
  ) -> Bool {
    var forms = AtomicForms()
    let (x, y) = (forms.variable(0), forms.variable(1))
    guard let (u, v, signs) = mirror(&forms, x, y) else { return false }
    for (function, sign) in [(first, signs.0), (second, signs.1)] {
      guard let here = forms.form(of: function, replacing: [x, y]),
        let there = forms.form(of: function, replacing: [u, v]),
        there.adding(sign > 0 ? here.negated : here)?.isZero == true
      else { return false }
    }
    return true
  }

  /// Whether (x, y) ↦ ±(y, x) turns time around: P(±y, ±x) = ∓Q(x, y), and the same with P and Q
  /// exchanged.
  private func isReversedBySwapping(sign: Double) -> Bool {
    var forms = AtomicForms()
    let (x, y) = (forms.variable(0), forms.variable(1))
    let (u, v) = sign > 0 ? (y, x) : (y.negated, x.negated)
    for (a, b) in [(first, second), (second, first)] {
      guard let there = forms.form(of: a, replacing: [u, v]),
        let here = forms.form(of: b, replacing: [x, y]),
        there.adding(sign > 0 ? here : here.negated)?.isZero == true
      else { return false }
    }
    return true
  }

  // MARK: Forms

  private func vanishes(
    _ build: (inout AtomicForms, AtomicForm, AtomicForm) -> AtomicForm?
  ) -> Bool {
    guard first.variables.count == 2, second.variables == first.variables else { return false }
    var forms = AtomicForms()
    let (x, y) = (forms.variable(0), forms.variable(1))
    return build(&forms, x, y)?.isZero ?? false
  }

  private static func sum(_ parts: [AtomicForm?]) -> AtomicForm? {
    var result = AtomicForm()
    for part in parts {
      guard let part, let next = result.adding(part) else { return nil }
      result = next
    }
    return result
  }

  /// A form divided by a variable.
  private static func over(_ variable: AtomicForm, _ form: AtomicForm?) -> AtomicForm? {
    guard let monomial = variable.single?.monomial else { return nil }
    var inverse = AtomicForm()
    inverse.terms[monomial.mapValues { -$0 }] = 1
    return form?.multiplied(by: inverse)
  }
}
