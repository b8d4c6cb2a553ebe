#ifndef ROW_SPLITTER_H
#define ROW_SPLITTER_H

#include <stddef.h>
#include <stdint.h>

/// Where the fields of a row of delimited text end, if its first line tells.
typedef struct {
  /// How many fields the row has; 0 where it has to be read in another way: its line does not end in the bytes
  /// that are given, or a quotation mark on it is none of the two that stand right around a field.
  size_t fields;
  /// How many bytes the line has, its end included: line feed, carriage return, or both.
  size_t size;
  /// Whether all bytes are ASCII.
  int is_ascii;
} row_shape;

/// Splits the first line of some bytes.
///
/// ends: room for `room` offsets, of which the first `fields` are filled in: behind each field, its quotation
/// mark included. Of more fields than that, only the number is told.
row_shape split_row(const uint8_t *bytes, size_t count, uint8_t separator, int32_t *ends, size_t room);

#endif
