/// The sizes of type on a page, in u.
struct TypeScale: Hashable, Sendable {
  /// The title of the figure.
  var title: Double
  /// A formula that is the only thing to be read.
  var headline: Double
  /// Formulas of the column.
  var formula: Double
  /// The names of the axes.
  var axisName: Double
  /// Lines of results.
  var result: Double
  /// Rows of tables.
  var body: Double
  /// Names of points.
  var direct: Double
  /// Numbers of the axes.
  var tick: Double
  /// Labels of curves and bars, heads of tables.
  var small: Double
  /// Remarks.
  var remark: Double
  /// Rows of the key.
  var key: Double

  /// No text may be smaller: 19 px at 1080 lines, 7 pt on paper.
  var least: Double

  /// No text of the column is smaller, unless it would be cut otherwise.
  static let floor = 20.0

  /// For slides, their halves and squares.
  static let slide = TypeScale(
    title: 34, headline: 44, formula: 28, axisName: 26, result: 26, body: 23, direct: 24, tick: 22,
    small: 20, remark: 24, key: 22, least: 16)

  /// For paper with the sizes of a slide: nothing is smaller than on other paper.
  static let slideOnPaper: TypeScale = {
    var scale = slide
    scale.least = print.least
    return scale
  }()

  /// For screens of 4 : 3, whose column is narrow.
  static let narrow = TypeScale(
    title: 32, headline: 34, formula: 27, axisName: 26, result: 26, body: 23, direct: 24, tick: 22,
    small: 20, remark: 23, key: 21, least: 16)

  /// For paper, where 1 u is 0.36 pt: tick labels are of 8 pt, labels of curves of 7.2 pt.
  static let print = TypeScale(
    title: 30.6, headline: 34, formula: 26.4, axisName: 26.1, result: 24, body: 23.6,
    direct: 24.2, tick: 22.2, small: 20, remark: 22, key: 22, least: 19.5)
}
