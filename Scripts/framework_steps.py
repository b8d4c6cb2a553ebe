"""Replaces the first framework by the present one, change after change, and prints what each does to ranks in 2023.

framework_steps.py HSI DATA [FORMER]

HSI is the program. DATA is a copy of Data/ into which the restricted figures that the first framework weighed have been
brought; without them their changes show as none. FORMER has the figures of then that were revised since
(those of REVISED); without it these changes show as none. Ranks are those among the
countries that both the step and the one before rank.
"""

import csv
import io
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FIRST = ROOT / "Examples/undp-1994-v1"
REVISED = [
    ("community", "displaced-persons"), ("community", "communal-violence"), ("health", "maternal-mortality"),
    ("personal", "conflict-deaths"),
]
# What rows said when they were taken in, where a later step changed it.
THEN = {
    "homicide-rate": {"mean_over": "", "people": "", "prior": "", "prior_people": "", "enough_people": ""},
    "forest-cover": {"worst": "-25", "best": "5"},
}


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


class Framework:
    """A catalogue and a lens on their way from the first framework to the present one."""

    def __init__(self, hsi, data, former, folder):
        self.hsi, self.folder = hsi, folder
        self.data = folder / "Data"
        shutil.copytree(data, self.data)
        for place, name in REVISED:
            if former and (former / f"{name}.csv").exists():
                shutil.copy(former / f"{name}.csv", self.data / place / f"{name}.csv")
        first, self.present = read(FIRST / "indicators.csv"), read(ROOT / "Data/indicators.csv")
        self.columns = list(next(iter(self.present.values())))
        self.rows = {}
        for name, row in self.present.items():
            own = dict.fromkeys(self.columns, "") | first.get(name, row)
            if name in first:
                if own["files"].strip() in ("", "?") and own["dimension"] and (self.data / self.path(name)).exists():
                    own["files"] = self.path(name)
            elif row["dimension"] and not row["dimension"].startswith("state"):
                if not (self.data / self.path(name)).exists():
                    continue
                own |= {"files": self.path(name), "dimension": ""}
            self.rows[name] = own
        self.lens = (FIRST / "Weights/undp-1994-v1.toml").read_text(encoding="utf-8")

    def path(self, name):
        row = self.present[name]
        return row["files"].replace("?", "").strip() or f"{row['dimension'].split('/')[0]}/{name}.csv"

    def add(self, *names):
        """Takes rows as they were when they were taken in."""
        for name in names:
            self.rows[name] = self.present[name] | {"files": self.path(name)} | THEN.get(name, {})

    def renew(self, name):
        """Takes a row as it is at present."""
        self.rows[name] = self.present[name] | {"files": self.path(name)}

    def drop(self, *names):
        for name in names:
            self.rows[name] |= {"files": self.rows[name]["files"] or self.path(name), "dimension": ""}

    def revise(self, path):
        shutil.copy(ROOT / "Data" / path, self.data / path)

    def judge(self, old, new):
        if old not in self.lens:
            sys.exit(f"the lens has no {old!r}")
        self.lens = self.lens.replace(old, new, 1)

    def scores(self):
        with open(self.data / "indicators.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, self.columns, lineterminator="\n", extrasaction="ignore")
            writer.writeheader()
            writer.writerows(self.rows.values())
        (self.folder / "lens.toml").write_text(self.lens, encoding="utf-8")
        return scores(self.hsi, self.data, self.folder / "lens.toml")


def scores(hsi, data, lens):
    command = [hsi, "score", "--data", str(data), "--lens", str(lens), "--year", "2023", "--format", "csv"]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode:
        sys.exit(run.stderr)
    return {row["iso3"]: float(row["score"]) for row in csv.DictReader(io.StringIO(run.stdout)) if row["rank"]}


def ranks(of, common):
    return {code: place + 1 for place, code in enumerate(sorted(common, key=lambda code: -of[code]))}


def spearman(one, other):
    common = [code for code in one if code in other]
    first, second, count = ranks(one, common), ranks(other, common), len(common)
    return 1 - 6 * sum((first[code] - second[code]) ** 2 for code in common) / (count * (count**2 - 1))


STEPS = [
    ("economic: social protection in", lambda f: f.add("social-protection")),
    ("economic: consumer prices for the deflator",
     lambda f: (f.drop("inflation-gdp-deflator"), f.add("consumer-price-inflation"))),
    ("economic: unemployment out", lambda f: f.drop("unemployment")),
    ("food: the healthy diet in", lambda f: f.add("healthy-diet-unaffordable")),
    ("food: stunting and wasting in, beside underweight",
     lambda f: f.add("child-underweight", "child-stunting", "child-wasting")),
    ("food: protein out", lambda f: f.drop("protein-supply")),
    ("health: coverage of services in", lambda f: f.add("health-service-coverage")),
    ("health: tuberculosis out (restricted)", lambda f: f.drop("tuberculosis-deaths")),
    ("health: goalposts of life expectancy and immunisation", lambda f: f.add("life-expectancy", "dtp3-immunisation")),
    ("health: maternal mortality without its copied years", lambda f: f.revise("health/maternal-mortality.csv")),
    ("water and sanitation from environmental to health", lambda f: f.add("basic-drinking-water", "basic-sanitation")),
    ("environmental: water stress for renewable water", lambda f: (f.drop("renewable-water"), f.add("water-stress"))),
    ("environmental: disasters out (restricted)", lambda f: f.drop("disaster-deaths", "disaster-affected")),
    ("environmental: climate vulnerability in; components of air and land",
     lambda f: f.add("climate-vulnerability", "fine-particle-exposure", "forest-cover")),
    ("personal: suicide and road deaths out (restricted)", lambda f: f.drop("suicide-rate", "road-deaths")),
    ("personal: physical integrity for the terror scale",
     lambda f: (f.drop("political-terror"), f.add("physical-integrity"))),
    ("personal: a component for each threat", lambda f: f.add("homicide-rate", "conflict-deaths", "partner-violence")),
    ("personal: war the worse of one year and five",
     lambda f: (f.add("conflict-deaths-of-the-year"),
                f.judge("floor = 1.0\n", 'floor = 1.0\n"personal/war" = "minimum"\n'))),
    ("personal: threats joined by a geometric mean",
     lambda f: f.judge('"personal/war"', 'personal = "geometric"\n"personal/war"')),
    ("community: women's empowerment and equality of groups for four other series",
     lambda f: (f.drop("social-group-equality", "freedom-of-religion", "gender-inequality"),
                f.add("womens-political-empowerment", "equality-of-social-groups"))),
    ("community: identity documents out", lambda f: f.drop("legal-identity")),
    ("community: the displaced of Palestine counted", lambda f: f.revise("community/displaced-persons.csv")),
    ("political: political civil liberties in", lambda f: f.add("political-civil-liberties")),
    ("political: corruption out", lambda f: f.drop("control-of-corruption")),
    ("political: arms against schools and health for the military burden",
     lambda f: (f.drop("military-expenditure"), f.add("arms-over-people"))),
    ("political: rights four fifths",
     lambda f: f.judge("state = 0.0", '"political/rights" = 4.0\n"political/priorities" = 1.0\nstate = 0.0')),
    ("health: what care costs the sick a component of its own", lambda f: f.renew("out-of-pocket-health-spending")),
    ("environmental: goalposts of forest cover", lambda f: f.renew("forest-cover")),
    ("personal: homicide of few people over five years, drawn towards the mean", lambda f: f.renew("homicide-rate")),
    ("war and clashes between groups counted apart",
     lambda f: (f.revise("personal/conflict-deaths.csv"), f.revise("community/communal-violence.csv"))),
    ("personal: war weighs twice",
     lambda f: f.judge('"political/priorities" = 1.0\n', '"political/priorities" = 1.0\n"personal/war" = 2.0\n')),
    ("missing parts estimated by regressions",
     lambda f: f.judge('impute = "none"', 'impute = "components"\nimputed_limit = 0.35')),
    ("65 % of the weight required", lambda f: f.judge("imputed_limit", "coverage_required = 0.65\nimputed_limit")),
    ("observer states ranked", lambda f: f.judge('scope = "un-members"', 'scope = "un"')),
]


def main():
    hsi, data = sys.argv[1], Path(sys.argv[2])
    former = Path(sys.argv[3]) if len(sys.argv) > 3 else None
    with tempfile.TemporaryDirectory() as scratch:
        framework = Framework(hsi, data, former, Path(scratch))
        first = last = framework.scores()
        print("| change | ρ with the first | mean places moved | furthest | ranked |\n| --- | ---: | ---: | --- | ---: |")
        for name, change in STEPS:
            change(framework)
            now = framework.scores()
            common = [code for code in last if code in now]
            before, after = ranks(last, common), ranks(now, common)
            moves = {code: abs(before[code] - after[code]) for code in common}
            most = max(common, key=lambda code: (moves[code], code))
            furthest = f"{most} {before[most]} to {after[most]}" if moves[most] else "–"
            mean = statistics.mean(moves.values())
            print(f"| {name} | {spearman(first, now):.3f} | {mean:.1f} | {furthest} | {len(now)} |", flush=True)
            last = now
        present = scores(hsi, ROOT / "Data", ROOT / "Weights/undp-1994.toml")
        gap = max(abs(present[code] - last.get(code, float("nan"))) for code in present)
        print(f"\ngreatest difference between the last step and the present framework: {gap}")


if __name__ == "__main__":
    main()
