#include "library.h"

#include <dlfcn.h>

int library_open(
    const char *const *names, size_t name_count, const library_function *functions,
    size_t function_count) {
  for (size_t i = 0; i < name_count; i++) {
    void *handle = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
    if (!handle) continue;
    size_t found = 0;
    while (found < function_count) {
      void *address = dlsym(handle, functions[found].name);
      if (!address) break;
      *functions[found].address = address;
      found++;
    }
    if (found == function_count) return 1;
    dlclose(handle);
  }
  return 0;
}
