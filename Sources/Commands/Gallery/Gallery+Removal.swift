import CVector

extension Gallery {
  /// The folders of the site whose figure files are gone, as far as a gallery made them.
  ///
  /// A gallery leaves a stamp in each folder that it makes; what has none is somebody else's.
  var vanished: [String] {
    let folders = (try? FileReader.names(inFolder: site + "/figures")) ?? []
    return folders.filter { name in
      !figures.contains { $0.name == name } && GalleryStamp.read(inFolder: folder(of: name)) != nil
    }
  }

  /// Removes what a gallery made of figure files that are gone, and nothing else.
  func removeVanished() {
    for name in vanished {
      let folder = folder(of: name)
      guard let stamp = GalleryStamp.read(inFolder: folder) else { continue }
      // The stamp goes last: a run that is cut short is ended by the next.
      for file in stamp.ownFiles { unlink("\(folder)/\(file)") }
      unlink("\(folder)/\(GalleryStamp.fileName)")
      // A folder with files of somebody else stays.
      rmdir(folder)
    }
  }

  private func folder(of name: String) -> String { "\(site)/figures/\(name)" }
}

extension GalleryStamp {
  /// The stamp that a gallery left in a folder, or `nil` where there is none that can be read.
  static func read(inFolder folder: String) -> GalleryStamp? {
    guard
      let bytes = try? FileReader.bytes(of: "\(folder)/\(fileName)", limit: 1 << 20)
    else { return nil }
    return GalleryStamp(String(decoding: bytes, as: UTF8.self))
  }

  /// The names of the files beside the stamp.
  ///
  /// A stamp is a file that anybody may have changed: a name that leads elsewhere is none.
  var ownFiles: [String] {
    files.map(\.name).filter { !$0.contains("/") && !$0.hasPrefix(".") && !$0.isEmpty }
  }
}
