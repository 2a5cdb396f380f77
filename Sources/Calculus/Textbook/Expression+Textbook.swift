extension Expression {
  /// The expression as a textbook would leave it after a calculation: like terms collected, common
  /// factors before brackets, fractions reduced, negative exponents under a line.
  ///
  ///     try Expression("x^2/4", variables: ["x"]).derivative(by: "x").textbook.tex   // \frac{x}{2}
  ///
  /// It is meant to be read: equal to the expression wherever both are defined, but factors that
  /// cancel may have been undefined somewhere, and rounding differs. An expression too long to be
  /// read comes back as it is.
  public var textbook: Expression {
    do {
      let form = try TextbookReader.form(of: self)
      var writer = TextbookWriter()
      let root = writer.term(form)
      return Expression(writer.graph, root, variables: variables)
    } catch {
      return self
    }
  }
}
