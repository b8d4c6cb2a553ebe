#include "CShippedNames.h"

// #embed is of C23; clang has it everywhere and says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char countries[] = {
#embed "../../Data/countries.csv"
};

static const unsigned char areas[] = {
#embed "../../Data/areas.csv"
};

const unsigned char *hsi_shipped_countries(size_t *size) {
  *size = sizeof countries;
  return countries;
}

const unsigned char *hsi_shipped_areas(size_t *size) {
  *size = sizeof areas;
  return areas;
}
