"""The same map by matplotlib without pyplot: the Agg or SVG canvas and nothing else.

contour_figure.py OUTPUT"""
import sys

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

output = sys.argv[1]
figure = Figure(figsize=(16, 12), dpi=100)
(FigureCanvasSVG if output.endswith(".svg") else FigureCanvasAgg)(figure)
x, y = np.meshgrid(np.linspace(-3, 3, 200), np.linspace(-3, 3, 200))
axes = figure.add_subplot()
curves = axes.contour(x, y, x**2 + y**2, levels=10)
axes.clabel(curves)
axes.set_aspect("equal")
axes.set_xlabel("x")
axes.set_ylabel("y")
figure.savefig(output)
