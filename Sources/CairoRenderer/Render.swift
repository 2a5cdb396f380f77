// The face of this room: a page becomes the bytes of a file. Nothing outlives a call, so that the
// same page gives the same bytes in any order and on any thread.
import Drawing

/// The bytes of a PNG, an SVG or a PDF of one page, with the stages `0..<stageCount` (`nil` = all).
public func render(
  _ page: Page, as format: OutputFormat, stageCount: Int? = nil
) throws(RenderError) -> [UInt8] {
  let count = min(max(stageCount ?? page.stages.count, 0), page.stages.count)
  let stages = page.stages[..<count]
  switch format {
  case .png: return try renderPNG(page, stages: stages)
  case .svg: return try renderSVG(page, stages: stages)
  case .pdf: return try renderPDF(page, builds: [stages])
  }
}

/// The bytes of a PDF with a page for each stage: all that was there before, and the new.
///
/// A page without stages gives one empty sheet.
public func renderBuildUp(_ page: Page) throws(RenderError) -> [UInt8] {
  let counts = 1...max(page.stages.count, 1)
  return try renderPDF(page, builds: counts.map { page.stages.prefix($0) })
}
