import Plotting

/// A histogram with a density fitted to it: where both agree, and where one stands alone.
///
///     var figure = Histogram()
///     figure.data = "heights.csv"
///     figure.bins = .width(2.5)
public struct Histogram: Figure {
  /// The word on the command line.
  public static let name = "histogram"
  /// What it draws.
  public static let summary = "A histogram and a density fitted to it."

  /// A CSV file, or `sample:NAME`; a built-in sample where nothing is given.
  public var data: String?
  /// The column of values.
  public var column: String?
  /// A column that says how often each value counts.
  public var counts: String?
  /// How the values are divided.
  public var bins: BinRule?
  /// The density, an expression in x; a normal one where it is left out.
  public var model: String?
  /// Where the search for its parameters starts.
  public var start: NamedPoint?

  /// The figure with its defaults.
  public init() {}

  /// The parameters.
  public static var parameters: [Parameter<Histogram>] {
    [
      .argument("data", \.data, help: FitRequest.dataHelp),
      .option("column", \.column, placeholder: "COLUMN", help: "The column of values."),
      .option(
        "counts", \.counts, placeholder: "COLUMN", help: "How often each value counts."),
      .option("bins", \.bins, help: "How many bins, or how wide: 20, 2.5 or width=2."),
      .option(
        "model", \.model, placeholder: "EXPR",
        help: "The density in x; names besides are parameters; a normal one by default."),
      .option("start", \.start, placeholder: "a=1,b=2", help: FitRequest.startHelp),
    ]
  }

  /// Worked examples.
  public static let examples = [
    Example(
      "The heights of three hundred people and the normal density.",
      ["sample:people", "--column", "height", "--bins", "2.5"]),
    Example(
      "Counts that were binned before, each value as often as it is said.",
      ["sample:heights", "--column", "height (cm)", "--counts", "count", "--bins", "width=2"]),
    Example(
      "A skew density, fitted from a start.",
      [
        "sample:trees", "--column", "volume", "--bins", "8", "--model",
        "exp(-(ln(x) - m)^2/(2s^2))/(x s sqrt(2pi))", "--start", "m=3,s=0.5",
      ]),
  ]

  /// Counts, fits, and says what is drawn.
  public func compose(in setting: Setting) throws(FigureError) -> Composition {
    let file = try Samples.file(data ?? Samples.prefix + Samples.people.name)
    let names = ColumnNames(of: file)
    let table = try file.table()
    let chosen = try choice(names, file, table)
    let weights: String? =
      if let counts { names.header(of: try names.name(counts, in: file)) } else { nil }
    let rows = try table.rows(using: [chosen] + [weights].compactMap(\.self))
    guard let values = rows.columns[chosen], !values.isEmpty else {
      throw .input(
        "\(file.name) has no row with numbers in \(chosen)", hint: rows.notice ?? "")
    }
    let weight = weights.flatMap { rows.columns[$0] }
    if let place = weight?.firstIndex(where: { $0 < 0 }) {
      throw .input(
        "\(file.name), line \(rows.lines[place]): a count is not negative", hint: "")
    }
    guard weight.map({ $0.contains { $0 > 0 } }) ?? true else {
      throw .input("\(file.name): all counts are 0", hint: "")
    }
    let bins = try HistogramBins(values, weights: weight, rule: bins, name: chosen)
    var problem = try fitted(bins, file.name, chosen, setting)
    problem.notices += [rows.notice].compactMap(\.self)
    if data == nil {
      problem.notices.insert("no data given: this is sample:\(Samples.people.name)", at: 0)
    }
    return HistogramPage(
      problem, bins: bins, column: chosen, file: file.name, in: setting
    ).composition
  }

  /// The header of the column: the one that is given, or the only one with numbers.
  private func choice(
    _ names: ColumnNames, _ file: DataFile, _ table: DataTable
  ) throws(FigureError) -> String {
    if let column { return names.header(of: try names.name(column, in: file)) }
    guard table.count > 0 else {
      throw .input("\(file.name) has no rows under its header", hint: "rows follow the header")
    }
    let taken = try counts.map { text throws(FigureError) in try names.name(text, in: file) }
    let open = names.names.filter { name in
      name != taken && table[names.header(of: name)]?.contains { !$0.isNaN } == true
    }
    guard open.count == 1 else {
      throw .input(
        open.isEmpty
          ? "\(file.name) has no column of numbers"
          : "\(file.name): which column: \(open.enumeration)?",
        hint: open.isEmpty
          ? "its columns are \(file.listing)" : "say --column \(open[0].shellQuoted)")
    }
    return names.header(of: open[0])
  }

  /// The fit of the density to the heights of the bars at the centres of the bins.
  private func fitted(
    _ bins: HistogramBins, _ file: String, _ column: String, _ setting: Setting
  ) throws(FigureError) -> FitProblem {
    var text = "x,density\n"
    for (centre, density) in zip(bins.centres, bins.densities) {
      text += "\(centre),\(density)\n"
    }
    var request = FitRequest()
    request.data = file
    request.x = "x"
    request.y = "density"
    request.start = start
    request.model = model ?? "exp(-(x - mu)^2/(2 sigma^2))/(sigma sqrt(2pi))"
    if model == nil, start == nil {
      request.start = NamedPoint(names: ["mu", "sigma"], values: [bins.mean, bins.deviation])
    }
    return try FitProblem(
      request, table: try DataFile(text: text, name: "the histogram of \(column)"), in: setting)
  }
}
