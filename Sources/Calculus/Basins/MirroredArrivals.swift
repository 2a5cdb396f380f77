extension BasinRun.Arrivals {
  /// Fills the rows above the axis of x with the mirror image of those below it.
  ///
  /// Labels are numbers of the places in `ends`, where the images of the places are counted with them.
  mutating func mirror(columns: Int, rows: Int, _ ends: inout BasinEnds) {
    let lower = rows / 2
    var middle = ends.counts.map { _ in 0 }
    for label in labels[lower * columns..<(rows - lower) * columns] where label >= 0 {
      middle[Int(label)] += 1
    }
    // A row on the axis is its own image.
    let mirrored = zip(ends.counts, middle).map { $0 - $1 }
    let images = ends.places.map { ends.place(of: PlanePoint(x: $0.x, y: -$0.y)) }
    for (image, count) in zip(images, mirrored) { ends.count(count, at: image) }
    for row in 0..<lower {
      let (first, image) = (row * columns, (rows - 1 - row) * columns)
      for column in 0..<columns {
        let label = labels[first + column]
        labels[image + column] = label < 0 ? -1 : images[Int(label)]
        steps[image + column] = steps[first + column]
      }
    }
  }
}
