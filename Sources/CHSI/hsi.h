/* The C interface of hsi: open an index, score it, ask about its scores. Documentation/c-interface.md describes it.
 *
 * Texts are UTF-8 and end with a null byte. Every call but those that free may be made from any thread, on the same
 * handle too; a handle is closed or freed once, when no call on it is running. A handle of a table stays valid after
 * its index is closed. Null in place of a handle or a required text is an error, not a crash.
 *
 * A call that can fail returns HSI_OK, or the exit status that the command would have. `findings` then receives a JSON
 * array of all that is wrong: severity, identifier, message, file, line, column, excerpt, remedy. Texts that a call
 * hands over are the caller's, for hsi_free_text; where one is not wanted, null may be given for its place. */

#ifndef HSI_H
#define HSI_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Grows when a function is added; the first digit of three changes when one is taken away or changes. */
#define HSI_ABI_VERSION 100

#define HSI_OK 0
/* Data, lenses or the disk are at fault. */
#define HSI_FAULT 1
/* The question cannot be answered. */
#define HSI_WRONG_QUESTION 2

/* Leave out indicators whose licence restricts reuse, or is not known. */
#define HSI_OPEN_ONLY 1u
/* Compute rank intervals and tiers, which takes much longer than scores. */
#define HSI_INTERVALS 2u

/* Figures, read. */
typedef struct hsi_index hsi_index;
/* Scores of one year under one lens. */
typedef struct hsi_table hsi_table;

/* HSI_ABI_VERSION of the library that is loaded. */
int32_t hsi_abi_version(void);
/* The version of hsi, such as "0.1.0"; not to be freed. */
const char *hsi_release(void);
void hsi_free_text(char *text);

/* Reads the figures of a folder. Lenses are read when they are asked for, from Weights/ beside it. */
int32_t hsi_open(const char *data, hsi_index **index, char **findings);
void hsi_close(hsi_index *index);
/* The names of lenses, the default one first, as a JSON array. */
int32_t hsi_lenses(const hsi_index *index, char **json, char **findings);

/* Scores and ranks. Null for `lens` is the default one, 0 for `year` the reference year of the lens, null for `scope`
 * that of the lens; else all, un-members or un. `flags` are added up from HSI_OPEN_ONLY and HSI_INTERVALS. */
int32_t hsi_score(const hsi_index *index, const char *lens, int32_t year, const char *scope, uint32_t flags,
                  hsi_table **table, char **findings);
void hsi_free_table(hsi_table *table);

/* Rows are in order of rank, those not ranked last. All that these give belongs to the table and is freed with it. */
size_t hsi_table_rows(const hsi_table *table);
size_t hsi_table_columns(const hsi_table *table);
/* Null where there is no such column. */
const char *hsi_table_column_name(const hsi_table *table, size_t column);
/* Contiguous numbers, one a row, NaN where there is none; null for a column of texts. */
const double *hsi_table_numbers(const hsi_table *table, size_t column);
/* Texts, one a row; null for a column of numbers. */
const char *const *hsi_table_texts(const hsi_table *table, size_t column);
/* Lens, title, year, what each column is, and warnings: a JSON object. */
const char *hsi_table_description(const hsi_table *table);

/* What `hsi explain COUNTRY --format json` prints. */
int32_t hsi_explain(const hsi_table *table, const char *country, char **json, char **findings);
/* What `hsi whatif --format json` prints. An assumption is `set`, `shift`, `weight` or `scenario`, a space, and what the
 * option of that name takes: "set KEN.physicians=1". */
int32_t hsi_whatif(const hsi_table *table, const char *const *assumptions, size_t count, char **json,
                   char **findings);
/* What `hsi audit --format json` prints: of one table, of one country, or null for both. Null for `weights` is box:25%,
 * for `level` dimension; 0 for `samples` is 100,000. */
int32_t hsi_audit(const hsi_table *table, const char *name, const char *country, const char *weights,
                  const char *level, int64_t samples, uint64_t seed, char **json, char **findings);
/* What `hsi diff OLD [NEW] --format json` prints; null for `new_state` is now. Both are read from the disk. */
int32_t hsi_diff(const hsi_index *index, const char *old_state, const char *new_state, const char *lens,
                 int32_t year, char **json, char **findings);

#ifdef __cplusplus
}
#endif
#endif
