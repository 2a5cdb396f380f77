extension Pen {
  /// The line on the page: dashes say what the line is.
  var style: LineStyle {
    switch dash {
    case .solid: LineStyle(width: width)
    case .model: LineStyle(width: width, dash: width < 2.5 ? [8, 6] : [12, 7])
    case .negative: LineStyle(width: width, dash: [9, 5])
    case .critical: LineStyle(width: width, dash: [2, 5])
    case .drop: LineStyle(width: width, dash: [3, 5])
    }
  }
}
