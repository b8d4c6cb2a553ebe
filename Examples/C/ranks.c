/* Prints the first ten ranks of the index whose folder of figures is named.
 * From the root of the project, after `make library`:
 *   cc -I Sources/CHSI Examples/C/ranks.c .build/libhsi.so -Wl,-rpath,$PWD/.build -o /tmp/ranks && /tmp/ranks Data */

#include <hsi.h>
#include <stdio.h>
#include <string.h>

static size_t column(const hsi_table *table, const char *name) {
  size_t count = hsi_table_columns(table);
  for (size_t place = 0; place < count; place++)
    if (strcmp(hsi_table_column_name(table, place), name) == 0) return place;
  return count;
}

int main(int count, char **arguments) {
  hsi_index *index = NULL;
  hsi_table *table = NULL;
  char *findings = NULL;
  int status = hsi_open(count > 1 ? arguments[1] : "Data", &index, &findings);
  if (status == HSI_OK) status = hsi_score(index, NULL, 0, NULL, 0, &table, &findings);
  if (status == HSI_OK) {
    const double *ranks = hsi_table_numbers(table, column(table, "rank"));
    const double *scores = hsi_table_numbers(table, column(table, "score"));
    const char *const *names = hsi_table_texts(table, column(table, "country"));
    for (size_t row = 0; row < 10 && row < hsi_table_rows(table); row++)
      printf("%.0f %s %.1f\n", ranks[row], names[row], scores[row]);
  } else {
    fprintf(stderr, "%s\n", findings ? findings : "no findings");
  }
  hsi_free_text(findings);
  hsi_free_table(table);
  hsi_close(index);
  return status;
}
