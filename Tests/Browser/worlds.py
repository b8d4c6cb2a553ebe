"""Pages of made-up worlds."""

import csv
import random
import subprocess
import unittest
from pathlib import Path

from browser import Browser
from made import HSI, SCRATCH


class Worlds(unittest.TestCase):
    """Pages of made-up worlds: small, wide, and called by hostile names."""

    def world(self, name, countries, dimensions, years=(2020,), index=""):
        folder = Path(SCRATCH.name) / name
        draw = random.Random(1)
        (folder / "Data/x").mkdir(parents=True)
        (folder / "Weights").mkdir()
        with open(folder / "Data/countries.csv", "w", encoding="utf-8", newline="") as file:
            rows = [["iso3", "iso2", "m49", "name", "un_member", "region", "subregion", "income_group", "aliases"]]
            csv.writer(file).writerows(rows + [[code, "", "", name, "true", "", "", "", ""] for code, name in countries.items()])
        lines = ["id,dimension,name,worst,best,licence,files"]
        for place in range(dimensions):
            lines.append(f"i{place},d{place},Name {place},0,100,CC0 1.0,x/i{place}.csv")
            figures = [f"{code},{year},{draw.randint(0, 100)}" for code in countries for year in years]
            (folder / f"Data/x/i{place}.csv").write_text("\n".join(["iso3,year,value", *figures, ""]), encoding="utf-8")
        (folder / "Data/indicators.csv").write_text("\n".join([*lines, ""]), encoding="utf-8")
        weights = "".join(f"d{place} = 1\n" for place in range(dimensions))
        (folder / "Weights/undp-1994.toml").write_text(f"dimensions_required = 1\n{index}[weights]\n{weights}", encoding="utf-8")
        subprocess.run([HSI, "report", "--data", str(folder / "Data")], check=True, capture_output=True)
        return (folder / "Reports/index.html").as_uri()

    def test_every_view_of_every_world_works_on_a_phone(self):
        code = lambda place: "".join(chr(65 + place // 26**power % 26) for power in (2, 1, 0))
        worlds = {
            "one": ({"AAA": "Land"}, 1), "two": ({"AAA": "Land", "AAB": "Island"}, 2),
            "wide": ({code(place): f"Land {place}" for place in range(40)}, 40, (2019, 2020)),
            "hostile": ({"AAA": "</script><img src=x onerror=alert(1)>", "AAB": "x" * 5000, "AAC": "=cmd()|<b>"}, 2),
        }
        views = ["index", "country?c=AAA", "compare?c=AAA.AAB", "whatif", "time?c=AAA", "explore", "lenses", "audit",
                 "indicators", "indicator?measure=i0", "about", "nonsense?weights=9~x&year=abc", "country?c=ZZZ", "index?text=%E0%A4%A"]
        with Browser(390, 900) as browser:
            browser.devtools("Emulation.setDeviceMetricsOverride", width=390, height=900, deviceScaleFactor=1, mobile=True)
            for name, world in worlds.items():
                address = self.world(name, *world)
                for view in views:
                    browser.open("about:blank")
                    browser.open(f"{address}#{view}")
                    seen, text = browser.run("return [document.documentElement.scrollWidth, document.body.innerText]")
                    self.assertLessEqual(seen, 390, f"{name} {view}")
                    self.assertNotIn("uman security", text)
            self.assertEqual([entry["message"] for entry in browser.log("browser")], [])

    def test_an_index_of_districts_speaks_of_districts(self):
        """Its words, bands and colours are its own, and nothing calls a district a country."""
        table = ('[index]\nname = "Health index"\nunit = "district"\nunits = "districts"\nmost = "healthiest {year} $&"\nleast = "least healthy"\n'
                 'bands = [50]\ncolours = ["#aa0000", "#00aa00"]\npublisher = "Ministry"\n')
        address = self.world("districts", {"AAA": "Up", "AAB": "Down", "AAC": "Far"}, 2, index=table)
        with Browser() as browser:
            browser.open(f"{address}#index")
            text = browser.run("return document.querySelector('#front').innerText + document.querySelector('header').innerText")
            self.assertIn("is the healthiest {year} $& of 3 ranked districts", text)
            self.assertIn("DISTRICTS RANKED" if "DISTRICTS" in text else "Districts ranked", text)
            self.assertNotIn("ountr", text)
            self.assertIn("HEALTH INDEX", text.upper())
            colours = set(browser.run("return [...document.querySelectorAll('#rank .s0, #rank .s6')].map(one => getComputedStyle(one).backgroundColor)"))
            self.assertEqual(colours, {"rgb(170, 0, 0)", "rgb(0, 170, 0)"})
            for view in ["whatif", "compare?c=AAA.AAB", "country?c=AAA", "audit"]:
                browser.open(f"{address}#{view}")
                self.assertNotIn("ountr", browser.run("return document.querySelector('#app').innerText"), view)
            browser.open(f"{address}#explore")
            self.assertIn("Ministry, Health index, undp-1994, 2020", browser.run("return document.querySelector('#app').textContent"))
