#pragma once
// Sums of sines and cosines, with their derivatives and their range. The waves stand side by side;
// sines and cosines are libmvec's, sums run in eight lanes whatever the instruction set is.
#include <stddef.h>

/// Σ amplitude · sin(frequency · x + phase): the first `sines` waves are sines, the others cosines.
///
/// The frequencies are not negative.
struct cv_waves {
  const double *amplitudes, *frequencies, *phases;
  size_t sines, count;
};

/// derivatives[n] = the n-th derivative at x, for n < orders.
void cv_wave_derivatives(double *derivatives, size_t orders, struct cv_waves waves, double x);

/// Bounds of the sum over [lower, upper], each wave by itself; of its derivative where `is_slope`.
///
/// `slack` is how far an argument may be off. Rounding of the sums is not in the bounds.
void cv_wave_range(
    double *least, double *greatest, struct cv_waves waves, int is_slope, double lower,
    double upper, double slack);
