"""20 level curves of peaks on a grid of 200 x 200 and nothing else, as SVG of 1600 x 1200.

peaks_lines.py OUTPUT"""
import sys

import numpy as np
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

figure = Figure(figsize=(16, 12), dpi=100)
FigureCanvasSVG(figure)
x, y = np.meshgrid(np.linspace(-3, 3, 200), np.linspace(-3, 3, 200))
z = (3 * (1 - x) ** 2 * np.exp(-x**2 - (y + 1) ** 2)
     - 10 * (x / 5 - x**3 - y**5) * np.exp(-x**2 - y**2) - np.exp(-(x + 1) ** 2 - y**2) / 3)
axes = figure.add_axes((0, 0, 1, 1))
axes.set_axis_off()
axes.contour(x, y, z, levels=[-6.5 + 14.5 * (k + 0.5) / 20 for k in range(20)])
figure.savefig(sys.argv[1])
