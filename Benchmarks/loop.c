// The floor of the grid row: exp(-(x^2+y^2))*sin(3x)*cos(2y) on 2000 x 2000 by a loop that gcc
// vectorises with libmvec (-O3 -march=native -ffast-math), one thread, into memory that is there.
//
// Answers each line on standard input by a line of JSON: the loop as one writes it, and one with
// the functions of x alone and of y alone taken out by hand.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { side = 2000, repetitions = 40 };

static double places[side], waves[side], falls[side], *values;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

__attribute__((noinline)) static void as_written(void) {
  for (int j = 0; j < side; j++) {
    const double y = places[j];
    double *row = values + (size_t)j * side;
    for (int i = 0; i < side; i++) {
      const double x = places[i];
      row[i] = exp(-(x * x + y * y)) * sin(3 * x) * cos(2 * y);
    }
  }
}

__attribute__((noinline)) static void by_hand(void) {
  for (int i = 0; i < side; i++) {
    waves[i] = sin(3 * places[i]);
    falls[i] = places[i] * places[i];
  }
  for (int j = 0; j < side; j++) {
    const double square = places[j] * places[j];
    const double factor = cos(2 * places[j]);
    double *row = values + (size_t)j * side;
    for (int i = 0; i < side; i++) row[i] = exp(-(falls[i] + square)) * waves[i] * factor;
  }
}

static double least(void (*work)(void)) {
  double best = 1e9;
  for (int k = 0; k < repetitions; k++) {
    const double start = now();
    work();
    const double time = now() - start;
    if (time < best) best = time;
  }
  return best;
}

int main(void) {
  values = malloc(sizeof(double) * side * side);
  if (!values) return 1;
  for (int i = 0; i < side; i++) places[i] = -3 + 6 * (double)i / (side - 1);
  char line[256];
  while (fgets(line, sizeof line, stdin)) {
    const double written = least(as_written), taken = least(by_hand);
    printf("{\"one thread\": %.9f, \"by hand\": %.9f, \"sample\": [%.17g]}\n", written, taken,
           values[(size_t)700 * side + 1100]);
    fflush(stdout);
  }
  free(values);
  return 0;
}
