// The names of countries and areas as they stand in Data/ when the program is built, for a file that is looked
// at where there is no Data/.

#include <stddef.h>

const unsigned char *hsi_shipped_countries(size_t *size);
const unsigned char *hsi_shipped_areas(size_t *size);
