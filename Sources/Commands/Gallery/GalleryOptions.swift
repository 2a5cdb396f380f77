import ArgumentParser
import Plotting

/// What `gallery` is asked for.
struct GalleryOptions: CommandWords {
  var folder = ""
  var output = "site"
  var jobs: JobCount?
  var isCheck = false
  var shard: Shard?
  var isQuiet = false

  static let configuration = CommandConfiguration(
    commandName: CommandName.gallery.rawValue,
    abstract: "Make a site of all figure files in a folder; only what changed is made.",
    usage: "mvplot gallery FOLDER -o OUT [options]")
  static let example: String? = "mvplot gallery figures -o site"
  static let parameters: [Parameter<GalleryOptions>] = [
    .argument("folder", \.folder, help: "The folder of the figure files."),
    .option(
      "output", \.output, placeholder: "OUT", help: "The folder of the site; made where missing."),
    .option(
      "jobs", \.jobs,
      help: "How many figures are made at the same time; one for each processor by default."),
    .flag(
      "check", \.isCheck, help: "Write nothing; fail where the site is not that of the folder."),
    .option(
      "shard", \.shard,
      help: "Make only each n-th figure, from the i-th; a run without it writes the index."),
    .flag("quiet", \.isQuiet, help: "Print nothing but errors."),
  ]
}

/// How many figures are made at the same time.
struct JobCount: ParameterValue, Hashable {
  let count: Int

  static var placeholder: String { "N" }
  var parameterText: String { String(count) }

  init(parameterText text: String) throws(ParameterError) {
    guard let count = Int(text), (1...Workers.limit).contains(count) else {
      throw ParameterError(wanted: "a whole number from 1 to \(Workers.limit)")
    }
    self.count = count
  }
}

/// A share of the figures: the `index`-th of `count` hands of cards.
struct Shard: ParameterValue, Hashable {
  let index: Int
  let count: Int

  static var placeholder: String { "I/N" }
  var parameterText: String { "\(index)/\(count)" }

  init(parameterText text: String) throws(ParameterError) {
    let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let index = numbers[0], let count = numbers[1], count >= 1,
      (1...count).contains(index)
    else { throw ParameterError(wanted: "I/N with I from 1 to N, as in 2/8") }
    self.index = index
    self.count = count
  }

  /// The items of this share.
  func share<Item>(of items: [Item]) -> [Item] {
    stride(from: index - 1, to: items.count, by: count).map { items[$0] }
  }
}
