/* R's values in, the C interface of hsi, R's values out. The library is loaded from the package, so that its path need not be known
 * when this is compiled. */

#include "hsi.h"

#include <R.h>
#include <R_ext/Rdynload.h>
#include <Rinternals.h>
#include <dlfcn.h>

static void *library;

/* A function of the library, by its name in hsi.h. */
#define CALL(name) ((__typeof__(&name))symbol(#name))

static void *symbol(const char *name) {
  void *found = library ? dlsym(library, name) : NULL;
  if (!found) Rf_error("the library of hsi has no %s", name);
  return found;
}

SEXP hsindex_load(SEXP path) {
  library = dlopen(CHAR(STRING_ELT(path, 0)), RTLD_NOW | RTLD_LOCAL);
  if (!library) Rf_error("the library of hsi cannot be loaded: %s", dlerror());
  int32_t version = CALL(hsi_abi_version)();
  if (version / 100 != HSI_ABI_VERSION / 100 || version < HSI_ABI_VERSION)
    Rf_error("the library of hsi has interface %d, %d is needed", version, HSI_ABI_VERSION);
  return R_NilValue;
}

/* A text in UTF-8; null for R's NULL. */
static const char *text(SEXP value) {
  if (Rf_isNull(value)) return NULL;
  if (!Rf_isString(value) || LENGTH(value) != 1 || STRING_ELT(value, 0) == NA_STRING)
    Rf_error("one text is wanted here");
  return Rf_translateCharUTF8(STRING_ELT(value, 0));
}

static SEXP utf8(const char *text) { return Rf_mkCharCE(text, CE_UTF8); }

/* Copies a text and gives it back to the library. */
static SEXP taken(char *text) {
  if (!text) return R_NilValue;
  SEXP copy = PROTECT(Rf_ScalarString(utf8(text)));
  CALL(hsi_free_text)(text);
  UNPROTECT(1);
  return copy;
}

/* list(status, value, findings): findings are NULL where all went well. */
static SEXP answer(int32_t status, SEXP value, char *findings) {
  const char *names[] = {"status", "value", "findings", ""};
  PROTECT(value);
  SEXP list = PROTECT(Rf_mkNamed(VECSXP, names));
  SET_VECTOR_ELT(list, 0, Rf_ScalarInteger(status));
  SET_VECTOR_ELT(list, 1, value);
  SEXP found = PROTECT(taken(findings));
  if (status != HSI_OK) SET_VECTOR_ELT(list, 2, Rf_isNull(found) ? Rf_mkString("[]") : found);
  UNPROTECT(3);
  return list;
}

static void close_index(SEXP handle) {
  if (R_ExternalPtrAddr(handle)) CALL(hsi_close)(R_ExternalPtrAddr(handle));
  R_ClearExternalPtr(handle);
}

static void free_table(SEXP handle) {
  if (R_ExternalPtrAddr(handle)) CALL(hsi_free_table)(R_ExternalPtrAddr(handle));
  R_ClearExternalPtr(handle);
}

static SEXP handle(void *address, R_CFinalizer_t end) {
  if (!address) return R_NilValue;
  SEXP value = PROTECT(R_MakeExternalPtr(address, R_NilValue, R_NilValue));
  R_RegisterCFinalizerEx(value, end, TRUE);
  UNPROTECT(1);
  return value;
}

/* What a handle stands for; one of an earlier session of R stands for nothing, which the library tells. */
static void *address(SEXP handle) {
  if (TYPEOF(handle) != EXTPTRSXP) Rf_error("this is no handle of hsi");
  return R_ExternalPtrAddr(handle);
}

SEXP hsindex_open(SEXP data) {
  hsi_index *index = NULL;
  char *findings = NULL;
  int32_t status = CALL(hsi_open)(text(data), &index, &findings);
  return answer(status, handle(index, close_index), findings);
}

SEXP hsindex_lenses(SEXP index) {
  char *json = NULL, *findings = NULL;
  int32_t status = CALL(hsi_lenses)(address(index), &json, &findings);
  return answer(status, taken(json), findings);
}

SEXP hsindex_score(SEXP index, SEXP lens, SEXP year, SEXP scope, SEXP flags) {
  hsi_table *table = NULL;
  char *findings = NULL;
  int32_t status = CALL(hsi_score)(address(index), text(lens), Rf_asInteger(year), text(scope),
                                   (uint32_t)Rf_asInteger(flags), &table, &findings);
  return answer(status, handle(table, free_table), findings);
}

static SEXP column(const hsi_table *table, size_t place, size_t rows) {
  const double *numbers = CALL(hsi_table_numbers)(table, place);
  if (numbers) {
    SEXP values = PROTECT(Rf_allocVector(REALSXP, (R_xlen_t)rows));
    for (size_t row = 0; row < rows; row++) REAL(values)[row] = ISNAN(numbers[row]) ? NA_REAL : numbers[row];
    UNPROTECT(1);
    return values;
  }
  const char *const *texts = CALL(hsi_table_texts)(table, place);
  SEXP values = PROTECT(Rf_allocVector(STRSXP, (R_xlen_t)rows));
  for (size_t row = 0; row < rows; row++)
    SET_STRING_ELT(values, (R_xlen_t)row, texts && texts[row] && *texts[row] ? utf8(texts[row]) : NA_STRING);
  UNPROTECT(1);
  return values;
}

SEXP hsindex_columns(SEXP scores) {
  const hsi_table *table = address(scores);
  size_t rows = CALL(hsi_table_rows)(table), count = CALL(hsi_table_columns)(table);
  SEXP columns = PROTECT(Rf_allocVector(VECSXP, (R_xlen_t)count));
  SEXP names = PROTECT(Rf_allocVector(STRSXP, (R_xlen_t)count));
  for (size_t place = 0; place < count; place++) {
    SET_VECTOR_ELT(columns, (R_xlen_t)place, column(table, place, rows));
    SET_STRING_ELT(names, (R_xlen_t)place, utf8(CALL(hsi_table_column_name)(table, place)));
  }
  Rf_setAttrib(columns, R_NamesSymbol, names);
  UNPROTECT(2);
  return columns;
}

SEXP hsindex_description(SEXP scores) {
  const char *json = CALL(hsi_table_description)(address(scores));
  return Rf_ScalarString(utf8(json ? json : "{}"));
}

SEXP hsindex_explain(SEXP scores, SEXP country) {
  char *json = NULL, *findings = NULL;
  int32_t status = CALL(hsi_explain)(address(scores), text(country), &json, &findings);
  return answer(status, taken(json), findings);
}

SEXP hsindex_whatif(SEXP scores, SEXP assumptions) {
  char *json = NULL, *findings = NULL;
  size_t count = (size_t)LENGTH(assumptions);
  const char **texts = (const char **)R_alloc(count + 1, sizeof(char *));
  for (size_t place = 0; place < count; place++)
    texts[place] = Rf_translateCharUTF8(STRING_ELT(assumptions, (R_xlen_t)place));
  int32_t status = CALL(hsi_whatif)(address(scores), texts, count, &json, &findings);
  return answer(status, taken(json), findings);
}

SEXP hsindex_audit(SEXP scores, SEXP name, SEXP country, SEXP weights, SEXP level, SEXP samples, SEXP seed) {
  char *json = NULL, *findings = NULL;
  double drawn = Rf_asReal(samples), from = Rf_asReal(seed);
  if (!(drawn >= 0 && drawn < 1e15) || !(from >= 0 && from < 1e15)) Rf_error("samples and seed are whole numbers from 0");
  int32_t status = CALL(hsi_audit)(address(scores), text(name), text(country), text(weights), text(level),
                                   (int64_t)drawn, (uint64_t)from, &json, &findings);
  return answer(status, taken(json), findings);
}

SEXP hsindex_diff(SEXP index, SEXP old_state, SEXP new_state, SEXP lens, SEXP year) {
  char *json = NULL, *findings = NULL;
  int32_t status = CALL(hsi_diff)(address(index), text(old_state), text(new_state), text(lens), Rf_asInteger(year),
                                  &json, &findings);
  return answer(status, taken(json), findings);
}

#define ENTRY(name, count) {#name, (DL_FUNC)&name, count}

static const R_CallMethodDef entries[] = {
    ENTRY(hsindex_load, 1),    ENTRY(hsindex_open, 1),        ENTRY(hsindex_lenses, 1),  ENTRY(hsindex_score, 5),
    ENTRY(hsindex_columns, 1), ENTRY(hsindex_description, 1), ENTRY(hsindex_explain, 2), ENTRY(hsindex_whatif, 2),
    ENTRY(hsindex_audit, 7),   ENTRY(hsindex_diff, 5),        {NULL, NULL, 0}};

void R_init_hsindex(DllInfo *info) {
  R_registerRoutines(info, NULL, entries, NULL, NULL);
  R_useDynamicSymbols(info, FALSE);
}
