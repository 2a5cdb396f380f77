#pragma once
#include <stdlib.h>
#include <sys/mman.h>
// Cairo's headers, found with or without pkg-config; where they are missing the error names the cure.
#if __has_include(<cairo.h>)
#include <cairo.h>
#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <cairo-svg.h>
#elif __has_include(<cairo/cairo.h>)
#include <cairo/cairo.h>
#include <cairo/cairo-ft.h>
#include <cairo/cairo-pdf.h>
#include <cairo/cairo-svg.h>
#else
#error "mvplot needs Cairo's headers. Debian/Ubuntu: sudo apt-get install libcairo2-dev   Then run make again."
#endif
