import Testing

/// What the figures of optimisation refuse, and all that they say.
@Suite struct OptimisationErrorTests {
  private static let lagrange: [ErrorCase] = [
    ErrorCase(
      "no constraint", ["lagrange", "x y"], 65,
      "lagrange wants a constraint",
      "for example: mvplot lagrange 'x^2 y' --subject-to 'x^2 + y^2 = 3'"),
    ErrorCase(
      "constraint that cannot be read", ["lagrange", "x y", "--subject-to", "x^2 + = 1"], 65,
      "expected a number, a name or '(' after '+', not '='", "  x^2 + = 1", "        ^"),
    ErrorCase(
      "constraint with an unknown name", ["lagrange", "x y", "--subject-to", "x + q = 1"], 65,
      "unknown name 'q'", "  x + q = 1", "      ^",
      "known here: x, y, and the functions of the language"),
    ErrorCase(
      "three constraints in the plane",
      ["lagrange", "x y", "--subject-to", "x=1", "--subject-to", "y=1", "--subject-to", "x=y"], 65,
      "3 constraints on x and y leave no point in general",
      "give one or two, or more variables and a start: --from a=1,b=2,c=3"),
    ErrorCase(
      "more constraints than variables",
      ["lagrange", "a", "--subject-to", "a=1", "--subject-to", "a^2=1", "--from", "a=1"], 65,
      "2 constraints on 1 variable leave no point in general",
      "give at most as many constraints as there are variables"),
    ErrorCase(
      "start where a constraint is undefined",
      ["lagrange", "a", "--subject-to", "ln(a) = 0", "--from", "a=-1"], 64,
      "--from wants a point where the formulas and their derivatives are finite, not 'a=-1'"),
    ErrorCase(
      "constant called like a variable",
      ["lagrange", "x y", "--subject-to", "x=y", "--let", "x=1"], 64,
      "--let wants a name other than those of the variables x and y, not 'x=1'"),
  ]

  private static let iterations: [ErrorCase] = [
    ErrorCase(
      "no step of Newton-Raphson", ["newton", "x^2", "--steps", "0"], 64,
      "--steps wants a whole number from 1 to 100000, not '0'"),
    ErrorCase(
      "Newton-Raphson from a word", ["newton", "x^2", "--from", "here"], 64,
      "--from wants a number, not 'here'"),
    ErrorCase(
      "descent by an unknown method", ["descent", "x^2", "--method", "luck"], 64,
      "--method wants gradient, momentum, newton, hybrid, nesterov, safeguarded, bfgs or conjugate, "
        + "not 'luck'"),
    ErrorCase(
      "descent uphill", ["descent", "x^2", "--step", "-1"], 64,
      "--step wants a number greater than 0, not '-1'"),
    ErrorCase(
      "descent in a pit that is not there", ["descent", "sandpit:rock"], 65,
      "no sandpit is called 'rock'; did you mean sandpit:rocks?",
      "there are sandpit:intro, sandpit:lattice, sandpit:random, sandpit:rocks or sandpit:well, "
        + "with a seed behind them: sandpit:rocks:3"),
    ErrorCase(
      "descent in a pit with a bad seed", ["descent", "sandpit:rocks:x"], 65,
      "the seed of a sandpit is a whole number, not x", "for example sandpit:rocks:3"),
    ErrorCase(
      "descent from a number", ["descent", "x^2", "--from", "1"], 64,
      "--from wants a point x=A,y=B or A,B, not '1'"),
  ]

  private static let basins: [ErrorCase] = [
    ErrorCase(
      "basins of a function that is not analytic", ["basins", "abs(x)"], 65,
      "abs(x) has no values for complex numbers",
      "basins of one variable want powers, exp, ln, sqrt, sin, cos, sinh and their kin"),
    ErrorCase(
      "descent on one variable", ["basins", "x^3 - 1", "--method", "gradient"], 64,
      "--method wants newton for a function of one variable: there is nothing to descend on, "
        + "not 'gradient'"),
    ErrorCase(
      "basins by an unknown method", ["basins", "x^2", "--method", "luck"], 64,
      "--method wants newton, gradient or hybrid, not 'luck'"),
    ErrorCase(
      "basins uphill", ["basins", "x^2 + y^2", "--step", "0"], 64,
      "--step wants a number greater than 0, not '0'"),
    ErrorCase(
      "basins of an unknown name", ["basins", "x^2 + q"], 65,
      "unknown name 'q'", "  x^2 + q", "        ^",
      "known here: x, y, and the functions of the language"),
  ]

  @Test("Basins that cannot be drawn say why", arguments: basins)
  func starts(_ error: ErrorCase) { error.check() }

  @Test("A problem that cannot be solved says why, and what would work", arguments: lagrange)
  func constraints(_ error: ErrorCase) { error.check() }

  @Test("An iteration that cannot start says why", arguments: iterations)
  func steps(_ error: ErrorCase) { error.check() }
}
