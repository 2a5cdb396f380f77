#pragma once
// Loops over many numbers, for the widest instruction set that the processor has.
//
// Arithmetic rounds as IEEE 754 says, so it gives the same bits everywhere. Functions come from
// glibc's libmvec: within 4 units in the last place of libm, and the same bits for a number wherever
// it stands in an array, but not the same bits on every instruction set. Where there is no libmvec
// they come from libm. The library is opened at the first use, so that a start does not pay for it.
#include <stddef.h>
#include <stdint.h>

/// Functions of one argument.
enum cv_function : int32_t {
  CV_SIN, CV_COS, CV_TAN, CV_ASIN, CV_ACOS, CV_ATAN, CV_SINH, CV_COSH, CV_TANH, CV_ASINH, CV_ACOSH,
  CV_ATANH, CV_EXP, CV_LOG, CV_LOG10, CV_LOG2, CV_LOG1P, CV_CBRT, CV_ERF, CV_ERFC,
  CV_FUNCTION_COUNT
};

/// Functions of two arguments.
enum cv_function2 : int32_t { CV_POW, CV_ATAN2, CV_HYPOT, CV_FUNCTION2_COUNT };

/// Instruction sets in ascending order of width; scalar is libm.
enum cv_level : int32_t { CV_SCALAR, CV_SSE, CV_AVX2, CV_AVX512, CV_LEVEL_COUNT };

/// The widest one for which there are functions here.
enum cv_level cv_widest(void);

/// d[i] = f(a[i]); d and a may be the same. The second one chooses the instruction set, for tests.
void cv_apply(enum cv_function f, double *d, const double *a, size_t n);
void cv_apply_at(enum cv_level level, enum cv_function f, double *d, const double *a, size_t n);

/// d[i] = f(a[i], b[i]); an operand that does not move is one number for all.
void cv_apply2(
    enum cv_function2 f, double *d, const double *a, int a_moves, const double *b, int b_moves,
    size_t n);
void cv_apply2_at(
    enum cv_level level, enum cv_function2 f, double *d, const double *a, int a_moves,
    const double *b, int b_moves, size_t n);

/// d[i] = a[i] + b[i] and so on; d overlaps neither operand. One operand may stand still.
void cv_add(double *d, const double *a, int a_moves, const double *b, int b_moves, size_t n);
void cv_subtract(double *d, const double *a, int a_moves, const double *b, int b_moves, size_t n);
void cv_multiply(double *d, const double *a, int a_moves, const double *b, int b_moves, size_t n);
void cv_divide(double *d, const double *a, int a_moves, const double *b, int b_moves, size_t n);

/// d[i] = -a[i], |a[i]|, √a[i], a[i]^power by repeated squaring; d does not overlap a.
void cv_negate(double *d, const double *a, size_t n);
void cv_absolute(double *d, const double *a, size_t n);
void cv_square_root(double *d, const double *a, size_t n);
void cv_whole_power(double *d, const double *a, int32_t power, size_t n);

/// d[i] = 1 / d[i].
void cv_invert(double *d, size_t n);

/// d[i] = value.
void cv_fill(double *d, double value, size_t n);

/// d[i] += g[i] and d[i] -= g[i], or = where d is fresh: then what it held is of no meaning.
/// d does not overlap g, here and below.
void cv_accumulate(double *d, int is_fresh, const double *g, size_t n);
void cv_deduct(double *d, int is_fresh, const double *g, size_t n);

/// d[i] += g[i] · a[i], and d[i] += g[i] · 2 a[i]; nothing where g[i] is 0, whatever a[i] is.
void cv_accumulate_products(
    double *d, int is_fresh, const double *g, const double *a, int a_moves, size_t n);
void cv_accumulate_square_slopes(
    double *d, int is_fresh, const double *g, const double *a, size_t n);

/// Runs `work` with the indices from 0 to count - 1, each in a thread of its own but for the first,
/// and waits for all of them. Where no thread can be had the caller does the work.
void cv_in_threads(int count, void (*work)(void *context, int index), void *context);

/// How many threads can run at once.
int cv_thread_count(void);
