import Geometry

/// The cells that were given up, gathered into connected clusters.
///
/// A cluster of a few pixels is the core of one singular point (see `ClusterResolver`).
struct CoreClusters {
  struct Cluster {
    var cells: [Int]
    var box: Box
  }

  private let cores: [Cell]
  private(set) var clusters: [Cluster] = []
  private var clusterOfRoot: [Int: Int] = [:]

  init(_ subdivision: Subdivision, edges: EdgeRoots) {
    cores = subdivision.cores
    gather()
    for (number, cluster) in clusters.enumerated() {
      for cell in cluster.cells {
        for side in cores[cell].sides {
          for root in edges.known(on: side) { clusterOfRoot[root] = number }
        }
      }
    }
  }

  /// Flood fill over cells that share a side or a corner.
  private mutating func gather() {
    guard let size = cores.first?.size else { return }
    var indexOfPlace: [Vertex: Int] = [:]
    for (index, cell) in cores.enumerated() {
      indexOfPlace[Vertex(i: cell.i / size, j: cell.j / size)] = index
    }
    var isSeen = Array(repeating: false, count: cores.count)
    for first in cores.indices where !isSeen[first] {
      isSeen[first] = true
      var cluster = Cluster(cells: [], box: cores[first].box)
      var stack = [first]
      while let index = stack.popLast() {
        let cell = cores[index]
        cluster.cells.append(index)
        cluster.box = cluster.box.union(cell.box)
        for di: Int32 in -1...1 {
          for dj: Int32 in -1...1 {
            let place = Vertex(i: cell.i / size + di, j: cell.j / size + dj)
            if let next = indexOfPlace[place], !isSeen[next] {
              isSeen[next] = true
              stack.append(next)
            }
          }
        }
      }
      clusters.append(cluster)
    }
  }

  /// The boxes around the clusters.
  var boxes: [Box] { clusters.map(\.box) }

  /// The cluster at which a root lies.
  func cluster(ofRoot root: Int) -> Int? { clusterOfRoot[root] }

  /// The cells of a cluster.
  func cells(of number: Int) -> [Cell] { clusters[number].cells.map { cores[$0] } }

  /// Boxes that cover cells: one for each cell while they are few, else one for each block of cells.
  static func merged(_ cells: [Cell], limit: Int = 200) -> [Box] {
    guard var size = cells.first?.size else { return [] }
    while true {
      var boxes: [Vertex: Box] = [:]
      for cell in cells {
        let place = Vertex(i: cell.i / size, j: cell.j / size)
        boxes[place] = boxes[place]?.union(cell.box) ?? cell.box
      }
      if boxes.count <= limit || size > Int32.max / 4 {
        return boxes.sorted { ($0.key.j, $0.key.i) < ($1.key.j, $1.key.i) }.map(\.value)
      }
      size *= 2
    }
  }
}
