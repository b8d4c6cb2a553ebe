import Diagnostics

/// What may be wrong with what a command is asked.
package struct CommandKinds: FindingKinds {
  package let interrupted = FindingKind(
    "interrupted", .warning, "An audit was interrupted (Ctrl-C) and shows what it knew by then",
    remedy: "Run it again, with fewer --samples or a --budget.")
  package let noIntervals = FindingKind(
    "no-intervals", .note, "More countries are ranked than rank intervals are computed of unasked",
    remedy: "Ask for them with --intervals.")
  package let noNeighbour = FindingKind(
    "no-neighbour", .error, "A country has no land neighbour; a warning if others named have one",
    remedy: "Choose a country that stands in borders.csv.")
  package let noNeighbourMean = FindingKind(
    "no-neighbour-mean", .error, "No indicator is a mean of neighbours' figures",
    remedy: "Choose an indicator with --indicator.")
  package let noSuchYears = FindingKind(
    "no-such-years", .error, "--years names no year in which there are figures enough",
    remedy: "Choose years within those that the message gives.")
  package let noPopulationSeries = FindingKind(
    "no-population-series", .error, "Groups are to be scored without a series population",
    remedy: "Add a row with an empty dimension, and its figures.")
  package let noURL = FindingKind(
    "no-url", .error, "An indicator cannot be updated without a url for each of its sources",
    remedy: "Write a url beside each of its sources.")
  package let noWeightSet = FindingKind(
    "no-weight-set", .error, "The weights of a lens make no set of the kind that --weights names",
    remedy: "Choose other --weights.")
  package let notEmpty = FindingKind(
    "not-empty", .error, "A new index is to be made in a folder that holds files",
    remedy: "Name a folder that does not exist, or is empty.")
  package let notAFolder = FindingKind(
    "not-a-folder", .error, "A report is to be written to a file", remedy: "Name a folder with --output.")
  package let notAReport = FindingKind(
    "not-a-report", .error, "A report is to be written to a folder of other files",
    remedy: "Choose another folder, or empty this one.")
  package let notLinear = FindingKind(
    "not-linear", .error, "The table needs a lens of weighted sums with weights that all share",
    remedy: "Choose another lens, or a table that does without.")
  package let notRanked = FindingKind(
    "not-ranked", .error, "A country is to be compared that is not ranked",
    remedy: "Explain it alone, or choose another year or lens.")
  package let oneWeight = FindingKind(
    "one-weight", .warning, "A table has no rows: one dimension or indicator has all the weight",
    remedy: "Ask of the weights of indicators with --level indicator, or of another lens.")
  package let outputAmongInputs = FindingKind(
    "output-among-inputs", .error, "A result is to be written among figures or lenses",
    remedy: "Write it elsewhere.")
  package let roughIndices = FindingKind(
    "rough-indices", .warning, "The sensitivity indices of an audit rest on too few draws",
    remedy: "Read them with their intervals, or raise --samples.")
  package let sameCountry = FindingKind(
    "same-country", .error, "A country is compared with itself", remedy: "Name two countries.")
  package let systemLimit = FindingKind(
    "system-limit", .error, "The system allows the program too few open files, or too little stack or memory",
    remedy: "Raise the limit with ulimit.")
  package let tooManyRanked = FindingKind(
    "too-many-ranked", .warning,
    "A table has no rows: it compares each country with every other, and too many are ranked",
    remedy: "Ask of one with --country, or of a folder with fewer of them.")
  package let waiting = FindingKind(
    "waiting", .note, "Another run writes to the same folder, and this one waits for it",
    remedy: "Nothing has to be done.")
  package let wrongUsage = FindingKind(
    "wrong-usage", .error, "A command line cannot be read; text diagnostics show its usage too",
    remedy: "See --help of the command.")
}

extension FindingKind { package static let commands = CommandKinds() }
