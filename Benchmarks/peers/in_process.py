"""The peers of the rows that are measured in process: casadi, jax, numpy, numexpr, scipy, contourpy.

A line "row peer" on standard input is answered by a line of JSON: times in seconds, and what else
there is to say. What a row needs (compilation included) is prepared once and not measured."""
import json
import pathlib
import sys
import time
import warnings

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PEAKS = (-3.0, 3.0)


def least(work, patience: float = 0.15) -> float:
    """The least time of a call among as many as fit into `patience` seconds, at least three."""
    best, count, start = float("inf"), 0, time.perf_counter()
    while count < 3 or time.perf_counter() - start < patience:
        begin = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begin)
        count += 1
    return best


def rosenbrock_casadi():
    """The chain as a scalar graph on casadi's virtual machine, called without copies."""
    import casadi
    count = 100_000
    x = casadi.SX.sym("x", count)
    rise = x[1:] - x[:-1] ** 2
    f = casadi.sum1(100 * rise**2 + (1 - x[:-1]) ** 2)
    point = np.array([0.5 + (k % 7) / 10 for k in range(count)])
    calls, results = {}, {}
    for name, output in (("value", f), ("gradient", casadi.gradient(f, x))):
        function = casadi.Function(name, [x], [output])
        results[name] = np.zeros(output.shape[0])
        buffer, calls[name] = function.buffer()
        buffer.set_arg(0, memoryview(point))
        buffer.set_res(0, memoryview(results[name]))
        calls[name + " keeps"] = (function, buffer)
    return lambda: {
        "value": least(calls["value"]), "gradient": least(calls["gradient"]),
        "norm": [float(np.linalg.norm(results["gradient"]))]}


def rosenbrock_numpy():
    """The gradient by hand: a floor, not a peer."""
    x = np.array([0.5 + (k % 7) / 10 for k in range(100_000)])

    def gradient():
        rise = x[1:] - x[:-1] ** 2
        result = np.zeros_like(x)
        result[1:] += 200 * rise
        result[:-1] -= 400 * rise * x[:-1] + 2 * (1 - x[:-1])
        return result

    return lambda: {"gradient": least(gradient), "norm": [float(np.linalg.norm(gradient()))]}


def network_data():
    """Parameters, inputs and targets by the formulas of the Swift program."""
    sizes = [8, 311, 311, 1]
    layers, start = [], 0
    for before, after in zip(sizes, sizes[1:]):
        count = after * (before + 1)
        flat = np.array([((k * 7919 % 1009) / 1009 - 0.5) / 8 for k in range(start, start + count)])
        layers += [flat[:after * before].reshape(after, before), flat[after * before:]]
        start += count
    inputs = np.array([[(s * 8 + k) * 31 % 101 / 101 - 0.5 for k in range(8)] for s in range(32)])
    return layers, inputs, np.array([[s % 5 / 5] for s in range(32)])


def network_numpy():
    """Back-propagation written by hand."""
    (w1, b1, w2, b2, w3, b3), inputs, targets = network_data()

    def forward():
        a1 = np.tanh(inputs @ w1.T + b1)
        a2 = np.tanh(a1 @ w2.T + b2)
        return a1, a2, a2 @ w3.T + b3 - targets

    def gradient():
        a1, a2, error = forward()
        d3 = error * (2 / 32)
        d2 = (d3 @ w3) * (1 - a2 * a2)
        d1 = (d2 @ w2) * (1 - a1 * a1)
        return [d1.T @ inputs, d1.sum(0), d2.T @ a1, d2.sum(0), d3.T @ a2, d3.sum(0)]

    return lambda: {
        "value": least(lambda: (forward()[2] ** 2).sum() / 32), "gradient": least(gradient),
        "norm": [float(np.sqrt(sum((g * g).sum() for g in gradient())))]}


def network_jax():
    """The same by jax, compiled."""
    import jax
    jax.config.update("jax_enable_x64", True)
    layers, inputs, targets = network_data()

    def cost(p):
        a = jax.numpy.tanh(inputs @ p[0].T + p[1])
        a = jax.numpy.tanh(a @ p[2].T + p[3])
        return ((a @ p[4].T + p[5] - targets) ** 2).sum() / 32

    value, slope = jax.jit(cost), jax.jit(jax.grad(cost))
    layers = [jax.numpy.array(p) for p in layers]
    jax.block_until_ready((value(layers), slope(layers)))
    norm = float(np.sqrt(sum((np.array(g) ** 2).sum() for g in slope(layers))))
    return lambda: {
        "value": least(lambda: jax.block_until_ready(value(layers))),
        "gradient": least(lambda: jax.block_until_ready(slope(layers))), "norm": [norm]}


def taylor_jax():
    """41 coefficients by jax.experimental.jet, compiled."""
    import math

    import jax
    from jax.experimental import jet
    jax.config.update("jax_enable_x64", True)
    seed = [1.0] + [0.0] * 39
    function = jax.jit(
        lambda x: jet.jet(lambda t: jax.numpy.exp(jax.numpy.sin(t)), (x,), (seed,)))
    value, terms = jax.block_until_ready(function(0.3))
    coefficients = [float(value)]
    coefficients += [float(c) / math.factorial(k + 1) for k, c in enumerate(terms)]
    return lambda: {
        "series": least(lambda: jax.block_until_ready(function(0.3))),
        "coefficients": coefficients}


def nist_scipy():
    """The non-linear sets of NIST by curve_fit with its defaults, from both starts."""
    from scipy.optimize import curve_fit
    text = (ROOT / "Tests" / "Fixtures" / "nist_nonlinear.json").read_text()
    names = {"exp": np.exp, "cos": np.cos, "sin": np.sin, "pi": np.pi, "ln": np.log}
    fits = []
    for problem in json.loads(text)["problems"]:
        columns = {name: np.array(data) for name, data in problem["data"].items()}
        arguments = ", ".join(["_", *problem["parameters"]])
        model = eval(f"lambda {arguments}: " + problem["model"].replace("^", "**"),
                     {**names, **columns})
        response = eval(problem["response"], {**names, **columns})
        certified = [float(problem["certified"]["estimate"][p]) for p in problem["parameters"]]
        for start in ("start1", "start2"):
            guess = [problem[start][p] for p in problem["parameters"]]
            fits.append((model, response, guess, certified))

    def digits(model, response, guess, certified) -> float:
        try:
            found, _ = curve_fit(model, np.zeros_like(response), response, p0=guess)
        except RuntimeError:
            return 0.0
        errors = np.abs(found - certified) / np.abs(certified)
        return float(min(11, -np.log10(max(errors.max(), 1e-11)))) if all(np.isfinite(errors)) else 0.0

    found: list[float] = []

    def run():
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found[:] = [digits(*fit) for fit in fits]

    return lambda: {"fits": least(run), "digits": found}


def grid_numexpr():
    """The whole grid in numexpr, one thread."""
    import numexpr
    numexpr.set_num_threads(1)
    x, y = np.meshgrid(np.linspace(-3, 3, 2000), np.linspace(-3, 3, 2000))
    formula = "exp(-(x**2+y**2))*sin(3*x)*cos(2*y)"
    data = {"x": x, "y": y}
    return lambda: {
        "one thread": least(lambda: numexpr.evaluate(formula, data), 0.5),
        "sample": [float(numexpr.evaluate(formula, data)[700, 1100])]}


def peaks_value(x, y):
    """The function peaks."""
    return (3 * (1 - x) ** 2 * np.exp(-x**2 - (y + 1) ** 2)
            - 10 * (x / 5 - x**3 - y**5) * np.exp(-x**2 - y**2)
            - np.exp(-(x + 1) ** 2 - y**2) / 3)


def peaks_contourpy():
    """numpy's evaluation on 1000 × 1000 and contourpy's serial generator, 20 levels."""
    import contourpy
    x, y = np.meshgrid(np.linspace(*PEAKS, 1000), np.linspace(*PEAKS, 1000))
    levels = [-6.5 + 14.5 * (k + 0.5) / 20 for k in range(20)]

    def trace():
        generator = contourpy.contour_generator(x, y, peaks_value(x, y), name="serial")
        return [generator.lines(level) for level in levels]

    return lambda: {
        "curves": least(trace, 0.5), "lines": [sum(len(lines) for lines in trace())]}


ROWS = {
    "rosenbrock": {"casadi": rosenbrock_casadi, "numpy by hand": rosenbrock_numpy},
    "network": {"numpy by hand": network_numpy, "jax": network_jax},
    "taylor": {"jax jet": taylor_jax},
    "nist": {"scipy curve_fit": nist_scipy},
    "grid": {"numexpr": grid_numexpr},
    "peaks": {"numpy and contourpy": peaks_contourpy},
}


def main() -> None:
    """Answers line by line."""
    prepared = {}
    for line in sys.stdin:
        row, _, peer = line.strip().partition("/")
        try:
            if line not in prepared:
                prepared[line] = ROWS[row][peer]()
            answer = prepared[line]()
        except Exception as error:  # a peer that is missing or fails is a line in the report
            answer = {"error": f"{type(error).__name__}: {error}"[:200]}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
