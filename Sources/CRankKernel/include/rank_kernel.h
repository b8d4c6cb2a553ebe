#ifndef RANK_KERNEL_H
#define RANK_KERNEL_H

#include <stddef.h>
#include <stdint.h>

/// Scores and ranks countries under one set of weights: the plain sums of `weights[node] * values[node]` in
/// the order of the nodes, to the last bit, and `Ranking.competition` of them.
///
/// Sums run in the order of the nodes, products are rounded before they are added, and no country's sum
/// depends on its neighbours': the same bits on every machine. Ranks are exact, equal sums share one.
///
/// values: node after node, each `padded` numbers, the first `count` of which are countries.
/// scores: room for `padded` numbers. ranks: room for `padded`; 0 for the best.
/// `padded` is a multiple of 64, `count` at most 65536; beyond 4096 every pair is compared, slowly.
void rank_countries(const double *values, size_t nodes, size_t padded, size_t count,
                    const double *weights, double *scores, uint16_t *ranks);

/// Ranks countries by scores that are there already, as `rank_countries` does.
void rank_scores(const double *scores, size_t padded, size_t count, uint16_t *ranks);

/// Counts for each pair of countries whether the first ranks better: `above[i * padded + j]` grows by one
/// where `ranks[i] < ranks[j]`, for j > i.
///
/// above: `count * padded` numbers, which a caller empties before 65536 rankings are counted.
void count_pairs(const uint16_t *ranks, size_t padded, size_t count, uint16_t *above);

/// Adds up columns that stand anywhere in `values`, the i-th from `offsets[i]` on, as `rank_countries` does.
void add_columns(const double *values, const size_t *offsets, size_t nodes, size_t padded,
                 const double *weights, double *scores);

#endif
