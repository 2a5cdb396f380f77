import Plotting

extension LayeredGraph {
  /// Heights of all vertices, the first of a layer on top: neighbours in a layer keep their distance,
  /// and edges are as level as that allows.
  ///
  /// Each layer in turn takes the weighted means of its neighbours, by isotonic regression (pool
  /// adjacent violators; Barlow et al. 1972) against the distances that are to be kept.
  func heights(distance: (_ upper: Vertex, _ lower: Vertex) -> Double) -> [Double] {
    var heights = Array(repeating: 0.0, count: vertices.count)
    for layer in layers {
      var height = 0.0
      for (place, vertex) in layer.enumerated() {
        if place > 0 { height -= distance(vertices[layer[place - 1]], vertices[vertex]) }
        heights[vertex] = height
      }
      let middle = height / 2
      for vertex in layer { heights[vertex] -= middle }
    }
    for sweep in 0..<60 {
      let order = sweep.isMultiple(of: 2) ? Array(layers.indices) : layers.indices.reversed()
      for number in order { settle(layers[number], &heights, distance) }
    }
    return heights
  }

  /// Moves a layer as near to its neighbours as the distances allow.
  private func settle(
    _ layer: [Int], _ heights: inout [Double], _ distance: (Vertex, Vertex) -> Double
  ) {
    var shift = 0.0
    var shifts: [Double] = []
    var pools: [(mean: Double, weight: Double, count: Int)] = []
    for (place, vertex) in layer.enumerated() {
      if place > 0 { shift += distance(vertices[layer[place - 1]], vertices[vertex]) }
      shifts.append(shift)
      let (wish, weight) = wish(of: vertex, heights)
      // Without the distances the heights have to fall weakly: -height rises.
      pools.append((mean: -wish - shift, weight: weight, count: 1))
      while pools.count > 1, pools[pools.count - 2].mean > pools[pools.count - 1].mean {
        let last = pools.removeLast()
        let other = pools.removeLast()
        let weight = last.weight + other.weight
        pools.append(
          (
            mean: (last.mean * last.weight + other.mean * other.weight) / weight, weight: weight,
            count: last.count + other.count
          ))
      }
    }
    var place = 0
    for pool in pools {
      for _ in 0..<pool.count {
        heights[layer[place]] = -(pool.mean + shifts[place])
        place += 1
      }
    }
  }

  /// Where a vertex would like to be: long edges pull hardest to be straight.
  private func wish(of vertex: Int, _ heights: [Double]) -> (height: Double, weight: Double) {
    var (sum, weight) = (0.0, 0.0)
    for other in before[vertex] + behind[vertex] {
      let dummies = [vertex, other].count { vertices[$0].node == nil }
      let pull = [1.0, 2, 8][dummies]
      sum += pull * heights[other]
      weight += pull
    }
    return weight > 0 ? (sum / weight, weight) : (heights[vertex], 0.1)
  }
}
