// Sums of many sines and cosines of one number.
#include "WaveSums.h"
#include "Clones.h"
#include "VectorKernels.h"

#include <math.h>

#pragma STDC FP_CONTRACT OFF

#define BLOCK 256
#define LANES 8

/// A block of waves at one place: the waves and their quadratures, the derivatives by the argument.
struct block {
  double wave[BLOCK], turned[BLOCK], square[BLOCK];
};

CLONES static double total(const double *a, size_t n) {
  double lanes[LANES] = {0};
  size_t i = 0;
  for (; i + LANES <= n; i += LANES)
    for (size_t k = 0; k < LANES; k++) lanes[k] += a[i + k];
  for (size_t k = 0; i + k < n; k++) lanes[k] += a[i + k];
  double sum = 0;
  for (size_t k = 0; k < LANES; k++) sum += lanes[k];
  return sum;
}

CLONES static void multiply(double *restrict d, const double *restrict a, size_t n) {
  for (size_t i = 0; i < n; i++) d[i] *= a[i];
}

CLONES static void arguments(
    double *restrict d, const double *restrict frequencies, const double *restrict phases, double x,
    size_t n) {
  for (size_t i = 0; i < n; i++) d[i] = frequencies[i] * x + phases[i];
}

/// sin of the first lanes, cos of the others; `is_turned` for cos and −sin.
static void apply(double *d, const double *a, size_t sines, size_t n, int is_turned) {
  cv_apply(is_turned ? CV_COS : CV_SIN, d, a, sines);
  cv_apply(is_turned ? CV_SIN : CV_COS, d + sines, a + sines, n - sines);
  if (is_turned)
    for (size_t i = sines; i < n; i++) d[i] = -d[i];
}

static size_t sines_among(struct cv_waves waves, size_t first, size_t n) {
  if (waves.sines <= first) return 0;
  return waves.sines - first < n ? waves.sines - first : n;
}

void cv_wave_derivatives(double *derivatives, size_t orders, struct cv_waves waves, double x) {
  struct block b;
  double angles[BLOCK];
  for (size_t n = 0; n < orders; n++) derivatives[n] = 0;
  for (size_t first = 0; first < waves.count; first += BLOCK) {
    const size_t n = waves.count - first < BLOCK ? waves.count - first : BLOCK;
    const size_t sines = sines_among(waves, first, n);
    const double *frequencies = waves.frequencies + first;
    arguments(angles, frequencies, waves.phases + first, x, n);
    apply(b.wave, angles, sines, n, 0);
    multiply(b.wave, waves.amplitudes + first, n);
    derivatives[0] += total(b.wave, n);
    if (orders < 2) continue;
    apply(b.turned, angles, sines, n, 1);
    multiply(b.turned, waves.amplitudes + first, n);
    multiply(b.turned, frequencies, n);
    derivatives[1] += total(b.turned, n);
    if (orders < 3) continue;
    for (size_t i = 0; i < n; i++) b.square[i] = -frequencies[i] * frequencies[i];
    for (size_t order = 2; order < orders; order++) {
      double *terms = order % 2 == 0 ? b.wave : b.turned;
      multiply(terms, b.square, n);
      derivatives[order] += total(terms, n);
    }
  }
}

/// Whether one of the places start + k · period lies between two numbers.
INLINE int meets(double lower, double upper, double start, double period) {
  return start + ceil((lower - start) / period) * period <= upper;
}

/// The range of sin or, from a quarter of a turn on, of cos and so on, between two arguments whose
/// values are known.
INLINE void add_range(
    double *least, double *greatest, double a, double b, double low, double high, double peak,
    double factor, double slack) {
  const double turn = 2 * M_PI;
  const int is_far = !(b - a < turn) || !(fmax(fabs(a), fabs(b)) < 1e9);
  double bottom = fmin(low, high) - slack, top = fmax(low, high) + slack;
  if (is_far || meets(a - slack, b + slack, peak, turn) || top > 1) top = 1;
  if (is_far || meets(a - slack, b + slack, peak - M_PI, turn) || bottom < -1) bottom = -1;
  *least += factor > 0 ? factor * bottom : factor * top;
  *greatest += factor > 0 ? factor * top : factor * bottom;
}

void cv_wave_range(
    double *least, double *greatest, struct cv_waves waves, int is_slope, double lower,
    double upper, double slack) {
  double a[BLOCK], b[BLOCK], low[BLOCK], high[BLOCK];
  *least = *greatest = 0;
  for (size_t first = 0; first < waves.count; first += BLOCK) {
    const size_t n = waves.count - first < BLOCK ? waves.count - first : BLOCK;
    const size_t sines = sines_among(waves, first, n);
    arguments(a, waves.frequencies + first, waves.phases + first, lower, n);
    arguments(b, waves.frequencies + first, waves.phases + first, upper, n);
    apply(low, a, sines, n, is_slope);
    apply(high, b, sines, n, is_slope);
    for (size_t i = 0; i < n; i++) {
      const int is_sine = i < sines;
      const double peak = is_slope ? (is_sine ? 0 : -M_PI_2) : (is_sine ? M_PI_2 : 0);
      double factor = waves.amplitudes[first + i];
      if (is_slope) factor *= waves.frequencies[first + i];
      add_range(least, greatest, a[i], b[i], low[i], high[i], peak, factor, slack);
    }
  }
}
