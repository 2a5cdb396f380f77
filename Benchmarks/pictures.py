"""Whole pictures beside the peers' : a fast oscillation, Tupper's curve, a surface, bytes of curves.

A figure that the tool does not have yet is left out with a word."""
import pathlib
import re

from measuring import Job, run_in_turn, run_once

ROOT = pathlib.Path(__file__).resolve().parent.parent
PEAKS = ("3(1-x)^2 exp(-x^2-(y+1)^2) - 10(x/5-x^3-y^5)exp(-x^2-y^2) "
         "- 1/3 exp(-(x+1)^2-y^2)")
LEVELS = [-6.5 + 14.5 * (k + 0.5) / 20 for k in range(20)]
BYTES_BAR = 0.25
SURFACE_BAR = 0.2


def python() -> str | None:
    """The interpreter of the peers."""
    path = ROOT / ".peers" / "bin" / "python3"
    return str(path) if path.exists() else None


def curve_bytes(svg: str) -> int:
    """The bytes of path data of open lines: stroked, not filled, and no glyph or frame."""
    total = 0
    for tag in re.findall(r"<path[^>]*>", svg):
        data = re.search(r' d="([^"]*)"', tag)
        if data and re.search(r'fill(="|: ?)none', tag) and len(data.group(1)) >= 60:
            total += len(data.group(1).encode())
    return total


def report_times(title: str, measured: list[Job], bar: float | None, goal: float | None) -> None:
    """Prints the times of a picture and what they are to be."""
    print(f"\n{title}")
    for job in measured:
        print(f"  {job.name:28} {job.milliseconds:8.1f} ms CPU "
              f"({min(job.cpu):.0f}-{max(job.cpu):.0f}), peak {job.mebibytes:.0f} MiB")
    if not measured or not measured[0].name.startswith("mvplot"):
        print("  no ratio: the tool has no such figure yet")
        return
    own = measured[0].milliseconds
    if goal is not None:
        print(f"  about {goal:g} ms wanted: {'met' if own <= goal else f'{own / goal:.2f} times that'}")
    for job in measured[1:]:
        ratio = own / job.milliseconds
        verdict = "" if bar is None else f", bar {bar}: {'met' if ratio <= bar else 'missed'}"
        print(f"  ratio to {job.name}: {ratio:.3f}{verdict}")


def report_bytes(tool: str, folder: pathlib.Path) -> None:
    """The bytes of 20 curves of peaks in SVG, beside matplotlib's on 200 x 200."""
    print("\nBytes of 20 levels of peaks in SVG, 1600 x 1200")
    ours, theirs = folder / "peaks.svg", folder / "peaks-matplotlib.svg"
    levels = ",".join(f"{level:g}" for level in LEVELS)
    try:
        run_once([tool, "contour", PEAKS, "--levels", levels, "--tolerance", "0.1", "--no-labels", "--size",
                  "1600x1200", "--quiet", "-o", str(ours)])
    except (RuntimeError, OSError) as error:
        print(f"  not measured: {error}")
        return
    own = curve_bytes(ours.read_text())
    print(f"  mvplot, all lines of the picture: {own}")
    interpreter = python()
    if interpreter is None:
        print("  matplotlib: not measured (see Benchmarks/install-peers)")
        return
    run_once([interpreter, str(ROOT / "Benchmarks" / "peers" / "peaks_lines.py"), str(theirs)])
    other = curve_bytes(theirs.read_text())
    print(f"  matplotlib, all lines of curves alone: {other}")
    print(f"  ratio {own / other:.3f}, bar {BYTES_BAR}: "
          f"{'met' if own <= BYTES_BAR * other else 'missed'}")


def run_pictures(tool: str, runs: int, folder: pathlib.Path) -> None:
    """Measures the pictures."""
    interpreter = python()
    rounds = max(1, min(runs, 7))
    size = ["--size", "1600x1200", "--quiet", "-o"]
    wave = run_in_turn([Job("mvplot", [tool, "plot", "sin(1/x)", *size, str(folder / "w.svg")])],
                       rounds)
    report_times("plot sin(1/x), SVG", wave, None, 10)
    tupper = run_in_turn([Job("mvplot", [
        tool, "implicit", "exp(sin(x)+cos(y)) = sin(exp(x+y))", "-x", "-10:10", "-y", "-10:10",
        *size, str(folder / "t.png")])], min(rounds, 3))
    report_times("Tupper's exp(sin x + cos y) = sin(exp(x + y)) on -10:10 squared, PNG", tupper,
                 None, 500)
    jobs = [Job("mvplot", [
        tool, "surface", "x^2 - y^2", "--tangent-at", "0.5,0.5", *size, str(folder / "s.svg")])]
    if interpreter:
        script = ROOT / "Benchmarks" / "peers" / "surface.py"
        jobs.append(Job("matplotlib", [interpreter, str(script), str(folder / "m.svg")]))
    report_times("a surface of 100 x 100 with a plane, SVG", run_in_turn(jobs, rounds),
                 SURFACE_BAR, None)
    report_bytes(tool, folder)
