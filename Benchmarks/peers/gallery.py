"""Thirty figures of six kinds in one process of matplotlib, each as PNG and SVG: what its users would
write for a gallery of calculus. The folder for the files is the argument."""
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

folder = sys.argv[1]
x, y = np.meshgrid(np.linspace(-3, 3, 200), np.linspace(-3, 3, 200))
line = np.linspace(-6, 6, 400)


def contours(k):
    plt.clabel(plt.contour(x, y, x**2 + (k + 1) * y**2, 10))
    plt.gca().set_aspect("equal")


def filled(k):
    z = np.sin(x + k) * np.cos(y)
    v, u = np.gradient(z)
    plt.contourf(x, y, z, 12)
    plt.colorbar()
    plt.quiver(x[::12, ::12], y[::12, ::12], u[::12, ::12], v[::12, ::12], angles="xy")
    plt.gca().set_aspect("equal")


def taylor(k):
    plt.plot(line, np.sin(line), "k")
    total, term = np.zeros_like(line), line.copy()
    for n in range(k + 3):
        total = total + term
        plt.plot(line, total, label=f"$T_{{{2 * n + 1}}}$")
        term = -term * line**2 / ((2 * n + 2) * (2 * n + 3))
    plt.ylim(-3, 3)
    plt.legend()


def descent(k):
    plt.contour(x, y, (1 - x) ** 2 + (k + 4) * (y - x**2) ** 2, np.logspace(-1, 3, 12))
    p, path = np.array([-1.4, 1.6]), []
    for _ in range(60):
        path.append(p)
        a, b = p
        p = p - 0.004 * np.array([
            2 * (a - 1) - 4 * (k + 4) * a * (b - a * a), 2 * (k + 4) * (b - a * a)])
    plt.plot(*np.array(path).T, "o-", markersize=3)


def regression(k):
    noise = np.random.default_rng(k)
    t = np.linspace(0, 5, 30)
    values = 4.5 * np.exp(-0.7 * t) + 0.9 + noise.normal(0, 0.2, t.size)
    plt.errorbar(t, values, 0.2, fmt="o")
    plt.plot(t, np.polyval(np.polyfit(t, values, 3), t))


def surface(k):
    axes = plt.gcf().add_subplot(projection="3d")
    axes.plot_surface(x[::4, ::4], y[::4, ::4], np.cos(x + k)[::4, ::4] * np.sin(y)[::4, ::4])


for index in range(30):
    kind = [contours, filled, taylor, descent, regression, surface][index // 5]
    plt.figure(figsize=(16, 9), dpi=100)
    kind(index % 5)
    plt.title(f"{kind.__name__} {index}")
    for end in ("png", "svg"):
        plt.savefig(f"{folder}/{index}.{end}")
    plt.close("all")
