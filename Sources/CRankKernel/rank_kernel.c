#include "rank_kernel.h"

// Contraction would round differently where a machine fuses multiplication and addition.
#pragma STDC FP_CONTRACT OFF

#if defined(__x86_64__) && defined(__ELF__)
#define CLONES __attribute__((target_clones("default", "avx2")))
#else
#define CLONES
#endif

enum { most = 4096, lanes = 16, block = 4, ways = 16 };

typedef int16_t keys_t __attribute__((vector_size(2 * lanes)));

// Countries whose sums fall into one of the 65536 steps are distinguished by the sums themselves.
static void repair(const double *scores, size_t count, uint16_t *ranks) {
  uint16_t first[most + 1], next[most];
  for (size_t rank = 0; rank <= count; rank++) first[rank] = UINT16_MAX;
  int shared = 0;
  for (size_t i = 0; i < count; i++) {
    next[i] = first[ranks[i]];
    shared |= next[i] != UINT16_MAX;
    first[ranks[i]] = (uint16_t)i;
  }
  if (!shared) return;
  for (size_t rank = 0; rank < count; rank++) {
    if (first[rank] == UINT16_MAX || next[first[rank]] == UINT16_MAX) continue;
    for (size_t i = first[rank]; i != UINT16_MAX; i = next[i]) {
      uint16_t above = 0;
      for (size_t j = first[rank]; j != UINT16_MAX; j = next[j]) above += scores[j] > scores[i];
      ranks[i] = (uint16_t)(rank + above);
    }
  }
}

CLONES
static void count_above(const int16_t *keys, size_t padded, size_t count, uint16_t *ranks) {
  for (size_t start = 0; start < padded; start += lanes * block) {
    const keys_t *own = (const keys_t *)(keys + start);
    keys_t a = own[0], b = own[1], c = own[2], d = own[3];
    keys_t na = {0}, nb = {0}, nc = {0}, nd = {0};
    for (size_t j = 0; j < count; j++) {
      keys_t other = (keys_t){0} + keys[j];
      na -= other > a;
      nb -= other > b;
      nc -= other > c;
      nd -= other > d;
    }
    keys_t *out = (keys_t *)(ranks + start);
    out[0] = na;
    out[1] = nb;
    out[2] = nc;
    out[3] = nd;
  }
}

CLONES
static void add_up(const double *values, size_t nodes, size_t padded, const double *weights,
                   double *scores) {
  for (size_t i = 0; i < padded; i++) scores[i] = weights[0] * values[i];
  for (size_t node = 1; node < nodes; node++) {
    const double weight = weights[node], *column = values + node * padded;
    for (size_t i = 0; i < padded; i++) scores[i] += weight * column[i];
  }
}

CLONES
void add_columns(const double *values, const size_t *offsets, size_t nodes, size_t padded,
                 const double *weights, double *scores) {
  if (nodes == 0) return;
  const double *first = values + offsets[0];
  for (size_t i = 0; i < padded; i++) scores[i] = weights[0] * first[i];
  for (size_t node = 1; node < nodes; node++) {
    const double weight = weights[node], *column = values + offsets[node];
    for (size_t i = 0; i < padded; i++) scores[i] += weight * column[i];
  }
}

CLONES
static void make_keys(const double *scores, size_t padded, size_t count, int16_t *keys) {
  // Several at a time: one chain of comparisons would wait for each.
  double low[ways], high[ways];
  for (size_t k = 0; k < ways; k++) low[k] = high[k] = scores[0];
  const size_t whole = count / ways * ways;
  for (size_t i = 0; i < whole; i += ways) {
    for (size_t k = 0; k < ways; k++) {
      const double score = scores[i + k];
      low[k] = score < low[k] ? score : low[k];
      high[k] = score > high[k] ? score : high[k];
    }
  }
  for (size_t i = whole; i < count; i++) {
    low[0] = scores[i] < low[0] ? scores[i] : low[0];
    high[0] = scores[i] > high[0] ? scores[i] : high[0];
  }
  double least = low[0], greatest = high[0];
  for (size_t k = 1; k < ways; k++) {
    least = low[k] < least ? low[k] : least;
    greatest = high[k] > greatest ? high[k] : greatest;
  }
  // Rising, if not strictly: subtraction, multiplication and truncation keep the order.
  const double scale = greatest > least ? 65535.0 / (greatest - least) : 0;
  for (size_t i = 0; i < padded; i++) {
    double step = i < count ? (scores[i] - least) * scale : 0;
    keys[i] = (int16_t)((int32_t)(step < 65535.0 ? step : 65535.0) - 32768);
  }
}

// More countries than 16-bit counts and the stack are meant for.
CLONES
static void compare_all(const double *scores, size_t count, uint16_t *ranks) {
  for (size_t i = 0; i < count; i++) {
    size_t above = 0;
    for (size_t j = 0; j < count; j++) above += scores[j] > scores[i];
    ranks[i] = (uint16_t)above;
  }
}

void rank_scores(const double *scores, size_t padded, size_t count, uint16_t *ranks) {
  int16_t keys[most] __attribute__((aligned(64)));
  uint16_t counts[most] __attribute__((aligned(64)));
  if (count == 0) return;
  if (padded > most) {
    compare_all(scores, count, ranks);
    return;
  }
  make_keys(scores, padded, count, keys);
  count_above(keys, padded, count, counts);
  repair(scores, count, counts);
  for (size_t i = 0; i < count; i++) ranks[i] = counts[i];
}

CLONES
void count_pairs(const uint16_t *ranks, size_t padded, size_t count, uint16_t *above) {
  for (size_t i = 0; i < count; i++) {
    const uint16_t own = ranks[i];
    uint16_t *row = above + i * padded;
    // Whole vectors: what stands before i in the first is never read.
    for (size_t j = i & ~(size_t)63; j < padded; j++) row[j] += own < ranks[j];
  }
}

void rank_countries(const double *values, size_t nodes, size_t padded, size_t count,
                    const double *weights, double *scores, uint16_t *ranks) {
  if (nodes == 0) return;
  add_up(values, nodes, padded, weights, scores);
  rank_scores(scores, padded, count, ranks);
}
