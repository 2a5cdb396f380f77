// Contrast after WCAG 2.1, and colours moved until text in them can be read.

extension Colour {
  /// The relative luminance of WCAG 2.1: 0 is black, 1 is white.
  public var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  /// The contrast ratio of WCAG 2.1 between two opaque colours: from 1 to 21.
  public func contrast(to other: Colour) -> Double {
    let pair = [luminance, other.luminance].sorted()
    return (pair[1] + 0.05) / (pair[0] + 0.05)
  }

  /// The nearest colour of the same hue whose contrast to `background` is at least `ratio`.
  ///
  /// Only the lightness of OKLab moves, away from that of the background; where even black or white
  /// does not reach `ratio`, the result is that extreme.
  public func readable(on background: Colour, atLeast ratio: Double = 4.6) -> Colour {
    guard contrast(to: background) < ratio else { return self }
    let lab = OKLab(self)
    let goal = background.luminance > 0.18 ? 0.0 : 1.0
    var near = lab.lightness
    var far = goal
    func colour(_ lightness: Double) -> Colour {
      var moved = lab
      moved.lightness = lightness
      if lightness == goal { (moved.a, moved.b) = (0, 0) }
      return Colour(moved).roundedToBytes
    }
    // Thirty halvings settle the lightness far below a step of an eight-bit component.
    for _ in 0..<30 {
      let middle = (near + far) / 2
      if colour(middle).contrast(to: background) < ratio { near = middle } else { far = middle }
    }
    return colour(far)
  }

  /// The colour as eight bits a component can say it.
  var roundedToBytes: Colour {
    Colour(
      red: (red * 255).rounded() / 255, green: (green * 255).rounded() / 255,
      blue: (blue * 255).rounded() / 255, alpha: alpha)
  }
}
