"""Holds the texts of the page's interface against their table of translations.

interface_texts.py [--all]

Every text that the script of the page shows stands in Sources/Reporting/Page/Languages/texts.csv, in six languages, with
the same placeholders in each; every row of the table is shown somewhere. Names of dimensions, regions and income groups
come from Data/. With --all the texts are printed, one a line, and nothing
else.
"""

import csv
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "Sources/Reporting/Page/Languages/texts.csv"
LITERAL = re.compile(r"\b(?:say|sayWith|term)\(\s*'((?:[^'\\]|\\.)*)'")
# What Swift writes into the page's data and the script says by the value.
WORDS = ["high", "medium", "low", "logarithm", "logarithm of 1 + x", "square root", "most secure", "least secure"]
LANGUAGES = ["en", "fr", "es", "ar", "ru", "zh"]


def titled(name):
    text = name.rsplit("/", 1)[-1].replace("-", " ")
    return text[:1].upper() + text[1:]


def shown():
    """The texts of the script, in order, then names from Data/ that the page translates."""
    texts = []
    for path in sorted((ROOT / "Sources/Reporting/Page/App").glob("*.js")):
        texts += [re.sub(r"\\(.)", r"\1", text) for text in LITERAL.findall(path.read_text(encoding="utf-8"))]
    with open(ROOT / "Data/indicators.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            parts = row["dimension"].split("/") if row["dimension"] else []
            texts += [titled(part) for part in parts]
    with open(ROOT / "Data/countries.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            texts += [row[column] for column in ("region", "subregion", "income_group") if row[column]]
    return list(dict.fromkeys(texts + WORDS))


def main():
    with open(TABLE, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    table = {row["en"]: row for row in rows}
    texts = shown()
    if "--all" in sys.argv:
        return print("\n".join(texts))
    missing = [text for text in texts if text not in table]
    faults = [f"no row for: {text}" for text in missing]
    faults += [f"nobody shows: {row['en']}" for row in rows if row["en"] not in texts]
    faults += [f"stands twice: {text}" for text in table if sum(row["en"] == text for row in rows) > 1]
    for row in rows:
        wanted = sorted(re.findall(r"\{\w+\}", row["en"]))
        for language in LANGUAGES:
            if not row[language].strip():
                faults.append(f"no {language} of: {row['en']}")
            elif sorted(set(re.findall(r"\{\w+\}", row[language]))) != sorted(set(wanted)):
                faults.append(f"other placeholders in {language} of: {row['en']}")
    for fault in faults:
        print(fault, file=sys.stderr)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
