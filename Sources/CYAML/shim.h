#pragma once
// libyaml's header; where it is missing the error names the cure.
#if __has_include(<yaml.h>)
#include <yaml.h>
#else
#error "mvplot needs libyaml's header. Debian/Ubuntu: sudo apt-get install libyaml-dev   Then run make again."
#endif
