/// Makes forms of expressions, so that equal atoms of all of them have the same number.
struct AtomicForms {
  private enum Atom: Hashable {
    case variable(Int32)
    case constant(Constant)
    case call(Function, AtomicForm)
    case call2(Function, AtomicForm, AtomicForm)
    case power(AtomicForm, AtomicForm)
    /// A sum or a number that something is divided by.
    case divisor(AtomicForm)
  }

  private var numbers: [Atom: Int32] = [:]
  /// The products of terms that may still be made: some ten milliseconds in all.
  private var work = 20_000

  /// Larger expressions have no form.
  private static let sizeLimit = 600
  private static let odd: Set<Function> = [
    .sin, .tan, .cot, .csc, .asin, .atan, .sinh, .tanh, .coth, .csch, .asinh, .atanh, .cbrt, .erf,
  ]
  private static let even: Set<Function> = [.cos, .sec, .cosh, .sech, .abs, .sinc]

  private mutating func number(_ atom: Atom) -> Int32 {
    if let known = numbers[atom] { return known }
    let next = Int32(numbers.count)
    numbers[atom] = next
    return next
  }

  /// The form of a variable.
  mutating func variable(_ index: Int) -> AtomicForm {
    AtomicForm(atom: number(.variable(Int32(index))))
  }

  /// The form of an expression with forms put in for its variables, or `nil` where it has none.
  mutating func form(
    of expression: Expression, replacing variables: [AtomicForm]
  ) -> AtomicForm? {
    guard expression.size <= Self.sizeLimit else { return nil }
    var forms: [AtomicForm] = []
    for node in expression.graph.nodes {
      let parts = node.operands.map { forms[Int($0)] }
      guard let form = form(of: node, parts, variables) else { return nil }
      forms.append(form)
    }
    return forms.isEmpty ? nil : forms[Int(expression.root)]
  }

  private mutating func form(
    of node: Node, _ parts: [AtomicForm], _ variables: [AtomicForm]
  ) -> AtomicForm? {
    switch node {
    case .number(let value): return value.isFinite ? AtomicForm(number: value) : nil
    case .constant(let constant): return AtomicForm(atom: number(.constant(constant)))
    case .variable(let index):
      return variables.indices.contains(Int(index)) ? variables[Int(index)] : nil
    case .negated: return parts[0].negated
    case .sum: return parts[0].adding(parts[1])
    case .difference: return parts[0].adding(parts[1].negated)
    case .product: return product(parts[0], parts[1])
    case .quotient: return inverse(of: parts[1]).flatMap { product(parts[0], $0) }
    case .power: return power(parts[0], parts[1])
    case .call(let function, _): return call(function, parts[0])
    case .call2(let function, _, _):
      return AtomicForm(atom: number(.call2(function, parts[0], parts[1])))
    case .running, .comparison, .choice, .series: return nil
    }
  }

  private mutating func product(_ a: AtomicForm, _ b: AtomicForm) -> AtomicForm? {
    work -= a.terms.count * b.terms.count
    return work > 0 ? a.multiplied(by: b) : nil
  }

  /// 1/u: the reciprocals of a product's factors, or an atom.
  private mutating func inverse(of form: AtomicForm) -> AtomicForm? {
    guard let (coefficient, monomial) = form.single else {
      return form.isZero ? nil : AtomicForm(atom: number(.divisor(form)), power: -1)
    }
    var result = AtomicForm()
    let reciprocal = 1 / coefficient
    if reciprocal.isFinite, (-1.0).addingProduct(reciprocal, coefficient) == 0 {
      result.terms[monomial.mapValues { -$0 }] = reciprocal
      return result
    }
    let atom = number(.divisor(AtomicForm(number: abs(coefficient))))
    var powers = monomial.mapValues { -$0 }
    powers[atom] = -1
    result.terms[powers] = coefficient < 0 ? -1 : 1
    return result
  }

  private mutating func power(_ base: AtomicForm, _ exponent: AtomicForm) -> AtomicForm? {
    let constant = exponent.single.flatMap { $0.monomial.isEmpty ? $0.coefficient : nil }
    let whole = exponent.isZero ? 0 : constant
    guard let whole, whole == whole.rounded(), abs(whole) <= 8 else {
      return AtomicForm(atom: number(.power(base, exponent)))
    }
    guard let factor = whole < 0 ? inverse(of: base) : base else { return nil }
    var result = AtomicForm(number: 1)
    for _ in 0..<Int(abs(whole)) {
      guard let next = product(result, factor) else { return nil }
      result = next
    }
    return result
  }

  private mutating func call(_ function: Function, _ argument: AtomicForm) -> AtomicForm {
    let isTurned = argument.leadsWithMinus
    if isTurned && Self.odd.contains(function) {
      return AtomicForm(atom: number(.call(function, argument.negated))).negated
    }
    let inner = isTurned && Self.even.contains(function) ? argument.negated : argument
    return AtomicForm(atom: number(.call(function, inner)))
  }
}
