# The same map by gnuplot: 200 samples a side, about ten levels, equal aspect.
# gnuplot -e "output='c.png'; png=1" contour.gp
if (png) set terminal pngcairo size 1600,1200; else set terminal svg size 1600,1200
set output output
set contour base
unset surface
set view map
set size ratio -1
set isosamples 200
set cntrparam levels auto 10
set xlabel "x"
set ylabel "y"
splot [-3:3][-3:3] x**2 + y**2 with lines title ""
