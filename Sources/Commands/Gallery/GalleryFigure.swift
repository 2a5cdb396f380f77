import CVector
import Plotting

/// A figure of a gallery: its file, and its folder in the site.
struct GalleryFigure: Sendable {
  /// What became of it in a run.
  enum Outcome: Sendable {
    /// It was made, with remarks.
    case made(notices: [String])
    /// What is there is right.
    case unchanged
    /// What is there is not right, and nothing was to be written.
    case stale
    case failed(CommandFailure)
  }

  /// The path of the figure file.
  let path: FilePath
  /// The folder of the site, without a slash at its end.
  let site: String
  let settings: GallerySettings
  let catalogue: Catalogue

  /// What the page and the folder are called.
  var name: String { path.stem }
  /// The folder of its pictures.
  var folder: String { "\(site)/figures/\(name)" }

  /// Makes the figure if it changed, or says whether it did.
  func update(isCheck: Bool) -> Outcome {
    do throws(CommandFailure) {
      let file = try FigureFile.read(path, in: catalogue, settings)
      let input = try file.fingerprint
      if let stamp, stamp.input == input, isComplete(stamp),
        isCheck || stamp.build == ToolBuild.current
      {
        return .unchanged
      }
      guard !isCheck else { return .stale }
      return .made(notices: try make(file, file.kind, input: input))
    } catch {
      return .failed(error)
    }
  }

  /// What is known of the figure as it was made last.
  var stamp: GalleryStamp? { GalleryStamp.read(inFolder: folder) }

  private func isComplete(_ stamp: GalleryStamp) -> Bool {
    stamp.files.allSatisfy { name, hash in
      let bytes = try? FileReader.bytes(of: "\(folder)/\(name)", limit: 1 << 28)
      // The links to other figures come and go with these.
      let own = name == PictureName.page ? bytes.map { NeighbourLinks.page($0) } : bytes
      return own.map { ContentHash.of($0).text == hash } ?? false
    }
  }

  private func make<Kind: Figure>(
    _ file: FigureFile, _ kind: Kind.Type, input: String
  ) throws(CommandFailure) -> [String] {
    let request = try file.request(kind)
    let report = try file.located { () throws(CommandFailure) in try request.composed() }
    let pictures = try file.located { () throws(CommandFailure) in
      try GalleryPictures(report, request, shared: file.shared.byName["output"] ?? [])
    }
    let page = FigurePage(
      file, request, report, pictures, topic: file.heading(in: catalogue))
    var files = pictures.files
    files.append((PictureName.page, Array(page.html.utf8)))
    var stamp = GalleryStamp()
    stamp.input = input
    stamp.build = ToolBuild.current
    stamp.title = page.title
    stamp.alternative = report.composition.description
    stamp.width = page.width
    stamp.height = page.height
    stamp.files = files.map { ($0.name, ContentHash.of($0.bytes).text) }
    // The stamp comes last: a run that is cut short leaves none that is right.
    files.append((GalleryStamp.fileName, Array(stamp.text.utf8)))
    let names = Set(files.map(\.name))
    let leftOver = self.stamp?.ownFiles.filter { !names.contains($0) } ?? []
    try SiteFolder.make(folder)
    for file in files { try SiteFolder.write(file.bytes, to: "\(folder)/\(file.name)") }
    // What an earlier figure file asked for and this one does not.
    for name in leftOver { unlink("\(folder)/\(name)") }
    return pictures.notices
  }
}

/// Which build of the tool runs: its own file tells, for the version stays while it is worked on.
enum ToolBuild {
  static let current: String = {
    var status = stat()
    guard stat("/proc/self/exe", &status) == 0 else { return "unknown" }
    return "\(status.st_size)-\(status.st_mtim.tv_sec)-\(status.st_mtim.tv_nsec)"
  }()
}

extension FigureFile {
  /// The fingerprint of all that the figure is made of: the files, and the version of the tool.
  var fingerprint: String {
    get throws(CommandFailure) {
      var hash = ContentHash()
      hash.add(MVPlot.version)
      hash.addPart(source)
      hash.addPart(settings.source)
      for path in inputPaths {
        guard let bytes = try FileReader.bytes(of: path, limit: 1 << 28) else { continue }
        hash.add(path)
        hash.addPart(bytes)
      }
      return hash.text
    }
  }

  /// The files that the figure reads: those of its texts that name one.
  var inputPaths: [String] {
    ([self] + panels).flatMap { $0.own.byName.sorted { $0.key < $1.key } }.flatMap { $0.value }
      .filter { !$0.isEmpty && $0.utf8.count < 1000 && !$0.utf8.contains(0) }
      .map { FilePath.joined(path.folder, $0) }
      .filter { FileReader.isFile($0) }
  }
}
