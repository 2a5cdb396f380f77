import Plotting

/// A vector field of x and y in its window.
struct PlaneField {
  /// The two components.
  let components: [Expression]
  let window: Box

  /// The field of two expressions in x and y, in the window of `setting` or else −3 to 3 squared.
  ///
  /// - Throws: what is wrong with an expression, or that a constant is called x or y.
  init(_ sources: [String], in setting: Setting) throws(FigureError) {
    components = try sources.map { source throws(FigureError) in
      try setting.expression(source, in: ["x", "y"])
    }
    let (x, y) = (setting.xRange ?? -3...3, setting.yRange ?? -3...3)
    window = Box(
      minX: x.lowerBound, minY: y.lowerBound, maxX: x.upperBound, maxY: y.upperBound)
  }

  /// The field as plain text, unless it is too long to be read.
  var text: String { "(\(Wording.text(components[0])), \(Wording.text(components[1])))" }

  /// F(x, y) = (P, Q) where it is short enough to be read.
  var formula: [String]? {
    LevelMap.vector(components, of: "F(x, y)")
  }
}
