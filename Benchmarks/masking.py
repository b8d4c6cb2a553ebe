"""Masks complete countries as sparse ones are, and prints how far their scores and ranks move.

masking.py [HSI] [LENS] [ROUNDS]

A country is complete where its own figures carry 97 % of the weight of the lens, and sparse where they carry 65 to 85 %.
In each round every complete country in turn of a random twelfth loses the figures of all indicators that a sparse
country, drawn at random, lacks; all are scored anew under three rules: the lens's own, with what is lacking estimated
(`components`), renormalised (`none`), or filled with the median of the region. Printed are the mean shift of the score,
its standard deviation, and the mean distance of ranks, over all masked countries and rounds, with their standard errors;
then how often the rank with all figures lies within the 90 % rank interval of the masked country, and the median width
of that. That interval holds weights and all other judgements too, which masking does not vary. So for `components` there
are two that count the errors of figures and estimates alone: the ranks at 1.645 standard errors of the score to either
side (90 %), and the marginal confidence set (95 %).
"""

import csv
import io
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HSI = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / ".build/release/hsi")
LENS = sys.argv[2] if len(sys.argv) > 2 else "undp-1994"
ROUNDS = int(sys.argv[3]) if len(sys.argv) > 3 else 30
RULES = ["components", "none", "region_median"]


def table(data, lens, *options):
    command = [HSI, "score", "--data", str(data), "--lens", str(lens), "--format", "csv", *options]
    return list(csv.DictReader(io.StringIO(subprocess.run(command, check=True, capture_output=True, text=True).stdout)))


def confidence(data, lens):
    command = [HSI, "audit", "--data", str(data), "--lens", str(lens), "--table", "confidence-sets", "--samples", "400"]
    run = subprocess.run([*command, "--format", "csv"], check=True, capture_output=True, text=True)
    return {row["iso3"]: row for row in csv.DictReader(io.StringIO(run.stdout))}


def ranks_at(found, code, deviations):
    """The ranks a country would have with its score so many standard errors higher and lower, the others as they are."""
    score, reach = float(found[code]["score"]), deviations * float(found[code]["score_se"])
    others = [float(row["score"]) for own, row in found.items() if own != code]
    return [1 + sum(other > score + shift for other in others) for shift in (reach, -reach)]


def share(hits):
    """A share in per cent with its standard error."""
    mean = statistics.mean(hits)
    return f"{100 * mean:.1f} % (se {100 * (mean * (1 - mean) / len(hits)) ** 0.5:.1f})"


def files():
    with open(ROOT / "Data/indicators.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = {}
    for row in rows:
        named = [part.split("#")[0].strip() for part in row["files"].split(";") if part.strip() not in ("", "?")]
        found[row["id"]] = named or [f"{row['dimension'].split('/')[0]}/{row['id']}.csv"]
    return found


def mask(folder, lost):
    """Takes the figures of countries out of files: `lost` has the countries of each file."""
    for path, codes in lost.items():
        lines = (ROOT / "Data" / path).read_text(encoding="utf-8").splitlines(keepends=True)
        (folder / path).write_text("".join(line for line in lines if line[:3] not in codes), encoding="utf-8")


def main():
    lens_text = (ROOT / f"Weights/{LENS}.toml").read_text(encoding="utf-8")
    scores = {row["iso3"]: row for row in table(ROOT / "Data", ROOT / f"Weights/{LENS}.toml")}
    cells = table(ROOT / "Data", ROOT / f"Weights/{LENS}.toml", "--level", "indicator")
    lacking = {}
    for cell in cells:
        if cell["status"] not in ("observed", "carried") and float(cell["weight"] or 0) > 0:
            lacking.setdefault(cell["iso3"], set()).add(cell["indicator"])
    coverage = {code: float(row["coverage"]) for code, row in scores.items() if row["rank"]}
    complete = sorted(code for code, share in coverage.items() if share >= 0.97)
    sparse = sorted(code for code, share in coverage.items() if 0.65 <= share <= 0.85)
    print(f"{len(complete)} complete and {len(sparse)} sparse countries, {ROUNDS} rounds, {LENS}")
    named, shifts, moves = files(), {rule: [] for rule in RULES}, {rule: [] for rule in RULES}
    inside, widths, sets, errors = {rule: [] for rule in RULES}, {rule: [] for rule in RULES}, [], []
    rng = random.Random(1)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "Data"
        shutil.copytree(ROOT / "Data", folder)
        lenses = {rule: Path(scratch) / f"{rule}.toml" for rule in RULES}
        for rule, path in lenses.items():
            text = re.sub(r'impute = "[a-z_]+"', f'impute = "{rule}"', lens_text)
            text = re.sub(r"(coverage_required|imputed_limit) = [0-9.]+\n", "", text)
            # Keys of no table stand before the first one.
            path.write_text(re.sub(r"^\[", "imputed_limit = 1.0\n\n[", text, count=1, flags=re.M), encoding="utf-8")
        truth = {rule: {row["iso3"]: row for row in table(ROOT / "Data", lenses[rule])} for rule in RULES}
        for _ in range(ROUNDS):
            masked = rng.sample(complete, max(1, len(complete) // 12))
            lost = {}
            for code in masked:
                for indicator in lacking[rng.choice(sparse)]:
                    for path in named[indicator]:
                        lost.setdefault(path, set()).add(code)
            mask(folder, lost)
            for rule in RULES:
                after = {row["iso3"]: row for row in table(folder, lenses[rule])}
                for code in masked:
                    if after[code]["rank"]:
                        shifts[rule].append(float(after[code]["score"]) - float(truth[rule][code]["score"]))
                        rank, low, high = (int(after[code][key]) for key in ["rank", "rank_p05", "rank_p95"])
                        true = int(truth[rule][code]["rank"])
                        moves[rule].append(abs(rank - true))
                        inside[rule].append(low <= true <= high)
                        widths[rule].append(high - low)
            found = confidence(folder, lenses["components"])
            for code in masked:
                if code in found:
                    own, true = found[code], int(truth["components"][code]["rank"])
                    low, high = ranks_at(found, code, 1.645)
                    errors.append((low <= true <= high, high - low))
                    sets.append((int(own["marginal_low"]) <= true <= int(own["marginal_high"]), int(own["marginal_high"]) - int(own["marginal_low"])))
            mask(folder, {path: set() for path in lost})
    print(f"{'rule':14} {'countries':>9} {'mean shift':>16} {'spread':>7} {'mean distance of ranks':>23}")
    for rule in RULES:
        error = statistics.stdev(shifts[rule]) / len(shifts[rule]) ** 0.5
        spread = statistics.stdev(moves[rule]) / len(moves[rule]) ** 0.5
        print(f"{rule:14} {len(shifts[rule]):9} {statistics.mean(shifts[rule]):7.2f} (se {error:.2f}) "
              f"{statistics.stdev(shifts[rule]):7.2f} {statistics.mean(moves[rule]):11.1f} (se {spread:.1f})")
    print("the rank with all figures within the 90 % rank interval, median width")
    for rule in RULES:
        print(f"{rule:14} {share(inside[rule])}, {statistics.median(widths[rule]):.0f}")
    print("the same within the ranks at 1.645 standard errors of the score (90 %)")
    print(f"{'components':14} {share([hit for hit, _ in errors])}, {statistics.median(width for _, width in errors):.0f}")
    print("the same within the marginal confidence set (95 %)")
    print(f"{'components':14} {share([hit for hit, _ in sets])}, {statistics.median(width for _, width in sets):.0f}")


if __name__ == "__main__":
    main()
