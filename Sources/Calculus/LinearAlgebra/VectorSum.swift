/// Sums over parts of vectors, in several chains so that they run at the width of the machine.
enum VectorSum {
  /// The scalar product of two vectors of one length.
  static func dot(_ a: ArraySlice<Double>, _ b: ArraySlice<Double>) -> Double {
    let count = min(a.count, b.count)
    return a.withUnsafeBufferPointer { a -> Double in
      b.withUnsafeBufferPointer { b -> Double in
        guard let a = a.baseAddress, let b = b.baseAddress else { return 0 }
        var sums = SIMD4<Double>.zero
        var k = 0
        while k + 4 <= count {
          let (left, right) = (
            SIMD4(a[k], a[k + 1], a[k + 2], a[k + 3]), SIMD4(b[k], b[k + 1], b[k + 2], b[k + 3])
          )
          sums += left * right
          k += 4
        }
        var total = sums.sum()
        while k < count {
          total += a[k] * b[k]
          k += 1
        }
        return total
      }
    }
  }

  /// |v| without overflow.
  static func length(_ vector: ArraySlice<Double>) -> Double {
    let square = dot(vector, vector)
    if square > 1e-280 && square < 1e280 { return square.squareRoot() }
    let largest = vector.reduce(0) { max($0, abs($1)) }
    guard largest > 0, largest.isFinite else { return largest }
    return largest * vector.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot()
  }
}
