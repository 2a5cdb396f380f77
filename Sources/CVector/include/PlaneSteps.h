#pragma once
// Steps of an iteration of the plane, for many points at once: each point is a lane.
#include <stddef.h>
#include <stdint.h>

/// Two equations and row by row their Jacobian, at all points.
struct cv_jets {
  const double *f, *g, *a, *b, *c, *d;
};

/// What has become of a lane.
enum cv_lane : uint8_t { CV_WALKING = 0, CV_NEAR = 1, CV_LOST = 2, CV_ENDED = 4 };

/// Newton's moves −J⁻¹(f, g); not finite where J is singular.
void cv_newton_moves(double *dx, double *dy, struct cv_jets jets, size_t n);

/// Moves −γ(f, g); γ is `factor`, or where that is 0 one over the larger of `least` and the greatest
/// sum of a row of J.
void cv_downhill_moves(
    double *dx, double *dy, struct cv_jets jets, double factor, double least, size_t n);

/// Newton's moves, but those downhill where Newton's points uphill or is longer than 2.
///
/// There `last` becomes −1, so that no short move downhill, as in a flat place, is taken for near.
void cv_hybrid_moves(
    double *dx, double *dy, double *last, const double *x, const double *y, struct cv_jets jets,
    double factor, double least, size_t n);

/// Moves points, and tells how many lanes have ended.
///
/// `last` holds the squares of the moves, measured by `unit`. Lanes are near where a move is at most
/// `near` units and no longer than the one before, none where `near` is negative, and lost where a
/// coordinate is beyond `far` or no number.
size_t cv_advance(
    double *x, double *y, double *last, uint8_t *states, const double *dx, const double *dy,
    double unit, double near, double far, size_t n);

/// Near where the Jacobian is positive definite and neither coordinate of Newton's move is greater
/// than `reach`, lost where the last move was below rounding; tells how many lanes are one or both.
size_t cv_look_for_minima(
    uint8_t *states, const double *x, const double *y, const double *last, struct cv_jets jets,
    double unit, double reach, size_t n);
