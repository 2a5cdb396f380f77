import Plotting
import Testing

@testable import Commands

@Suite struct ResultTablesTests {
  private func html(_ members: (String, JSONValue)...) -> String {
    ResultTables(.object(members)).html
  }

  private func point(_ x: Double, _ y: Double) -> JSONValue {
    .object([("x", .number(x)), ("y", .number(y))])
  }

  @Test("Points are columns of numbers, and a list of one number is that number")
  func points() {
    let rows: [JSONValue] = [(1, 1e-40), (-0.5, 2)].map { x, y in
      .object([
        ("at", point(x, y)), ("multipliers", .array([.number(2)])), ("kind", .string("saddle")),
      ])
    }
    let text = html(("points", .array(rows)))
    #expect(text.contains("<h3>Points</h3>"))
    #expect(
      text.contains(
        """
        <tr><th scope="col" class="number">x</th><th scope="col" class="number">y</th>\
        <th scope="col" class="number">multipliers</th><th scope="col">kind</th></tr>
        <tr><td class="number">1</td><td class="number">0</td><td class="number">2</td>\
        <td>saddle</td></tr>
        """), "\(text)")
  }

  @Test("What there is none of takes one line")
  func absent() {
    #expect(
      html(
        ("unsettled", .array([])), ("root", .null), ("continuum", .bool(false)),
        ("step", .number(3)))
          == """
          <div class="wide" role="region" tabindex="0" aria-label="Results"><table class="pairs">
          <tr><th scope="row">step</th><td class="number">3</td></tr>
          </table></div>
          <p class="soft">None: unsettled, root. Not so: continuum.</p>

          """)
  }

  @Test("Very large and very small numbers have powers of ten")
  func powers() {
    #expect(html(("a", .number(-1.5e-12))).contains(">−1.5 × 10<sup>−12</sup><"))
    #expect(html(("a", .number(2e22))).contains(">2 × 10<sup>22</sup><"))
    #expect(html(("a", .number(1e-30))).contains(">0<"))
  }

  @Test("Panels have their results each under a heading, and long lists are counted")
  func nesting() {
    let curve = JSONValue.object([
      ("level", .number(1)), ("bezier", .array([point(0, 0), point(1, 1)])),
    ])
    let panel = JSONValue.object([
      ("figure", .string("contour")),
      ("results", .object([("curves", .array(Array(repeating: curve, count: 20)))])),
    ])
    let text = html(("panels", .array([panel, panel])))
    #expect(text.contains("<h3>Panel 2: <code>contour</code></h3>\n<h4>Curves</h4>"))
    #expect(text.contains("The first 16 of 20; all are in <a href=\"results.json\">"))
    #expect(text.contains("<td class=\"soft\">2 in the file</td>"))
  }

  @Test("Texts of results are texts of HTML")
  func escaping() {
    #expect(html(("a", .string("<b>"))).contains("<td>&lt;b&gt;</td>"))
    #expect(html(("<i>", .number(1))).contains("&lt;i&gt;"))
  }
}
