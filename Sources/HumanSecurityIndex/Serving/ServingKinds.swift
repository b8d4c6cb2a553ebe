import Diagnostics

/// Why a report is not watched or served.
package struct ServingKinds: FindingKinds {
  package let cannotServe = FindingKind(
    "cannot-serve", .error, "The report cannot be served on this port",
    remedy: "Choose another with --port, or --port 0 for any that is free.")
  package let cannotWatch = FindingKind(
    "cannot-watch", .error, "The system does not let hsi watch the folders of figures and lenses",
    remedy: "Raise fs.inotify.max_user_watches or max_user_instances, or run hsi report without --watch.")
  package let reportStays = FindingKind(
    "report-stays", .note, "A report that is watched was not made again, since its inputs have errors",
    remedy: "Mend them; the report before stays until then.")
}

extension FindingKind { package static let serving = ServingKinds() }
