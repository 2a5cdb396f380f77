// Loops that the compiler vectorises, once for each instruction set. One rounding an operation:
// without contraction into fused operations the bits are the same on all of them.
#include "VectorKernels.h"
#include "Clones.h"

#include <math.h>

#pragma STDC FP_CONTRACT OFF

#define ARITHMETIC(name, op)                                                                   \
  CLONES void name(                                                                            \
      double *restrict d, const double *a, int a_moves, const double *b, int b_moves,          \
      size_t n) {                                                                              \
    if (a_moves && b_moves) {                                                                  \
      for (size_t i = 0; i < n; i++) d[i] = a[i] op b[i];                                      \
    } else if (a_moves) {                                                                      \
      const double right = *b;                                                                 \
      for (size_t i = 0; i < n; i++) d[i] = a[i] op right;                                     \
    } else if (b_moves) {                                                                      \
      const double left = *a;                                                                  \
      for (size_t i = 0; i < n; i++) d[i] = left op b[i];                                      \
    } else {                                                                                   \
      const double value = *a op *b;                                                           \
      for (size_t i = 0; i < n; i++) d[i] = value;                                             \
    }                                                                                          \
  }

ARITHMETIC(cv_add, +)
ARITHMETIC(cv_subtract, -)
ARITHMETIC(cv_multiply, *)
ARITHMETIC(cv_divide, /)

CLONES void cv_negate(double *restrict d, const double *a, size_t n) {
  for (size_t i = 0; i < n; i++) d[i] = -a[i];
}

CLONES void cv_absolute(double *restrict d, const double *a, size_t n) {
  for (size_t i = 0; i < n; i++) d[i] = __builtin_fabs(a[i]);
}

CLONES void cv_square_root(double *restrict d, const double *a, size_t n) {
  for (size_t i = 0; i < n; i++) d[i] = __builtin_sqrt(a[i]);
}

CLONES void cv_whole_power(double *restrict d, const double *a, int32_t power, size_t n) {
  if (power == 2) {
    for (size_t i = 0; i < n; i++) d[i] = a[i] * a[i];
    return;
  }
  enum { width = 32 };
  const uint32_t size = power < 0 ? 0u - (uint32_t)power : (uint32_t)power;
  for (size_t start = 0; start < n; start += width) {
    const size_t count = n - start < width ? n - start : width;
    double factor[width], product[width];
    for (size_t i = 0; i < count; i++) {
      factor[i] = a[start + i];
      product[i] = 1;
    }
    for (uint32_t rest = size; rest > 0;) {
      if (rest & 1)
        for (size_t i = 0; i < count; i++) product[i] *= factor[i];
      rest >>= 1;
      if (rest > 0)
        for (size_t i = 0; i < count; i++) factor[i] *= factor[i];
    }
    if (power < 0)
      for (size_t i = 0; i < count; i++) product[i] = 1 / product[i];
    for (size_t i = 0; i < count; i++) d[start + i] = product[i];
  }
}

CLONES void cv_invert(double *d, size_t n) {
  for (size_t i = 0; i < n; i++) d[i] = 1 / d[i];
}

CLONES void cv_fill(double *restrict d, double value, size_t n) {
  for (size_t i = 0; i < n; i++) d[i] = value;
}

// Each of these adds to what is there, or writes over it where nothing of meaning is there yet.
#define ACCUMULATION(term)                                                                     \
  if (is_fresh) {                                                                              \
    for (size_t i = 0; i < n; i++) d[i] = term;                                                \
  } else {                                                                                     \
    for (size_t i = 0; i < n; i++) d[i] += term;                                               \
  }

CLONES void cv_accumulate(double *restrict d, int is_fresh, const double *g, size_t n) {
  ACCUMULATION(g[i])
}

CLONES void cv_deduct(double *restrict d, int is_fresh, const double *g, size_t n) {
  ACCUMULATION(-g[i])
}

CLONES void cv_accumulate_products(
    double *restrict d, int is_fresh, const double *g, const double *a, int a_moves, size_t n) {
  if (a_moves) {
    ACCUMULATION(g[i] == 0 ? 0 : g[i] * a[i])
  } else {
    const double factor = *a;
    ACCUMULATION(g[i] == 0 ? 0 : g[i] * factor)
  }
}

CLONES void cv_accumulate_square_slopes(
    double *restrict d, int is_fresh, const double *g, const double *a, size_t n) {
  ACCUMULATION(g[i] == 0 ? 0 : g[i] * (a[i] + a[i]))
}
