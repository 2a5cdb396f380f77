/// The formulas that are shown where none are given: those of a calculus course, part by part.
enum FormulaSpecimen {
  /// Formulas with a name in common.
  struct Part: Sendable {
    let name: String
    let formulas: [String]
  }

  /// All of them, sixty in six parts.
  static let parts = [
    Part(name: "derivatives", formulas: derivatives),
    Part(name: "integrals", formulas: integrals),
    Part(name: "algebra", formulas: algebra),
    Part(name: "series", formulas: series),
    Part(name: "matrices", formulas: matrices),
    Part(name: "signs", formulas: signs),
  ]

  private static let derivatives: [String] = [
    #"f(x, y) = x^2 + y^2"#,
    #"f'(x) = \lim_{h \to 0} \frac{f(x+h) - f(x)}{h}"#,
    #"\frac{\mathrm{d}}{\mathrm{d}x} \sin^2 x = 2 \sin x \cos x"#,
    #"\nabla f = \left(\frac{\partial f}{\partial x}, \frac{\partial f}{\partial y}\right)"#,
    #"\frac{\partial^2 f}{\partial x\,\partial y} = \frac{\partial^2 f}{\partial y\,\partial x}"#,
    #"\dot{x} = v,\quad \ddot{x} = -\omega^2 x"#,
    #"\left.\frac{\mathrm{d}y}{\mathrm{d}x}\right|_{x=a} = f'(a)"#,
    #"(g \circ f)'(x) = g'(f(x))\, f'(x)"#,
    #"f^{(n)}(x),\; f''(x),\; f'''(x)"#,
    #"\nabla \times \vec{F} = \vec{0},\quad \nabla \cdot \vec{F} = \rho"#,
  ]

  private static let integrals: [String] = [
    #"\int_a^b f(x)\,\mathrm{d}x = F(b) - F(a)"#,
    #"\int_{-\infty}^{\infty} e^{-x^2}\,\mathrm{d}x = \sqrt{\pi}"#,
    #"\iint_D f\,\mathrm{d}A = \int_0^1\!\int_0^x f\,\mathrm{d}y\,\mathrm{d}x"#,
    #"\oint_{\partial D} P\,\mathrm{d}x + Q\,\mathrm{d}y"#,
    #"\int \frac{\mathrm{d}x}{1 + x^2} = \arctan x + C"#,
    #"\left[\frac{x^3}{3}\right]_0^1 = \frac13"#,
    #"\Gamma(z) = \int_0^\infty t^{z-1} e^{-t}\,\mathrm{d}t"#,
    #"L = \int_a^b \sqrt{1 + f'(x)^2}\,\mathrm{d}x"#,
    #"\iiint_V \operatorname{div} \mathbf{F}\,\mathrm{d}V = \oiint_{\partial V} "#
      + #"\mathbf{F} \cdot \mathbf{n}\,\mathrm{d}S"#,
    #"\bar{x} = \frac{1}{n}\sum_{i=1}^{n} x_i"#,
  ]

  private static let algebra: [String] = [
    #"x_{1,2} = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}"#,
    #"\sqrt[3]{x + \sqrt[n]{y}}"#,
    #"\sqrt{1 + \sqrt{1 + \sqrt{1 + x}}}"#,
    #"\cfrac{1}{1 + \cfrac{1}{1 + \cfrac{1}{x}}}"#,
    #"\binom{n}{k} = \frac{n!}{k!\,(n-k)!}"#,
    #"|x| = \lfloor x \rfloor + \lceil y \rceil"#,
    #"\left\{ x \in \mathbb{R} \;\middle|\; \frac{x}{2} < 1 \right\}"#,
    #"|x| = \begin{cases} x & \text{if } x \ge 0 \\ -x & \text{otherwise} \end{cases}"#,
    #"\underbrace{a + \cdots + a}_{n \text{ terms}} = \overbrace{na}^{\text{product}}"#,
    #"\overline{z + w} = \overline{z} + \overline{w},\; \widehat{abc},\; \widetilde{xyz}"#,
  ]

  private static let series: [String] = [
    #"e^x = \sum_{k=0}^{\infty} \frac{x^k}{k!}"#,
    #"T_3(x) = x - \frac{x^3}{6}"#,
    #"f(x) = \sum_{k=0}^{n} \frac{f^{(k)}(a)}{k!}(x-a)^k + R_n(x)"#,
    #"\prod_{i=1}^{n} a_i,\quad \bigcup_{i \in I} A_i,\quad \coprod_{j} B_j"#,
    #"\sum_{\substack{1 \le i \le n \\ i \ne j}} a_{ij}"#,
    #"\lim_{n \to \infty} \left(1 + \frac{1}{n}\right)^{n} = e"#,
    #"\limsup_{n \to \infty} a_n \le \sup_{k} a_k"#,
    #"x^{y^z},\; x_{i_j},\; x_i^2,\; {}_2F_1,\; e^{-\frac{x^2}{2\sigma^2}}"#,
    #"\hat{\beta} = \arg\min_{\beta} \lVert y - X\beta \rVert^2"#,
    #"p(x) = \tfrac{1}{\sigma\sqrt{2\pi}}\, e^{-(x-\mu)^2/2\sigma^2}"#,
  ]

  private static let matrices: [String] = [
    #"\begin{pmatrix} a & b \\ c & d \end{pmatrix}^{-1}"#,
    #"H = \begin{bmatrix} 2 & 0 \\ 0 & -2 \end{bmatrix}"#,
    #"\begin{vmatrix} a & b \\ c & d \end{vmatrix} = ad - bc"#,
    #"J = \begin{pmatrix} \dfrac{\partial u}{\partial x} & \dfrac{\partial u}{\partial y} "#
      + #"\\ \dfrac{\partial v}{\partial x} & \dfrac{\partial v}{\partial y} \end{pmatrix}"#,
    #"\begin{pmatrix} a_{11} & \cdots & a_{1n} \\ \vdots & \ddots & \vdots \\ a_{m1} & "#
      + #"\cdots & a_{mn} \end{pmatrix}"#,
    #"\begin{aligned} x + y &= 1 \\ 2x - y &= \tfrac12 \end{aligned}"#,
    #"\left(\begin{array}{cc|c} 1 & 2 & 3 \\ 0 & 1 & 4 \end{array}\right)"#,
    #"\mathbf{x}^{\mathsf{T}} A \mathbf{x} > 0"#,
    #"\mathcal{L}(x, \lambda) = f(x) - \lambda\, g(x)"#,
    #"f(x) = \begin{cases} \dfrac{\sin x}{x} & x \ne 0 \\ 1 & x = 0 \end{cases}"#,
  ]

  private static let signs: [String] = [
    #"\alpha\beta\gamma\delta\epsilon\varepsilon\zeta\eta\theta\vartheta\kappa\lambda\mu"#
      + #"\xi\pi\rho\sigma\tau\phi\varphi\chi\psi\omega"#,
    #"\Gamma\Delta\Theta\Lambda\Xi\Pi\Sigma\Phi\Psi\Omega\quad \mathbb{N} \subset "#
      + #"\mathbb{Z} \subset \mathbb{Q} \subset \mathbb{R}"#,
    #"a \le b < c \ll d \approx e \equiv f \sim g \propto h"#,
    #"A \Rightarrow B \iff C,\quad x \mapsto x^2,\quad a \not\in B"#,
    #"\forall \varepsilon > 0\; \exists \delta > 0:\; |x - a| < \delta"#,
    #"X \xrightarrow{\;f\;} Y,\quad \overrightarrow{AB},\quad y \overset{!}{=} 0"#,
    #"\textcolor{blue}{f(x)} = \textcolor{orange}{\frac{1}{x}} + \color{teal} c"#,
    #"\chi^2 = \sum_i \frac{(y_i - f(x_i))^2}{\sigma_i^2}"#,
    #"a\,b\:c\;d\!e\quad f\qquad g,\quad N_A = 6.022 \times 10^{23}"#,
    #"\hat{x}\;\vec{v}\;\bar{y}\;\tilde{A}\;\dot{r}\;\ddot{f}\;\check{c}\;\breve{g}"#,
  ]
}
