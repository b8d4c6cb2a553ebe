import Diagnostics

/// What may be wrong with a file of figures, or worth knowing about how it is read.
package struct FigureKinds: FindingKinds {
  package let ambiguousCodes = FindingKind(
    "ambiguous-codes", .error, "A column of countries holds numbers that may be those of several offices",
    remedy: "Say whose they are with --country-column, or add a column of names or ISO codes.")
  package let ambiguousYears = FindingKind(
    "ambiguous-years", .error, "Two columns hold years; a warning where the name of one says whose they are",
    remedy: "Say which has the years of the figures with --year-column.")
  package let badYear = FindingKind(
    "bad-year", .error, "A year is not four digits from 1500 to 2200, or a span ends too early",
    remedy: "Write four digits, such as 2023.")
  package let bound = FindingKind(
    "bound", .note, "A qualified number is read as its bound",
    remedy: "Nothing has to be done; say so in DATA.md where the bound matters.")
  package let boundsApart = FindingKind(
    "bounds-apart", .warning, "The interval published with a figure does not hold it",
    remedy: "Correct the one that is wrong, or name the right columns with --low and --high.")
  package let brackets = FindingKind(
    "brackets", .note, "A number in brackets is read as uncertain; an error if it may be negative",
    remedy: "Where it may be a negative number, write it with a minus sign.")
  package let breakdown = FindingKind(
    "breakdown", .error, "A country and year have several figures, divided by further columns",
    remedy: "Choose one with --where, such as --where 'SEX=_T'.")
  package let byContent = FindingKind(
    "by-content", .note, "A column is read as countries or years by what it holds, whatever it is called",
    remedy: "Nothing has to be done; say another with --country-column or --year-column.")
  package let columnWanted = FindingKind(
    "column-wanted", .error, "A table has several columns of values and the catalogue names none",
    remedy: "Write path#column in the files column of indicators.csv.")
  package let conflict = FindingKind(
    "conflict", .warning, "Two files of an indicator differ about a country and year",
    remedy: "The first file in the catalogue's order is used; drop the row that is wrong.")
  package let contradiction = FindingKind(
    "contradiction", .error, "The code of a row is one country's, the name another's",
    remedy:
      "Correct the one that is wrong, or say with --country-column which is right; a column may have moved.")
  package let decimalMark = FindingKind(
    "decimal-mark", .note, "The cells of a column prove a decimal comma, or thousands marks",
    remedy: "Nothing has to be done.")
  package let duplicateFigure = FindingKind(
    "duplicate-figure", .error, "A file has two figures for a country and year",
    remedy: "Keep one of the two rows; if the file holds several series, choose one.")
  package let encoding = FindingKind(
    "encoding", .note, "A file is not UTF-8", remedy: "Nothing has to be done; check a name with an accent.")
  package let footnote = FindingKind(
    "footnote", .note, "A number is read without the mark of its footnote",
    remedy: "Read the footnote: the figure may be an estimate.")
  package let footnotes = FindingKind(
    "footnotes", .note, "Lines below a table are taken for footnotes", remedy: "Nothing has to be done.")
  package let implausible = FindingKind(
    "implausible", .error, "A figure is outside the plausible range of its indicator",
    remedy: "Correct the figure or its unit, or widen the range in indicators.csv.")
  package let interval = FindingKind(
    "interval", .note, "The interval published with a number is read as its low and high bound",
    remedy: "Nothing has to be done; say --low '' if it is no interval.")
  package let leftOut = FindingKind(
    "left-out", .note, "Rows of aggregates, former states or parts of countries are not read",
    remedy: "Nothing has to be done.")
  package let missingCode = FindingKind(
    "missing-code", .warning, "A number that offices use for missing values stands among figures",
    remedy: "Leave the cells empty, or import with --missing -99.")
  package let markedName = FindingKind(
    "marked-name", .note, "The name of a country is read without the mark of its footnote",
    remedy: "Read the footnote: the figures may be of part of the country.")
  package let mixedDecimalMarks = FindingKind(
    "mixed-decimal-marks", .error, "A column has both decimal commas and decimal points",
    remedy: "Write all of the column in one way.")
  package let mixedPercent = FindingKind(
    "mixed-percent", .warning, "Some numbers of a column have a percent sign and others none",
    remedy: "Check that the others are per cent too, not fractions of 1.")
  package let mixedUnits = FindingKind(
    "mixed-units", .error, "The figures of a series are in several units",
    remedy: "Choose one with --where, or bring all figures to one unit.")
  package let multiple = FindingKind(
    "multiple", .note, "A letter behind a number is read as thousands, millions or billions",
    remedy: "Check that the letter means that, and not a flag.")
  package let noFigures = FindingKind(
    "no-figures", .error, "A file has rows but no figure of the series that is wanted",
    remedy: "Check the column, series or filter that the catalogue names.")
  package let notANumber = FindingKind(
    "not-a-number", .error, "A value is not a number",
    remedy: "Write digits with a decimal point; leave the field empty where there is no value.")
  package let notNumbers = FindingKind(
    "not-numbers", .error, "A column of values holds words throughout",
    remedy: "Choose a column of numbers, or write numbers for the words.")
  package let partOfYear = FindingKind(
    "part-of-year", .error, "A figure is of a month or a quarter",
    remedy: "Add up or average the parts first.")
  package let percentSign = FindingKind(
    "percent-sign", .note, "A number is read without its percent sign",
    remedy: "Check that the indicator's unit is per cent.")
  package let stackedTables = FindingKind(
    "stacked-tables", .error, "Headings divide the rows of a file into several tables",
    remedy: "Save each table as a file of its own, or add a column that holds the heading.")
  package let twoCountries = FindingKind(
    "two-countries", .error, "Two columns name different countries in most rows",
    remedy: "Say which country the figures are of with --country-column.")
  package let unclearDecimalMark = FindingKind(
    "unclear-decimal-mark", .error, "Whether a cell is thousands or a fraction is not clear",
    remedy: "Write the column without thousands marks and with a decimal point.")
  package let unknownLayout = FindingKind(
    "unknown-layout", .error, "A file is in no layout that is read, or is not text",
    remedy: "Name a country column, a year column and a value column in the header.")
  package let unreadColumn = FindingKind(
    "unread-column", .warning, "A column that looks like a year, or has figures and no name, is not read",
    remedy: "Name the column by the calendar year that its figures stand for, or by what they are of.")
  package let yearSpan = FindingKind(
    "year-span", .error, "A figure is of more than one year",
    remedy: "Decide which calendar year the figure stands for, and write that.")
}

extension FindingKind { package static let figures = FigureKinds() }
