import Plotting

/// The stages of a tangent plane: the sections through its point, the plane, the vectors in it.
struct TangentStages {
  private let plane: TangentPlane
  private let picture: SurfacePicture
  private let sections: TangentSections
  private let lines: [LiftedLine]

  /// The stages of a plane over a surface with another line on it.
  init(_ plane: TangentPlane, on picture: SurfacePicture, under line: LiftedLine) {
    self.plane = plane
    self.picture = picture
    sections = TangentSections(through: plane.at, on: picture)
    lines = [line] + sections.lines
  }

  var stages: [SceneStage] {
    let words = TangentPlaneWords(plane)
    let hasSections = sections.lines.contains { !$0.chains.isEmpty }
    var stages: [SceneStage] = []
    if hasSections {
      stages.append(
        SceneStage(
          name: "sections", marks: sections.lines.flatMap { $0.marks(in: picture) },
          column: words.place + words.sections))
    }
    stages.append(
      SceneStage(
        name: "plane", marks: plane.marks(in: picture, lines),
        column: (hasSections ? [] : words.place) + words.column))
    if plane.patch != nil {
      stages.append(SceneStage(name: "vectors", marks: plane.vectorMarks(in: picture)))
    }
    return stages
  }
}
