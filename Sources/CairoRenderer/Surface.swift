import CCairo

/// A Cairo surface with its end of life.
final class Surface {
  /// Cairo's own handle; `nil` only where a pointer was lost, which `check` reports.
  let handle: OpaquePointer?

  /// Takes over a surface that was just made.
  init(_ handle: OpaquePointer?) { self.handle = handle }

  deinit { cairo_surface_destroy(handle) }

  /// Throws what went wrong with the surface, if anything did.
  func check() throws(RenderError) {
    guard let handle else { throw RenderError(.outOfMemory) }
    try Self.check(cairo_surface_status(handle))
  }

  /// Draws with a context of the surface, and throws what went wrong with either.
  func draw(_ body: (OpaquePointer) throws(RenderError) -> Void) throws(RenderError) {
    guard let context = cairo_create(handle) else { throw RenderError(.outOfMemory) }
    defer { cairo_destroy(context) }
    try body(context)
    try Self.check(cairo_status(context))
    try check()
  }

  /// Turns a status into an error.
  private static func check(_ status: cairo_status_t) throws(RenderError) {
    switch status {
    case CAIRO_STATUS_SUCCESS: return
    case CAIRO_STATUS_NO_MEMORY: throw RenderError(.outOfMemory)
    default:
      let text = cairo_status_to_string(status).map { String(cString: $0) }
      throw RenderError(.cairo(text ?? "unknown error"))
    }
  }
}
