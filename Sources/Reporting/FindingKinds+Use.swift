extension FindingCatalogue {
  static let lenses = [
    FindingKind(
      "bad-weight", .error,
      "A weight is negative, not finite, or out of all proportion to its siblings",
      example: "a weight must be finite and at least 0, not -1.0",
      remedy: "Only the ratios of weights count: choose numbers near 1."),
    FindingKind(
      "dimensions-required", .error, "A lens requires more dimensions than it weighs",
      example: "6 dimensions are required but only 2 have weight",
      remedy: "Require at most as many as have weight."),
    FindingKind(
      "no-data", .warning,
      "A lens names an indicator, or a dimension, of which there is no figure at all",
      example: "there is no figure of anything under \"food\", which this lens weighs",
      remedy: "Add figures, or take the name out of the lens."),
    FindingKind(
      "no-dimension", .error, "A lens does not say which dimensions it weighs",
      example: "the lens names no dimension", remedy: "Name them under [weights]."),
    FindingKind(
      "no-lens", .warning, "There is no lens in Weights/", example: "there is no lens",
      remedy: "Write one as Weights/NAME.toml."),
    FindingKind(
      "no-weight", .error, "Everything below a node that is weighed has the weight 0",
      example: "the weights of everything under \"food\" are 0",
      remedy: "Give something below it a weight above 0, or the node the weight 0."),
    FindingKind(
      "unknown-dimension", .error, "A dimension or component is named that the catalogue has not",
      example: "no dimension or component is called \"foot\"",
      remedy: "Write the nearest name that the message gives."),
    FindingKind(
      "unknown-key", .error, "A lens or imports.toml has a key that nobody knows",
      example: "unknown key \"carry_foward\"",
      remedy: "Write the nearest key that the message gives."),
    FindingKind(
      "unknown-lens", .error, "A lens is named that there is not",
      example: "there is no lens \"undp\"", remedy: "Name a lens of Weights/, or a file."),
    FindingKind(
      "unknown-method", .error, "A method is named that the program does not have",
      example: "aggregation.dimensions knows no \"harmonic\"",
      remedy: "Choose one of those that the message gives."),
    FindingKind(
      "wrong-type", .error, "A value is a text where a number is needed, or the like",
      example: "a weight must be a number, not a text",
      remedy: "Write a value of the kind that the message gives."),
    FindingKind(
      "constant", .warning, "Every country has the same value of an indicator",
      example: "every country has the same value of freedom-of-religion: it tells none apart",
      remedy: "Give it the weight 0 in the lens."),
    FindingKind(
      "equal-instead", .warning,
      "A scheme cannot make weights of the figures, so that siblings weigh the same",
      example:
        "the parts of food weigh the same instead of by pca: fewer than 3 countries have them "
        + "all, or their scores do not vary",
      remedy: "Leave out with weight 0 what few countries have, or give weights as numbers."),
    FindingKind(
      "opposed-parts", .warning,
      "The first principal component rises with some siblings and falls with others",
      example:
        "of the parts of state, state-capacity falls where the others rise, and weighs by how "
        + "strongly it does",
      remedy: "Give what opposes the others the weight 0, or give weights as numbers."),
    FindingKind(
      "scheme-aggregation", .error,
      "Under benefit_of_the_doubt dimensions are joined otherwise than by adding up",
      example: "under benefit_of_the_doubt a country's dimensions are added up by its own weights",
      remedy: "Write dimensions = \"arithmetic\"."),
    FindingKind(
      "share-bounds", .error,
      "share_min or share_max stands without benefit_of_the_doubt, or allows no shares at all",
      example: "the shares of 7 dimensions cannot add up to 1 within this bound",
      remedy: "With n dimensions share_min may be at most, share_max must be at least 1/n."),
    FindingKind(
      "weight-beside-scheme", .error,
      "An indicator is given a weight though the lens names a scheme that makes the weights",
      example: "pca makes the weights, so \"hunger\" cannot be given one",
      remedy: "Write 0 to leave the indicator out, or take the line away."),
    FindingKind(
      "no-reference", .error, "The country that others are compared with has no value",
      example: "NOR has no value of legal-identity to be compared with",
      remedy: "Choose another reference, or give the indicator the weight 0."),
    FindingKind(
      "not-positive", .error, "A ratio is to be taken of a value that is not above 0",
      example: "conflict-deaths of NOR is not above 0, so that a ratio to a reference says nothing",
      remedy: "Choose another normalisation."),
    FindingKind(
      "outliers-left", .warning, "Extreme values could not be drawn in under goalposts",
      example: "moving five points does not draw in the extremes of displaced-persons",
      remedy: "Choose a transform in indicators.csv."),
  ]

  static let imports = [
    FindingKind(
      "missing-key", .error, "An entry of imports.toml lacks a key that it needs",
      example: "a source needs the base name of a file", remedy: "Add the key."),
    FindingKind(
      "missing-part", .error, "An import needs a file that was not given",
      example: "conflict-deaths also needs the file \"one-sided.csv\"",
      remedy: "Import its files together."),
    FindingKind(
      "not-replaceable", .error, "An import would overwrite what is not this indicator's alone",
      example: "le cannot be imported into this file: other indicators stand in it",
      remedy: "Give the indicator a file of its own in indicators.csv."),
    FindingKind(
      "nothing-in-common", .error,
      "Several files are to be added up, and no country and year stands in all of them",
      example: "no country and year stands in all 2 files of gini: their sum has no figure",
      remedy: "Say --combine sum_present if each holds years or countries of its own."),
    FindingKind(
      "other-series", .error,
      "An import would bring figures of another size, or in which others are high and low, than those "
        + "there are",
      example:
        "the figures look like another series than unemployment: the median of 3491 would be "
        + "1510.4 instead of 7.1: AFG 1991 8.1 → 1462, …",
      remedy: "Check that file and column are those of the indicator; if they are, say --force."),
    FindingKind(
      "rescaled", .error,
      "An import would change nine in ten of the revised figures, and twenty at least, by one factor",
      example:
        "4171 of the 4171 revised figures of unemployment would be 0.01 times what they were: "
        + "AFG 1991 8.1 → 0.081, …",
      remedy:
        "Look up the unit of the file; if it is the right one, correct indicators.csv, and say "
        + "--force."),
    FindingKind(
      "same-name", .error, "Two files of one name are imported at once",
      example: "a file of this name was given already", remedy: "Give each once, or rename one."),
    FindingKind(
      "unknown-file", .error,
      "imports.toml does not know the file; a warning where it knows others that were given",
      example: "imports.toml names no file \"hunger.csv\"",
      remedy: "Say what it feeds with --indicator ID."),
    FindingKind(
      "unknown-indicator", .error, "An indicator is named that the catalogue has not",
      example: "no indicator is called \"jobles\"",
      remedy: "Write the nearest name that the message gives."),
    FindingKind(
      "cannot-remember", .error,
      "imports.toml is written in a way that an entry cannot be put into",
      example: "the entry of gini cannot be written into this file",
      remedy: "Write each indicator as a table of its own."),
    FindingKind(
      "left-out-parts", .note,
      "A sum of several sources leaves out countries and years that one of them does not have",
      example: "figures left out: 120 that are not in all 2 sources, as their sum needs",
      remedy: "Say --combine sum_present if what is missing counts as nothing."),
    FindingKind(
      "left-out-years", .note,
      "An import leaves out figures before the first or after the last year",
      example: "figures left out: 120 after 2025",
      remedy: "Set first_year and last_year if that is wrong."),
    FindingKind(
      "many-gone", .error, "An import would take away more than a tenth of an indicator's figures",
      example: "gini would lose 6257 of 6400 figures",
      remedy:
        "Import the whole series, or say --keep if the file holds new years only, or --force if the "
        + "figures are to go."),
  ]

  static let commands = [
    FindingKind(
      "cannot-write", .error, "A result cannot be written",
      example: "cannot write: No space left on device",
      remedy: "Check that the folder exists, may be written to and has room; what stood there is "
        + "unchanged."),
    FindingKind(
      "no-data-folder", .error, "The data folder is not there",
      example: "there is no folder \"Data\" here", remedy: "Name it with --data DIR."),
    FindingKind(
      "no-population", .warning,
      "The people of a country are not known, so that it counts in no group of countries",
      example: "Tuvalu has no population in 2023 and counts in no group",
      remedy: "Add its figures to the series population of indicators.csv."),
    FindingKind(
      "no-population-series", .error,
      "Groups of countries are to be scored, and the catalogue has no series population",
      example: "indicators.csv has no series \"population\" to weigh countries by",
      remedy: "Add a row with an empty dimension, and its figures."),
    FindingKind(
      "no-such-years", .error, "--years names no year in which there are figures enough",
      example: "--years names no year in which there are figures enough",
      remedy: "Choose years within those that the message gives."),
    FindingKind(
      "no-reference-year", .error, "No year has figures enough to be the reference year",
      example: "no year has figures enough to be the reference year",
      remedy: "Choose one with --year."),
    FindingKind(
      "nothing-left", .error, "The scope, or --open-only, leaves nothing to score",
      example: "--open-only leaves nothing: realist weighs no indicator of open licence",
      remedy: "Leave the option out, or fill in the column that it goes by."),
    FindingKind(
      "unknown-licence", .warning,
      "--open-only leaves an indicator out because the catalogue does not say its licence",
      example: "the licence of gini is not known, so --open-only leaves it out",
      remedy: "Write the terms of its producer into the column licence of indicators.csv."),
    FindingKind(
      "not-a-folder", .error, "A report is to be written to a file",
      example: "\"notes.txt\" is not a folder", remedy: "Name a folder with --output."),
    FindingKind(
      "not-a-report", .error, "A report is to be written to a folder of other files",
      example: "\"Documents\" holds files but no report of hsi",
      remedy: "Choose another folder, or empty this one."),
    FindingKind(
      "out-of-scope", .error, "A country is named that the lens does not score",
      example: "Greenland is not among the countries scored", remedy: "Add --scope all."),
    FindingKind(
      "output-among-inputs", .error, "A result is to be written among figures or lenses",
      example: "\"Data/x.csv\" is inside \"Data\"", remedy: "Write it elsewhere."),
    FindingKind(
      "no-neighbour", .error,
      "A country is named that has no land neighbour; a warning where hsi neighbours is given others too",
      example: "Iceland has no land neighbour",
      remedy: "Choose a country that stands in borders.csv."),
    FindingKind(
      "no-neighbour-mean", .error, "No indicator is a mean of neighbours' figures",
      example: "no indicator of indicators.csv is a mean of neighbours' figures",
      remedy: "Choose an indicator with --indicator."),
    FindingKind(
      "year-without-figures", .warning,
      "Less than half of the weight lies with indicators whose figures begin by that year and end "
        + "no earlier",
      example: "in 2031 less than half of the weight lies with indicators whose figures reach that "
        + "year",
      remedy: "Choose a year within those that the message gives."),
    FindingKind(
      "years-not-comparable", .warning,
      "Years are set side by side under a lens that compares countries within a year",
      example: "the lens compares countries with each other within a year: a score may change from "
        + "one year to the next because others change",
      remedy: "Use a lens of normalisation goalposts, without Copeland's rule, whose weights are "
        + "numbers or equal."),
  ]
}
