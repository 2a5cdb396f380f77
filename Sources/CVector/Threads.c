#include "VectorKernels.h"

#include <pthread.h>
#include <unistd.h>

enum { most = 64 };

struct job {
  void (*work)(void *, int);
  void *context;
  int index;
};

static void *run(void *argument) {
  struct job *job = argument;
  job->work(job->context, job->index);
  return NULL;
}

void cv_in_threads(int count, void (*work)(void *context, int index), void *context) {
  pthread_t threads[most];
  struct job jobs[most];
  if (count > most) {
    for (int index = most; index < count; index++) work(context, index);
    count = most;
  }
  int is_running[most] = {0};
  for (int index = 1; index < count; index++) {
    jobs[index] = (struct job){work, context, index};
    is_running[index] = pthread_create(&threads[index], NULL, run, &jobs[index]) == 0;
  }
  if (count > 0) work(context, 0);
  for (int index = 1; index < count; index++) {
    if (is_running[index]) {
      pthread_join(threads[index], NULL);
    } else {
      work(context, index);
    }
  }
}

int cv_thread_count(void) {
  const long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count < 1 ? 1 : count > most ? most : (int)count;
}
