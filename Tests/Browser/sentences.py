"""What the page says of ranks, of two countries and of other weights, held against the program; and that it can be read."""

import csv
import math
import re
import statistics
from itertools import combinations

from made import ROOT, PageTest, made, table


class Sentences(PageTest):
    def finding(self):
        return self.browser.run("return document.querySelector('#app .finding').textContent")

    def test_two_countries_without_the_dimension_that_speaks_most_for_the_first(self):
        """Level where they lie within half a point of each other, and never otherwise."""
        nodes = self.nodes()
        place = {node["name"]: at for at, node in enumerate(nodes) if node["parent"] == 0}
        without = {name: self.browser.run("return window.hsiScores(arguments[0])", f"{at}~0") for name, at in place.items()}
        said = set()
        for one, other in [("NOR", "DNK"), ("NOR", "KEN"), *combinations(["SWE", "CHE", "IRL", "FIN", "BRA", "MEX"], 2)]:
            self.go(f"compare?c={one}.{other}")
            text = self.finding()
            found = re.search(r"Without the (\w+) dimension (?:the two are level|.+ would be ([0-9.]+) points ahead) \(([0-9.]+) and ([0-9.]+)\)", text)
            ahead, behind = (one, other) if text.startswith(self.name(one)) else (other, one)
            first, second = without[found[1]][ahead][0], without[found[1]][behind][0]
            self.assertEqual((found[3], found[4]), (f"{first:.1f}", f"{second:.1f}"), text)
            self.assertEqual(found[2] is None, abs(first - second) < 0.5, text)
            if found[2]:
                self.assertEqual(found[2], f"{abs(first - second):.1f}", text)
                self.assertIn(f"{self.name(ahead if first > second else behind)} would be", text)
            said.add(found[2] is None)
        self.assertEqual(said, {True, False})

    def name(self, code):
        return next(one["name"] for one in self.data()["countries"] if one["code"] == code)

    def test_other_weights_say_who_is_ranked_no_longer_and_who_anew(self):
        """Ranks before and after are of the same countries; the change of the set is named."""
        place = next(at for at, node in enumerate(self.nodes()) if node["name"] == "environmental")
        own = self.browser.run("return window.hsiScores('')")
        for weight in ["0", "0.2", "0.15"]:
            other = self.browser.run("return window.hsiScores(arguments[0])", f"{place}~{weight}")
            both = set(own) & set(other)
            here, there = [{code: 1 + sum(scores[one][0] > scores[code][0] for one in both) for code in both} for scores in (own, other)]
            self.go(f"whatif?weights={place}~{weight}")
            text = self.finding()
            found = re.search(r"(\d+) move; (.+) moves furthest, from rank (\d+) to (\d+)", text) or re.search(r"(\d+) of \d+ countries move; (.+) moves furthest, from rank (\d+) to (\d+)", text)
            self.assertEqual(int(found[1]), sum(here[code] != there[code] for code in both))
            furthest = next(one["code"] for one in self.data()["countries"] if one["name"] == found[2])
            self.assertEqual((int(found[3]), int(found[4])), (here[furthest], there[furthest]))
            self.assertEqual(f"Among the {len(both)} countries ranked before and now" in text, set(own) != set(other))
            for gone, mark in [(set(own) - both, "No longer ranked"), (set(other) - both, "Newly ranked")]:
                self.assertEqual(f"{mark} ({len(gone)})" in text, bool(gone), text)
                for code in sorted(gone)[:1]:
                    self.assertTrue(self.name(code) in text or "…" in text, text)

    def test_who_lies_outside_an_interval_is_named_on_the_front(self):
        self.go("index")
        text = self.browser.run("return document.querySelector('.tools .finding').textContent")
        with open(made().parent / "scores.csv", encoding="utf-8", newline="") as file:
            rows = [row for row in csv.DictReader(file) if row["rank_p05"]]
        outside = [row for row in rows if not int(row["rank_p05"]) <= int(row["rank"]) <= int(row["rank_p95"])]
        named = re.findall(r"\((\d+); (\d+)–(\d+)\)", text)
        self.assertEqual([tuple(map(int, one)) for one in named],
                         sorted((int(row["rank"]), int(row["rank_p05"]), int(row["rank_p95"])) for row in outside)[:3])

    def test_who_gained_most_gained_it_by_figures_that_both_years_have(self):
        self.go("index")
        found = re.search(r"have, (.+) gained most since \d+ \((.+)\) and (.+) lost most \((.+)\)", self.browser.run("return document.querySelector('.tools .finding').textContent"))
        data = self.data()
        changes = [(by, one["name"]) for by, one in zip(data["history"]["changes"]["common"], data["countries"]) if by is not None and one["interval"]]
        (most, winner), (least, loser) = max(changes), min(changes)
        self.assertEqual(found.groups(), (winner, f"{most:+.1f}", loser, f"{least:+.1f}".replace("-", "−")))

    def test_years_before_have_the_scores_of_the_program(self):
        """The page sums them from changes."""
        for year in ("2000", "2014"):
            self.go(f"index?year={year}")
            self.browser.wait("return document.querySelectorAll('#rank tbody tr').length === parseInt(document.querySelector('#ranking output').textContent)")
            shown = dict(self.browser.run("return [...document.querySelectorAll('#rank tbody tr')].map(one => [one.id.slice(2), one.querySelector('.main').textContent])"))
            real = {row["iso3"]: row["score"] for row in table("score", "--years", f"{year}-{int(year) + 1}") if row["rank"] and row["year"] == year}
            self.assertEqual(set(shown), set(real))
            for code, score in real.items():
                self.assertAlmostEqual(float(shown[code]), float(score), delta=0.0501)

    def test_no_headline_of_a_change_keeps_coverage_back(self):
        """The figures that both years have, where they are known, and else what coverage did; a break of all lines is explained."""
        for view in ["country?c=KEN", "time?c=KEN", "time?c=NOR", "time"]:
            self.go(view)
            title = self.browser.run("return document.querySelector('#app .chart h3').textContent")
            self.assertRegex(title, "figures that both years have|coverage went from", view)
        data = self.data()
        ranked = [at for at, one in enumerate(data["countries"]) if one["interval"]]
        middle = lambda row: (lambda values: (values[(len(values) - 1) // 2] + values[len(values) // 2]) / 2)(sorted(row[at] for at in ranked))
        medians = [middle(row) for row in data["history"]["coverage"]]
        steps = [after - before for before, after in zip(medians, medians[1:])]
        at = steps.index(max(steps))
        said = f"From {data['history']['years'][at]} to {data['history']['years'][at + 1]} the median coverage"
        self.assertEqual(said in self.browser.run("return document.querySelector('#app').textContent"), steps[at] >= 3)

    def test_levers_that_overlap_and_figures_carried_forward_are_named(self):
        self.go("country?c=KEN")
        text = self.browser.run("return document.querySelector('#app').textContent")
        found = re.search(r"Dietary energy supply and prevalence of undernourishment overlap \(r = ([0-9.]+) ", text)
        data = self.data()
        columns = [data["cells"][next(at for at, one in enumerate(data["indicators"]) if one["id"] == name)] for name in ("dietary-energy-supply", "undernourishment")]
        pairs = [(x, y) for x, y, p, q in zip(*(one["scores"] for one in columns), *(one["kinds"] for one in columns)) if p in "oc" and q in "oc"]
        mean = [sum(values) / len(pairs) for values in zip(*pairs)]
        xy, xx, yy = (sum((pair[a] - mean[a]) * (pair[b] - mean[b]) for pair in pairs) for a, b in [(0, 1), (0, 0), (1, 1)])
        self.assertEqual(found[1], f"{xy / (xx * yy) ** 0.5:.2f}")
        kenya = next(at for at, one in enumerate(data["countries"]) if one["code"] == "KEN")
        self.assertEqual(columns[0]["kinds"][kenya] == "c", f"figure of {columns[0]['years'][kenya]}, carried forward" in text)

    def test_the_corner_of_the_ranking_stays_above_its_columns(self):
        for width in (1280, 900):
            self.go("index", width)
            self.browser.wait("return document.querySelectorAll('#rank tbody tr').length > 100")
            head, body, top = self.browser.run("""const frame = document.querySelector('#ranking .frame');
                frame.scrollLeft = 300; frame.scrollTop = 333; frame.scrollIntoView({block: 'center'});
                const left = (cell) => Math.round(cell.getBoundingClientRect().left);
                const names = ['.k-rank', '.k-name'], row = document.querySelector('#rank tbody tr:nth-child(20)');
                return [names.map((one) => left(document.querySelector('#rank thead ' + one))), names.map((one) => left(row.querySelector(one))),
                  names.map((one) => { const box = document.querySelector('#rank thead ' + one).getBoundingClientRect();
                    return !!document.elementFromPoint(box.left + 8, box.top + box.height / 2).closest('thead ' + one); })];""")
            self.assertEqual(head, body, width)
            self.assertEqual(top, [True, True], width)

    def test_a_table_that_goes_on_fades_at_its_edge(self):
        self.go("index", 900)
        self.browser.wait("return document.querySelector('#ranking .frame.more-x.more-y')")
        self.browser.wait("const frame = document.querySelector('#ranking .frame'); frame.scrollLeft = 9999; frame.scrollTop = 99999; return !frame.matches('.more-x, .more-y');")

    def test_rank_interval_country_and_score_stay_in_sight(self):
        """At 1280 all columns fit; where they do not, four stay."""
        self.go("index", 1280)
        self.browser.wait("return document.querySelectorAll('#rank tbody tr').length > 100")
        self.assertTrue(self.browser.run("const frame = document.querySelector('#ranking .frame'); return frame.scrollWidth <= frame.clientWidth;"))
        for mark, names in [("index?since=2014", ["rank", "interval", "name", "score"]), ("index?weights=1~0.3&since=2014", ["rank", "name", "score"])]:
            self.go(mark, 1200)
            self.browser.wait("return document.querySelectorAll('#rank tbody tr').length > 100")
            self.browser.run("""const frame = document.querySelector('#ranking .frame'); document.querySelectorAll('#rank thead .k-part').forEach((cell) => cell.style.setProperty('--w', '12rem'));
                frame.style.width = '1000px'; frame.offsetWidth; return 1;""")
            self.browser.wait("return document.querySelector('#ranking .frame.over')")
            places = self.browser.run("""const frame = document.querySelector('#ranking .frame'); frame.scrollLeft = 600;
                const own = frame.getBoundingClientRect().left; return arguments[0].flatMap((one) => ['thead', 'tbody'].map((part) =>
                  document.querySelector(`#rank ${part} .k-${one}`).getBoundingClientRect())).map((box) => [box.left - own, box.right - own]);""", names)
            self.assertTrue(all(0 <= left < right < 560 for left, right in places), (mark, places))

    def test_the_picture_of_ranks_shows_the_intervals_that_its_heading_tells_of(self):
        for width in (390, 1280):
            self.go("audit", width)
            self.browser.wait("return document.querySelector('svg.intervals line.bar')")
            drawn = self.browser.run("return [...document.querySelectorAll('svg.intervals line.bar')].map((line) => line.getBoundingClientRect().width)")
            self.assertTrue(len(drawn) > 100 and all(one > 0 for one in drawn), width)

    def test_what_moves_no_rank_is_said_to_leave_it(self):
        for code, words in [("NOR", "which leaves it at rank 1."), ("KEN", "from rank 140 to about rank")]:
            self.go(f"country?c={code}", 1280)
            self.assertIn(words, self.browser.wait("return document.querySelector('#app .finding')?.textContent"))

    def test_a_phone_shows_twenty_countries_and_all_when_asked(self):
        for view, body in [("index", "#rank tbody"), ("whatif", ".moved tbody")]:
            self.go(view, 390)
            self.browser.wait("return !!document.querySelector('.rest:not([hidden])')")
            rows = f"return document.querySelectorAll('{body} tr').length"
            self.assertEqual(self.browser.run(rows), 20)
            self.assertTrue(self.browser.run("const frame = document.querySelector('.frame'); return frame.scrollHeight <= frame.clientHeight + 1;"), view)
            self.browser.run("document.querySelector('.rest').click()")
            count = len(self.browser.run("return Object.keys(window.hsiScores(''))"))
            self.browser.wait(f"return document.querySelectorAll('{body} tr').length === {count}")
            self.assertTrue(self.browser.run(f"return document.activeElement === document.querySelectorAll('{body} tr')[20].querySelector('a') && document.querySelector('.rest').hidden"))
        self.go("index?region=Oceania", 390)
        self.assertTrue(self.browser.run("return document.querySelector('.rest').hidden && document.querySelector('#ranking details').open"))

    def test_what_stays_in_sight_of_other_weights_is_one_line(self):
        nodes = self.nodes()
        node = next(at for at, one in enumerate(nodes) if one["name"] == "environmental")
        self.go(f"whatif?weights={node}~0", 390)
        bar, height = self.browser.run("scrollTo(0, 900); const bar = document.querySelector('p.bar'), box = bar.getBoundingClientRect(); return [bar.firstChild.textContent, box.top === 0 ? box.height : -1];")
        self.assertTrue(0 < height < 56, height)
        self.assertTrue(self.finding().startswith(bar) or bar.split(" ")[0] in self.finding(), bar)
        self.browser.run("document.querySelector('p.bar button').click()")
        self.assertEqual(self.browser.run("return document.activeElement.matches('.frame')"), True)

    def test_an_indicator_marks_the_country_that_it_was_looked_up_for_and_leads_back(self):
        self.go("index")
        data = self.data()
        leaf = next(at for at, one in enumerate(data["indicators"]) if one["id"] == "dietary-energy-supply")
        cells = data["cells"][leaf]
        known = [at for at, kind in enumerate(cells["kinds"]) if kind in "oc"]
        gap = next(at for at, kind in enumerate(cells["kinds"]) if kind in "im")
        self.go("country?c=KEN")
        self.browser.run("[...document.querySelectorAll('#app a')].find(one => one.textContent === 'Dietary energy supply').click()")
        self.assertIn("c=KEN", self.browser.run("return location.hash"))
        self.assertEqual(self.browser.run("return [...document.querySelectorAll('.bars .whisker + text')].map(one => one.textContent)"), ["Kenya"])
        kenya = next(at for at, one in enumerate(data["countries"]) if one["code"] == "KEN")
        better = sum(cells["scores"][at] > cells["scores"][kenya] for at in known)
        self.assertEqual(self.finding(), f"Kenya: {cells['values'][kenya]} kcal per person per day ({cells['years'][kenya]}), which scores "
                         f"{cells['scores'][kenya]:.1f} of 100; of the {len(known)} countries with a figure {better} score higher.")
        self.browser.run("document.querySelector('#app .place a').click()")
        self.assertEqual(self.browser.run("return location.hash"), "#country?c=KEN")
        code = data["countries"][gap]["code"]
        self.go(f"indicator?measure=dietary-energy-supply&c={code}.KEN")
        self.assertIn(": no figure", self.finding())
        self.assertTrue(self.browser.run("return document.querySelector('#app .place a').href").endswith(f"#compare?c={code}.KEN"))

    def test_which_of_two_dimensions_costs_more_points_beside_the_peers(self):
        """From the tables: the dimension set to the median of the peers, the index joined anew."""
        folder = made().parent
        with open(folder / "scores.csv", encoding="utf-8", newline="") as file:
            rows = {row["iso3"]: row for row in csv.DictReader(file)}
        self.go("index")
        data = self.data()
        names, said = data["dimensions"], 0
        groups = {one["code"]: one["income"] or one["region"] for one in data["countries"]}
        for code in ["KEN", "NGA", "BRA", "USA", "IND", "NOR", "DEU", "EGY"]:
            own = {name: float(rows[code][name]) for name in names}
            medians = {name: statistics.median([float(row[name]) for other, row in rows.items() if other != code and groups[other] == groups[code] and row[name]]) for name in names}
            worst, behind = min(names, key=own.get), min(names, key=lambda name: own[name] - medians[name])
            self.go(f"country?c={code}")
            text = self.browser.run("return document.querySelector('.country').textContent")
            found = re.search(r"At the median of its peers the (\w+) dimension would bring ([0-9.]+) points of the index(?:, the (\w+) dimension ([0-9.]+)\.|; in the (\w+) dimension it is not behind)", text)
            self.assertEqual(bool(found), worst != behind and own[behind] < medians[behind], (code, text[:600]))
            if not found:
                continue
            mean = lambda scores: math.exp(sum(math.log(max(one, 1)) for one in scores) / len(scores))
            raised = {name: mean([medians[name] if one == name else own[one] for one in names]) - float(rows[code]["score"]) for name in (worst, behind)}
            first, second = sorted(raised, key=raised.get, reverse=True)
            self.assertEqual((found[1], found[3] or found[5]), (first, second), code)
            self.assertAlmostEqual(float(found[2]), raised[first], delta=0.06)
            self.assertEqual(raised[second] > 0.05, found[4] is not None)
            said += 1
        self.assertGreater(said, 1)

    def test_a_suggestion_shows_the_name_by_which_it_was_found(self):
        self.go("index")
        self.browser.click("nav input[type=search]")
        self.browser.keys("ken")
        found = self.browser.run("return [...document.querySelectorAll('#find [role=option]')].map(one => [one.querySelector('bdi').textContent, one.textContent])")
        self.assertEqual(found[0], ["Kenya", "Kenya"])
        for name, text in found:
            self.assertIn("ken", text.lower(), name)

    def test_a_country_that_is_chosen_on_a_phone_takes_the_focus_off_the_search(self):
        for width, stays in [(390, False), (1280, True)]:
            self.go("index", width)
            self.browser.click("nav input[type=search]")
            self.browser.keys("kenya\ue007")
            self.browser.wait("return !!document.querySelector('#country-h')")
            self.assertEqual(self.browser.run("return document.activeElement.matches('nav input')"), stays)

    def test_a_lens_says_of_how_many_indicators_the_folder_has_no_figures(self):
        self.go("index")
        data = self.data()
        for lens in data["history"]["lenses"]:
            self.go(f"lenses?lens={lens['name']}")
            text = self.browser.run("return document.querySelector('.absent')?.textContent ?? ''")
            self.assertEqual(f"none: {lens['absent']}. " in text, lens["absent"] > 0, text)
        with open(ROOT / "Data/indicators.csv", encoding="utf-8", newline="") as file:
            optional = [row for row in csv.DictReader(file) if row["files"] and all(one.startswith("?") for one in row["files"].split())]
        absent = [row["id"] for row in optional if not row["dimension"].startswith("state") and not list((ROOT / "Data").rglob(f"{row['id']}.csv"))]
        extended = next(one for one in data["history"]["lenses"] if one["name"] == "undp-1994-extended")
        self.assertEqual(len(absent), extended["absent"])

    def test_on_a_phone_no_table_of_a_country_hides_a_column(self):
        for view in ["country?c=KEN", "whatif", "compare?c=NOR.DNK", "audit"]:
            self.go(view, 390)
            self.browser.wait("return !document.querySelector('.pending')")
            hidden = self.browser.run("return [...document.querySelectorAll('main .scroll')].filter((one) => one.checkVisibility()).filter(one => one.scrollWidth > one.clientWidth + 2).map(one => one.ariaLabel)")
            self.assertEqual(hidden, [], view)

    def test_no_label_of_a_picture_is_cut_off_by_its_edge(self):
        for width in (390, 1280):
            for view in ["lenses", "audit", "compare?c=NOR.DNK", "time?c=KEN", "country?c=KEN", "explore"]:
                self.go(view, width)
                self.browser.wait("return !document.querySelector('.pending')")
                cut = self.browser.run("""return [...document.querySelectorAll('.chart svg text')].filter((text) => {
                    const [own, frame] = [text.getBoundingClientRect(), text.ownerSVGElement.getBoundingClientRect()];
                    return own.width && (own.left < frame.left - 1 || own.right > frame.right + 1);
                }).map((text) => text.textContent);""")
                self.assertEqual(cut, [], (view, width))

    def test_on_a_phone_no_picture_is_set_in_tiny_type(self):
        for view in ["lenses", "audit", "compare?c=NOR.DNK", "time?c=KEN"]:
            self.go(view, 390)
            self.browser.wait("return !document.querySelector('.pending')")
            small = self.browser.run("return [...document.querySelectorAll('.chart svg text')].filter(one => one.getBoundingClientRect().height < 11).map(one => one.textContent)")
            self.assertEqual(small, [], view)
