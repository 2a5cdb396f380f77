/// Reads an expression: operator precedence with binding powers (Pratt 1973), on a stack of its own.
///
/// A pending operator waits on the stack until an operator that binds less tightly comes; brackets
/// and calls wait until they are closed. The stack lives on the heap, so no depth of nesting can
/// exhaust the call stack. The readings on which systems differ:
/// - an implied product binds like a written one: `1/2x` is (1/2)·x, `x^2y` is x²·y;
/// - a function without brackets takes the implied product that follows it, up to the next function:
///   `sin 2x cos x` is sin(2x)·cos(x), and `sin x/2` is sin(x)/2;
/// - a minus binds less tightly than a power: `-x^2` is −(x²); powers associate to the right;
/// - an unknown name falls apart into known ones: `xy` is x·y, `2pix` is 2·π·x.
struct Parser {
  /// An operand with what may be done with it.
  struct Operand {
    var term: Term
    /// Whether it is the truth of a comparison, which only `if` takes.
    var isCondition = false
    /// The right side of the last comparison, for chains like 0 < x < 1.
    var compared: Term?
  }

  /// What waits on the stack.
  enum Frame {
    case infix(Operand, String, at: Int)
    case minus(at: Int)
    case root(Function)
    case bare(Function, exponent: Double?)
    case group(open: String, at: Int)
    case bars(at: Int)
    case call(Call)
  }

  /// A call whose closing bracket has not come yet.
  struct Call {
    enum Callee: Hashable { case function(Function), choice, series }
    let callee: Callee
    let name: String
    let exponent: Double?
    let open: String
    let openedAt: Int
    var arguments: [Operand] = []
    /// The running variable of a series, the last one opened being the innermost.
    var running: String?
  }

  /// The greatest number of operations that an expression may have.
  static let sizeLimit = 100_000

  var graph = ExpressionGraph()
  var frames: [Frame] = []
  private var lexer: Lexer
  private var pending: [Token] = []
  private(set) var current: Token
  let variables: [String: Int32]
  let constants: [String: Double]
  /// Whether one equals sign may stand outside all brackets.
  let readsEquation: Bool
  /// The running variables of the sums around the current place.
  var scopes: [String] = []
  /// Whether the token before the current one was a number: two side by side are a slip.
  private(set) var lastWasNumber = false

  init(
    _ source: String, variables: [String], constants: [String: Double],
    readsEquation: Bool = false
  ) throws(ParseError) {
    self.readsEquation = readsEquation
    lexer = Lexer(source)
    current = try lexer.next()
    var indices: [String: Int32] = [:]
    for (index, name) in variables.enumerated() { indices[name] = Int32(index) }
    self.variables = indices
    self.constants = constants
  }

  /// The graph of the expression and the place of its value; an equation is a comparison there.
  mutating func parse() throws(ParseError) -> Term {
    if current.kind == .end { throw ParseError(.empty, at: 0) }
    while true {
      var operand = try parseOperand()
      following: while true {
        if graph.nodes.count > Self.sizeLimit {
          throw ParseError(.tooLarge(limit: Self.sizeLimit), at: current.position)
        }
        switch try parseAfter(operand) {
        case .operand(let next): operand = next
        case .wantsOperand: break following
        case .done(let result):
          if result.isCondition && !readsEquation {
            throw ParseError(.unexpectedComparison("a comparison"), at: 0)
          }
          return result.term
        }
      }
    }
  }

  /// What came of the token after an operand.
  enum Continuation {
    case operand(Operand)
    case wantsOperand
    case done(Operand)
  }

  @discardableResult
  mutating func advance() throws(ParseError) -> Token {
    let token = current
    if case .number = token.kind { lastWasNumber = true } else { lastWasNumber = false }
    if let next = pending.popLast() { current = next } else { current = try lexer.next() }
    return token
  }

  /// Puts the parts of a name that fell apart in the place of the current token.
  mutating func replaceCurrent(with tokens: [Token]) {
    for token in tokens.dropFirst().reversed() { pending.append(token) }
    if let first = tokens.first { current = first }
  }

  /// Whether the current token is the given sign.
  func isAt(_ symbol: String) -> Bool { current.kind == .symbol(symbol) }
}
