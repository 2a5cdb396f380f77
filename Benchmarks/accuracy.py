"""How far a circle drawn in an SVG is from a true one, and how many bytes its path takes.

The level x² + y² = 4 on [-3, 3]² with equal aspect is a circle whose radius is a third of the
panel's side. It is found by that alone, with no word about scales in the file: the paths that
follow one circle about the panel's centre. Gaps for labels are allowed."""
import math
import re
from dataclasses import dataclass

Cubic = tuple[complex, complex, complex, complex]


def subpaths(data: str) -> list[list[Cubic]]:
    """The subpaths of SVG path data (absolute M, L, C, H, V, Z) as lists of cubics."""
    result: list[list[Cubic]] = []
    here = start = 0j
    for letter, text in re.findall(r"([A-Za-z])([^A-Za-z]*)", data):
        numbers = [float(n) for n in re.findall(r"[-+]?(?:\d+\.?\d*|\.\d+)", text)]
        if letter == "M":
            here = start = complex(*numbers[:2])
            result.append([])
            numbers = numbers[2:]
            letter = "L"
        if letter in "LHV":
            for end in line_ends(letter, numbers, here):
                third = (end - here) / 3
                result[-1].append((here, here + third, end - third, end))
                here = end
        elif letter == "C":
            for i in range(0, len(numbers) - 5, 6):
                a, b, end = (complex(*numbers[i + k:i + k + 2]) for k in (0, 2, 4))
                result[-1].append((here, a, b, end))
                here = end
        elif letter in "Zz":
            if abs(start - here) > 1e-9:
                third = (start - here) / 3
                result[-1].append((here, here + third, start - third, start))
            here = start
        else:
            raise ValueError(f"unknown path command {letter}")
    return [path for path in result if path]


def line_ends(letter: str, numbers: list[float], here: complex):
    """The ends of the lines of one command."""
    if letter == "L":
        yield from (complex(*numbers[i:i + 2]) for i in range(0, len(numbers) - 1, 2))
    for number in numbers if letter in "HV" else []:
        here = complex(number, here.imag) if letter == "H" else complex(here.real, number)
        yield here


def points(path: list[Cubic], steps: int = 64) -> list[complex]:
    """Points along a subpath: `steps` to a cubic."""
    return [
        (1 - t) ** 3 * p + 3 * (1 - t) ** 2 * t * a + 3 * (1 - t) * t * t * b + t**3 * q
        for p, a, b, q in path for t in (k / steps for k in range(steps + 1))]


def square(path: list[Cubic]) -> tuple[complex, float] | None:
    """Centre and side of a subpath that is an upright square."""
    corners = [cubic[0] for cubic in path] + [path[-1][3]]
    xs, ys = [c.real for c in corners], [c.imag for c in corners]
    width, height = max(xs) - min(xs), max(ys) - min(ys)
    if len(path) not in (3, 4) or width < 100 or abs(width - height) > 0.02:
        return None
    on_edge = all(
        min(abs(c.real - e) for e in (min(xs), max(xs))) < 0.02
        and min(abs(c.imag - e) for e in (min(ys), max(ys))) < 0.02 for c in corners)
    return (complex((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2), width) if on_edge else None


@dataclass
class Circle:
    """What was found."""

    radius: float
    deviation: float
    covered: float
    path_bytes: int


def level_four(svg: str) -> Circle:
    """The circle of the level 4."""
    all_data = re.findall(r'<path[^>]*? d="([^"]*)"', svg)
    paths = [(data, subpaths(data)) for data in all_data if data]
    squares = [s for _, subs in paths for s in map(square, subs) if s]
    if not squares:
        raise ValueError("no panel is found")
    centre, side = max(squares, key=lambda s: s[1])
    radius = side / 3
    found, size = [], 0
    for data, subs in paths:
        follow = [
            samples for samples in map(points, subs)
            if max(abs(abs(p - centre) - radius) for p in samples) < 1.5]
        if follow:
            size += len(data.encode())
            found += [p for samples in follow for p in samples]
    if not found:
        raise ValueError(f"no curve follows a circle of {radius:.2f} px")
    centre, radius = fitted(found, centre, radius)
    turns = {round(math.degrees(math.atan2((p - centre).imag, (p - centre).real))) % 360
             for p in found}
    deviation = max(abs(abs(p - centre) - radius) for p in found)
    return Circle(radius, deviation, len(turns) / 360, size)


def fitted(found: list[complex], centre: complex, radius: float) -> tuple[complex, float]:
    """Moves a circle onto points by least squares: the panel's edge may lie half a pixel off.

    For small moves d of the centre the distance of p changes by -d·u, with u the direction of p;
    each round solves the normal equations of that (Gauss-Newton)."""
    for _ in range(5):
        rows = [((p - centre) / abs(p - centre), abs(p - centre) - radius) for p in found]
        n = len(rows)
        mean_u = sum(u for u, _ in rows) / n
        mean_e = sum(e for _, e in rows) / n
        centred = [(u - mean_u, e - mean_e) for u, e in rows]
        xx = sum(u.real**2 for u, _ in centred)
        xy = sum(u.real * u.imag for u, _ in centred)
        yy = sum(u.imag**2 for u, _ in centred)
        xe = sum(u.real * e for u, e in centred)
        ye = sum(u.imag * e for u, e in centred)
        determinant = xx * yy - xy * xy
        if abs(determinant) < 1e-9:
            break
        move = complex((xe * yy - ye * xy) / determinant, (ye * xx - xe * xy) / determinant)
        centre += move
        radius += mean_e - (move.real * mean_u.real + move.imag * mean_u.imag)
    return centre, radius
