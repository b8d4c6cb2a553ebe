"""Drives the page of a report in a headless Chromium: page.py HSI [FOLDER]

FOLDER has Data/ and Weights/; without it this repository's. The page is made anew in a folder of its own.
"""

import csv
import gzip
import io
import json
import random
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from browser import Browser

ROOT = Path(__file__).resolve().parents[2]
HSI = str(Path(sys.argv.pop(1) if len(sys.argv) > 1 else ROOT / ".build/release/hsi").resolve())
SCRATCH = tempfile.TemporaryDirectory()
AXE = (ROOT / ".build-browser/axe_playwright_python/axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = [390, 768, 1280, 2560]
VIEWS = ["index", "country?c=KEN", "compare?c=NOR.DNK", "whatif", "time?c=KEN.UGA", "explore", "lenses", "audit",
         "indicators", "indicator?measure=homicide-rate", "about"]


def made(lens="undp-1994"):
    """The page under a lens, made once."""
    folder = Path(SCRATCH.name) / lens
    if not folder.exists():
        subprocess.run([HSI, "report", "--lens", lens, "--year", "2023", "--output", str(folder)], cwd=ROOT, check=True, capture_output=True)
    return folder / "index.html"


def scores(lens_file):
    """The index of every ranked country, as the program prints it. Of two years it takes no rank intervals, which take long."""
    run = subprocess.run([HSI, "score", "--lens", str(lens_file), "--years", "2022-2023", "--format", "csv"], cwd=ROOT, capture_output=True, text=True)
    if run.returncode:
        raise AssertionError(run.stderr)
    return {row["iso3"]: (float(row["score"]), int(row["rank"])) for row in csv.DictReader(io.StringIO(run.stdout)) if row["rank"] and row["year"] == "2023"}


class Page(unittest.TestCase):
    def setUp(self):
        self.browser = Browser()
        self.address = made().as_uri()

    def tearDown(self):
        self.browser.__exit__()

    def go(self, view):
        self.browser.open("about:blank")
        self.browser.open(f"{self.address}#{view}")

    def test_every_view_fits_every_width(self):
        """Nothing is wider than the window, nothing is logged, nothing is asked of a network."""
        for width in WIDTHS:
            self.browser.devtools("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width < 500)
            for view in VIEWS:
                self.go(view)
                seen, inside, elements = self.browser.run(
                    "return [document.documentElement.scrollWidth, innerWidth, document.querySelectorAll('*').length]")
                self.assertLessEqual(seen, inside, f"{view} at {width}")
                self.assertLessEqual(elements, 10_000, view)
        self.assertEqual([entry["message"] for entry in self.browser.log("browser")], [])
        asked = [json.loads(entry["message"])["message"] for entry in self.browser.log("performance")]
        addresses = {entry["params"]["request"]["url"].split("#")[0] for entry in asked if entry["method"] == "Network.requestWillBeSent"}
        self.assertEqual({one for one in addresses if not one.startswith(("data:", "about:"))}, {self.address})

    def test_no_view_has_a_fault_of_accessibility(self):
        """axe-core finds none by WCAG 2.2 AA and by good practice: light, dark, with forced colours, wide and narrow."""
        for media, width in [({}, 1280), ({"prefers-color-scheme": "dark"}, 1280), ({"forced-colors": "active"}, 1280), ({}, 390)]:
            features = [{"name": name, "value": value} for name, value in media.items()]
            self.browser.devtools("Emulation.setEmulatedMedia", features=features)
            self.browser.devtools("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width < 500)
            for view in VIEWS:
                self.go(view)
                self.browser.run(AXE + "; return 1")
                self.browser.run("axe.run(document, {runOnly: arguments[0]}).then((result) => { window.faults = {all: result.violations.map((one) => [one.id, one.nodes[0].html.slice(0, 200)])}; })", RULES)
                self.assertEqual(self.browser.wait("return window.faults")["all"], [], f"{view} {media} {width}")

    def test_a_search_knows_every_name(self):
        for text, code in [("turkey", "TUR"), ("ivory coast", "CIV"), ("burma", "MMR"), ("DRC", "COD"), ("UK", "GBR"),
                           ("Allemagne", "DEU"), ("россия", "RUS"), ("中国", "CHN"), ("cote", "CIV")]:
            self.go("index")
            self.browser.click("nav input[type=search]")
            self.browser.keys(text + "\ue007")
            self.assertEqual(self.browser.run("return location.hash"), f"#country?c={code}", text)

    def test_back_and_forward_keep_the_view_and_the_title(self):
        self.go("index")
        self.browser.click("#rank tbody tr:nth-child(1) a")
        first = self.browser.run("return document.title")
        self.assertTrue(first.startswith(self.browser.run("return document.querySelector('#country-h').textContent")))
        self.browser.ask("POST", self.browser.session + "/back", {})
        self.browser.wait("return document.title.startsWith('Map')")
        self.browser.ask("POST", self.browser.session + "/forward", {})
        self.assertEqual(self.browser.wait("return document.querySelector('#country-h') && document.title"), first)

    def test_by_keyboard_alone_to_a_changed_weight_a_country_and_a_download(self):
        self.go("whatif")
        self.press_until("document.activeElement.type === 'range'")
        before = self.browser.run("return document.querySelector('.finding').textContent")
        self.browser.keys("\ue014" * 20)
        self.assertNotEqual(self.browser.run("return document.querySelector('.finding').textContent"), before)
        self.browser.wait("return location.hash.includes('weights=')")
        self.press_until("document.activeElement.closest('.moved')")
        self.browser.keys("\ue007")
        self.assertTrue(self.browser.run("return document.querySelector('#country-h') !== null"))
        self.press_until("document.activeElement.tagName === 'SUMMARY'")
        self.browser.keys("\ue007")
        self.press_until("document.activeElement.textContent === 'Save as CSV'")
        self.browser.run("window.saved = null; URL.createObjectURL = (blob) => { window.saved = blob.size; return 'data:,'; }")
        self.browser.keys("\ue007")
        self.assertGreater(self.browser.run("return window.saved"), 100)

    def press_until(self, condition):
        for _ in range(200):
            self.browser.keys("\ue004")
            if self.browser.run(f"return !!({condition})"):
                return
        self.fail(f"no tab stop where {condition}")

    def test_the_ranking_sorts_filters_and_says_when_nothing_fits(self):
        self.go("index?text=zzzz")
        self.assertIn("None of", self.browser.run("return document.querySelector('#ranking output').textContent"))
        self.go("index?region=Africa")
        self.assertEqual(self.browser.run("return [...document.querySelectorAll('#rank tbody th')].filter(one => one.textContent === 'Norway').length"), 0)
        self.browser.run("document.querySelectorAll('#rank thead button')[3].click()")
        values = self.browser.run("return [...document.querySelectorAll('#rank td.main')].map(one => Number(one.textContent))")
        self.assertEqual(values, sorted(values, reverse=True))

    def test_the_map_zooms_and_shows_a_card(self):
        self.go("index")
        self.browser.run("document.querySelector('.map').focus()")
        before = self.browser.run("return document.querySelector('.map').getAttribute('viewBox')")
        self.browser.keys("++")
        self.assertNotEqual(self.browser.run("return document.querySelector('.map').getAttribute('viewBox')"), before)
        self.browser.keys("0")
        self.assertEqual(self.browser.run("return document.querySelector('.map').getAttribute('viewBox').split(' ').map(Number)"), [float(one) for one in before.split()])
        self.browser.run("document.querySelector('.map a').dispatchEvent(new PointerEvent('pointerover', {bubbles: true}))")
        self.assertFalse(self.browser.run("return document.querySelector('.card').hidden"))

    def test_two_countries_are_taken_apart_into_points_that_sum_to_their_difference(self):
        self.go("compare?c=NOR.KEN")
        points = self.browser.run("return [...document.querySelectorAll('#app > section > table.plain td')].map(one => Number(one.textContent.replace('−', '-').replace('+', '')))")
        self.assertAlmostEqual(sum(points[:-1]), points[-1], delta=0.05)
        real = scores("undp-1994")
        self.assertAlmostEqual(points[-1], real["NOR"][0] - real["KEN"][0], delta=0.006)

    def test_without_script_ranking_map_and_profiles_can_be_read(self):
        self.browser.__exit__()
        self.browser = Browser(script=False)
        self.browser.open(f"{self.address}#c-KEN")
        self.assertIn("Intentional homicide", self.text("#c-KEN"))
        self.browser.open("about:blank")
        self.browser.open(self.address)
        self.assertIn("Norway", self.text("#rank"))

    def text(self, selector):
        element = self.browser.find(selector)
        return self.browser.ask("GET", f"{self.browser.session}/element/{element}/text")

    def test_the_file_is_as_small_as_it_should_be(self):
        content = made().read_bytes()
        self.assertLessEqual(len(content), 2_500_000)
        self.assertLessEqual(len(gzip.compress(content)), 450_000)


class Parity(unittest.TestCase):
    """What the page scores under other weights is what the program scores."""

    def test_a_hundred_vectors_of_weights_under_three_lenses(self):
        draw = random.Random(1)
        for lens in ["undp-1994", "freedom-from-want", "freedom-from-fear"]:
            with Browser() as browser:
                browser.open(made(lens).as_uri() + "#whatif")
                nodes = browser.run("return JSON.parse(document.getElementById('data').textContent).nodes")
                dimensions = [(place, node["name"]) for place, node in enumerate(nodes) if node["parent"] == 0]
                text = (ROOT / f"Weights/{lens}.toml").read_text(encoding="utf-8")
                for _ in range(34):
                    weights = {name: round(draw.uniform(0.05, 1), 3) for _, name in dimensions}
                    self.check(browser, dimensions, weights, self.lens(text, weights))

    def lens(self, text, weights):
        file = Path(SCRATCH.name) / "moved.toml"
        lines = []
        for line in text.split("\n"):
            name = line.split(" = ")[0]
            lines.append(f"{name} = {weights[name]}" if name in weights and " = 1.0" in line else line)
        file.write_text("\n".join(lines), encoding="utf-8")
        return file

    def check(self, browser, dimensions, weights, file):
        hash = "_".join(f"{place}~{weights[name]}" for place, name in dimensions)
        browser.run("location.hash = arguments[0]", f"#index?weights={hash}")
        there = browser.wait("return window.hsiScores && window.hsiScores(arguments[0])", hash)
        real = scores(file)
        self.assertEqual(set(there), set(real))
        for code, (score, rank) in real.items():
            self.assertAlmostEqual(there[code][0], score, delta=1e-12)
            self.assertEqual(there[code][1], rank, code)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[1:]], verbosity=2)
