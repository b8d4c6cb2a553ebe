extension FindingCatalogue {
  static let checks = [
    FindingKind(
      "constant-run", .note,
      "A country has the very same, finely given value six times in a row or more; one finding a "
        + "series, at the longest run. Floors, ceilings, zeros and grades do not count",
      example: "SOM has 172.35 11 times in a row, 1995 to 2005",
      remedy: "Leave out figures that were filled in, or say so in DATA.md."),
    FindingKind(
      "coverage-fell", .warning,
      "Countries that had a value in the last report, Reports/indicators.csv, have no figure of that "
        + "year or later now",
      example: "undernourishment has lost 3 countries since the last report: AFG, FJI, LBY",
      remedy:
        "Look whether the last import left them out; if the source has withdrawn them, write a "
        + "new report."),
    FindingKind(
      "future-year", .warning,
      "There are figures of years after the present one, or after --as-of",
      example: "3 figures are of years after 2026, up to 2030; the first is that of KEN in 2028",
      remedy: "Leave projections out, or set last_year in imports.toml."),
    FindingKind(
      "leap", .note,
      "In a series that is calm otherwise, a country's next figure is 50 times as great or as small, "
        + "and later ones, if there are any, stay there",
      example: "TJK has 0.00172 in 1994, 1.09861 in 1995: a factor of 639 apart",
      remedy: "Compare both figures with the publisher's."),
    FindingKind(
      "low-coverage", .note,
      "Fewer than 65 % of the members of the United Nations have a figure of the last ten years",
      example:
        "child-underweight has a figure since 2016 for 120 of 193 members of the United Nations",
      remedy: "Look for a source with more countries, or give the indicator less weight."),
    FindingKind(
      "same-figures", .warning,
      "Nine in ten figures of two indicators are equal though they stand in different files",
      example: "5087 figures of jobless are those of income, to the last digit",
      remedy: "Look which file holds the wrong series; where both are meant, name one file in both "
        + "rows."),
    FindingKind(
      "stale-series", .note, "The newest figure of an indicator is ten years old or older",
      example: "partner-violence has no figure after 2018",
      remedy: "Look for a newer edition of the source, or for another indicator."),
    FindingKind(
      "unit-break", .warning,
      "From one figure to the next, a quarter of the countries or more change by a factor near 10, 100 "
        + "or 1,000, all the same way; or the median country does",
      example:
        "in 2015 the figures of 37 of 41 countries are near 1000 times those before: AFG 12.3 "
        + "in 2014, 12300 in 2015",
      remedy: "Bring the figures before and after into one unit."),
    FindingKind(
      "unit-slip", .warning,
      "In a series that is calm otherwise, one figure is 50 times as great or as small as those before "
        + "and after, which agree",
      example: "FIN has 4.1 in 2010, 4100 in 2011, 4.2 in 2012: one is a factor of 1000 off",
      remedy: "Compare with the publisher's figure."),
  ]

  static let catalogue = [
    FindingKind(
      "ambiguous-name", .error, "A name or code belongs to two countries",
      example: "\"Congo\" is a name of COG (line 50) as well as of COD",
      remedy: "Take it out of one of the two rows."),
    FindingKind(
      "bad-country-code", .error, "A code is not three letters",
      example: "\"KENYA\" is not an ISO 3166-1 alpha-3 code",
      remedy: "Write three letters, such as KEN."),
    FindingKind(
      "bad-name", .error, "The name of an indicator or dimension is not in kebab-case",
      example: "\"Homicide Rate\" is not a name for an indicator",
      remedy: "Write small letters, digits and single hyphens: homicide-rate."),
    FindingKind(
      "bad-outline", .error, "An outline of boundaries.csv cannot be read",
      example: "the outline of KEN cannot be read",
      remedy: "An area has rings of at least three points, a point has two numbers."),
    FindingKind(
      "bad-truth-value", .error, "A truth value is neither true nor false",
      example: "\"yes\" is neither true nor false", remedy: "Write true or false."),
    FindingKind(
      "duplicate-country", .error, "countries.csv has a country twice",
      example: "KEN stands on line 12 already", remedy: "Keep one of the two rows."),
    FindingKind(
      "duplicate-indicator", .error, "indicators.csv has an indicator twice",
      example: "\"homicide-rate\" stands on line 27 already", remedy: "Keep one of the two rows."),
    FindingKind(
      "duplicate-outline", .error, "boundaries.csv has a country twice",
      example: "KEN has an outline on line 12 already",
      remedy: "Keep one of the two rows; an area may have many rings."),
    FindingKind(
      "goalposts", .error, "Goalposts are missing, equal, or beyond what the transform takes",
      example: "worst and best are both 5",
      remedy: "Give the values that score 0 and 100, in the indicator's own unit."),
    FindingKind(
      "mean-and-change", .error, "An indicator is to be a mean and a change at once",
      example: "an indicator is a mean or a change, not both",
      remedy: "Leave mean_over or change_over empty."),
    FindingKind(
      "no-files", .error, "The files column names no file",
      example: "\"#le\" names a column but no file",
      remedy: "Write path#column, or leave the field empty."),
    FindingKind(
      "no-name", .error, "A country has no name", example: "KEN has no name",
      remedy: "Write its name."),
    FindingKind(
      "no-outline", .warning, "The map has no outline of a member of the United Nations",
      example: "the map has no outline of TUV", remedy: "Add a row of kind area or point."),
    FindingKind(
      "no-borders", .error,
      "Neighbours are asked for in a folder without borders.csv",
      example: "armed-forces-share is made of neighbours' figures, but there is no borders.csv",
      remedy: "Add borders.csv, or leave the column neighbours empty."),
    FindingKind(
      "own-border", .error, "A country borders itself", example: "KEN borders itself",
      remedy: "Name the neighbour, or remove the row."),
    FindingKind(
      "duplicate-border", .error, "A border stands twice in the same direction",
      example: "KEN borders UGA on line 12 already", remedy: "Keep one of the two rows."),
    FindingKind(
      "unknown-neighbour-rule", .error, "A rule for neighbours is named that there is not",
      example: "unknown rule for neighbours \"average\"",
      remedy: "Write mean, share or balance, or leave the field empty."),
    FindingKind(
      "one-sided-border", .error, "A border stands in one direction only",
      example: "KEN borders UGA but not the reverse", remedy: "Add the other row."),
    FindingKind(
      "out-of-range", .error, "A number of the catalogue or a lens is outside its range",
      example: "carry_forward is 500", remedy: "Write a number in the range that the message gives."
    ),
    FindingKind(
      "own-denominator", .error, "An indicator is divided by itself",
      example: "\"population\" is divided by itself", remedy: "Name another denominator, or none."),
    FindingKind(
      "path-outside-data", .error, "A path of the catalogue leaves the data folder",
      example: "the path \"../secret.csv\" leaves the data folder",
      remedy: "Name a file below the folder."),
    FindingKind(
      "undocumented", .warning, "An indicator has no unit, producer, licence or reference",
      example: "homicide-rate has no licence", remedy: "Fill in the column in indicators.csv."),
    FindingKind(
      "unknown-transform", .error, "A transform is named that there is not",
      example: "unknown transform \"ln\"", remedy: "Choose one of those that the message gives."),
    FindingKind(
      "unreadable-file", .error, "A file is missing or cannot be read",
      example: "the file Data/food/hunger.csv cannot be read: No such file or directory",
      remedy: "Put it there, correct its name or rights, or move it out of the folder."),
    FindingKind(
      "unreadable-lenses", .warning,
      "The folder of lenses that an audit would have been compared with cannot be read",
      example: "the folder of lenses cannot be read: Too many levels of symbolic links",
      remedy: "Mend the folder or its rights."),
    FindingKind(
      "unreadable-report", .warning, "Reports/indicators.csv cannot be read as a table",
      example: "the last report cannot be read, so that nothing can be compared with it",
      remedy: "Write it anew with `hsi report`."),
    FindingKind(
      "unused-file", .warning, "No indicator names a table of the data folder",
      example: "no indicator names this file",
      remedy: "Add an indicator to indicators.csv, or remove the file."),
    FindingKind(
      "unweighed", .note, "No lens gives an indicator any weight",
      example: "no lens gives arms-exports any weight",
      remedy: "Give it weight in a lens, or take it out of the catalogue."),
    FindingKind(
      "unknown-kind", .error, "A row of areas.csv names no kind of area",
      example: "\"agregate\" is no kind of area",
      remedy: "Write aggregate, ended, part or ambiguous."),
  ]
}
