// Loops that the compiler vectorises: a lane has the same bits on all instruction sets.
#include "PlaneSteps.h"
#include "Clones.h"

#pragma STDC FP_CONTRACT OFF

struct move {
  double x, y;
};

INLINE double greater(double a, double b) { return a >= b ? a : b; }

INLINE struct move newton(struct cv_jets j, size_t i) {
  const double inverse = 1 / (j.a[i] * j.d[i] - j.b[i] * j.c[i]);
  return (struct move){
      (j.b[i] * j.g[i] - j.d[i] * j.f[i]) * inverse,
      (j.c[i] * j.f[i] - j.a[i] * j.g[i]) * inverse};
}

INLINE struct move downhill(struct cv_jets j, double factor, double least, size_t i) {
  const double size = greater(
      __builtin_fabs(j.a[i]) + __builtin_fabs(j.b[i]),
      __builtin_fabs(j.c[i]) + __builtin_fabs(j.d[i]));
  const double step = factor > 0 ? factor : 1 / (least >= size ? least : size);
  return (struct move){-step * j.f[i], -step * j.g[i]};
}

CLONES void cv_newton_moves(
    double *restrict dx, double *restrict dy, struct cv_jets jets, size_t n) {
  for (size_t i = 0; i < n; i++) {
    const struct move move = newton(jets, i);
    dx[i] = move.x;
    dy[i] = move.y;
  }
}

CLONES void cv_downhill_moves(
    double *restrict dx, double *restrict dy, struct cv_jets jets, double factor, double least,
    size_t n) {
  for (size_t i = 0; i < n; i++) {
    const struct move move = downhill(jets, factor, least, i);
    dx[i] = move.x;
    dy[i] = move.y;
  }
}

CLONES void cv_hybrid_moves(
    double *restrict dx, double *restrict dy, double *restrict last, const double *restrict x,
    const double *restrict y, struct cv_jets jets, double factor, double least, size_t n) {
  for (size_t i = 0; i < n; i++) {
    const struct move quick = newton(jets, i), safe = downhill(jets, factor, least, i);
    const double size = greater(__builtin_fabs(x[i]), __builtin_fabs(y[i]));
    const double length = greater(__builtin_fabs(quick.x), __builtin_fabs(quick.y));
    const int is_down = quick.x * jets.f[i] + quick.y * jets.g[i] < 0;
    const int is_short = quick.x * quick.x + quick.y * quick.y <= 4;
    // On the point itself rounding alone decides what is downhill.
    const int is_there = length <= 4e-16 * size;
    const int is_quick = (is_down & is_short) | is_there;
    dx[i] = is_quick ? quick.x : safe.x;
    dy[i] = is_quick ? quick.y : safe.y;
    last[i] = is_quick ? last[i] : -1;
  }
}

CLONES size_t cv_advance(
    double *restrict x, double *restrict y, double *restrict last, uint8_t *restrict states,
    const double *restrict dx, const double *restrict dy, double unit, double near, double far,
    size_t n) {
  size_t ended = 0;
  const double most = near * __builtin_fabs(near), inverse = 1 / unit;
  for (size_t i = 0; i < n; i++) {
    const double px = x[i] + dx[i], py = y[i] + dy[i];
    const double ux = dx[i] * inverse, uy = dy[i] * inverse;
    const double square = ux * ux + uy * uy;
    const int is_near = (square <= most) & (square <= last[i]);
    const int is_inside = (__builtin_fabs(px) <= far) & (__builtin_fabs(py) <= far);
    const uint8_t state = (is_near ? CV_NEAR : 0) | (is_inside ? 0 : CV_LOST) | states[i];
    x[i] = px;
    y[i] = py;
    last[i] = square;
    states[i] = state;
    ended += state != 0;
  }
  return ended;
}

CLONES size_t cv_look_for_minima(
    uint8_t *restrict states, const double *restrict x, const double *restrict y,
    const double *restrict last, struct cv_jets jets, double unit, double reach, size_t n) {
  size_t ended = 0;
  const double rounding = 4e-16 / unit;
  for (size_t i = 0; i < n; i++) {
    const struct move move = newton(jets, i);
    const int is_convex = (jets.a[i] > 0) & (jets.a[i] * jets.d[i] > jets.b[i] * jets.b[i]);
    const int is_short = (__builtin_fabs(move.x) <= reach) & (__builtin_fabs(move.y) <= reach);
    const double size = greater(__builtin_fabs(x[i]), __builtin_fabs(y[i])) * rounding;
    const int is_still = last[i] <= size * size;
    const uint8_t state = (is_convex & is_short ? CV_NEAR : 0) | (is_still ? CV_LOST : 0);
    states[i] = state;
    ended += state != 0;
  }
  return ended;
}
