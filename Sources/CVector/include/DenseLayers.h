#pragma once
// The three products of a dense layer on a batch of examples. Numbers of one neuron for all examples
// lie side by side: a[i · count + s]. Sums run in the order of their index whatever the instruction
// set is, so that it does not change a bit.
#include <stddef.h>

/// z = W a + b: z[j][s] = b[j] + Σᵢ w[j][i] a[i][s].
void cv_dense_forward(
    double *z, const double *weights, const double *biases, const double *a, size_t before,
    size_t after, size_t count);

/// Wᵀδ: d[i][s] = Σⱼ w[j][i] delta[j][s].
void cv_dense_backward(
    double *d, const double *weights, const double *delta, size_t before, size_t after,
    size_t count);

/// δ aᵀ and Σₛ δ: weights[j][i] = Σₛ delta[j][s] a[i][s], biases[j] = Σₛ delta[j][s].
///
/// `turned` has room for (before + 7) · count numbers.
void cv_dense_gradient(
    double *weights, double *biases, const double *delta, const double *a, double *turned,
    size_t before, size_t after, size_t count);
