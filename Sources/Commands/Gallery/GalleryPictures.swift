import Plotting

/// The files of a figure in a site, but for its page.
struct GalleryPictures {
  private(set) var files: [(name: String, bytes: [UInt8])] = []
  private(set) var notices: [String]
  /// The names of those that the figure file asked for itself.
  private(set) var extras: [String] = []

  /// Draws for light and dark paper, unless the figure file chose a theme, and what it asks for.
  init<Kind: Figure>(
    _ report: FigureReport, _ request: FigureRequest<Kind>, shared outputs: [String]
  ) throws(CommandFailure) {
    notices = report.composition.notices
    if let scene = report.composition.scene {
      try draw(scene, request)
    }
    files.append((PictureName.results, report.bytes))
    guard report.composition.scene != nil else { return }
    var drawing = FigureDrawing(report, request.options, request.setting)
    for output in outputs {
      let name = FilePath(output).name
      guard let format = FileFormat(ofPath: name) ?? request.options.format,
        !PictureName.all.contains(name), !extras.contains(name)
      else { continue }
      for file in try drawing.files(for: Destination(path: name, format: format)) {
        files.append((file.destination.path, file.bytes))
        extras.append(file.destination.path)
      }
    }
  }

  private mutating func draw<Kind: Figure>(
    _ scene: Scene, _ request: FigureRequest<Kind>
  ) throws(CommandFailure) {
    let options = request.options
    let light = try Rendering(
      scene, in: request.setting, theme: options.theme, font: options.font)
    notices += light.notices
    try add(PictureName.light, light, .svg)
    try add(PictureName.pixels, light, .png)
    try add(PictureName.document, light, .pdf)
    guard options.theme == .light else { return }
    let dark = try Rendering(
      scene, in: request.setting, theme: .dark.with(options.colours), font: options.font)
    try add(PictureName.dark, dark, .svg)
  }

  private mutating func add(
    _ name: String, _ rendering: Rendering, _ format: FileFormat
  ) throws(CommandFailure) {
    guard let picture = format.picture else { return }
    let destination = Destination(path: name, format: format)
    for file in try rendering.files(for: destination, as: picture, isBuiltUp: false) {
      files.append((name, file.bytes))
    }
  }
}
