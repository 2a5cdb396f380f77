import Geometry

extension FormulaLayout {
  /// Sets rows of cells, centred on the axis, between the signs of the table.
  ///
  /// As LaTeX does it: rows stand at least a pitch apart, with a strut of 70 to 30 of it, and
  /// further apart where they are taller; then `mathLeading` is left between them.
  func table(_ table: FormulaTable, _ style: MathStyle, _ alphabet: MathAlphabet) -> FormulaBox {
    let inner = table.style.level.map { MathStyle(level: $0) } ?? style
    let rows = table.rows.map { row in
      row.enumerated().map { number, cell in
        set(table.style.isPaired ? cell.continued(inColumn: number) : cell, inner, alphabet)
      }
    }
    var box = aligned(rows, table.style, style)
    let axis = constants(style).axisHeight
    let reach = 2 * max(box.height - axis, box.depth + axis)
    let target = coverage(of: reach, style)
    guard table.style.left != nil || table.style.right != nil else {
      box.width += 2 * FormulaLayout.fractionMargin * em(style)
      box.shiftContent(by: FormulaLayout.fractionMargin * em(style))
      return FormulaBox(box: box)
    }
    var whole = delimiter(table.style.left, toHeight: target, style)
    whole.append(box)
    whole.append(delimiter(table.style.right, toHeight: target, style))
    return FormulaBox(box: whole)
  }

  /// The cells in their places, the middle of the whole on the axis.
  private func aligned(
    _ rows: [[FormulaBox]], _ table: TableStyle, _ style: MathStyle
  ) -> InkBox {
    let baselines = baselines(of: rows, table, style)
    let columns = columns(of: rows, table, style)
    let middle = (baselines.bottom - baselines.top) / 2 + baselines.top
    let lift = middle + constants(style).axisHeight
    var box = InkBox.empty
    for (row, baseline) in zip(rows, baselines.places) {
      for (number, cell) in row.enumerated() {
        let column = columns.places[number]
        let room = column.width - cell.fullWidth
        let x =
          switch table.side(of: number) {
          case .left: column.start
          case .centre: column.start + room / 2
          case .right: column.start + room
          }
        box.place(cell.box, at: Point(x, baseline - lift))
      }
    }
    let (top, bottom) = (baselines.top - lift, baselines.bottom - lift)
    placeLines(table, columns.places, top: top, bottom: bottom, style, in: &box)
    box.height = max(box.height, -top)
    box.depth = max(box.depth, bottom)
    box.width = columns.width
    return box
  }

  /// Where the rows stand, ordinates downwards from the first baseline, with what is over the first
  /// and under the last.
  private func baselines(
    of rows: [[FormulaBox]], _ table: TableStyle, _ style: MathStyle
  ) -> (places: [Double], top: Double, bottom: Double) {
    let pitch = table.pitch * em(style)
    let gap = max(constants(style).mathLeading, table.rowGap * em(style))
    var places: [Double] = []
    var last = (place: 0.0, depth: 0.0)
    var top = 0.0
    for row in rows {
      let height = row.reduce(0.0) { max($0, $1.box.isEmpty ? 0 : $1.box.height) }
      let depth = row.reduce(0.0) { max($0, $1.box.isEmpty ? 0 : $1.box.depth) }
      if places.isEmpty {
        top = -max(height, 0.7 * pitch)
      } else {
        last.place += max(pitch, last.depth + height + gap)
      }
      places.append(last.place)
      last.depth = depth
    }
    return (places, top, last.place + max(last.depth, 0.3 * pitch))
  }

  private func columns(
    of rows: [[FormulaBox]], _ table: TableStyle, _ style: MathStyle
  ) -> (places: [(start: Double, width: Double)], width: Double) {
    var widths: [Double] = []
    for row in rows {
      for (number, cell) in row.enumerated() {
        if number == widths.count { widths.append(0) }
        widths[number] = max(widths[number], cell.fullWidth)
      }
    }
    var places: [(start: Double, width: Double)] = []
    var start = 0.0
    for (number, width) in widths.enumerated() {
      if number > 0, !(table.isPaired && number % 2 == 1) { start += table.columnGap * em(style) }
      places.append((start, width))
      start += width
    }
    return (places, start)
  }

  /// The upright lines of an array, in the middle between their columns.
  private func placeLines(
    _ table: TableStyle, _ columns: [(start: Double, width: Double)], top: Double, bottom: Double,
    _ style: MathStyle, in box: inout InkBox
  ) {
    let thickness = constants(style).fractionRuleThickness
    let gap = table.columnGap * em(style) / 2
    for number in table.lines {
      let x: Double
      if number < columns.count {
        x = columns[number].start - (number == 0 ? 0 : gap)
      } else if let last = columns.last, number == columns.count {
        x = last.start + last.width
      } else {
        continue
      }
      box.place(Box(minX: x - thickness / 2, minY: top, maxX: x + thickness / 2, maxY: bottom))
    }
  }
}

extension FormulaNode {
  /// The cell of an aligned equation with the left side before it, as if that stood there: its
  /// relation keeps its space.
  fileprivate func continued(inColumn number: Int) -> FormulaNode {
    guard number % 2 == 1, case .group(let parts) = self, !parts.isEmpty else { return self }
    return .group([.group([])] + parts)
  }
}

extension TableStyle {
  /// The side of a column; aligned equations repeat their pattern, others their last side.
  fileprivate func side(of column: Int) -> Side {
    if isPaired { return sides[column % sides.count] }
    return column < sides.count ? sides[column] : sides.last ?? .centre
  }
}

extension InkBox {
  /// Moves the content to the right in its box.
  fileprivate mutating func shiftContent(by distance: Double) {
    let (height, depth) = (height, depth)
    move(by: Point(distance, 0))
    (self.height, self.depth) = (height, depth)
  }
}
