"""Small made-up indices, one a method that a workbook expresses: gaps, ties, parts of parts, a country without rank."""

from pathlib import Path

COUNTRIES = ["AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG"]

CATALOGUE = """id,dimension,name,unit,worst,best,transform,reference
alpha,one/left,"=HYPERLINK(""x"")",points,0,10,none,made
beta,one/left,Beta,points,100,1,log,made
gamma,one/right,Gamma,points,0,9,sqrt,made
delta,one,Delta,points,5,0,none,made
epsilon,two,Epsilon,points,0,20,log1p,made
zeta,two,Zeta,points,0,1,none,made
eta,three,Eta,points,1,50,none,made
"""

# Gaps; GGG has too few dimensions; AAA and BBB tie in some; values beyond goalposts.
FIGURES = {
    "alpha": [3, 3, 12, 0, None, 7, 5],
    "beta": [2, 2, 50, 100, 7, None, 9],
    "gamma": [4, 4, 1, None, 9, 2, None],
    "delta": [1, 1, 2, 5, 0, None, None],
    "epsilon": [5, 8, 0, 19, None, 3, None],
    "zeta": [0.5, 0.25, 1, 0, 0.75, 0.1, None],
    "eta": [10, 20, 50, 1, 30, 30, None],
}

BASE = """title = "Made: {name}"
carry_forward = 5
indicator_share = 0.5
dimensions_required = 2
{rules}
[aggregation]
indicators = "{indicators}"
dimensions = "{dimensions}"
floor = 1.0
{aggregation}
[weights]
one = 2.0
two = 1.0
three = 1.0
"one/left" = 3.0
"one/right" = 1.5
[indicator_weights]
zeta = 2.0
"""

# What each lens says beside: normalisation and other rules, how indicators and dimensions are joined.
LENSES = {
    "arithmetic": dict(indicators="arithmetic", dimensions="arithmetic"),
    "geometric": dict(indicators="geometric", dimensions="geometric", rules="coverage_required = 0.6"),
    "harmonic": dict(indicators="harmonic", dimensions="harmonic"),
    "power": dict(indicators="power", dimensions="power", aggregation="power = 0.5"),
    "power-above": dict(indicators="power", dimensions="power", aggregation="power = 2.0"),
    "minimum": dict(indicators="arithmetic", dimensions="minimum", aggregation='"one/left" = "minimum"'),
    "product": dict(indicators="product", dimensions="product"),
    "penalised": dict(indicators="mazziotta_pareto", dimensions="mazziotta_pareto"),
    "ratio": dict(indicators="arithmetic", dimensions="geometric", aggregation='"one/left" = "ratio"\ntwo = "ratio"\n[nodes]\n'
                  '"one/left" = { denominator = "alpha" }\ntwo = { denominator = "zeta" }'),
    "minmax": dict(indicators="arithmetic", dimensions="geometric", rules='normalisation = "minmax"'),
    "zscore": dict(indicators="arithmetic", dimensions="arithmetic", rules='normalisation = "zscore"'),
    "zscore-penalised": dict(indicators="mazziotta_pareto", dimensions="product",
                             rules='normalisation = "zscore"'),
    "rank": dict(indicators="arithmetic", dimensions="arithmetic", rules='normalisation = "rank"'),
    "percentile": dict(indicators="geometric", dimensions="arithmetic", rules='normalisation = "percentile"'),
    "estimated": dict(indicators="arithmetic", dimensions="geometric",
                      rules='impute = "region_median"\nimputed_limit = 0.3'),
}


def write(folder):
    """Writes the folder of figures and all lenses; returns the names of the lenses."""
    data, weights = folder / "Data", folder / "Weights"
    weights.mkdir(parents=True)
    data.mkdir()
    data.joinpath("countries.csv").write_text(
        "iso3,name,region\n" + "".join("%s,Land %s,Here\n" % (code, code) for code in COUNTRIES), encoding="utf-8")
    data.joinpath("indicators.csv").write_text(CATALOGUE, encoding="utf-8")
    for line in CATALOGUE.splitlines()[1:]:
        name, dimension = line.split(",")[:2]
        file = data / dimension.split("/")[0] / (name + ".csv")
        file.parent.mkdir(exist_ok=True)
        text = "iso3,year,value\n"
        for place, (code, value) in enumerate(zip(COUNTRIES, FIGURES[name])):
            if value is not None:
                text += "%s,%d,%s\n" % (code, 2020 - (place % 3 == 2), value)
        file.write_text(text, encoding="utf-8")
    for name, rules in LENSES.items():
        filled = {"rules": "", "aggregation": "", **rules, "name": name}
        (weights / (name + ".toml")).write_text(BASE.format(**filled), encoding="utf-8")
    return list(LENSES)
