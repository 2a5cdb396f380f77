/// A place in an expression graph.
public typealias Term = Int32

/// A comparison in the condition of `if`.
public enum Comparison: UInt8, Hashable, Sendable {
  case less, lessOrEqual, equal, notEqual
}

/// An operation of an expression graph with the places of its operands.
///
/// Operands always stand before the node that uses them, so a walk in the order of the places
/// visits operands first, and no walk needs recursion.
public enum Node: Hashable, Sendable {
  /// A number as it was typed or folded.
  case number(Double)
  /// π, e or τ.
  case constant(Constant)
  /// A variable by its index.
  case variable(Int32)
  /// The running variable of a sum, by the depth of the sum.
  case running(Int32)
  /// −a.
  case negated(Term)
  /// a + b.
  case sum(Term, Term)
  /// a − b.
  case difference(Term, Term)
  /// a · b.
  case product(Term, Term)
  /// a / b.
  case quotient(Term, Term)
  /// a ^ b.
  case power(Term, Term)
  /// A function of one argument.
  case call(Function, Term)
  /// A function of two arguments.
  case call2(Function, Term, Term)
  /// 1 where the comparison holds, 0 where it does not.
  case comparison(Comparison, Term, Term)
  /// The second term where the first is not 0, else the third.
  case choice(Term, Term, Term)
  /// Σ of a term over the running variable of `depth` from `lower` to `upper`.
  case series(Term, depth: Int32, lower: Int32, upper: Int32)

  /// The places of the operands.
  var operands: [Term] {
    switch self {
    case .number, .constant, .variable, .running: []
    case .negated(let a), .call(_, let a), .series(let a, _, _, _): [a]
    case .sum(let a, let b), .difference(let a, let b), .product(let a, let b),
      .quotient(let a, let b), .power(let a, let b), .call2(_, let a, let b),
      .comparison(_, let a, let b):
      [a, b]
    case .choice(let a, let b, let c): [a, b, c]
    }
  }

  /// The same operation on operands at other places.
  func mapped(_ place: (Term) -> Term) -> Node {
    switch self {
    case .number, .constant, .variable, .running: self
    case .negated(let a): .negated(place(a))
    case .sum(let a, let b): .sum(place(a), place(b))
    case .difference(let a, let b): .difference(place(a), place(b))
    case .product(let a, let b): .product(place(a), place(b))
    case .quotient(let a, let b): .quotient(place(a), place(b))
    case .power(let a, let b): .power(place(a), place(b))
    case .call(let f, let a): .call(f, place(a))
    case .call2(let f, let a, let b): .call2(f, place(a), place(b))
    case .comparison(let c, let a, let b): .comparison(c, place(a), place(b))
    case .choice(let a, let b, let c): .choice(place(a), place(b), place(c))
    case .series(let a, let depth, let lower, let upper):
      .series(place(a), depth: depth, lower: lower, upper: upper)
    }
  }
}
