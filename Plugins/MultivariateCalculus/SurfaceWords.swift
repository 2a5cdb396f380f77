import Plotting

/// What a surface is, in the margin column, in words and in numbers.
struct SurfaceWords {
  private let picture: SurfacePicture
  private let lifted: LiftedMarks
  private let plane: TangentPlaneWords?

  init(_ picture: SurfacePicture, _ lifted: LiftedMarks) {
    self.picture = picture
    self.lifted = lifted
    plane = picture.plane.map { TangentPlaneWords($0) }
  }

  private var function: PlaneFunction { picture.function }
  private var name: String { function.name ?? Wording.text(function.expression) }

  // MARK: In the figure

  /// The title over the panel.
  var title: String {
    if let title = picture.setting.title { return title }
    if plane != nil { return "The tangent plane" }
    if let name = function.name { return "The surface of \(name)" }
    let tex = function.expression.tex
    return tex.count <= 60 ? "The surface $z = \(tex)$" : "The surface $z = f(x, y)$"
  }

  /// The line under it.
  var subtitle: String? {
    guard let plane, picture.plane?.exists == true else { return nil }
    return "$" + plane.terms.joined() + "$"
  }

  /// The title of the file.
  var plainTitle: String? {
    if picture.setting.title != nil { return nil }
    return plane == nil ? "The surface z = \(name)" : "The tangent plane of z = \(name)"
  }

  /// Title and formula.
  var heading: [ColumnBlock] {
    let title =
      picture.setting.title
      ?? (plane == nil ? "The surface $z = f(x, y)$" : "The tangent plane")
    return [.title(title), function.formula(of: "f(x, y)")]
  }

  /// What to see.
  var remarks: [ColumnBlock] {
    var remarks: [ColumnBlock] = []
    if let remark = plane?.remark { remarks.append(.remark(remark)) }
    if let levels = picture.levels {
      let values = Array(Set(levels.curves.map(\.level))).sorted()
      if values.count > 1 {
        let list = Wording.list(values) { "$\(Wording.tex($0, digits: 6))$" }
        remarks.append(.remark("level curves at \(list), on the surface and below it"))
      }
    }
    if picture.mesh.leavesHeights {
      remarks.append(.remark("cut off where it leaves the box"))
    }
    return remarks
  }

  // MARK: In words

  /// The alt text.
  var description: String {
    var words = "Surface z = \(name) over \(Wording.text(function.window))."
    if function.values.isEmpty {
      return words + " The function is undefined in the whole window." + lifted.description
        + (plane?.description ?? "")
    }
    if function.isConstant {
      words += " The function is constant: \(Wording.text(function.values[0])), a level plane."
    } else {
      words +=
        " Values from \(Wording.text(function.values[0])) to "
        + "\(Wording.text(function.values[function.values.count - 1])) on a lattice of the window."
    }
    let (low, high) = (picture.frame.heights.lowerBound, picture.frame.heights.upperBound)
    words += " The box is from z = \(Wording.text(low)) to \(Wording.text(high))"
    words += picture.mesh.leavesHeights ? "; the surface is cut off where it leaves it." : "."
    if function.isUndefinedInPart { words += " Undefined in a part of the window." }
    if picture.mesh.jumps > 0 { words += " Open where the function jumps." }
    if picture.mesh.isTooCoarse { words += " It varies faster than the mesh can show." }
    let view = picture.frame.view
    words +=
      " Seen from azimuth \(Wording.text(view.azimuth))° and elevation "
      + "\(Wording.text(view.elevation))°."
    return words + lifted.description + (plane?.description ?? "")
  }

  /// What the terminal should say.
  var notices: [String] {
    var notices: [String] = []
    if function.values.isEmpty {
      notices.append("the function is undefined in the whole window")
    } else if picture.mesh.isEmpty {
      notices.append("no part of the surface can be drawn")
    }
    if picture.mesh.isTooCoarse {
      notices.append("the function varies faster than the mesh: what is drawn is not the surface")
    }
    if picture.mesh.isCutShort {
      notices.append("the work allowed for a figure ran out: borders are drawn coarsely")
    }
    if let levels = picture.levels, !levels.unresolved.isEmpty {
      notices.append(
        "level curves are not settled at \(Wording.count(levels.unresolved.count, "place"))")
    }
    return notices + lifted.notices + (plane?.notices ?? [])
  }

  /// The numbers.
  var results: JSONValue {
    let heights = picture.frame.heights
    let view = picture.frame.view
    return .object([
      ("tangentPlane", plane?.json ?? .null),
      (
        "window",
        .object([
          ("x", JSONValue([function.window.minX, function.window.maxX])),
          ("y", JSONValue([function.window.minY, function.window.maxY])),
        ])
      ),
      ("zRange", JSONValue([heights.lowerBound, heights.upperBound])),
      ("isCutOff", .bool(picture.mesh.leavesHeights)),
      (
        "view",
        .object([("azimuth", .number(view.azimuth)), ("elevation", .number(view.elevation))])
      ),
      ("levels", JSONValue(Array(Set(picture.levels?.curves.map(\.level) ?? [])).sorted())),
      ("points", lifted.json),
    ])
  }
}
