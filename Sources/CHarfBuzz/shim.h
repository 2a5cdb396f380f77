#pragma once
// getenv, for the folders in which the user keeps fonts.
#include <stdlib.h>
// HarfBuzz with its OpenType tables (the MATH table is in hb-ot-math.h, which hb-ot.h includes).
#if __has_include(<hb.h>)
#include <hb.h>
#include <hb-ot.h>
#elif __has_include(<harfbuzz/hb.h>)
#include <harfbuzz/hb.h>
#include <harfbuzz/hb-ot.h>
#else
#error "mvplot needs HarfBuzz's headers. Debian/Ubuntu: sudo apt-get install libharfbuzz-dev   Then run make again."
#endif
