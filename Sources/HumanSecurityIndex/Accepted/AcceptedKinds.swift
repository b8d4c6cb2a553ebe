import Diagnostics

/// What may be wrong with accepted.csv.
package struct AcceptedKinds: FindingKinds {
  package let acceptedError = FindingKind(
    "accepted-error", .error, "A row of accepted.csv accepts an error, which stops every score",
    remedy: "Mend what is wrong, and take the row away.")
  package let acceptedGone = FindingKind(
    "accepted-gone", .note, "A finding that accepted.csv names no longer occurs",
    remedy: "Take the row out of accepted.csv.")
  package let acceptedIncomplete = FindingKind(
    "accepted-incomplete", .error, "A row of accepted.csv lacks its subject, its reason or a date",
    remedy: "Write what the finding is about, why it is accepted, and a date such as 2026-01-31.")
  package let acceptedTwice = FindingKind(
    "accepted-twice", .error, "Two rows of accepted.csv accept the same", remedy: "Keep one of the two.")
  package let acceptedUnknown = FindingKind(
    "accepted-unknown", .error, "A row of accepted.csv names no kind of finding and no check of an audit",
    remedy: "See `hsi check --list`, and the table checks of `hsi audit`.")
  package let nothingToAccept = FindingKind(
    "nothing-to-accept", .error, "A finding is to be accepted that does not occur, or is accepted already",
    remedy: "See what `hsi check` finds, or which checks of `hsi audit` fail.")
}

extension FindingKind { package static let accepted = AcceptedKinds() }
