#pragma once

/// Keeps memory of up to some megabytes that is freed, for the next who asks.
///
/// The C library gives blocks from 128 KiB on back to the system at once, and each page of the next one
/// is cleared and mapped anew: a quarter of all pages that a figure with many cells touches.
void cv_keep_memory(void);
