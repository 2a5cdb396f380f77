import Plotting

/// The cells of basins in runs along the rows: far fewer than there are cells.
struct BasinRuns {
  /// Cells of a row with the same end after the same number of steps.
  struct Run {
    /// The column after the last.
    let end: Int
    let label: Int16
    let steps: Int16
  }

  private let columns: Int
  private var runs: [Run] = []
  /// For each row where its runs end.
  private var rowEnds: [Int] = []

  /// The runs of basins.
  init(_ basins: Basins) {
    columns = basins.columns
    rowEnds.reserveCapacity(basins.rows)
    basins.labels.withUnsafeBufferPointer { labels in
      basins.steps.withUnsafeBufferPointer { steps in
        for row in 0..<basins.rows {
          let (first, end) = (row * columns, (row + 1) * columns)
          var cell = first
          while cell < end {
            let (label, count) = (labels[cell], steps[cell])
            repeat { cell += 1 } while cell < end && labels[cell] == label && steps[cell] == count
            runs.append(Run(end: cell - first, label: label, steps: count))
          }
          rowEnds.append(runs.count)
        }
      }
    }
  }

  /// For each number of steps how many cells have an end after it.
  var countsBySteps: [Int] {
    var counts = [Int](repeating: 0, count: Int(runs.lazy.map(\.steps).max() ?? 0) + 1)
    var column = 0
    for run in runs {
      if run.label >= 0 { counts[Int(run.steps)] += run.end - column }
      column = run.end == columns ? 0 : run.end
    }
    return counts
  }

  /// The cells whose runs have a property as rectangles, each as long and as high as it can be.
  func path(in window: Box, where isInside: (Run) -> Bool) -> Path {
    let frame = Frame(window: window, columns: columns, rows: rowEnds.count)
    var boxes: [Subpath] = []
    var open: [Stack] = []
    var next: [Stack] = []
    for row in rowEnds.indices {
      var index = 0
      forEachSpan(of: row, where: isInside) { span in
        while index < open.count, open[index].columns.lowerBound < span.lowerBound {
          boxes.append(frame.box(open[index], upTo: row))
          index += 1
        }
        var stack = Stack(columns: span, row: row)
        if index < open.count, open[index].columns.lowerBound == span.lowerBound {
          if open[index].columns == span {
            stack = open[index]
          } else {
            boxes.append(frame.box(open[index], upTo: row))
          }
          index += 1
        }
        next.append(stack)
      }
      for stack in open[index...] { boxes.append(frame.box(stack, upTo: row)) }
      swap(&open, &next)
      next.removeAll(keepingCapacity: true)
    }
    for stack in open { boxes.append(frame.box(stack, upTo: rowEnds.count)) }
    return Path(boxes)
  }

  /// Calls `body` with the columns of the runs of a row that have a property; runs that follow each
  /// other are one.
  private func forEachSpan(
    of row: Int, where isInside: (Run) -> Bool, _ body: (Range<Int>) -> Void
  ) {
    var start: Int?
    var column = 0
    for index in (row == 0 ? 0 : rowEnds[row - 1])..<rowEnds[row] {
      if isInside(runs[index]) {
        start = start ?? column
      } else if let first = start {
        body(first..<column)
        start = nil
      }
      column = runs[index].end
    }
    if let start { body(start..<column) }
  }

  /// The same columns of several rows, from the lowest.
  private struct Stack {
    let columns: Range<Int>
    let row: Int
  }

  /// The window and its cells.
  private struct Frame {
    let window: Box
    let columns: Int
    let rows: Int

    func box(_ stack: Stack, upTo row: Int) -> Subpath {
      let (left, right) = (x(stack.columns.lowerBound), x(stack.columns.upperBound))
      let (low, high) = (y(stack.row), y(row))
      return Subpath(
        start: Point(left, low),
        segments: [.line(Point(right, low)), .line(Point(right, high)), .line(Point(left, high))],
        isClosed: true)
    }

    private func x(_ column: Int) -> Double {
      window.minX + window.width * Double(column) / Double(columns)
    }

    private func y(_ row: Int) -> Double {
      window.minY + window.height * Double(row) / Double(rows)
    }
  }
}
