import Calculus
import Geometry

/// Finds the set where an expression in x and y is zero, in a window.
///
/// The zero set is taken apart by the form of the expression (`zeroPieces`); each piece is traced as a
/// level curve (`PieceTrace`), clipped where its conditions fail; what the subdivision leaves open is
/// looked at closely (`ClusterResolver`); pieces meet where interval Newton steps find common zeros.
///
/// Promised: the numbers of components, loops and boundary points are right wherever nothing is listed
/// as unresolved, as far as interval arithmetic holds; that the function is zero at a singular point
/// is found numerically, in double-double. Drawn points are within the tolerance, tested at samples.
/// Where the curves are finer than the picture, pixels are shown instead (`PixelVerdict`).
public struct ImplicitTracer {
  let function: Expression
  let window: Box
  let resolution: Resolution
  var ratio = Quadtree.SplitRatio()
  /// Whether a value within rounding of zero is zero: for levels that were computed.
  var trustsRounding = false

  /// A tracer of `f` = 0, for an expression in two variables, in `window`.
  public init(of f: Expression, in window: Box, at resolution: Resolution) {
    precondition(f.variables.count == 2, "a curve lies in a plane")
    function = f
    self.window = window
    self.resolution = resolution
  }

  /// Traces the set; pixels show what is too fine for that.
  public func trace() -> ImplicitSet { trace(paintsPixels: true) ?? ImplicitSet() }

  /// Traces the set; where a part is too fine for that, pixels show it, or there is no answer.
  func trace(paintsPixels: Bool) -> ImplicitSet? {
    let pieces = function.zeroPieces(
      x: window.minX...window.maxX, y: window.minY...window.maxY)
    var assembly = ImplicitAssembly(window: window, resolution: resolution)
    var traces: [PieceTrace] = []
    var fine: [ZeroPiece] = []
    for piece in pieces {
      switch piece.functions.count {
      case 0: assembly.addRegion(of: piece, ratio)
      case 1:
        let trace = PieceTrace(
          piece, crossing(piece.functions[0]), window: window, resolution: resolution,
          ratio: ratio)
        if trace.subdivision.isCutShort {
          guard paintsPixels else { return nil }
          fine.append(piece)
        } else {
          traces.append(trace)
        }
      default: assembly.addPoints(of: piece)
      }
    }
    assembly.addPixels(of: fine)
    assembly.addCurves(traces, trustsRounding: trustsRounding)
    return assembly.finished()
  }

  /// The function or its opposite, so that a side of the window on which it is zero is crossed.
  ///
  /// A zero counts as positive (see `EdgeRoots`): the function must be negative beside such a side.
  private func crossing(_ f: Expression) -> Expression {
    let (x, y) = (f.variables[0], f.variables[1])
    let sides = [
      f.restricted(y, to: window.minY), f.restricted(y, to: window.maxY),
      f.restricted(x, to: window.minX), f.restricted(x, to: window.maxX),
    ]
    guard sides.contains(where: { $0.number == 0 }) else { return f }
    let middle = window.centre
    return f.value(at: [middle.x, middle.y]) > 0 ? f.negated : f
  }
}
