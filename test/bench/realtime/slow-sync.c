/* A slow disk: every fsync and fdatasync of a process started with this in LD_PRELOAD waits SLOW_SYNC_MS first. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static void wait_first(void) {
  const char *ms = getenv("SLOW_SYNC_MS");
  long nanoseconds = (ms ? atol(ms) : 0) * 1000000L;
  struct timespec left = {nanoseconds / 1000000000L, nanoseconds % 1000000000L};
  while (nanosleep(&left, &left) != 0) {
  }
}

int fsync(int file) {
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
  wait_first();
  return real(file);
}

int fdatasync(int file) {
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
  wait_first();
  return real(file);
}
