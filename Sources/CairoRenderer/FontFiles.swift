import CCairo
import CFreeType
import Typesetting

/// The fonts of one rendering, opened when they are first met.
final class FontFiles {
  private var files: [String: FontFile] = [:]
  private var cairoFaces: [String: OpaquePointer] = [:]

  deinit {
    for face in cairoFaces.values { cairo_font_face_destroy(face) }
  }

  /// The open file of a face.
  func file(of face: FontFace) throws(RenderError) -> FontFile {
    if let file = files[face.path] { return file }
    let file = try FontFile(path: face.path)
    files[face.path] = file
    return file
  }

  /// Cairo's own handle of a face, for surfaces that embed fonts.
  func cairoFace(of face: FontFace) throws(RenderError) -> OpaquePointer {
    if let known = cairoFaces[face.path] { return known }
    let file = try file(of: face)
    let handle = cairo_ft_font_face_create_for_ft_face(file.face, Int32(FT_LOAD_NO_HINTING))
    guard let handle, cairo_font_face_status(handle) == CAIRO_STATUS_SUCCESS else {
      cairo_font_face_destroy(handle)
      throw RenderError(.outOfMemory)
    }
    // Cairo keeps a font longer than we do, so the handle holds the file until Cairo lets it go.
    // The key is only compared, never read; the address of the file is like no other.
    let held = Unmanaged.passRetained(file)
    let key = UnsafePointer<cairo_user_data_key_t>(OpaquePointer(held.toOpaque()))
    let status = cairo_font_face_set_user_data(handle, key, held.toOpaque()) { file in
      guard let file else { return }
      Unmanaged<FontFile>.fromOpaque(file).release()
    }
    guard status == CAIRO_STATUS_SUCCESS else {
      cairo_font_face_destroy(handle)
      held.release()
      throw RenderError(.outOfMemory)
    }
    cairoFaces[face.path] = handle
    return handle
  }
}
