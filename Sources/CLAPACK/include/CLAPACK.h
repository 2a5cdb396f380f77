// The routines of LAPACK and BLAS that `Calculus` calls, by their Fortran names.
//
// Matrices lie column by column; every argument is an address. The lengths of character arguments
// follow at the end, as gfortran and flang pass them. Only these kernels are wanted: our systems
// have a handful of columns, where the blocked drivers call the same kernels by a detour.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// A = QR by Householder reflections.
void dgeqr2_(
    const int32_t *m, const int32_t *n, double *a, const int32_t *lda, double *tau, double *work,
    int32_t *info);

/// AP = QR with the column of the longest rest first, below `offset` rows that are done.
void dlaqp2_(
    const int32_t *m, const int32_t *n, const int32_t *offset, double *a, const int32_t *lda,
    int32_t *jpvt, double *tau, double *vn1, double *vn2, double *work);

/// Q or Qᵀ of `dgeqr2` times a matrix.
void dorm2r_(
    const char *side, const char *trans, const int32_t *m, const int32_t *n, const int32_t *k,
    const double *a, const int32_t *lda, const double *tau, double *c, const int32_t *ldc,
    double *work, int32_t *info, size_t side_length, size_t trans_length);

/// The solution of a triangular system, in place.
void dtrsv_(
    const char *uplo, const char *trans, const char *diag, const int32_t *n, const double *a,
    const int32_t *lda, double *x, const int32_t *incx, size_t uplo_length, size_t trans_length,
    size_t diag_length);

/// The eigenvalues and eigenvectors of a symmetric matrix.
void dsyev_(
    const char *jobz, const char *uplo, const int32_t *n, double *a, const int32_t *lda, double *w,
    double *work, const int32_t *lwork, int32_t *info, size_t jobz_length, size_t uplo_length);

/// The singular values by one-sided Jacobi rotations.
void dgesvj_(
    const char *joba, const char *jobu, const char *jobv, const int32_t *m, const int32_t *n,
    double *a, const int32_t *lda, double *sva, const int32_t *mv, double *v, const int32_t *ldv,
    double *work, const int32_t *lwork, int32_t *info, size_t joba_length, size_t jobu_length,
    size_t jobv_length);
