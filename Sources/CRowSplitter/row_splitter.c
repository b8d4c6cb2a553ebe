#include "row_splitter.h"

#include <string.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

enum { block = 64 };

// A bit for each byte of a block that parts fields or rows, or opens a quoted field.
#if defined(__SSE2__)
static uint64_t marks(const uint8_t *bytes, __m128i separator, uint64_t *high) {
  const __m128i feed = _mm_set1_epi8('\n'), carriage = _mm_set1_epi8('\r'), quote = _mm_set1_epi8('"');
  uint64_t found = 0, upper = 0;
  for (int part = 0; part < block / 16; part++) {
    const __m128i chunk = _mm_loadu_si128((const __m128i *)(bytes + 16 * part));
    const __m128i ends = _mm_or_si128(_mm_cmpeq_epi8(chunk, feed), _mm_cmpeq_epi8(chunk, carriage));
    const __m128i others = _mm_or_si128(_mm_cmpeq_epi8(chunk, quote), _mm_cmpeq_epi8(chunk, separator));
    found |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_or_si128(ends, others)) << 16 * part;
    upper |= (uint64_t)(uint32_t)_mm_movemask_epi8(chunk) << 16 * part;
  }
  *high = upper;
  return found;
}
typedef __m128i separator_t;
static separator_t spread(uint8_t separator) { return _mm_set1_epi8((char)separator); }
#else
static uint64_t marks(const uint8_t *bytes, uint8_t separator, uint64_t *high) {
  uint64_t found = 0, upper = 0;
  for (int i = 0; i < block; i++) {
    const uint8_t byte = bytes[i];
    found |= (uint64_t)(byte == '\n' || byte == '\r' || byte == '"' || byte == separator) << i;
    upper |= (uint64_t)(byte >> 7) << i;
  }
  *high = upper;
  return found;
}
typedef uint8_t separator_t;
static separator_t spread(uint8_t separator) { return separator; }
#endif

row_shape split_row(const uint8_t *bytes, size_t count, uint8_t separator, int32_t *ends, size_t room) {
  const row_shape none = {0, 0, 0};
  const separator_t pattern = spread(separator);
  uint8_t tail[block];
  size_t fields = 0, field = 0;
  int is_quoted = 0;
  uint64_t seen = 0;
  for (size_t start = 0; start < count; start += block) {
    const uint8_t *part = bytes + start;
    if (count - start < block) {
      memset(tail, 0, block);
      memcpy(tail, part, count - start);
      part = tail;
    }
    uint64_t high, found = marks(part, pattern, &high);
    for (; found != 0; found &= found - 1) {
      const int bit = __builtin_ctzll(found);
      const uint8_t mark = part[bit];
      const size_t place = start + (size_t)bit;
      const int is_end = mark == '\n' || mark == '\r';
      if (is_quoted) {
        if (is_end) return none;
        if (mark != '"') continue;
        // What follows tells whether the field ends here.
        if (place + 1 == count) return none;
        const uint8_t next = bytes[place + 1];
        if (next != separator && next != '\n' && next != '\r') return none;
        is_quoted = 0;
        continue;
      }
      if (mark == '"') {
        if (place != field) return none;
        is_quoted = 1;
        continue;
      }
      if (fields < room) ends[fields] = (int32_t)place;
      fields++;
      field = place + 1;
      if (is_end) {
        // Whether a line feed belongs to a carriage return at the end, the bytes do not tell.
        if (mark == '\r' && place + 1 == count) return none;
        const size_t pair = mark == '\r' && bytes[place + 1] == '\n';
        const uint64_t before = high & ((UINT64_C(1) << bit) - 1);
        return (row_shape){fields, place + 1 + pair, (seen | before) == 0};
      }
    }
    seen |= high;
  }
  return none;
}
