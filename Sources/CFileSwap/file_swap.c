#define _GNU_SOURCE
#include "CFileSwap.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int file_swap(const char *one, const char *other) {
  return renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE);
}

int file_system_sync(int descriptor) { return syncfs(descriptor); }
