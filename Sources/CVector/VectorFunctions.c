// Functions of the C library for arrays: libmvec's kernels, found by name at the first use.
#define _GNU_SOURCE
#include "VectorKernels.h"

#include <math.h>

typedef double (*cv_scalar)(double);
typedef double (*cv_scalar2)(double, double);

static const cv_scalar scalars[CV_FUNCTION_COUNT] = {
    sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, asinh, acosh, atanh,
    exp, log, log10, log2, log1p, cbrt, erf, erfc};
static const cv_scalar2 scalars2[CV_FUNCTION2_COUNT] = {pow, atan2, hypot};

static void map_scalar(cv_scalar f, double *d, const double *a, size_t n) {
  for (size_t i = 0; i < n; i++) d[i] = f(a[i]);
}

static void map_scalar2(
    cv_scalar2 f, double *d, const double *a, size_t a_step, const double *b, size_t b_step,
    size_t n) {
  for (size_t i = 0; i < n; i++) d[i] = f(a[i * a_step], b[i * b_step]);
}

#if defined(__x86_64__) && defined(__linux__) && defined(__GLIBC__)
#include <dlfcn.h>
#include <immintrin.h>
#include <pthread.h>
#include <stdio.h>

static void *kernels[CV_LEVEL_COUNT][CV_FUNCTION_COUNT];
static void *kernels2[CV_LEVEL_COUNT][CV_FUNCTION2_COUNT];
static enum cv_level widest = CV_SCALAR;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void find_kernels(void) {
  static const char *const names[CV_FUNCTION_COUNT] = {
      "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "asinh", "acosh",
      "atanh", "exp", "log", "log10", "log2", "log1p", "cbrt", "erf", "erfc"};
  static const char *const names2[CV_FUNCTION2_COUNT] = {"pow", "atan2", "hypot"};
  // The vector ABI of x86-64: instruction set, lanes, and a v for each argument.
  static const char *const prefixes[CV_LEVEL_COUNT] = {"", "_ZGVbN2", "_ZGVdN4", "_ZGVeN8"};
  void *library = dlopen("libmvec.so.1", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  __builtin_cpu_init();
  widest = CV_SSE;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
    widest = CV_AVX2;
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq"))
      widest = CV_AVX512;
  }
  char symbol[32];
  for (int level = CV_SSE; level <= (int)widest; level++) {
    for (int f = 0; f < CV_FUNCTION_COUNT; f++) {
      snprintf(symbol, sizeof symbol, "%sv_%s", prefixes[level], names[f]);
      kernels[level][f] = dlsym(library, symbol);
    }
    for (int f = 0; f < CV_FUNCTION2_COUNT; f++) {
      snprintf(symbol, sizeof symbol, "%svv_%s", prefixes[level], names2[f]);
      kernels2[level][f] = dlsym(library, symbol);
    }
  }
}

enum cv_level cv_widest(void) {
  pthread_once(&once, find_kernels);
  return widest;
}

// Calls a kernel with vectors in registers. The compiler cannot: in a file that is compiled for plain
// x86-64 it passes vectors of more than 16 bytes in memory, whatever the function's own target is.
// The stack is moved past the red zone of a function that does not know that it calls another.
#define CALL                                                                                   \
  "movq %%rsp, %%rbx\n\tsubq $128, %%rsp\n\tandq $-64, %%rsp\n\t"                               \
  "call *%[kernel]\n\tmovq %%rbx, %%rsp"
#define LOST                                                                                   \
  "rax", "rbx", "rcx", "rdx", "rsi", "rdi", "r8", "r9", "r10", "r11", "cc", "memory", "xmm2",    \
      "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9", "xmm10", "xmm11", "xmm12",         \
      "xmm13", "xmm14", "xmm15"
#define LOST512                                                                                \
  LOST, "xmm16", "xmm17", "xmm18", "xmm19", "xmm20", "xmm21", "xmm22", "xmm23", "xmm24",         \
      "xmm25", "xmm26", "xmm27", "xmm28", "xmm29", "xmm30", "xmm31", "k0", "k1", "k2", "k3",     \
      "k4", "k5", "k6", "k7"

// Maps for one instruction set. The last lanes go through a full vector as well, so that a number
// has the same value wherever it stands.
#define MAP(name, isa, vector, lanes, load, store, first, second, ...)                         \
  __attribute__((target(isa))) static inline vector name##_call(                               \
      void *kernel, vector a, vector b) {                                                      \
    register vector x __asm__(first) = a;                                                      \
    register vector y __asm__(second) = b;                                                     \
    __asm__ volatile(CALL : "+v"(x), "+v"(y) : [kernel] "r"(kernel) : __VA_ARGS__);            \
    return x;                                                                                  \
  }                                                                                            \
  __attribute__((target(isa))) static void name(                                               \
      void *kernel, double *d, const double *a, size_t n) {                                    \
    size_t i = 0;                                                                              \
    for (; i + lanes <= n; i += lanes) {                                                       \
      const vector x = load(a + i);                                                            \
      store(d + i, name##_call(kernel, x, x));                                                 \
    }                                                                                          \
    if (i == n) return;                                                                        \
    double rest[lanes];                                                                        \
    for (size_t k = 0; k < lanes; k++) rest[k] = a[i + k < n ? i + k : n - 1];                 \
    store(rest, name##_call(kernel, load(rest), load(rest)));                                  \
    for (size_t k = 0; i + k < n; k++) d[i + k] = rest[k];                                     \
  }                                                                                            \
  __attribute__((target(isa))) static void name##_of_two(                                      \
      void *kernel, double *d, const double *a, int a_moves, const double *b, int b_moves,     \
      size_t n) {                                                                              \
    double left[lanes], right[lanes];                                                          \
    for (size_t i = 0; i < n; i += lanes) {                                                    \
      for (size_t k = 0; k < lanes; k++) {                                                     \
        const size_t place = i + k < n ? i + k : n - 1;                                        \
        left[k] = a[a_moves ? place : 0];                                                      \
        right[k] = b[b_moves ? place : 0];                                                     \
      }                                                                                        \
      store(left, name##_call(kernel, load(left), load(right)));                               \
      for (size_t k = 0; k < lanes && i + k < n; k++) d[i + k] = left[k];                      \
    }                                                                                          \
  }

MAP(map_sse, "sse2", __m128d, 2, _mm_loadu_pd, _mm_storeu_pd, "xmm0", "xmm1", LOST)
MAP(map_avx2, "avx2,fma", __m256d, 4, _mm256_loadu_pd, _mm256_storeu_pd, "ymm0", "ymm1", LOST)
MAP(map_avx512, "avx512f,avx512dq", __m512d, 8, _mm512_loadu_pd, _mm512_storeu_pd, "zmm0",
    "zmm1", LOST512)

void cv_apply_at(enum cv_level level, enum cv_function f, double *d, const double *a, size_t n) {
  if (level > cv_widest()) level = widest;
  void *kernel = level == CV_SCALAR ? NULL : kernels[level][f];
  if (!kernel) {
    map_scalar(scalars[f], d, a, n);
  } else if (level == CV_AVX512) {
    map_avx512(kernel, d, a, n);
  } else if (level == CV_AVX2) {
    map_avx2(kernel, d, a, n);
  } else {
    map_sse(kernel, d, a, n);
  }
}

void cv_apply2_at(
    enum cv_level level, enum cv_function2 f, double *d, const double *a, int a_moves,
    const double *b, int b_moves, size_t n) {
  if (level > cv_widest()) level = widest;
  void *kernel = level == CV_SCALAR ? NULL : kernels2[level][f];
  if (!kernel) {
    map_scalar2(scalars2[f], d, a, a_moves != 0, b, b_moves != 0, n);
  } else if (level == CV_AVX512) {
    map_avx512_of_two(kernel, d, a, a_moves, b, b_moves, n);
  } else if (level == CV_AVX2) {
    map_avx2_of_two(kernel, d, a, a_moves, b, b_moves, n);
  } else {
    map_sse_of_two(kernel, d, a, a_moves, b, b_moves, n);
  }
}

#else

enum cv_level cv_widest(void) { return CV_SCALAR; }

void cv_apply_at(enum cv_level level, enum cv_function f, double *d, const double *a, size_t n) {
  map_scalar(scalars[f], d, a, n);
}

void cv_apply2_at(
    enum cv_level level, enum cv_function2 f, double *d, const double *a, int a_moves,
    const double *b, int b_moves, size_t n) {
  map_scalar2(scalars2[f], d, a, a_moves != 0, b, b_moves != 0, n);
}

#endif

void cv_apply(enum cv_function f, double *d, const double *a, size_t n) {
  cv_apply_at(cv_widest(), f, d, a, n);
}

void cv_apply2(
    enum cv_function2 f, double *d, const double *a, int a_moves, const double *b, int b_moves,
    size_t n) {
  cv_apply2_at(cv_widest(), f, d, a, a_moves, b, b_moves, n);
}
