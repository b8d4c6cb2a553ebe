"""What a reader may do on the page: other languages, filters, presets, explanations, pictures of the audit."""

import re
import subprocess
from pathlib import Path

from made import HSI, ROOT, SCRATCH, PageTest, made, table


# What a reader does, from where, and what is so afterwards.
INTERACTIONS = [
    ("index", "const box = document.querySelector('#ranking input[type=search]'); box.value = 'kenya'; box.dispatchEvent(new Event('input'));", "document.querySelectorAll('#rank tbody tr').length === 1"),
    ("index", "const box = document.querySelectorAll('#ranking select')[1]; box.value = 'Africa'; box.dispatchEvent(new Event('change'));", "location.hash.includes('region=Africa')"),
    ("index", "const box = document.querySelectorAll('#ranking select')[3]; box.value = '80'; box.dispatchEvent(new Event('change'));", "location.hash.includes('coverage=80')"),
    ("index", "const box = document.querySelector('.tools select'); box.value = 'food'; box.dispatchEvent(new Event('change'));", "document.querySelector('#map-h').textContent === 'Food, 2023'"),
    ("index", "const box = document.querySelector('.tools input'); box.value = 5; box.dispatchEvent(new Event('input'));", "location.hash.includes('year=')"),
    ("index", "document.querySelector('.zoom button').click();", "document.querySelector('.map').getAttribute('viewBox').split(' ')[0] > 0"),
    ("index", "document.querySelector('#rank tbody th a').click();", "document.querySelector('#country-h')"),
    ("index", "document.querySelector('.words button').click();", "document.querySelector('#g-interval').matches(':popover-open')"),
    ("index", "const box = document.querySelector('nav select'); box.value = 'fr'; box.dispatchEvent(new Event('change'));", "document.documentElement.lang === 'fr'"),
    ("whatif", "const box = document.querySelector('input[type=range]'); box.value = box.max; box.dispatchEvent(new Event('input'));", "document.querySelector('.finding').textContent.includes('moves furthest')"),
    ("compare?c=NOR", "const box = document.querySelector('.chosen input'); box.value = 'kenya'; box.dispatchEvent(new Event('input')); box.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter'}));", "location.hash === '#compare?c=NOR.KEN' && document.querySelector('.chart')"),
    ("time?c=KEN", "const box = document.querySelector('#app select'); box.value = 'health'; box.dispatchEvent(new Event('change'));", "document.querySelector('.chart h3').textContent.includes('in health')"),
    ("explore", "const box = document.querySelectorAll('#app select')[1]; box.value = 'food'; box.dispatchEvent(new Event('change'));", "location.hash.includes('y=food')"),
    ("lenses", "const box = document.querySelector('#app select'); box.value = 'liberal'; box.dispatchEvent(new Event('change'));", "location.hash.includes('lens=liberal')"),
    ("country?c=KEN", "document.querySelector('details').open = true;", "document.querySelector('details tbody tr')"),
]


class Features(PageTest):
    def test_every_interaction_at_every_width_and_in_each_scheme(self):
        dark, forced = {"prefers-color-scheme": "dark"}, {"forced-colors": "active"}
        for width, media in [(390, {}), (768, forced), (1280, dark), (2560, {}), (390, dark), (1280, forced)]:
            self.browser.devtools("Emulation.setEmulatedMedia", features=[{"name": name, "value": value} for name, value in media.items()])
            for view, act, so in INTERACTIONS:
                self.go(view, width)
                self.browser.run(act)
                self.browser.wait(f"return !!({so})")
                self.assertLessEqual(self.browser.run("return document.documentElement.scrollWidth"), width, (view, act, width))
        self.assertEqual([entry["message"] for entry in self.browser.log("browser")], [])

    def test_every_language_stands_on_every_view(self):
        """Direction, head and title follow; nothing is wider than a phone; names and numbers are of the language."""
        english = {}
        for language in ["en", "fr", "es", "ar", "ru", "zh"]:
            for view in ["index", "country?c=DEU", "compare?c=DEU.FRA", "whatif", "time?c=DEU", "explore", "lenses", "audit", "about"]:
                mark = "" if language == "en" else ("&" if "?" in view else "?") + f"language={language}"
                self.go(view + mark, 390)
                head, side, way, spoken, text = self.browser.run(
                    "return [document.querySelector('#app h2').textContent, document.documentElement.scrollWidth, document.dir, document.documentElement.lang, document.querySelector('#app').textContent]")
                self.assertLessEqual(side, 390, (language, view))
                self.assertEqual((way == "rtl", spoken), (language == "ar", language))
                self.assertNotIn("undefined", text, (language, view))
                self.assertIsNone(re.search(r"\{\w+\}", text), (language, view))
                if language == "en":
                    english[view] = head
                elif not view.startswith("country"):
                    self.assertNotEqual(head, english[view], (language, view))
                if language in ("fr", "ar") and view in ("index", "country?c=DEU", "whatif"):
                    self.assertEqual(self.faults(), [], (language, view))
            self.go(f"country?c=DEU&language={language}")
            name = {"en": "Germany", "fr": "Allemagne", "es": "Alemania", "ar": "ألمانيا", "ru": "Германия", "zh": "德国"}[language]
            self.assertEqual(self.browser.run("return document.querySelector('#country-h').textContent"), name)
            self.assertTrue(self.browser.run("return document.title").replace("\u2068", "").startswith(name))
            mark = "," if language in ("fr", "es", "ru") else "."
            score = next(row["score"] for row in table("score") if row["iso3"] == "DEU")
            self.assertIn(f"{float(score):.1f}".replace(".", mark), self.browser.run("return document.querySelector('.finding').textContent"))

    def test_a_language_is_chosen_and_kept(self):
        self.go("index")
        self.browser.run("const choice = document.querySelector('nav select'); choice.value = 'es'; choice.dispatchEvent(new Event('change'));")
        self.assertIn("language=es", self.browser.run("return location.hash"))
        self.browser.wait("return document.querySelector('#rank tbody th').textContent === 'Noruega'")
        self.browser.run("document.querySelector('#rank tbody th a').click()")
        self.assertIn("Noruega", self.browser.run("return document.title"))
        self.assertIn("no ha sido", self.browser.run("return document.querySelector('#notice').textContent").lower())
        self.browser.open("about:blank")
        self.browser.open(made("undp-1994", "--language", "ru").as_uri())
        self.assertEqual(self.browser.run("return [document.documentElement.lang, location.hash]"), ["ru", ""])

    def test_the_ranking_is_filtered_by_what_is_typed(self):
        self.go("index")
        self.browser.click("#ranking input[type=search]")
        self.browser.keys("south k")
        names = self.browser.run("return [...document.querySelectorAll('#rank tbody th')].map(one => one.textContent)")
        self.assertEqual(names, ["South Korea"])
        self.assertEqual(self.browser.run("return document.activeElement.value"), "south k")
        self.assertIn("text=south", self.browser.run("return location.hash"))

    def test_a_row_is_a_card_on_a_phone(self):
        self.go("index", 390)
        wide, height, head = self.browser.run("""const frame = document.querySelector('#ranking .frame'), row = document.querySelector('#rank tbody tr');
            return [frame.scrollWidth - frame.clientWidth, row.getBoundingClientRect().height, getComputedStyle(document.querySelector('#rank thead')).display];""")
        self.assertLessEqual(wide, 0)
        self.assertLess(height, 220)
        self.assertEqual(head, "none")
        self.browser.run("const sort = document.querySelector('.phone select'); sort.value = [...sort.options].find(one => one.textContent === 'Food').value; sort.dispatchEvent(new Event('change'));")
        food = [float(one) for one in self.browser.run("return [...document.querySelectorAll('#rank td[data-label=Food]')].map(one => one.textContent)")]
        self.assertEqual(food, sorted(food, reverse=True))

    def test_the_weights_of_another_lens_are_tried(self):
        self.go("whatif")
        lens, own = self.browser.run("const box = document.querySelector('.choice select'); return ['freedom-from-want', box.options.length];")
        self.assertGreater(own, 2)
        self.browser.run("const box = document.querySelector('.choice select'); box.value = arguments[0]; box.dispatchEvent(new Event('change'));", lens)
        self.assertEqual(self.browser.run("return document.querySelector('.choice select').value"), lens)
        data = self.data()
        preset = next(one for one in data["history"]["lenses"] if one["name"] == lens)
        listed = dict(re.findall(r"^([\w/-]+) = ([0-9.]+)", (ROOT / f"Weights/{lens}.toml").read_text(encoding="utf-8").split("[weights]")[-1].split("\n[")[0], re.M))
        whole = sum(float(listed.get(name, 1)) for name in data["dimensions"])
        for name, weight in zip(data["dimensions"], preset["weights"]):
            self.assertAlmostEqual(weight, float(listed.get(name, 1)) / whole, places=9)
        self.browser.run("[...document.querySelectorAll('button')].find(one => one.textContent === 'Reset').click()")
        self.assertEqual(self.browser.run("return location.hash"), "#whatif")

    def test_an_address_names_no_method_that_is_none(self):
        for method in ["__proto__", "constructor", "foo", "x%22%0Ahack%3D1"]:
            self.go(f"whatif?method={method}")
            self.assertEqual(self.browser.run("return document.querySelectorAll('.choice select')[1].value"), "geometric")
            self.assertIn("no country moves", self.browser.run("return document.querySelector('.finding').textContent"))

    def test_an_inset_shows_what_the_map_shows(self):
        self.go("index?measure=food")
        self.browser.wait("return document.querySelector('.insets a')")
        pairs = self.browser.run("""return [...document.querySelectorAll('.insets a')].map(one => [one.firstChild.className.baseVal,
            document.querySelector(`.mapframe a[data-place="${one.dataset.place}"] circle`).className.baseVal]);""")
        self.assertGreater(len(pairs), 8)
        for inset, whole in pairs:
            self.assertEqual(inset, whole)

    def test_a_word_is_explained(self):
        self.go("index")
        self.browser.run("[...document.querySelectorAll('.words button')].find(one => one.textContent === 'Rank interval').click()")
        self.assertTrue(self.browser.run("return document.querySelector('#g-interval').matches(':popover-open')"))
        self.assertEqual(self.faults(), [])

    def test_pictures_of_the_audit_say_what_the_audit_says(self):
        self.go("audit")
        self.browser.wait("return !document.querySelector('.pending')")
        titles = self.browser.run("return [...document.querySelectorAll('#app .chart h3')].map(one => one.textContent)")
        omissions = sorted(table("audit", "--table", "leave-one-out"), key=lambda row: -float(row["mean_shift"]))
        mean = float(omissions[0]["mean_shift"])
        self.assertTrue(any(f"by {mean:.1f} places on average" in title for title in titles), titles)
        importance = table("audit", "--table", "importance")
        furthest = max(importance, key=lambda row: abs(float(row["covariance_share"]) - float(row["weight"])))
        self.assertTrue(any(title.startswith(furthest["node"].capitalize()) and "counts for" in title for title in titles), titles)
        bounds = {row["iso3"]: row for row in table("audit", "--table", "rank-bounds")}
        data = self.data()
        for country, own in zip(data["countries"], data["audit"]["bounds"]):
            if own:
                row = bounds[country["code"]]
                self.assertLessEqual(own[0], int(row["best"]))
                self.assertGreaterEqual(own[1], int(row["worst"]))
        first = max(data["audit"]["sensitivity"], key=lambda one: one["total"][0])
        others = [one["total"][2] for one in data["audit"]["sensitivity"] if one is not first]
        self.assertEqual(any("moves ranks most" in title for title in titles), first["total"][1] > max(others))

    def test_a_change_is_split_as_the_program_splits_it(self):
        self.go("time?c=KEN")
        text = self.browser.run("return document.querySelector('#app').textContent")
        found = re.search(r"Since (\d+), Kenya changed by ([+−][0-9.]+) points: ([+−][0-9.]+) by the figures that both years have", text)
        self.assertIsNotNone(found, text[-600:])
        run = subprocess.run([HSI, "score", "--years", f"{found[1]}-{self.data()['year']}", "--country", "Kenya"], cwd=ROOT, check=True, capture_output=True, text=True)
        row = next(line for line in run.stdout.splitlines() if "Kenya" in line)
        change, coverage = [float(one.replace("−", "-")) for one in row.split()[-2:]]
        said, common = [float(found[place].replace("−", "-")) for place in (2, 3)]
        self.assertAlmostEqual(said, change, delta=0.06)
        self.assertAlmostEqual(said - common, coverage, delta=0.11)

    def test_a_brief_is_one_page(self):
        folder = Path(SCRATCH.name) / "printed"
        subprocess.run([HSI, "report", "--country", "Kenya", "--output", str(folder)], cwd=ROOT, check=True, capture_output=True)
        content = (folder / "briefs/KEN.pdf").read_bytes()
        self.assertEqual(len(re.findall(rb"/Type\s*/Page\b", content)), 1)
