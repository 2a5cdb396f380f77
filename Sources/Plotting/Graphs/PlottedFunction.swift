import Calculus
import Drawing
import Geometry
import Tracing

/// A function of x on an interval, with all that a graph of it shows.
///
///     let f = try PlottedFunction("tan(x)", on: -5...5, in: setting)
///     let window = Box(minX: -5, minY: -4, maxX: 5, maxY: 4)
///     let trace = f.trace(in: window, setting)
public struct PlottedFunction: Sendable {
  /// The function as it was typed.
  public let source: String
  /// The function.
  public let expression: Expression
  /// Where its graph breaks and bends.
  public let graph: FunctionGraph
  /// Its zeros and extrema.
  public let features: GraphFeatures

  /// Reads a function of x and looks at its graph on an interval.
  public init(
    _ source: String, on interval: ClosedRange<Double>, in setting: Setting
  ) throws(FigureError) {
    if let value = setting.constants["x"] {
      throw .parameter(
        name: "let", value: "x=\(value.parameterText)", wanted: "a name other than the variable x")
    }
    self.source = source
    do throws(ParseError) {
      expression = try Expression(source, variables: ["x"], constants: setting.constants)
    } catch {
      throw .expression(source, error)
    }
    do throws(UnivariateError) {
      graph = try FunctionGraph(of: expression, on: interval)
    } catch {
      throw .input(error.message, hint: "")
    }
    features = GraphFeatures(of: expression, graph)
  }

  /// The graph in a window, as finely as the panel of a figure of one graph shows it.
  public func trace(in window: Box, _ setting: Setting) -> GraphTrace {
    let places = PanelArrangement(of: [.graph(window)], on: setting.canvas)
    let panel = places.boxes.first ?? Box(x: 0, y: 0, width: 1, height: 1)
    return trace(in: window, on: panel, setting)
  }

  /// The graph in a window that is shown on a panel of the page.
  public func trace(in window: Box, on panel: Box, _ setting: Setting) -> GraphTrace {
    let pixels = Point(
      panel.width / setting.canvas.pixel, panel.height / setting.canvas.pixel)
    let resolution = Resolution(window: window, pixels: pixels, tolerance: setting.tolerance)
    return GraphTracer(of: graph, in: window, at: resolution).trace()
  }
}
