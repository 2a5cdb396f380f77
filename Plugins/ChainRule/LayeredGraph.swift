import Plotting

/// A directed graph without cycles in layers from left to right, with few crossings.
///
/// After Sugiyama, Tagawa & Toda (1981): each node stands one layer right of its last input; an edge
/// over several layers is cut into pieces by dummies; each layer is ordered by the means of its
/// neighbours, sweep after sweep, and by exchanges of neighbours; the best of several starts stays.
/// No promise of the least number of crossings, which is NP-hard to find.
struct LayeredGraph {
  /// A node, or a dummy where an edge passes.
  struct Vertex {
    /// The node; `nil` for a dummy.
    let node: Int?
    let layer: Int
  }

  /// The nodes and dummies; the first are the nodes in their order.
  private(set) var vertices: [Vertex]
  /// The vertices of each layer from top to bottom.
  private(set) var layers: [[Int]]
  /// The vertices that each edge passes, both ends included.
  let routes: [[Int]]
  /// For each vertex its neighbours in the layers before and behind.
  private(set) var before: [[Int]], behind: [[Int]]

  /// The layers of `count` nodes whose edges lead from smaller to greater numbers.
  init(count: Int, edges: [(from: Int, to: Int)]) {
    var layer = Array(repeating: 0, count: count)
    for edge in edges.sorted(by: { $0.to < $1.to }) {
      layer[edge.to] = max(layer[edge.to], layer[edge.from] + 1)
    }
    var vertices = layer.enumerated().map { Vertex(node: $0, layer: $1) }
    var routes: [[Int]] = []
    for edge in edges {
      var route = [edge.from]
      for passed in (layer[edge.from] + 1)..<max(layer[edge.to], layer[edge.from] + 1) {
        route.append(vertices.count)
        vertices.append(Vertex(node: nil, layer: passed))
      }
      routes.append(route + [edge.to])
    }
    before = Array(repeating: [], count: vertices.count)
    behind = before
    for route in routes {
      for (a, b) in zip(route, route.dropFirst()) {
        behind[a].append(b)
        before[b].append(a)
      }
    }
    layers = Array(repeating: [], count: (vertices.map(\.layer).max() ?? -1) + 1)
    for (number, vertex) in vertices.enumerated() { layers[vertex.layer].append(number) }
    self.vertices = vertices
    self.routes = routes
    order()
  }

  // MARK: Order

  private static let starts = 8
  private static let sweeps = 10

  /// Tries several starts, and keeps the order with the fewest crossings.
  private mutating func order() {
    var generator = SeededGenerator(seed: 1)
    var (best, least) = (layers, score(of: layers))
    for start in 0..<Self.starts where least.crossings > 0 || least.inversions > 0 || start == 0 {
      var tried = layers
      if start > 0 { for number in tried.indices { tried[number].shuffle(using: &generator) } }
      for sweep in 0..<Self.sweeps {
        align(&tried, forwards: sweep.isMultiple(of: 2))
        exchange(&tried)
        // Upside down there are as many crossings, but perhaps the first variable is on top.
        for candidate in [tried, tried.map { $0.reversed() }] {
          let score = score(of: candidate)
          if (score.crossings, score.inversions) < (least.crossings, least.inversions) {
            (best, least) = (candidate, score)
          }
        }
      }
    }
    layers = best
  }

  /// Orders each layer by the mean places of its neighbours in the layer that comes before in the
  /// sweep.
  private func align(_ layers: inout [[Int]], forwards: Bool) {
    let order = forwards ? Array(layers.indices.dropFirst()) : layers.indices.dropLast().reversed()
    for number in order {
      let places = self.places(of: layers[number + (forwards ? -1 : 1)])
      let means = layers[number].enumerated().map { place, vertex -> (mean: Double, vertex: Int) in
        let near = (forwards ? before : behind)[vertex].compactMap { places[$0] }
        let sum = near.reduce(0) { $0 + Double($1) }
        return (near.isEmpty ? Double(place) : sum / Double(near.count), vertex)
      }
      // A stable order: equal means keep their places.
      layers[number] = means.enumerated()
        .sorted { ($0.element.mean, $0.offset) < ($1.element.mean, $1.offset) }
        .map(\.element.vertex)
    }
  }

  /// Exchanges neighbours in a layer as long as that undoes crossings.
  private func exchange(_ layers: inout [[Int]]) {
    for _ in 0..<8 {
      var hasChanged = false
      for number in layers.indices {
        for place in layers[number].indices.dropLast() {
          let old = crossings(around: number, in: layers)
          layers[number].swapAt(place, place + 1)
          if crossings(around: number, in: layers) < old {
            hasChanged = true
          } else {
            layers[number].swapAt(place, place + 1)
          }
        }
      }
      if !hasChanged { return }
    }
  }

  private func places(of layer: [Int]) -> [Int: Int] {
    var places: [Int: Int] = [:]
    for (place, vertex) in layer.enumerated() { places[vertex] = place }
    return places
  }

  private func crossings(around number: Int, in layers: [[Int]]) -> Int {
    (number > 0 ? crossings(behind: number - 1, in: layers) : 0)
      + (number + 1 < layers.count ? crossings(behind: number, in: layers) : 0)
  }

  /// The crossings between a layer and the next.
  private func crossings(behind number: Int, in layers: [[Int]]) -> Int {
    let places = self.places(of: layers[number + 1])
    var ends: [Int] = []
    var count = 0
    for vertex in layers[number] {
      let own = behind[vertex].compactMap { places[$0] }
      for end in own { count += ends.count { $0 > end } }
      ends += own
    }
    return count
  }

  /// The crossings of all edges, and how far the first layer is from the order of its nodes.
  private func score(of layers: [[Int]]) -> (crossings: Int, inversions: Int) {
    let crossings = layers.indices.dropLast().reduce(0) {
      $0 + self.crossings(behind: $1, in: layers)
    }
    let first = layers.first ?? []
    var inversions = 0
    for (place, vertex) in first.enumerated() {
      inversions += first[..<place].count { $0 > vertex }
    }
    return (crossings, inversions)
  }

  /// The crossings that are left.
  var crossings: Int { score(of: layers).crossings }
}
