extension FindingCatalogue {
  /// What may be wrong with what `hsi whatif`, `hsi explain` and `hsi audit` are asked.
  static let questions = [
    FindingKind(
      "bad-setting", .error, "--set, --shift or --weight is not written as it should be",
      example: "--set KEN.homicide-rate=low: \"low\" is no finite number",
      remedy: "Write COUNTRY.indicator=value, such as KEN.homicide-rate=4."),
    FindingKind(
      "failed-check", .warning,
      "A check of an audit came out as --fail-on names it, or worse; a note where none of its kind warns",
      example: "rank-width: 2 above 0.1, weights box:25%: KEN 0.13, PER 0.12",
      remedy: "Do what the message says of the kind of check, or move the line in the lens's table "
        + "[audit]."),
    FindingKind(
      "implausible-setting", .error, "A value is assumed that cannot be",
      example: "--set KEN.life-expectancy=140 would make it 140, but a value of life-expectancy "
        + "lies from 10 to 100",
      remedy: "Choose a value within, or correct the plausible range in indicators.csv."),
    FindingKind(
      "interrupted", .warning, "An audit was interrupted (Ctrl-C) and shows what it knew by then",
      example: "interrupted: what was shown is what was known by then; not finished: rank bounds",
      remedy: "Run it again, with fewer --samples or a --budget."),
    FindingKind(
      "lens-left-out", .warning,
      "A lens that an audit would have been compared with has errors, or the name of the audited one",
      example:
        "the lens mine is left out of the comparison: 2 errors, first: no dimension or component is "
        + "called \"foot\"",
      remedy: "Mend it, or take it away; hsi check --lens tells all that is wrong with it."),
    FindingKind(
      "moves-nothing", .warning, "Something is assumed that has no weight in the lens",
      example: "--set KEN.armed-forces=2 moves nothing: armed-forces has no weight in the lens "
        + "undp-1994",
      remedy: "Give it a weight, or what it is part of, with --weight, or choose a lens that "
        + "weighs it."),
    FindingKind(
      "no-weight-set", .error, "The weights of a lens make no set of the kind that --weights names",
      example: "the weights of mine make no set ordinal: 12 of the weights below the greatest are "
        + "equal, and at most 10 may be",
      remedy: "Choose other --weights."),
    FindingKind(
      "not-linear", .error,
      "A table over weights is asked of a lens that does not rank by a weighted sum, or has no weights that all "
        + "countries share",
      example: "the table pairs needs a ranking by a weighted sum; under benefit-of-the-doubt each "
        + "country has weights of its own",
      remedy: "Choose another lens, or a table that does without."),
    FindingKind(
      "one-weight", .warning,
      "A table of an audit over weights has no rows, as one dimension or indicator has all the weight",
      example:
        "the table pairs has no rows: This index has one dimension, whose weight cannot vary",
      remedy: "Ask of the weights of indicators with --level indicator, or of another lens."),
    FindingKind(
      "rough-indices", .warning,
      "The indices that tell which judgement moves ranks rest on too few draws",
      example: "the indices of sensitivity rest on 64 points and are rough",
      remedy: "Read them with their intervals, or raise --samples."),
    FindingKind(
      "not-ranked", .error, "A country is to be compared that is not ranked",
      example: "Tuvalu is not ranked: only 4 of 7 dimensions scored, 6 required (missing: food, "
        + "personal, political)",
      remedy: "Explain it alone, or choose another year or lens."),
    FindingKind(
      "nothing-to-shift", .error,
      "A value is to be shifted that is missing; a warning where others of a group have one",
      example: "--shift LIE.partner-violence=-5: Liechtenstein has no value to shift",
      remedy: "Say what it would be with --set."),
    FindingKind(
      "same-country", .error, "A country is compared with itself",
      example: "Kenya is compared with itself", remedy: "Name two countries."),
    FindingKind(
      "same-source", .warning,
      "An indicator is assumed to be otherwise while another one is made of the same figures",
      example: "--set KEN.military-effort=2 leaves military-expenditure as it is, which is made of "
        + "the same figures",
      remedy: "Set that too."),
    FindingKind(
      "setting-conflict", .error,
      "Two settings speak of the same, or one of what is below a score that another one sets",
      example: "--set KEN.homicide-rate=4 and --shift KEN.homicide-rate=2 speak of the same",
      remedy: "Leave one of the two out."),
    FindingKind(
      "wrong-usage", .error,
      "A command line cannot be read; with --diagnostics text its usage stands below the message",
      example: "--samples 3 is not a whole number from 100 to 100000000",
      remedy: "See --help of the command."),
    FindingKind(
      "shift-stopped", .warning, "A shift would lead out of what can be, and stops at its end",
      example:
        "--shift all.health=+50 stops where the score of health ends (from 0 to 100): Norway",
      remedy: "Shift it by less."),
  ]
}
