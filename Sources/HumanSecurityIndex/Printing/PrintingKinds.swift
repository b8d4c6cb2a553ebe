import Diagnostics

/// Why a report is not printed, or a printed one is not that of its folder.
package struct PrintingKinds: FindingKinds {
  package let chromiumFailed = FindingKind(
    "chromium-failed", .error, "Chromium does not start, fails, or writes no PDF",
    remedy: "Run it by hand; name another one in CHROMIUM.")
  package let chromiumTimedOut = FindingKind(
    "chromium-timed-out", .error, "Chromium was ended because it took too long to print",
    remedy: "Run the command again while the machine is less busy; name another one in CHROMIUM.")
  package let noChromium = FindingKind(
    "no-chromium", .error, "The program that prints to PDF is not installed",
    remedy: "Install chromium, or name it in CHROMIUM.")
  package let otherPDF = FindingKind(
    "other-pdf", .error, "A file that hsi did not print has the name of a PDF to be written",
    remedy: "Move it elsewhere, or choose another folder with --output.")
  package let stalePDF = FindingKind(
    "stale-pdf", .note, "A PDF in the folder of a report shows another report",
    remedy: "Print it again with --pdf or --country, or remove it.")
  package let wrongChromium = FindingKind(
    "wrong-chromium", .error, "CHROMIUM names something that cannot be run",
    remedy: "Name the program of an installed Chromium, or leave CHROMIUM unset.")
}

extension FindingKind { package static let printing = PrintingKinds() }
