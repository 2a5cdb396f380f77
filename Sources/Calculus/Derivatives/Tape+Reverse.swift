extension Tape {
  /// The derivatives of one result by everything it was computed from, from known values.
  ///
  /// One sweep from the end to the start (Linnainmaa 1970; the cheap gradient: Baur & Strassen
  /// 1983): v̄ of an operand grows by v̄ of the operation times its partial derivative. What no
  /// result depends on, such as the branch that was not chosen, is not visited at all, so that an
  /// infinite slope there does no harm.
  func reverse<S: Scalar>(
    from output: Int32, _ values: UnsafeMutableBufferPointer<S>,
    into adjoints: UnsafeMutableBufferPointer<S>
  ) {
    precondition(values.count == count && adjoints.count == count)
    for place in adjoints.indices { adjoints[place] = S(0) }
    adjoints[Int(output)] = S(1)
    guard Int(output) >= inputCount else { return }
    operations.withUnsafeBufferPointer { operations in
      a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in
          for place in stride(from: Int(output), through: inputCount, by: -1) {
            let adjoint = adjoints[place]
            if adjoint.isZero { continue }
            let (x, y) = (Int(a[place]), Int(b[place]))
            switch operations[place] {
            case .input, .number, .constant: break
            case .add:
              adjoints[x] = adjoints[x] + adjoint
              adjoints[y] = adjoints[y] + adjoint
            case .subtract:
              adjoints[x] = adjoints[x] + adjoint
              adjoints[y] = adjoints[y] - adjoint
            case .multiply:
              let (left, right) = (values[x], values[y])
              adjoints[x] = adjoints[x] + adjoint * right
              adjoints[y] = adjoints[y] + adjoint * left
            case .wholePower:
              adjoints[x] = adjoints[x] + adjoint * values[x].slope(ofWholePower: c[place])
            default: reverseRare(place, adjoint, values, adjoints)
            }
          }
        }
      }
    }
  }

  private func reverseRare<S: Scalar>(
    _ place: Int, _ adjoint: S, _ values: UnsafeMutableBufferPointer<S>,
    _ adjoints: UnsafeMutableBufferPointer<S>
  ) {
    let (x, y) = (Int(a[place]), Int(b[place]))
    func add(_ change: S, to place: Int) { adjoints[place] = adjoints[place] + change }
    switch operations[place] {
    case .negate: adjoints[x] = adjoints[x] - adjoint
    case .divide:
      let share = adjoint / values[y]
      add(share, to: x)
      adjoints[y] = adjoints[y] - share * values[place]
    case .power:
      if !isLiteral(Int32(x)) {
        let lowered = values[x].raised(to: values[y] - S(1))
        add(adjoint * (values[y] * lowered), to: x)
      }
      if !isLiteral(Int32(y)) {
        add(adjoint * (values[place] * values[x].applied(.ln)), to: y)
      }
    case .call:
      add(adjoint * function(at: place).slope(at: values[x], value: values[place]), to: x)
    case .call2:
      let (first, second) = function(at: place).slopes(
        at: values[x], values[y], value: values[place])
      add(adjoint * first, to: x)
      add(adjoint * second, to: y)
    case .choose:
      let zero = S(0)
      add(values[x].choosing(adjoint, zero), to: y)
      add(values[x].choosing(zero, adjoint), to: Int(c[place]))
    default: break  // a comparison is constant in pieces
    }
  }
}
