extension SVGFinisher {
  /// Writes path data with absolute commands, numbers rounded to a hundredth, and no blank where a
  /// letter or a minus sign divides.
  ///
  /// Cairo moves to the start once more after closing; a move that nothing follows is taken back.
  mutating func appendPath(_ value: Range<Int>, of input: [UInt8]) {
    var position = value.lowerBound
    var idleMove: Int?
    while position < value.upperBound {
      let letter = input[position]
      position += 1
      guard letter > 0x20 else { continue }
      if letter == UInt8(ascii: "M") {
        if let start = idleMove { output.removeSubrange(start...) }
        idleMove = output.count
      } else {
        idleMove = nil
      }
      output.append(letter)
      appendCoordinates(from: &position, before: value.upperBound, of: input)
    }
    if let start = idleMove { output.removeSubrange(start...) }
  }

  /// Writes the numbers after a command.
  private mutating func appendCoordinates(
    from position: inout Int, before end: Int, of input: [UInt8]
  ) {
    var isFirst = true
    while position < end {
      while position < end, input[position] <= 0x20 || input[position] == UInt8(ascii: ",") {
        position += 1
      }
      guard
        let number = SVGNumber(reading: input, at: &position, before: end, to: .hundredths)
      else { return }
      if !isFirst, number.value >= 0 { append(" ") }
      append(number)
      isFirst = false
    }
  }
}
