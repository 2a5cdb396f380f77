// The common functions of variables, under the names they have for doubles.

/// The sine.
public func sin(_ x: Variable) -> Variable { x.applied(.sin) }

/// The cosine.
public func cos(_ x: Variable) -> Variable { x.applied(.cos) }

/// The tangent.
public func tan(_ x: Variable) -> Variable { x.applied(.tan) }

/// The arc tangent.
public func atan(_ x: Variable) -> Variable { x.applied(.atan) }

/// The exponential function.
public func exp(_ x: Variable) -> Variable { x.applied(.exp) }

/// The natural logarithm.
public func log(_ x: Variable) -> Variable { x.applied(.ln) }

/// The square root.
public func sqrt(_ x: Variable) -> Variable { x.applied(.sqrt) }

/// The absolute value; its slope at 0 is 0.
public func abs(_ x: Variable) -> Variable { x.applied(.abs) }

/// The hyperbolic sine.
public func sinh(_ x: Variable) -> Variable { x.applied(.sinh) }

/// The hyperbolic cosine.
public func cosh(_ x: Variable) -> Variable { x.applied(.cosh) }

/// The hyperbolic tangent.
public func tanh(_ x: Variable) -> Variable { x.applied(.tanh) }

/// The logistic function 1/(1 + e^(−x)).
public func sigmoid(_ x: Variable) -> Variable { x.applied(.sigmoid) }

/// ln(1 + eˣ).
public func softplus(_ x: Variable) -> Variable { x.applied(.softplus) }

/// The positive part; its slope at 0 is 1.
public func relu(_ x: Variable) -> Variable { x.applied(.relu) }

/// The lesser of two.
public func min(_ x: Variable, _ y: Variable) -> Variable { x.applied(.min, y) }

/// The greater of two.
public func max(_ x: Variable, _ y: Variable) -> Variable { x.applied(.max, y) }
