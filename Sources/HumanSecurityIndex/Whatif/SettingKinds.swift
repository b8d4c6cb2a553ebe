import Diagnostics

/// What may be wrong with an assumption.
package struct SettingKinds: FindingKinds {
  package let attained = FindingKind(
    "attained", .warning, "A target is assumed of a country that is more secure than that as it is",
    remedy: "Give a number, or write >= or <= to move only who falls short of it.")
  package let badSetting = FindingKind(
    "bad-setting", .error, "--set, --shift or --weight is not written as it should be",
    remedy: "Write COUNTRY.indicator=value, such as KEN.homicide-rate=4; of --set also >= or <=.")
  package let implausibleSetting = FindingKind(
    "implausible-setting", .error, "A value is assumed that cannot be",
    remedy: "Choose a value within, or correct the plausible range in indicators.csv.")
  package let movesNothing = FindingKind(
    "moves-nothing", .warning, "Something is assumed that has no weight in the lens, or that holds already",
    remedy: "Give it or its parent a weight with --weight, choose a lens that weighs it, or another bound.")
  package let nothingToShift = FindingKind(
    "nothing-to-shift", .error,
    "A missing value is to be shifted or bounded; a warning where others have one",
    remedy: "Say what it would be with --set.")
  package let sameSource = FindingKind(
    "same-source", .warning, "Another indicator is made of the figures that are assumed to differ",
    remedy: "Set that too.")
  package let settingConflict = FindingKind(
    "setting-conflict", .error, "Two settings set the same, or one sets what is below the other",
    remedy: "Leave one of the two out.")
  package let unknownScenario = FindingKind(
    "unknown-scenario", .error, "A scenario is asked for that scenarios.toml does not have",
    remedy: "Choose one of those that the message gives, or add it to Data/scenarios.toml.")
  package let shiftStopped = FindingKind(
    "shift-stopped", .warning, "A shift would lead out of what can be, and stops at its end",
    remedy: "Shift it by less.")
}

extension FindingKind { package static let settings = SettingKinds() }
