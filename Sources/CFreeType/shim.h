#pragma once
// FreeType opens font files by path and gives glyph outlines. Its headers come with libcairo2-dev.
#if __has_include(<ft2build.h>)
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#elif __has_include(<freetype2/ft2build.h>)
#include <freetype2/ft2build.h>
#include <freetype2/freetype/freetype.h>
#include <freetype2/freetype/ftoutln.h>
#else
#error "mvplot needs FreeType's headers. Debian/Ubuntu: sudo apt-get install libfreetype-dev   Then run make again."
#endif
