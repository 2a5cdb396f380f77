import Geometry

/// Places in a plane, sorted into square cells, so that those near a place are found at once.
struct PlaceGrid {
  /// A place with the line that it belongs to, and its length along that line.
  struct Entry {
    let place: Point
    let line: Int
    let length: Double
  }

  private let cell: Double
  private let columns: Int
  private let rows: Int
  private var cells: [[Entry]]

  /// The grid of a window of the given extent; at most a million cells.
  init(extent: Point, cell: Double) {
    let least = (extent.x * extent.y / 1e6).squareRoot()
    let size = max(cell, least, extent.x / 1e5, extent.y / 1e5, 1e-9)
    self.cell = size
    columns = max(1, Int(extent.x / size) + 1)
    rows = max(1, Int(extent.y / size) + 1)
    cells = Array(repeating: [], count: columns * rows)
  }

  private func column(_ x: Double) -> Int { Int(min(max(x / cell, 0), Double(columns - 1))) }
  private func row(_ y: Double) -> Int { Int(min(max(y / cell, 0), Double(rows - 1))) }

  mutating func insert(_ place: Point, line: Int = 0, length: Double = 0) {
    cells[row(place.y) * columns + column(place.x)].append(
      Entry(place: place, line: line, length: length))
  }

  /// Removes the entries of a line that was given up.
  mutating func remove(line: Int, at places: [Point]) {
    for place in places {
      cells[row(place.y) * columns + column(place.x)].removeAll { $0.line == line }
    }
  }

  /// Whether an entry nearer than `distance` meets a condition.
  func hasEntry(
    within distance: Double, of place: Point, where condition: (Entry) -> Bool = { _ in true }
  ) -> Bool {
    let square = distance * distance
    for row in row(place.y - distance)...row(place.y + distance) {
      for column in column(place.x - distance)...column(place.x + distance) {
        for entry in cells[row * columns + column] {
          let offset = entry.place - place
          if offset.dot(offset) < square && condition(entry) { return true }
        }
      }
    }
    return false
  }

  /// The places nearer than `distance`.
  func places(within distance: Double, of place: Point) -> [Point] {
    var result: [Point] = []
    _ = hasEntry(within: distance, of: place) { entry in
      result.append(entry.place)
      return false
    }
    return result
  }
}
