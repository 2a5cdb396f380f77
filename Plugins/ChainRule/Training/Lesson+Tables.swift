import Plotting

extension Lesson {
  /// The first columns of a table are inputs, the next ones outputs, or the next one is a class.
  static func table(_ file: String, sizes: [Int]) throws(FigureError) -> Lesson {
    let (before, after) = (sizes[0], sizes[sizes.count - 1])
    if file.hasPrefix(PointCloud.prefix) {
      return try cloud(named: String(file.dropFirst(PointCloud.prefix.count)), sizes: sizes)
    }
    let data = try DataFile(path: file)
    let hasClass = before > 1 && after > 1 && data.columns.count == before + 1
    let width = hasClass ? 1 : after
    guard data.columns.count >= before + width else {
      throw .input(
        "\(data.name) has \(Wording.count(data.columns.count, "column")), and the layers want "
          + "\(before) and \(after)", hint: "inputs come first, then outputs: t,x,y for 1-6-7-2")
    }
    let used = Array(data.columns.prefix(before + width))
    let rows = try data.table(keeping: used).rows(using: used)
    guard (2...mostExamples).contains(rows.count) else {
      throw .input(
        "\(data.name) has \(Wording.count(rows.count, "usable row"))",
        hint: rows.notice ?? "give 2 to \(mostExamples) rows")
    }
    let columns = used.map { rows.columns[$0] ?? [] }
    var lesson = Lesson(
      inputs: (0..<rows.count).map { row in columns.prefix(before).map { $0[row] } },
      targets: (0..<rows.count).map { row in columns.dropFirst(before).map { $0[row] } },
      inputNames: Array(used.prefix(before)), outputNames: Array(used.dropFirst(before)),
      words: "the table \(data.name)")
    lesson.notices = rows.notice.map { [$0] } ?? []
    if hasClass {
      try lesson.spreadClass(over: after, file: data.name)
    } else if before > 1 {
      lesson.findClasses()
    }
    return lesson
  }

  /// Turns a column of classes into an output for each: 1 for its own, 0 for the others.
  private mutating func spreadClass(over count: Int, file: String) throws(FigureError) {
    let column = outputNames[0]
    let classes = Set(targets.map { $0[0] }).sorted()
    guard classes.count <= count else {
      throw .input(
        "column \(column.quoted) of \(file) has \(classes.count) classes for "
          + Wording.count(count, "output"),
        hint: "end the layers with \(min(classes.count, 1000))")
    }
    labels = targets.map { target in classes.firstIndex(of: target[0]) ?? 0 }
    targets = labels.map { label in (0..<count).map { $0 == label ? 1 : 0 } }
    classNames = classes.map { "\(column) = \(Wording.text($0))" }
    outputNames = (0..<count).map { $0 < classes.count ? classNames[$0] : "none" }
  }

  /// A cloud of points that is always at hand.
  private static func cloud(named name: String, sizes: [Int]) throws(FigureError) -> Lesson {
    guard let cloud = PointCloud(rawValue: name) else {
      let near = Suggestions.near(name, among: PointCloud.allCases.map(\.rawValue))
        .map { PointCloud.prefix + $0 }
      throw .input(
        near.isEmpty
          ? "no sample is called \(name.quoted)"
          : "no sample is called \(name.quoted); did you mean \(near.enumeration)?",
        hint: "there are \(PointCloud.listing)")
    }
    guard sizes[0] == 2 else {
      throw .input(
        "\(PointCloud.prefix)\(name) has two inputs, not \(sizes[0])",
        hint: "begin the layers with 2, as in 2-8-1")
    }
    return try self.cloud(cloud, outputs: sizes[sizes.count - 1])
  }

  static func cloud(_ cloud: PointCloud, outputs: Int) throws(FigureError) -> Lesson {
    let classes = max(outputs, 2)
    guard cloud == .groups ? classes <= mostClasses : classes == 2 else {
      throw .input(
        "\(PointCloud.prefix)\(cloud.rawValue) has at most "
          + "\(cloud == .groups ? mostClasses : 2) classes, not \(classes)",
        hint: "end the layers with \(cloud == .groups ? "fewer neurons" : "1 or 2")")
    }
    let points = cloud.points(classes: classes)
    var lesson = Lesson(
      inputs: points.map { [$0.at.x, $0.at.y] },
      targets: points.map { point in
        outputs == 1
          ? [Double(point.label)] : (0..<outputs).map { $0 == point.label ? 1 : 0 }
      },
      inputNames: ["x", "y"], outputNames: outputs == 1 ? ["class"] : [], words: "")
    lesson.words = "the classes of \(PointCloud.prefix)\(cloud.rawValue)"
    lesson.labels = points.map(\.label)
    lesson.classNames = (0..<classes).map { "class \($0 + 1)" }
    if outputs > 1 { lesson.outputNames = lesson.classNames }
    return lesson
  }
}
