"""What the page scores beside what the program scores."""

import random
import unittest
from pathlib import Path

from browser import Browser
from made import ROOT, SCRATCH, made, scores


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
