#ifndef LIBRARY_H
#define LIBRARY_H

#include <stddef.h>

/// A function of a library: its name, and where its address goes.
typedef struct {
  const char *name;
  void **address;
} library_function;

/// Opens the first of the names that is there and looks up every function. Returns 1, or 0.
int library_open(
    const char *const *names, size_t name_count, const library_function *functions,
    size_t function_count);

#endif
