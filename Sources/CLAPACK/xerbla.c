#include <stddef.h>
#include <stdint.h>

// LAPACK calls this when an argument is out of its range, and its own one writes through the
// runtime library of Fortran and stops the program. Ours returns, as LAPACK allows installers to
// choose: the Swift side sees to the shapes beforehand, and the static tool needs no runtime library
// of Fortran.
void xerbla_(const char *name, const int32_t *info, size_t name_length) {
  (void)name;
  (void)info;
  (void)name_length;
}
