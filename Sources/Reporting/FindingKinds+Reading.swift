extension FindingCatalogue {
  static let tables = [
    FindingKind(
      "broken-quote", .error, "A quotation mark stands in the middle of a field",
      example: "a quotation mark stands where none may",
      remedy: "Put the whole field in quotation marks and double each mark inside it."),
    FindingKind(
      "control-character", .error,
      "A text holds characters that steer a terminal or reorder a line",
      example: "the text holds control characters",
      remedy: "Remove them: names and notes are plain text."),
    FindingKind(
      "duplicate-column", .error, "Two columns have the same name",
      example: "the column \"year\" stands twice",
      remedy: "Keep one of the two, or give them different names."),
    FindingKind(
      "empty-file", .error, "A file holds nothing", example: "the file is empty",
      remedy: "Write a header and rows, or remove the file."),
    FindingKind(
      "missing-column", .error, "A table lacks a column that it needs",
      example: "the column \"iso3\" is missing", remedy: "Add the column to the header."),
    FindingKind(
      "only-header", .error, "A table has a header and no rows",
      example: "the file has a header but no rows", remedy: "Add rows, or remove the file."),
    FindingKind(
      "open-quote", .error, "A quoted field never ends",
      example: "a quotation mark is opened here and never closed",
      remedy: "Close the field, or remove the mark."),
    FindingKind(
      "out-of-memory", .error, "The reader of tables could not start for want of memory",
      example: "libcsv could not start", remedy: "Free memory and run the command again."),
    FindingKind(
      "ragged-row", .error, "A row has more or fewer fields than the header",
      example: "the row has 4 fields, the header 3",
      remedy: "Quote a field that contains the separator."),
    FindingKind(
      "too-long", .error, "A line is longer than any row of a table",
      example: "the line is longer than 16 MiB",
      remedy: "Check that the file is a table with a line end after each row."),
    FindingKind(
      "toml-syntax", .error, "A lens or imports.toml is not TOML",
      example: "Error while parsing value: missing closing bracket",
      remedy: "Correct the line that is shown."),
    FindingKind(
      "unknown-column", .error, "A column is named that is not there, or that nobody knows",
      example: "unknown column \"licens\"", remedy: "Write the nearest name that the message gives."
    ),
  ]

  static let figures = [
    FindingKind(
      "bad-year", .error,
      "A year is not four digits from 1500 to 2200, or a span ends before it starts",
      example: "\"MMXX\" is not a year", remedy: "Write four digits, such as 2023."),
    FindingKind(
      "bound", .note, "A qualified number is read as its bound",
      example: "\"<2.5\" is read as its bound",
      remedy: "Nothing has to be done; say so in DATA.md where the bound matters."),
    FindingKind(
      "brackets", .note,
      "A number in brackets is read as an uncertain figure; an error where it could be negative",
      example: "\"(34)\" is read as the number in the brackets, which stand for doubt",
      remedy: "Where it may be a negative number, write it with a minus sign."),
    FindingKind(
      "breakdown", .error,
      "A table holds several figures of a country and year, told apart by columns",
      example: "CHE 2024 has figures on lines 2 and 123 that differ in SEX",
      remedy: "Choose one with --where, such as --where 'SEX=_T'."),
    FindingKind(
      "column-wanted", .error, "A table has several columns of values and the catalogue names none",
      example: "the table has 3 columns of values",
      remedy: "Write path#column in the files column of indicators.csv."),
    FindingKind(
      "conflict", .warning,
      "Two files of one indicator have different figures for a country and year",
      example: "hunger of KEN in 2020 is 24 here, 23 in food/hunger.csv:12",
      remedy: "The first file in the catalogue's order is used; drop the row that is wrong."),
    FindingKind(
      "duplicate-figure", .error, "A file has two figures for a country and year",
      example: "KEN 2020 stands on line 12 already",
      remedy: "Keep one of the two rows; if the file holds several series, choose one."),
    FindingKind(
      "encoding", .note, "A file is not UTF-8",
      example: "the text is not UTF-8 and is read as Windows-1252",
      remedy: "Nothing has to be done; check a name with an accent."),
    FindingKind(
      "implausible", .error, "A figure is outside the plausible range of its indicator",
      example: "412 is outside the plausible range 0 to 100",
      remedy: "Correct the figure or its unit, or widen the range in indicators.csv."),
    FindingKind(
      "left-out", .note, "Rows of aggregates, former states or parts of countries are not read",
      example: "rows left out: 1200 of aggregates", remedy: "Nothing has to be done."),
    FindingKind(
      "no-figures", .error, "A file has rows but no figure of the series that is wanted",
      example: "none of the 210 rows holds a figure of this series",
      remedy: "Check the column, series or filter that the catalogue names."),
    FindingKind(
      "not-a-number", .error, "A value is not a number", example: "\"n.d.\" is not a number",
      remedy: "Write digits with a decimal point; leave the field empty where there is no value."),
    FindingKind(
      "transform", .error, "A figure cannot be transformed as the catalogue asks",
      example: "0 cannot be transformed: log needs a value above 0",
      remedy: "Correct the figure, or choose another transform in indicators.csv."),
    FindingKind(
      "unknown-country", .error, "A name or code is of no country and of no known area",
      example: "no country is known as \"Kenia\"",
      remedy: "Correct the name, or add it to countries.csv or areas.csv."),
    FindingKind(
      "unknown-layout", .error, "A file is in no layout that is read, or is not text",
      example: "no layout of country figures is recognised",
      remedy: "Name a country column, a year column and a value column in the header."),
    FindingKind(
      "zero-denominator", .warning, "A figure is to be divided by a denominator of 0",
      example: "the denominator of homicide-rate is 0, so its value is missing",
      remedy: "Correct the denominator."),
    FindingKind(
      "decimal-mark", .note,
      "The cells of a column prove that it has a decimal comma, or thousands marks",
      example: "the column has a decimal comma, as its cells prove",
      remedy: "Nothing has to be done."),
    FindingKind(
      "footnote", .note, "A number is read without the mark of its footnote",
      example: "\"12.3*\" is read without its footnote mark",
      remedy: "Read the footnote: the figure may be an estimate."),
    FindingKind(
      "footnotes", .note, "Lines below a table are taken for footnotes",
      example: "2 lines below the table are taken for footnotes", remedy: "Nothing has to be done."),
    FindingKind(
      "mixed-decimal-marks", .error,
      "Some cells of a column can only have a decimal comma, others only a decimal point",
      example: "\"1,5\" can only have a decimal comma, \"2.5\" on line 7 only a decimal point",
      remedy: "Write all of the column in one way."),
    FindingKind(
      "part-of-year", .error, "A figure is of a month or a quarter",
      example: "\"2020-Q1\" is part of a year", remedy: "Add up or average the parts first."),
    FindingKind(
      "percent-sign", .note, "A number is read without its percent sign",
      example: "\"12.3%\" is read as a number of per cent",
      remedy: "Check that the indicator's unit is per cent."),
    FindingKind(
      "unclear-decimal-mark", .error,
      "A cell may be thousands or a fraction, and nothing in its column tells",
      example: "\"1,234\" may be thousands or a fraction, and no cell of the column tells",
      remedy: "Write the column without thousands marks and with a decimal point."),
    FindingKind(
      "year-span", .error, "A figure is of more than one year",
      example: "\"2019/20\" is more than one year",
      remedy: "Decide which calendar year the figure stands for, and write that."),
    FindingKind(
      "contradiction", .error, "The code of a row is one country's, the name another's",
      example: "the code is that of Uganda, the name that of Kenya",
      remedy: "Correct the one that is wrong; a whole column may have moved."),
    FindingKind(
      "missing-code", .warning, "A number that offices use for missing values stands among figures",
      example: "-99 may stand for a missing value: every other figure is between 1.2 and 34",
      remedy: "Leave the cells empty, or import with --missing -99."),
    FindingKind(
      "mixed-percent", .warning, "Some numbers of a column have a percent sign and others none",
      example: "12 of 40 figures have a percent sign and the others none",
      remedy: "Check that the others are per cent too, not fractions of 1."),
    FindingKind(
      "mixed-units", .error, "The figures of a series are in several units",
      example: "the figures are in several units: UNIT_MULT (3, 6)",
      remedy: "Choose one with --where, or bring all figures to one unit."),
    FindingKind(
      "not-numbers", .error, "A column of values holds words throughout",
      example: "the column \"status\" holds words: Legal, Illegal",
      remedy: "Choose a column of numbers, or write numbers for the words."),
    FindingKind(
      "unread-column", .warning, "A column looks like a year and is not read",
      example: "columns that look like years are not read: 2020/21",
      remedy: "Name the column by the calendar year that its figures stand for."),
  ]
}
