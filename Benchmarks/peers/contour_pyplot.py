"""The same map by matplotlib's pyplot, as most people write it.

contour_pyplot.py OUTPUT"""
import sys

import matplotlib

matplotlib.use("svg" if sys.argv[1].endswith(".svg") else "agg")
import matplotlib.pyplot as plt
import numpy as np

plt.figure(figsize=(16, 12), dpi=100)
x, y = np.meshgrid(np.linspace(-3, 3, 200), np.linspace(-3, 3, 200))
curves = plt.contour(x, y, x**2 + y**2, levels=10)
plt.clabel(curves)
plt.gca().set_aspect("equal")
plt.xlabel("x")
plt.ylabel("y")
plt.savefig(sys.argv[1])
