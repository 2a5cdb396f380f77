#pragma once
// libdeflate compresses PNG data three to five times faster than Cairo's own encoder.
#if __has_include(<libdeflate.h>)
#include <libdeflate.h>
#else
#error "mvplot needs libdeflate's header. Debian/Ubuntu: sudo apt-get install libdeflate-dev   Then run make again."
#endif
