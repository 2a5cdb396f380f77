#pragma once
// The C library for all rooms, through one shim: mathematics, files and numbers as text.
// Vector kernels with dispatch to the widest instruction set are declared here too.
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "DenseLayers.h"
#include "Memory.h"
#include "PlaneSteps.h"
#include "VectorKernels.h"
#include "WaveSums.h"
