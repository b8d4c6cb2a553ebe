"""Pages of a report, made once by the program under test."""

import csv
import io
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from browser import Browser

ROOT = Path(__file__).resolve().parents[2]
HSI = str(Path(sys.argv.pop(1) if len(sys.argv) > 1 else ROOT / ".build/release/hsi").resolve())
SCRATCH = tempfile.TemporaryDirectory()
AXE = (ROOT / ".build-browser/axe_playwright_python/axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def made(lens="undp-1994", *options):
    """The page under a lens, made once."""
    folder = Path(SCRATCH.name) / "".join([lens, *options])
    if not folder.exists():
        subprocess.run([HSI, "report", "--lens", lens, "--year", "2023", "--output", str(folder), *options], cwd=ROOT, check=True, capture_output=True)
    return folder / "index.html"


def scores(lens_file):
    """The index of every ranked country, as the program prints it. Of two years it takes no rank intervals, which take long."""
    run = subprocess.run([HSI, "score", "--lens", str(lens_file), "--years", "2022-2023", "--format", "csv"], cwd=ROOT, capture_output=True, text=True)
    if run.returncode:
        raise AssertionError(run.stderr)
    return {row["iso3"]: (float(row["score"]), int(row["rank"])) for row in csv.DictReader(io.StringIO(run.stdout)) if row["rank"] and row["year"] == "2023"}


def table(*arguments):
    """The rows that a command prints as CSV."""
    run = subprocess.run([HSI, *arguments, "--format", "csv"], cwd=ROOT, check=True, capture_output=True, text=True)
    return list(csv.DictReader(io.StringIO(run.stdout)))


class PageTest(unittest.TestCase):
    """A test with a window of its own on the page of the shipped lens."""

    def setUp(self):
        self.browser = Browser()
        self.address = made().as_uri()

    def tearDown(self):
        self.browser.__exit__()

    def go(self, view, width=None):
        if width:
            self.browser.devtools("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width < 500)
        self.browser.open("about:blank")
        self.browser.open(f"{self.address}#{view}")

    def faults(self):
        """What axe-core finds, by WCAG 2.2 AA and by good practice."""
        self.browser.run(AXE + "; window.faults = null; return 1")
        self.browser.run("axe.run(document, {runOnly: arguments[0]}).then((result) => { window.faults = {all: result.violations.map((one) => [one.id, one.nodes[0].html.slice(0, 200)])}; })", RULES)
        return self.browser.wait("return window.faults")["all"]

    def data(self):
        return self.browser.run("return JSON.parse(document.getElementById('data').textContent)")

    def nodes(self):
        self.go("index")
        return self.data()["nodes"]
