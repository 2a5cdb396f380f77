"""Rows that are measured inside processes: ours and the peers' answer in turn, round by round.

Each program prepares its work once (compilation, memory, data) and is then asked again and again; it
answers with the least time of some repetitions. A row quotes least times and the ratio of them, and
in brackets the least and the greatest ratio of a round: on a busy machine these tell the noise."""
import json
import math
import os
import pathlib
import subprocess
import tempfile
from dataclasses import dataclass, field
from decimal import Decimal, getcontext
from typing import Callable

from measuring import Job, run_in_turn

ROOT = pathlib.Path(__file__).resolve().parent.parent
OURS = ROOT / ".build-bench" / "release" / "in-process"
PYTHON = ROOT / ".peers" / "bin" / "python3"


class Worker:
    """A program that answers each line by a line of JSON."""

    def __init__(self, command: list[str]) -> None:
        # One thread for matrices: what is compared are algorithms, not cores.
        environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            text=True, env=environment)

    def ask(self, row: str) -> dict:
        """The answer, or why there is none."""
        try:
            self.process.stdin.write(row + "\n")
            self.process.stdin.flush()
            return json.loads(self.process.stdout.readline())
        except (OSError, ValueError) as error:
            return {"error": f"no answer ({error})"}

    def close(self) -> None:
        """Ends the program."""
        self.process.stdin.close()
        self.process.wait()


@dataclass
class Bar:
    """A ratio of a time of ours to another, and what it should not exceed."""

    ours: str
    peer: str | None
    theirs: str
    limit: float | None
    unit: str = ""


@dataclass
class Row:
    """What is measured: the name that programs know, the peers, the bars and further facts."""

    name: str
    title: str
    peers: list[str] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)
    facts: Callable[[dict, dict], list[str]] = lambda ours, peers: []


def digits_found(ours: dict, peers: dict) -> list[str]:
    """How many fits come out to six and to nine digits."""
    lines = []
    for name, answer in [("ours", ours), *peers.items()]:
        digits = answer.get("digits", [])
        lines.append(f"{name}: {sum(d >= 6 for d in digits)} of {len(digits)} fits to 6 digits, "
                     f"{sum(d >= 9 for d in digits)} to 9")
    return lines


def same_norm(ours: dict, peers: dict) -> list[str]:
    """Whether the gradients are the same."""
    norms = ", ".join(f"{name} {answer.get('norm', ['-'])[0]}" for name, answer in peers.items())
    return [f"length of the gradient: ours {ours['norm'][0]}, {norms}"]


def taylor_error(ours: dict, peers: dict) -> list[str]:
    """The largest relative error of a coefficient, against 50 digits."""
    exact = exact_coefficients()

    def error(answer: dict) -> float:
        found = answer.get("coefficients", [])
        return max((float(abs((Decimal(c) - x) / x)) for c, x in zip(found, exact)), default=math.nan)

    own = error(ours)
    lines = [f"largest relative error: {own:.1e}, bar 1e-13: {'met' if own <= 1e-13 else 'missed'}"]
    return lines + [f"  of {name}: {error(answer):.1e}" for name, answer in peers.items()]


def exact_coefficients() -> list[Decimal]:
    """The 41 coefficients of exp(sin x) about the double nearest to 0.3: v' = v u'."""
    getcontext().prec = 60
    x = Decimal(0.3)

    def series(first: Decimal, k: int) -> Decimal:
        total, term = Decimal(0), first
        while abs(term) > Decimal(10) ** -70:
            total += term
            term *= -x * x / ((k + 1) * (k + 2))
            k += 2
        return total

    sine, cosine = series(x, 1), series(Decimal(1), 0)
    inner, factorial = [], Decimal(1)
    for k in range(41):
        factorial *= k or 1
        inner.append([sine, cosine, -sine, -cosine][k % 4] / factorial)
    outer = [sine.exp()]
    for k in range(1, 41):
        outer.append(sum(Decimal(j) * inner[j] * outer[k - j] for j in range(1, k + 1)) / k)
    return outer


def boxes(ours: dict, _: dict) -> list[str]:
    """What a search took."""
    return [f"{ours['points'][0]:.0f} points, {ours['boxes'][0]:.0f} boxes visited"]


def lines_found(ours: dict, peers: dict) -> list[str]:
    """The curves that were found."""
    found = f"ours {ours['lines'][0]:.0f} curves in {ours['cubics'][0]:.0f} cubics"
    return [found + "".join(f", {name} {answer['lines'][0]:.0f}"
                            for name, answer in peers.items() if "lines" in answer)]


def part_of_a_run(ours: dict, _: dict) -> list[str]:
    """The layout beside the whole run that draws the same figure."""
    tool = str(ROOT / ".build" / "release" / "mvplot")
    with tempfile.TemporaryDirectory() as folder:
        run = run_in_turn([Job("mvplot", [
            tool, "contour", "x^2+y^2", "--levels", "20", "--quiet", "-o", f"{folder}/a.png"])], 15)
    lines = [f"{ours['texts'][0]:.0f} texts, {ours['fonts'][0]:.0f} fonts open, of these serif "
             f"{ours['serif fonts'][0]:.0f}, bar 0: "
             f"{'met' if ours['serif fonts'][0] == 0 else 'missed'}"]
    if not run:
        return [*lines, "no part of a run: the tool did not run"]
    part = ours["first layout"] * 1e3 / run[0].milliseconds
    return [*lines, f"the first layout is {part:.2f} of a run of {run[0].milliseconds:.1f} ms CPU, "
                    f"bar 0.33: {'met' if part <= 0.33 else 'missed'}"]


def growth(ours: dict, _: dict) -> list[str]:
    """How the time grows with the length of the curves."""
    times, pixels = ours["times"], ours["pixels"]
    lines = []
    for time, length in zip(times, pixels):
        mark = "#" * max(1, round(40 * time / max(times)))
        lines.append(f"{length:8.0f} px of curve: {time * 1e3:7.2f} ms, {time / length * 1e9:6.0f} ns/px {mark}")
    power = math.log(times[-1] / times[0]) / math.log(pixels[-1] / pixels[0])
    return lines + [f"time grows like pixels^{power:.2f}, bar 1: {'met' if power <= 1 else 'missed'}"]


ROWS = [
    Row("rosenbrock", "gradient of the Rosenbrock chain, 100 000 inputs, tape replayed",
        ["casadi", "numpy by hand"],
        [Bar("gradient", "casadi", "gradient", 0.5), Bar("gradient", None, "value", 2.5),
         Bar("gradient", "numpy by hand", "gradient", None)], same_norm),
    Row("network", "gradient of the tanh network 8-311-311-1, batch of 32",
        ["numpy by hand", "jax"],
        [Bar("gradient", None, "value", 2.8), Bar("gradient", "numpy by hand", "gradient", 3),
         Bar("gradient", "jax", "gradient", 1)], same_norm),
    Row("taylor", "41 Taylor coefficients of exp(sin x) at 0.3, after parsing", ["jax jet"],
        [Bar("compiled", "jax jet", "series", 0.03),
         Bar("with bounds, not compiled", "jax jet", "series", None)], taylor_error),
    Row("nist", "the 32 non-linear NIST fits with defaults", ["scipy curve_fit"],
        [Bar("fits", "scipy curve_fit", "fits", 0.45)], digits_found),
    Row("himmelblau", "all critical points of Himmelblau's function, about 1 ms", [],
        [Bar("search", None, "1 ms", 1)], boxes),
    Row("six-hump camel", "all critical points of the six-hump camel, about 2 ms", [],
        [Bar("search", None, "2 ms", 1)], boxes),
    Row("cosine sum", "all critical points of a sandpit of 4 x 4 random waves, about 5 ms", [],
        [Bar("search", None, "5 ms", 1)], boxes),
    Row("critical points", "all critical points of the 30 problems in two variables", [],
        [Bar("search", None, "150 ms", 1)], boxes),
    Row("course lab", "all Lagrange points of the course's lab, about 1 ms", [],
        [Bar("search", None, "1 ms", 1)], boxes),
    Row("lagrange points", "all Lagrange points of the 30 problems", [],
        [Bar("search", None, "20 ms", 1)], boxes),
    Row("grid", "exp(-(x^2+y^2)) sin(3x) cos(2y) on 2000 x 2000", ["numexpr", "C with libmvec"],
        [Bar("one thread", "numexpr", "one thread", 0.1),
         Bar("one thread", "C with libmvec", "one thread", 1.3),
         Bar("one thread", "C with libmvec", "by hand", None),
         Bar("two threads", None, "one thread", None),
         Bar("one thread, new memory", None, "one thread", None)]),
    Row("layout", "layout of a figure with twenty labels, fonts not yet open", [],
        [Bar("first layout", None, "layout again", None)], part_of_a_run),
    Row("formulas", "the sixty formulas of the specimen, fonts open; about 9 ms each family", [],
        [Bar("sans", None, "9 ms", 1), Bar("serif", None, "9 ms", 1)]),
    Row("peaks", "20 levels of peaks to fitted curves, 0.1 px of 1600 x 1200",
        ["numpy and contourpy"], [Bar("curves", "numpy and contourpy", "curves", 0.12)],
        lines_found),
    Row("peaks sizes", "the same at 800 x 600, 1600 x 1200, 3200 x 2400", [], [], growth),
]


def milliseconds(text: str) -> float | None:
    """The seconds in "5 ms"; None for the name of a time."""
    number, _, unit = text.partition(" ")
    return float(number) * 1e-3 if unit == "ms" else None


def report(row: Row, ours: list[dict], peers: dict[str, list[dict]]) -> None:
    """Prints the least times, the ratios and the facts of a row."""
    print(f"\n{row.title}")
    if "error" in ours[-1]:
        print(f"  not measured: {ours[-1]['error']}")
        return
    able = {}
    for name, answers in peers.items():
        if "error" in answers[-1]:
            print(f"  {name}: not measured: {answers[-1]['error']}")
        else:
            able[name] = answers
    for bar in row.bars:
        if bar.peer is not None and bar.peer not in able:
            continue
        fixed = milliseconds(bar.theirs)
        own = [a[bar.ours] for a in ours]
        others = [fixed] * len(own) if fixed else [
            a[bar.theirs] for a in (able[bar.peer] if bar.peer else ours)]
        ratio = min(own) / min(others)
        spread = [a / b for a, b in zip(own, others)]
        verdict = "" if bar.limit is None else (
            f"  bar {bar.limit}: " + ("met" if ratio <= bar.limit else
                                      f"missed by {ratio / bar.limit - 1:.0%}"))
        against = "" if fixed else f"{bar.peer + ', ' if bar.peer else 'own '}{bar.theirs}: "
        print(f"  {bar.ours}: {min(own) * 1e3:.4g} ms; {against}{min(others) * 1e3:.4g} ms; "
              f"ratio {ratio:.3f} [{min(spread):.3f}-{max(spread):.3f}]{verdict}")
    for line in row.facts(ours[-1], {name: answers[-1] for name, answers in able.items()}):
        print(f"  {line}")


def build_loop(folder: pathlib.Path) -> str | None:
    """Compiles loop.c by gcc, which vectorises with libmvec; None where that fails."""
    program = str(folder / "loop")
    try:
        subprocess.run(
            ["gcc", "-O3", "-march=native", "-ffast-math", str(ROOT / "Benchmarks" / "loop.c"),
             "-o", program, "-lm"], check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"left out: C with libmvec: {error}")
        return None
    return program


def run_rows(folder: pathlib.Path, rounds: int, only: set[str]) -> None:
    """Measures all rows, or some of them."""
    if not OURS.exists():
        print(f"\nrows in process: not measured, there is no {OURS} (make bench builds it)")
        return
    own = Worker([str(OURS)])
    python = Worker([str(PYTHON), str(ROOT / "Benchmarks" / "peers" / "in_process.py")])
    loop = build_loop(folder)
    floor = Worker([loop]) if loop else None
    for row in ROWS:
        if only and row.name not in only:
            continue
        ours: list[dict] = []
        peers: dict[str, list[dict]] = {name: [] for name in row.peers}
        for _ in range(rounds):
            ours.append(own.ask(row.name))
            for name in row.peers:
                if name == "C with libmvec":
                    peers[name].append(floor.ask(row.name) if floor else {"error": "no gcc"})
                else:
                    peers[name].append(python.ask(f"{row.name}/{name}"))
        report(row, ours, peers)
    for worker in [own, python] + ([floor] if floor else []):
        worker.close()
