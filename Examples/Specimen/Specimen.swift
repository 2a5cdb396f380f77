/// A formula of the specimen: in TeX as it is set here, and in Typst's own language, to be held
/// beside it.
struct Specimen {
  let tex: String
  let typst: String

  init(_ tex: String, _ typst: String) {
    self.tex = tex
    self.typst = typst
  }
}

extension Specimen {
  /// All formulas, topic by topic.
  static let all = derivatives + integrals + algebra + series + matrices + signs

  static let derivatives = [
    Specimen("f(x, y) = x^2 + y^2", "f(x, y) = x^2 + y^2"),
    Specimen(
      #"f'(x) = \lim_{h \to 0} \frac{f(x+h) - f(x)}{h}"#,
      "f'(x) = lim_(h -> 0) (f(x+h) - f(x))/h"),
    Specimen(
      #"\frac{\mathrm{d}}{\mathrm{d}x} \sin^2 x = 2 \sin x \cos x"#,
      #"upright(d)/(upright(d) x) sin^2 x = 2 sin x cos x"#),
    Specimen(
      #"\nabla f = \left(\frac{\partial f}{\partial x}, \frac{\partial f}{\partial y}\right)"#,
      "nabla f = ((partial f)/(partial x), (partial f)/(partial y))"),
    Specimen(
      #"\frac{\partial^2 f}{\partial x\,\partial y} = \frac{\partial^2 f}{\partial y\,\partial x}"#,
      "(partial^2 f)/(partial x thin partial y) = (partial^2 f)/(partial y thin partial x)"),
    Specimen(
      #"\dot{x} = v,\quad \ddot{x} = -\omega^2 x"#, "dot(x) = v, quad dot.double(x) = -omega^2 x"),
    Specimen(
      #"\left.\frac{\mathrm{d}y}{\mathrm{d}x}\right|_{x=a} = f'(a)"#,
      "lr(upright(d) y / (upright(d) x) |)_(x=a) = f'(a)"),
    Specimen(
      #"(g \circ f)'(x) = g'(f(x))\, f'(x)"#, "(g compose f)'(x) = g'(f(x)) thin f'(x)"),
    Specimen(
      #"f^{(n)}(x),\; f''(x),\; f'''(x)"#, "f^((n))(x), med f''(x), med f'''(x)"),
    Specimen(
      #"\nabla \times \vec{F} = \vec{0},\quad \nabla \cdot \vec{F} = \rho"#,
      "nabla times arrow(F) = arrow(0), quad nabla dot arrow(F) = rho"),
  ]

  static let integrals = [
    Specimen(
      #"\int_a^b f(x)\,\mathrm{d}x = F(b) - F(a)"#,
      "integral_a^b f(x) thin upright(d) x = F(b) - F(a)"),
    Specimen(
      #"\int_{-\infty}^{\infty} e^{-x^2}\,\mathrm{d}x = \sqrt{\pi}"#,
      "integral_(-infinity)^infinity e^(-x^2) thin upright(d) x = sqrt(pi)"),
    Specimen(
      #"\iint_D f\,\mathrm{d}A = \int_0^1\!\int_0^x f\,\mathrm{d}y\,\mathrm{d}x"#,
      "integral.double_D f thin upright(d) A = integral_0^1 #h(-0.1667em) integral_0^x f thin upright(d) y thin upright(d) x"
    ),
    Specimen(
      #"\oint_{\partial D} P\,\mathrm{d}x + Q\,\mathrm{d}y"#,
      "integral.cont_(partial D) P thin upright(d) x + Q thin upright(d) y"),
    Specimen(
      #"\int \frac{\mathrm{d}x}{1 + x^2} = \arctan x + C"#,
      "integral (upright(d) x)/(1 + x^2) = arctan x + C"),
    Specimen(#"\left[\frac{x^3}{3}\right]_0^1 = \frac13"#, "[x^3/3]_0^1 = 1/3"),
    Specimen(
      #"\Gamma(z) = \int_0^\infty t^{z-1} e^{-t}\,\mathrm{d}t"#,
      "Gamma(z) = integral_0^infinity t^(z-1) e^(-t) thin upright(d) t"),
    Specimen(
      #"L = \int_a^b \sqrt{1 + f'(x)^2}\,\mathrm{d}x"#,
      "L = integral_a^b sqrt(1 + f'(x)^2) thin upright(d) x"),
    Specimen(
      #"\iiint_V \operatorname{div} \mathbf{F}\,\mathrm{d}V = \oiint_{\partial V} \mathbf{F} \cdot \mathbf{n}\,\mathrm{d}S"#,
      "integral.triple_V op(\"div\") bold(upright(F)) thin upright(d) V = integral.surf_(partial V) bold(upright(F)) dot bold(upright(n)) thin upright(d) S"
    ),
    Specimen(
      #"\bar{x} = \frac{1}{n}\sum_{i=1}^{n} x_i"#, "macron(x) = 1/n sum_(i=1)^n x_i"),
  ]

  static let algebra = [
    Specimen(
      #"x_{1,2} = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}"#,
      "x_(1,2) = (-b plus.minus sqrt(b^2 - 4 a c))/(2a)"),
    Specimen(#"\sqrt[3]{x + \sqrt[n]{y}}"#, "root(3, x + root(n, y))"),
    Specimen(#"\sqrt{1 + \sqrt{1 + \sqrt{1 + x}}}"#, "sqrt(1 + sqrt(1 + sqrt(1 + x)))"),
    Specimen(
      #"\cfrac{1}{1 + \cfrac{1}{1 + \cfrac{1}{x}}}"#,
      "display(1/(1 + display(1/(1 + display(1/x)))))"),
    Specimen(#"\binom{n}{k} = \frac{n!}{k!\,(n-k)!}"#, "binom(n, k) = n!/(k! thin (n-k)!)"),
    Specimen(#"|x| = \lfloor x \rfloor + \lceil y \rceil"#, "|x| = floor(x) + ceil(y)"),
    Specimen(
      #"\left\{ x \in \mathbb{R} \;\middle|\; \frac{x}{2} < 1 \right\}"#,
      "{ x in RR med mid(|) med x/2 < 1 }"),
    Specimen(
      #"|x| = \begin{cases} x & \text{if } x \ge 0 \\ -x & \text{otherwise} \end{cases}"#,
      "|x| = cases(x & quad \"if \" x >= 0, -x & quad \"otherwise\")"),
    Specimen(
      #"\underbrace{a + \cdots + a}_{n \text{ terms}} = \overbrace{na}^{\text{product}}"#,
      "underbrace(a + dots.c + a, n \" terms\") = overbrace(n a, \"product\")"),
    Specimen(
      #"\overline{z + w} = \overline{z} + \overline{w},\; \widehat{abc},\; \widetilde{xyz}"#,
      "overline(z + w) = overline(z) + overline(w), med hat(a b c), med tilde(x y z)"),
  ]

  static let series = [
    Specimen(
      #"e^x = \sum_{k=0}^{\infty} \frac{x^k}{k!}"#, "e^x = sum_(k=0)^infinity x^k/k!"),
    Specimen(
      #"T_3(x) = x - \frac{x^3}{6}"#, "T_3(x) = x - x^3/6"),
    Specimen(
      #"f(x) = \sum_{k=0}^{n} \frac{f^{(k)}(a)}{k!}(x-a)^k + R_n(x)"#,
      "f(x) = sum_(k=0)^n (f^((k))(a))/k! (x-a)^k + R_n (x)"),
    Specimen(
      #"\prod_{i=1}^{n} a_i,\quad \bigcup_{i \in I} A_i,\quad \coprod_{j} B_j"#,
      "product_(i=1)^n a_i, quad union.big_(i in I) A_i, quad product.co_j B_j"),
    Specimen(
      #"\sum_{\substack{1 \le i \le n \\ i \ne j}} a_{ij}"#,
      "sum_(1 <= i <= n \\ i != j) a_(i j)"),
    Specimen(
      #"\lim_{n \to \infty} \left(1 + \frac{1}{n}\right)^{n} = e"#,
      "lim_(n -> infinity) (1 + 1/n)^n = e"),
    Specimen(
      #"\limsup_{n \to \infty} a_n \le \sup_{k} a_k"#, "limsup_(n -> infinity) a_n <= sup_k a_k"),
    Specimen(
      #"x^{y^z},\; x_{i_j},\; x_i^2,\; {}_2F_1,\; e^{-\frac{x^2}{2\sigma^2}}"#,
      "x^(y^z), med x_(i_j), med x_i^2, med zws_2 F_1, med e^(-x^2/(2 sigma^2))"),
    Specimen(
      #"\hat{\beta} = \arg\min_{\beta} \lVert y - X\beta \rVert^2"#,
      "hat(beta) = arg min_beta norm(y - X beta)^2"),
    Specimen(
      #"p(x) = \tfrac{1}{\sigma\sqrt{2\pi}}\, e^{-(x-\mu)^2/2\sigma^2}"#,
      "p(x) = inline(1/(sigma sqrt(2 pi))) thin e^(-(x-mu)^2 slash 2 sigma^2)"),
  ]

  static let matrices = [
    Specimen(
      #"\begin{pmatrix} a & b \\ c & d \end{pmatrix}^{-1}"#, "mat(a, b; c, d)^(-1)"),
    Specimen(
      #"H = \begin{bmatrix} 2 & 0 \\ 0 & -2 \end{bmatrix}"#, "H = mat(delim: \"[\", 2, 0; 0, -2)"),
    Specimen(
      #"\begin{vmatrix} a & b \\ c & d \end{vmatrix} = ad - bc"#,
      "mat(delim: \"|\", a, b; c, d) = a d - b c"),
    Specimen(
      #"J = \begin{pmatrix} \dfrac{\partial u}{\partial x} & \dfrac{\partial u}{\partial y} \\ \dfrac{\partial v}{\partial x} & \dfrac{\partial v}{\partial y} \end{pmatrix}"#,
      "J = mat(display((partial u)/(partial x)), display((partial u)/(partial y)); display((partial v)/(partial x)), display((partial v)/(partial y)))"
    ),
    Specimen(
      #"\begin{pmatrix} a_{11} & \cdots & a_{1n} \\ \vdots & \ddots & \vdots \\ a_{m1} & \cdots & a_{mn} \end{pmatrix}"#,
      "mat(a_11, dots.c, a_(1n); dots.v, dots.down, dots.v; a_(m 1), dots.c, a_(m n))"),
    Specimen(
      #"\begin{aligned} x + y &= 1 \\ 2x - y &= \tfrac12 \end{aligned}"#,
      "x + y &= 1 \\ 2x - y &= inline(1/2)"),
    Specimen(
      #"\left(\begin{array}{cc|c} 1 & 2 & 3 \\ 0 & 1 & 4 \end{array}\right)"#,
      "mat(augment: #2, 1, 2, 3; 0, 1, 4)"),
    Specimen(
      #"\mathbf{x}^{\mathsf{T}} A \mathbf{x} > 0"#,
      "bold(upright(x))^sans(upright(T)) A bold(upright(x)) > 0"),
    Specimen(
      #"\mathcal{L}(x, \lambda) = f(x) - \lambda\, g(x)"#,
      "cal(L)(x, lambda) = f(x) - lambda thin g(x)"),
    Specimen(
      #"f(x) = \begin{cases} \dfrac{\sin x}{x} & x \ne 0 \\ 1 & x = 0 \end{cases}"#,
      "f(x) = cases(display((sin x)/x) & quad x != 0, 1 & quad x = 0)"),
  ]

  static let signs = [
    Specimen(
      #"\alpha\beta\gamma\delta\epsilon\varepsilon\zeta\eta\theta\vartheta\kappa\lambda\mu\xi\pi\rho\sigma\tau\phi\varphi\chi\psi\omega"#,
      "alpha beta gamma delta epsilon.alt epsilon zeta eta theta theta.alt kappa lambda mu xi pi rho sigma tau phi.alt phi chi psi omega"
    ),
    Specimen(
      #"\Gamma\Delta\Theta\Lambda\Xi\Pi\Sigma\Phi\Psi\Omega\quad \mathbb{N} \subset \mathbb{Z} \subset \mathbb{Q} \subset \mathbb{R}"#,
      "Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega quad NN subset ZZ subset QQ subset RR"),
    Specimen(
      #"a \le b < c \ll d \approx e \equiv f \sim g \propto h"#,
      "a <= b < c << d approx e equiv f tilde.op g prop h"),
    Specimen(
      #"A \Rightarrow B \iff C,\quad x \mapsto x^2,\quad a \not\in B"#,
      "A => B <==> C, quad x |-> x^2, quad a in.not B"),
    Specimen(
      #"\forall \varepsilon > 0\; \exists \delta > 0:\; |x - a| < \delta"#,
      "forall epsilon > 0 med exists delta > 0: med |x - a| < delta"),
    Specimen(
      #"X \xrightarrow{\;f\;} Y,\quad \overrightarrow{AB},\quad y \overset{!}{=} 0"#,
      "X stretch(->)^(med f med) Y, quad arrow(A B), quad y =^! 0"),
    Specimen(
      #"\textcolor{blue}{f(x)} = \textcolor{orange}{\frac{1}{x}} + \color{teal} c"#,
      "#text(fill: rgb(\"#0354AA\"), $f(x)$) = #text(fill: rgb(\"#D0680A\"), $1/x$) + #text(fill: rgb(\"#0B8178\"), $c$)"
    ),
    Specimen(
      #"\hat{x}\;\vec{v}\;\bar{y}\;\tilde{A}\;\dot{r}\;\ddot{f}\;\check{c}\;\breve{g}"#,
      "hat(x) med arrow(v) med macron(y) med tilde(A) med dot(r) med dot.double(f) med caron(c) med breve(g)"
    ),
    Specimen(
      #"a\,b\:c\;d\!e\quad f\qquad g"#, "a thin b med c thick d #h(-0.1667em) e quad f wide g"),
    Specimen(
      #"\chi^2 = \sum_i \frac{(y_i - f(x_i))^2}{\sigma_i^2},\quad N_A = 6.022 \times 10^{23}"#,
      "chi^2 = sum_i (y_i - f(x_i))^2/(sigma_i^2), quad N_A = 6.022 times 10^23"),
  ]
}
