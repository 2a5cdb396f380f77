"""A saddle of 100 x 100 with its tangent plane by matplotlib.

surface.py OUTPUT"""
import sys

import numpy as np
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

figure = Figure(figsize=(16, 12), dpi=100)
FigureCanvasSVG(figure)
x, y = np.meshgrid(np.linspace(-3, 3, 100), np.linspace(-3, 3, 100))
axes = figure.add_subplot(projection="3d")
axes.plot_surface(x, y, x**2 - y**2, rstride=1, cstride=1)
axes.plot_surface(x, y, x - y, rstride=1, cstride=1, alpha=0.5)
figure.savefig(sys.argv[1])
