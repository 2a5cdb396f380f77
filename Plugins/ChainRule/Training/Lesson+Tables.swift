import Plotting

extension Lesson {
  /// The first columns of a table are inputs, the next ones outputs, or the next one is a class.
  static func table(_ file: String, sizes: [Int]) throws(FigureError) -> Lesson {
    let (before, after) = (sizes[0], sizes[sizes.count - 1])
    if file.hasPrefix(PointCloud.prefix) {
      return try cloud(named: String(file.dropFirst(PointCloud.prefix.count)), sizes: sizes)
    }
    return try table(in: try DataFile(path: file), before, after)
  }

  /// The examples of a table with so many inputs and outputs.
  static func table(
    in data: DataFile, _ before: Int, _ after: Int
  ) throws(FigureError) -> Lesson {
    // A single column after the inputs may name classes, in words or, of several, in numbers.
    let mayName = data.columns.count == before + 1
    let width = mayName ? 1 : after
    guard data.columns.count >= before + width else { throw tooNarrow(data, before, after) }
    let used = Array(data.columns.prefix(before + width))
    let table = try data.table(keeping: used, classesIn: mayName ? used[before] : nil)
    let words = table.classNames
    guard !words.isEmpty || width == after || before > 1 else {
      throw tooNarrow(data, before, after)
    }
    if let mixture = table.classMixture, after > 1 {
      throw .input(
        "column \(used[before].quoted) of \(data.name) mixes words and numbers: \(mixture)",
        hint: "name all classes in words, or number them all")
    }
    let rows = try table.rows(using: used)
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
    if mayName, after > 1 || !words.isEmpty {
      try lesson.spreadClass(named: words, over: after, file: data.name)
    } else if before > 1 {
      lesson.findClasses()
    }
    return lesson
  }

  private static func tooNarrow(_ data: DataFile, _ before: Int, _ after: Int) -> FigureError {
    .input(
      "\(data.name) has \(Wording.count(data.columns.count, "column")), and the layers want "
        + "\(before) and \(after)", hint: "inputs come first, then outputs: t,x,y for 1-6-7-2")
  }

  /// Turns a column of classes into an output for each, 1 for its own and 0 for the others; two
  /// classes may share one output.
  private mutating func spreadClass(
    named words: [String], over count: Int, file: String
  ) throws(FigureError) {
    let column = outputNames[0]
    let classes = Set(targets.map { $0[0] }).sorted()
    guard classes.count <= max(count, 2), classes.count > 1 || words.isEmpty else {
      let few = classes.count < 2
      throw .input(
        "column \(column.quoted) of \(file) has \(classes.count) \(few ? "class" : "classes") for "
          + Wording.count(count, "output"),
        hint: few
          ? "give examples of two classes at least"
          : "end the layers with \(min(classes.count, 1000))")
    }
    labels = targets.map { target in classes.firstIndex(of: target[0]) ?? 0 }
    classNames = classes.map { value in
      words.isEmpty ? "\(column) = \(Wording.text(value))" : Self.shortened(words[Int(value)])
    }
    guard count > 1 else {
      targets = labels.map { [Double($0)] }
      return
    }
    targets = labels.map { label in (0..<count).map { $0 == label ? 1 : 0 } }
    outputNames = (0..<count).map { $0 < classes.count ? classNames[$0] : "none" }
  }

  /// A word that fits into the key.
  private static func shortened(_ word: String) -> String {
    word.count > 24 ? word.prefix(23) + "…" : word
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
