// Products of matrices that fit a cache, in tiles of rows × lanes whose sums stay in registers.
#include "DenseLayers.h"
#include "Clones.h"

#include <stdint.h>

#pragma STDC FP_CONTRACT OFF

// Eight lanes: one register of AVX-512, two of AVX2, four of SSE2.
typedef double lanes __attribute__((vector_size(64), aligned(8)));
enum { width = 8, rows = 8 };

// total[r][·] = start[r] + Σ_k left[r · row_step + k · step] right[k · stride + ·] for `height` rows
// and 2 · width columns, or fewer columns one by one.
INLINE void tile(
    double *total, size_t total_step, const double *start, const double *left, size_t row_step,
    size_t step, const double *right, size_t stride, size_t terms, const int height,
    const int pairs) {
  lanes sums[rows][2];
  for (int r = 0; r < height; r++)
    for (int p = 0; p < pairs; p++)
      for (int l = 0; l < width; l++) sums[r][p][l] = start ? start[r] : 0;
  for (size_t k = 0; k < terms; k++) {
    const double *line = right + k * stride;
    for (int r = 0; r < height; r++) {
      const double factor = left[(size_t)r * row_step + k * step];
      for (int p = 0; p < pairs; p++) sums[r][p] += factor * *(const lanes *)(line + p * width);
    }
  }
  for (int r = 0; r < height; r++)
    for (int p = 0; p < pairs; p++)
      *(lanes *)(total + (size_t)r * total_step + p * width) = sums[r][p];
}

// The columns that do not fill a register.
INLINE void edge(
    double *total, size_t total_step, const double *start, const double *left, size_t row_step,
    size_t step, const double *right, size_t stride, size_t terms, size_t height, size_t columns) {
  for (size_t r = 0; r < height; r++)
    for (size_t c = 0; c < columns; c++) {
      double sum = start ? start[r] : 0;
      for (size_t k = 0; k < terms; k++)
        sum += left[r * row_step + k * step] * right[k * stride + c];
      total[r * total_step + c] = sum;
    }
}

// Where the stride leaves room for it, the last columns are computed in a full register too.
INLINE void strip(
    double *total, size_t columns, const double *start, const double *left, size_t row_step,
    size_t step, const double *right, size_t stride, size_t terms, const int height) {
  size_t c = 0;
  for (; c + 2 * width <= columns; c += 2 * width)
    tile(total + c, columns, start, left, row_step, step, right + c, stride, terms, height, 2);
  for (; c + width <= columns; c += width)
    tile(total + c, columns, start, left, row_step, step, right + c, stride, terms, height, 1);
  if (c == columns) return;
  if (c + width > stride) {
    edge(
        total + c, columns, start, left, row_step, step, right + c, stride, terms,
        (size_t)height, columns - c);
    return;
  }
  double last[rows * width];
  tile(last, width, start, left, row_step, step, right + c, stride, terms, height, 1);
  for (int r = 0; r < height; r++)
    for (size_t l = 0; c + l < columns; l++)
      total[(size_t)r * columns + c + l] = last[r * width + l];
}

// total[r][c] = start[r] + Σ_k left(r, k) right[k][c], all rows.
INLINE void product(
    double *total, size_t height, size_t columns, const double *start, const double *left,
    size_t row_step, size_t step, const double *right, size_t stride, size_t terms) {
  size_t r = 0;
  for (; r + rows <= height; r += rows)
    strip(
        total + r * columns, columns, start ? start + r : 0, left + r * row_step, row_step, step,
        right, stride, terms, rows);
  for (; r < height; r++)
    strip(
        total + r * columns, columns, start ? start + r : 0, left + r * row_step, row_step, step,
        right, stride, terms, 1);
}

CLONES void cv_dense_forward(
    double *z, const double *weights, const double *biases, const double *a, size_t before,
    size_t after, size_t count) {
  product(z, after, count, biases, weights, before, 1, a, count, before);
}

CLONES void cv_dense_backward(
    double *d, const double *weights, const double *delta, size_t before, size_t after,
    size_t count) {
  product(d, before, count, 0, weights, 1, before, delta, count, after);
}

CLONES void cv_dense_gradient(
    double *weights, double *biases, const double *delta, const double *a, double *turned,
    size_t before, size_t after, size_t count) {
  const size_t stride = (before + width - 1) / width * width;
  for (size_t s = 0; s < count; s++) {
    for (size_t i = 0; i < before; i++) turned[s * stride + i] = a[i * count + s];
    for (size_t i = before; i < stride; i++) turned[s * stride + i] = 0;
  }
  product(weights, after, before, 0, delta, count, 1, turned, stride, count);
  for (size_t j = 0; j < after; j++) {
    double sum = 0;
    for (size_t s = 0; s < count; s++) sum += delta[j * count + s];
    biases[j] = sum;
  }
}
