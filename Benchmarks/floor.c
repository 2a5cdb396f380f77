// The floor under the benchmark: the least a program can do that draws this picture with Cairo.
//
// It knows the curves of x² + y² on [-3, 3]² beforehand and draws them as ready polylines in a
// frame, at 1600 × 1200: nothing is parsed, evaluated or laid out. PNG goes through the same
// libdeflate level 5 without filters as the tool's; SVG is Cairo's own. With a font file and a
// number it also sets that many labels of one glyph run each, as filled outlines.
//
//   floor png|svg OUTPUT [FONT LABELS]
#include <cairo-svg.h>
#include <cairo.h>
#include <libdeflate.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

enum { WIDTH = 1600, HEIGHT = 1200, POINTS = 400, SIDE = 1100, LEFT = 80, TOP = 40 };

static void die(const char *what) {
  fprintf(stderr, "floor: %s\n", what);
  exit(1);
}

static void draw_curves(cairo_t *context) {
  const double x0 = LEFT + SIDE / 2.0, y0 = TOP + SIDE / 2.0, unit = SIDE / 6.0;
  cairo_set_source_rgb(context, 1, 1, 1);
  cairo_paint(context);
  cairo_save(context);
  cairo_rectangle(context, LEFT, TOP, SIDE, SIDE);
  cairo_clip(context);
  cairo_set_line_width(context, 2.4);
  cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND);
  for (int level = 2; level <= 16; level += 2) {
    const double radius = sqrt(level) * unit;
    for (int i = 0; i < POINTS; i++) {
      const double angle = 2 * M_PI * i / POINTS;
      cairo_line_to(context, x0 + radius * cos(angle), y0 + radius * sin(angle));
    }
    cairo_close_path(context);
    cairo_set_source_rgb(context, 0.05, 0.15 + 0.03 * level, 0.75);
    cairo_stroke(context);
  }
  cairo_restore(context);
  cairo_set_source_rgb(context, 0.3, 0.3, 0.3);
  cairo_set_line_width(context, 1.5);
  cairo_rectangle(context, LEFT, TOP, SIDE, SIDE);
  cairo_stroke(context);
}

// Where the next glyph stands, and how large a font unit is.
typedef struct { cairo_t *context; double x, y, scale, lastX, lastY; } Pen;

static void place(Pen *pen, const FT_Vector *p, double *x, double *y) {
  *x = pen->x + p->x * pen->scale;
  *y = pen->y - p->y * pen->scale;
}
static int move_to(const FT_Vector *p, void *user) {
  Pen *pen = user;
  place(pen, p, &pen->lastX, &pen->lastY);
  cairo_move_to(pen->context, pen->lastX, pen->lastY);
  return 0;
}
static int line_to(const FT_Vector *p, void *user) {
  Pen *pen = user;
  place(pen, p, &pen->lastX, &pen->lastY);
  cairo_line_to(pen->context, pen->lastX, pen->lastY);
  return 0;
}
static int conic_to(const FT_Vector *a, const FT_Vector *p, void *user) {
  Pen *pen = user;
  double ax, ay, x, y;
  place(pen, a, &ax, &ay);
  place(pen, p, &x, &y);
  cairo_curve_to(pen->context, (pen->lastX + 2 * ax) / 3, (pen->lastY + 2 * ay) / 3,
                 (x + 2 * ax) / 3, (y + 2 * ay) / 3, x, y);
  pen->lastX = x;
  pen->lastY = y;
  return 0;
}
static int cubic_to(const FT_Vector *a, const FT_Vector *b, const FT_Vector *p, void *user) {
  Pen *pen = user;
  double ax, ay, bx, by;
  place(pen, a, &ax, &ay);
  place(pen, b, &bx, &by);
  place(pen, p, &pen->lastX, &pen->lastY);
  cairo_curve_to(pen->context, ax, ay, bx, by, pen->lastX, pen->lastY);
  return 0;
}

static void draw_labels(cairo_t *context, const char *font, int count) {
  static const char text[] = "f = 12.5";
  const FT_Outline_Funcs functions = {move_to, line_to, conic_to, cubic_to, 0, 0};
  FT_Library library;
  FT_Face face;
  if (FT_Init_FreeType(&library) || FT_New_Face(library, font, 0, &face)) die("no such font");
  cairo_set_source_rgb(context, 0.1, 0.12, 0.16);
  for (int i = 0; i < count; i++) {
    Pen pen = {context, 1220.3 + 180 * (i % 2), 80.4 + 42.3 * (i / 2), 24.0 / face->units_per_EM,
               0, 0};
    for (const char *c = text; *c; c++) {
      if (FT_Load_Char(face, (FT_ULong)*c, FT_LOAD_NO_SCALE)) continue;
      FT_Outline_Decompose(&face->glyph->outline, &functions, &pen);
      pen.x += face->glyph->metrics.horiAdvance * pen.scale;
    }
    cairo_fill(context);
  }
  FT_Done_Face(face);
  FT_Done_FreeType(library);
}

static void put32(uint8_t *at, uint32_t value) {
  for (int i = 0; i < 4; i++) at[i] = (uint8_t)(value >> (24 - 8 * i));
}

// Length, type, `size` bytes that are already in place, checksum; returns what follows.
static uint8_t *close_chunk(uint8_t *chunk, const char *type, size_t size) {
  put32(chunk, (uint32_t)size);
  memcpy(chunk + 4, type, 4);
  put32(chunk + 8 + size, libdeflate_crc32(0, chunk + 4, size + 4));
  return chunk + 12 + size;
}

static void write_png(cairo_surface_t *surface, const char *path) {
  uint8_t *pixels = cairo_image_surface_get_data(surface);
  const size_t rowSize = 1 + 3 * (size_t)WIDTH, rawSize = rowSize * HEIGHT;
  uint8_t *raw = malloc(rawSize);
  if (!raw) die("no memory");
  for (int y = 0; y < HEIGHT; y++) {
    const uint32_t *from = (const uint32_t *)(pixels + (size_t)y * 4 * WIDTH);
    uint8_t *to = raw + (size_t)y * rowSize;
    *to++ = 0;
    for (int x = 0; x < WIDTH; x++, to += 3) {
      to[0] = (uint8_t)(from[x] >> 16);
      to[1] = (uint8_t)(from[x] >> 8);
      to[2] = (uint8_t)from[x];
    }
  }
  struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(5);
  const size_t bound = libdeflate_zlib_compress_bound(compressor, rawSize);
  uint8_t *file = malloc(bound + 128), *end = file;
  if (!file) die("no memory");
  memcpy(end, "\x89PNG\r\n\x1a\n", 8);
  end += 8;
  put32(end + 8, WIDTH);
  put32(end + 12, HEIGHT);
  memcpy(end + 16, "\x08\x02\0\0\0", 5);
  end = close_chunk(end, "IHDR", 13);
  const size_t size = libdeflate_zlib_compress(compressor, raw, rawSize, end + 8, bound);
  end = close_chunk(end, "IDAT", size);
  end = close_chunk(end, "IEND", 0);
  FILE *output = fopen(path, "wb");
  if (!output || fwrite(file, 1, (size_t)(end - file), output) != (size_t)(end - file) ||
      fclose(output))
    die("cannot write");
  libdeflate_free_compressor(compressor);
  free(raw);
  free(file);
}

int main(int count, char **arguments) {
  if (count != 3 && count != 5) die("usage: floor png|svg OUTPUT [FONT LABELS]");
  const int isSVG = strcmp(arguments[1], "svg") == 0;
  cairo_surface_t *surface =
      isSVG ? cairo_svg_surface_create(arguments[2], WIDTH, HEIGHT)
            : cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *context = cairo_create(surface);
  draw_curves(context);
  if (count == 5) draw_labels(context, arguments[3], atoi(arguments[4]));
  if (cairo_status(context)) die(cairo_status_to_string(cairo_status(context)));
  cairo_destroy(context);
  cairo_surface_flush(surface);
  if (isSVG) cairo_surface_finish(surface);
  else write_png(surface, arguments[2]);
  cairo_surface_destroy(surface);
  return 0;
}
