"""Drives the page of a report in a headless Chromium: page.py HSI [TEST …]

The page is made anew in a folder of its own.
"""

import base64
import csv
import gzip
import io
import json
import re
import statistics
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from browser import Browser
from made import ROOT, SCRATCH, PageTest, made, scores, table
from sentences import Sentences
from features import Features
from parity import Parity
from worlds import Worlds

WIDTHS = [390, 768, 1280, 2560]
VIEWS = ["index", "country?c=KEN", "compare?c=NOR.DNK", "whatif", "time?c=KEN.UGA", "explore", "lenses", "audit",
         "indicators", "indicator?measure=homicide-rate", "about"]


class Page(PageTest):
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
                self.assertEqual(self.faults(), [], f"{view} {media} {width}")

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
        heads = self.browser.run("return [...document.querySelectorAll('#rank thead th')].map(one => one.textContent)")
        self.assertEqual(len(heads), len(set(heads)), heads)
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
        points = self.browser.run("return [...document.querySelectorAll('#app > section > .scroll > table.plain td')].map(one => Number(one.textContent.replace('−', '-').replace('+', '')))")
        self.assertAlmostEqual(sum(points[:-1]), points[-1], places=9)
        rows = self.browser.run("return [...document.querySelectorAll('#app > section > .scroll > table.plain th[scope=row]')].map(one => one.textContent.toLowerCase())")
        self.assertEqual(rows[:-1], self.data()["dimensions"])
        real = scores("undp-1994")
        self.assertAlmostEqual(points[-1], real["NOR"][0] - real["KEN"][0], delta=0.006)

    def test_a_country_prints_as_one_page(self):
        for width in (1280, 390):
            self.go("country?c=KEN", width)
            self.browser.wait("return !document.querySelector('.pending')")
            printed = self.browser.devtools("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
            self.assertEqual(len(re.findall(rb"/Type\s*/Page\b", base64.b64decode(printed["data"]))), 1, width)

    def test_what_weights_can_turn_round_is_so_in_every_corner_of_the_box(self):
        nodes = self.nodes()
        dimensions = [place for place, node in enumerate(nodes) if node["parent"] == 0]
        order = self.browser.run("return Object.entries(window.hsiScores('')).sort((a, b) => a[1][1] - b[1][1]).map(one => one[0])")
        corners = []
        for corner in range(2 ** len(dimensions)):
            weights = [nodes[node]["weight"] * (1.25 if corner >> at & 1 else 0.75) for at, node in enumerate(dimensions)]
            corners.append("_".join(f"{node}~{weight}" for node, weight in zip(dimensions, weights)))
        scores = self.browser.run("return arguments[0].map(window.hsiScores)", corners)
        said = set()
        for above, below in [(order[0], order[1]), (order[1], order[2]), (order[0], order[9]), (order[60], order[61]), (order[60], order[75])]:
            holds = all(one[above][0] > one[below][0] for one in scores if above in one and below in one)
            self.go(f"compare?c={above}.{below}")
            text = self.browser.run("return document.querySelector('.finding').textContent")
            self.assertIn("No weights of dimensions" if holds else "can put ", text, (above, below))
            said.add(holds)
        self.assertEqual(said, {True, False})

    def test_a_lens_that_is_copied_scores_as_the_page_does(self):
        """Weights of a dimension, of a component and of an indicator, put into the lens as the page writes them."""
        nodes = self.nodes()
        place = {node["name"]: place for place, node in enumerate(nodes)}
        weights = f"{place['economic']}~0.3_{place['personal/war']}~0.1_{place['civil-liberties']}~0.05"
        self.go(f"whatif?weights={weights}")
        self.browser.run("Object.defineProperty(navigator, 'clipboard', {value: {writeText: (text) => { window.copied = text; return Promise.resolve(); }}})")
        self.browser.run("[...document.querySelectorAll('button')].find(one => one.textContent === 'Copy as lens').click()")
        lens = (ROOT / "Weights/undp-1994.toml").read_text(encoding="utf-8")
        for line in self.browser.run("return window.copied").split("\n"):
            name = line.split(" = ")[0].strip('"')
            if line.startswith("["):
                section = line
            elif " = " in line:
                lens = re.sub(rf'^"?{re.escape(name)}"? = [0-9.]+\n', "", lens, flags=re.M)
                lens = lens.replace(section + "\n", f"{section}\n{line}\n", 1)
        file = Path(SCRATCH.name) / "copied.toml"
        file.write_text(lens, encoding="utf-8")
        there = self.browser.run("return window.hsiScores(arguments[0])", weights)
        real = scores(file)
        self.assertEqual(set(there), set(real))
        # An indicator's weight moves estimates, which the page keeps: countries whose figures are all known are compared.
        cells = self.browser.run("return JSON.parse(document.getElementById('data').textContent)")
        whole = [one["code"] for at, one in enumerate(cells["countries"]) if all(column["kinds"][at] in "oc" for column in cells["cells"])]
        self.assertGreater(len(set(whole) & set(real)), 40)
        for code in set(whole) & set(real):
            self.assertAlmostEqual(there[code][0], real[code][0], delta=1e-12)

    def test_what_a_country_says_of_itself_is_so(self):
        """The sentences on Kenya, from scores of the program's own tables."""
        self.go("country?c=KEN")
        text = self.browser.run("return document.querySelector('.finding').textContent")
        folder = made().parent
        with open(folder / "scores.csv", encoding="utf-8", newline="") as file:
            rows = {row["iso3"]: row for row in csv.DictReader(file)}
        kenya, ranked = rows["KEN"], [row for row in rows.values() if row["rank"]]
        self.assertIn(f"number {kenya['rank']} of {len(ranked)} in 2023, with {float(kenya['score']):.1f} points", text)
        self.assertIn(f"with its rank is {kenya['rank_p05']}–{kenya['rank_p95']}:", text)
        lever = next(row for row in table("levers", "Kenya") if row["record"] == "lever")
        self.assertIn(f"quarter, +{float(lever['points']):.1f} points, from rank {kenya['rank']} to about rank {int(kenya['rank']) - int(lever['ranks_gained'])}.", text)
        more, narrower = self.browser.run("return [...document.querySelectorAll('.country > p')].slice(2, 4).map(one => one.textContent)")
        own = next(one for one in self.data()["countries"] if one["code"] == "KEN")
        self.assertIn("left out, ranks {} to {};".format(*own["range"]), narrower)
        names = ["economic", "food", "health", "environmental", "personal", "community", "political"]
        order = sorted(names, key=lambda name: float(kenya[name]))
        self.assertIn(f"Its best dimension is {order[-1]} ({float(kenya[order[-1]]):.1f}), its worst {order[0]} ({float(kenya[order[0]]):.1f})", more)
        with open(ROOT / "Data/countries.csv", encoding="utf-8", newline="") as file:
            groups = {row["iso3"]: row["income_group"] for row in csv.DictReader(file)}
        peers = [row for code, row in rows.items() if code != "KEN" and groups[code] == groups["KEN"]]
        better = [row for row in peers if row["rank"] and float(row["score"]) > float(kenya["score"])]
        self.assertIn(f"Of {len([row for row in peers if row['rank']])} other countries", more)
        self.assertIn(f"{len(better)} have a higher score", more)
        gaps = {name: float(kenya[name]) - statistics.median(float(row[name]) for row in peers if row[name]) for name in names}
        self.assertIn(f"furthest behind its peers in the {min(gaps, key=gaps.get)} dimension ", text)

    def test_the_ranking_is_saved_with_all_that_it_shows_but_the_pictures(self):
        self.go("index?since=2014")
        self.browser.run("URL.createObjectURL = (blob) => { blob.text().then((text) => { window.saved = text; }); return 'data:,'; }")
        self.browser.run("[...document.querySelectorAll('#ranking button')].find(one => one.textContent === 'Save as CSV').click()")
        head, first, *_ = csv.reader(io.StringIO(self.browser.wait("return window.saved")))
        shown = self.browser.run("return [...document.querySelectorAll('#rank thead th')].filter(one => !one.textContent.includes('–')).map(one => one.textContent)")
        self.assertEqual(head, ["iso3", *shown])
        self.assertEqual(len(first), len(head))

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


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[1:]], verbosity=2)
