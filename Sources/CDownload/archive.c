#include "CDownload.h"
#include "library.h"

#include <minizip/unzip.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

static struct {
  unzFile (*open)(const void *, zlib_filefunc64_def *);
  int (*close)(unzFile);
  int (*first)(unzFile);
  int (*next)(unzFile);
  int (*info)(
      unzFile, unz_file_info64 *, char *, uLong, void *, uLong, char *, uLong);
  int (*open_member)(unzFile);
  int (*read_member)(unzFile, voidp, unsigned);
  int (*close_member)(unzFile);
} zip;

static int has_zip;

static void open_zip(void) {
  static const char *const names[] = {"libminizip.so.1", "libminizip.so", "libminizip.1.dylib"};
  const library_function functions[] = {
      {"unzOpen2_64", (void **)&zip.open},
      {"unzClose", (void **)&zip.close},
      {"unzGoToFirstFile", (void **)&zip.first},
      {"unzGoToNextFile", (void **)&zip.next},
      {"unzGetCurrentFileInfo64", (void **)&zip.info},
      {"unzOpenCurrentFile", (void **)&zip.open_member},
      {"unzReadCurrentFile", (void **)&zip.read_member},
      {"unzCloseCurrentFile", (void **)&zip.close_member},
  };
  has_zip = library_open(
      names, sizeof names / sizeof *names, functions, sizeof functions / sizeof *functions);
}

static int load_zip(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, open_zip);
  return has_zip;
}

/// A file that is a block of memory.
typedef struct {
  const uint8_t *bytes;
  uint64_t count;
  uint64_t position;
} memory_file;

static voidpf memory_open(voidpf file, const void *name, int mode) {
  (void)name;
  return (mode & ZLIB_FILEFUNC_MODE_WRITE) ? NULL : file;
}

static uLong memory_read(voidpf unused, voidpf stream, void *buffer, uLong size) {
  (void)unused;
  memory_file *file = stream;
  uint64_t left = file->count - file->position;
  if (size > left) size = (uLong)left;
  memcpy(buffer, file->bytes + file->position, size);
  file->position += size;
  return size;
}

static uLong memory_write(voidpf unused, voidpf stream, const void *buffer, uLong size) {
  (void)unused, (void)stream, (void)buffer, (void)size;
  return 0;
}

static ZPOS64_T memory_tell(voidpf unused, voidpf stream) {
  (void)unused;
  return ((memory_file *)stream)->position;
}

static long memory_seek(voidpf unused, voidpf stream, ZPOS64_T offset, int origin) {
  (void)unused;
  memory_file *file = stream;
  uint64_t base = origin == ZLIB_FILEFUNC_SEEK_CUR   ? file->position
                  : origin == ZLIB_FILEFUNC_SEEK_END ? file->count
                                                     : 0;
  if (offset > file->count - base) return -1;
  file->position = base + offset;
  return 0;
}

static int memory_close(voidpf unused, voidpf stream) {
  (void)unused, (void)stream;
  return 0;
}

static unzFile open_archive(memory_file *file) {
  zlib_filefunc64_def functions = {memory_open, memory_read,  memory_write, memory_tell,
                                   memory_seek, memory_close, memory_close, file};
  return zip.open("", &functions);
}

int archive_names(const uint8_t *bytes, size_t count, archive_name name, void *context) {
  if (!load_zip()) return ARCHIVE_NO_LIBRARY;
  memory_file file = {bytes, count, 0};
  unzFile archive = open_archive(&file);
  if (!archive) return ARCHIVE_BROKEN;
  int step = zip.first(archive);
  for (; step == UNZ_OK; step = zip.next(archive)) {
    unz_file_info64 info;
    char text[1024];
    if (zip.info(archive, &info, text, sizeof text, NULL, 0, NULL, 0) != UNZ_OK) break;
    size_t length = info.size_filename < sizeof text ? info.size_filename : sizeof text;
    if (name(context, text, length) != 0) break;
  }
  zip.close(archive);
  return step == UNZ_OK || step == UNZ_END_OF_LIST_OF_FILE ? ARCHIVE_OK : ARCHIVE_BROKEN;
}

/// Reads the open member to its end, with a buffer that grows as bytes come.
static int unpack(unzFile archive, size_t limit, uint8_t **out, size_t *out_count) {
  size_t room = 1 << 16, used = 0;
  uint8_t *block = malloc(room);
  for (;;) {
    if (block && used == room) {
      uint8_t *larger = realloc(block, room * 2);
      if (!larger) free(block);
      block = larger;
      room *= 2;
    }
    if (!block) return ARCHIVE_TOO_LARGE;
    size_t piece = room - used < (1 << 20) ? room - used : (1 << 20);
    int count = zip.read_member(archive, block + used, (unsigned)piece);
    if (count == 0) break;
    used += count > 0 ? (size_t)count : 0;
    if (count < 0 || used > limit) {
      free(block);
      return count < 0 ? ARCHIVE_BROKEN : ARCHIVE_TOO_LARGE;
    }
  }
  *out = block;
  *out_count = used;
  return ARCHIVE_OK;
}

int archive_member(
    const uint8_t *bytes, size_t count, size_t place, size_t limit, uint8_t **out,
    size_t *out_count) {
  if (!load_zip()) return ARCHIVE_NO_LIBRARY;
  memory_file file = {bytes, count, 0};
  unzFile archive = open_archive(&file);
  if (!archive) return ARCHIVE_BROKEN;
  int step = zip.first(archive);
  for (size_t i = 0; i < place && step == UNZ_OK; i++) step = zip.next(archive);
  int result = ARCHIVE_BROKEN;
  if (step == UNZ_OK && zip.open_member(archive) == UNZ_OK) {
    result = unpack(archive, limit, out, out_count);
    // Closing a member that was read to its end compares its checksum.
    if (zip.close_member(archive) != UNZ_OK && result == ARCHIVE_OK) {
      free(*out);
      *out = NULL;
      result = ARCHIVE_BROKEN;
    }
  }
  zip.close(archive);
  return result;
}
