"""Indices and lenses made at random, from a seed: small numbers, so that ties, floors and limits are met often."""

import random

from worlds import World, lens

CODES = ["%s%s%s" % (a, b, c) for a in "ABCD" for b in "ABCD" for c in "AB"]
NORMALISATIONS = ["goalposts", "goalposts", "minmax", "zscore", "rank", "percentile"]
AGGREGATIONS = ["arithmetic", "arithmetic", "geometric", "harmonic", "power", "minimum", "product", "mazziotta_pareto"]
IMPUTATIONS = ["none", "none", "none", "region_median", "region_mean", "income_median", "income_mean", "world_mean", "components"]


def indicator(draw, name, paths, others):
    own = {"id": name, "dimension": draw.choice(paths), "transform": draw.choice(["none", "none", "none", "log", "log1p", "sqrt"])}
    ends = draw.sample([1, 2, 5, 10, 20] if own["transform"] == "log" else [0, 1, 2, 5, 10, 20], 2)
    own["worst"], own["best"] = ends
    kind = draw.random()
    if kind < 0.15:
        own["denominator"], own["per"] = ";".join(draw.sample(others, draw.choice([1, 1, 2]))), draw.choice([1, 10, 100])
    elif kind < 0.22:
        own["times"] = draw.choice(others)
    elif kind < 0.28:
        own["per"] = draw.choice([0.1, 3])
    course = draw.random()
    if course < 0.15:
        own["mean_over"] = draw.choice([1, 2, 3, 4, 5])
    elif course < 0.25 and own["transform"] == "none":
        own["change_over"] = draw.choice([1, 2, 3])
    elif course < 0.35:
        own.update(mean_over=draw.choice([2, 3, 5]), people=others[0], prior=draw.choice([1, 5]), prior_people=draw.choice([0.5, 10]))
        if draw.random() < 0.6:
            own["enough_people"] = draw.choice([5, 20])
    return own


def world(number, seed):
    """A world with eight lenses."""
    draw = random.Random(seed * 1000 + number)
    codes = CODES[:draw.choice([1, 2, 3, 5, 8, 12, 16, 28])]
    countries = [dict(iso3=code, region=draw.choice(["North", "South", "South", ""]), income_group=draw.choice(["low", "high", ""]),
                      un_member=draw.choice(["true", "true", "false"]), un_observer="false") for code in codes]
    countries[0].update(un_member="true", region="North")
    dimensions = ["food", "health", "money", "peace"][:draw.choice([1, 2, 3, 4])]
    paths = [path for dimension in dimensions for path in [dimension, dimension + "/near", dimension + "/far", dimension + "/far/off"]]
    others = ["people", "money-made"]
    names = ["item-%s" % letter for letter in "abcdefghij"[:draw.choice([2, 4, 6, 8, 10])]]
    indicators = [indicator(draw, name, paths, others) for name in names]
    # Each dimension has one indicator at least: lenses name all of them.
    for place, dimension in enumerate(dimensions[:len(indicators)]):
        indicators[place]["dimension"] = draw.choice([path for path in paths if path.split("/")[0] == dimension])
    figures = {}
    for own in indicators + [{"id": other, "transform": "sqrt", "whole": True} for other in others]:
        least = 1 if own["transform"] == "log" else 0
        pool = {"fine": [0.1, 0.2, 0.3, 0.7, 1.1], "zero": [0, 0, 0, 1], "few": [1, 2, 5], "many": list(range(13)) + [25, 40]}[
            draw.choice(["fine", "zero", "few", "many", "many"])]
        signs = [1, 1, 1, -1] if own["transform"] == "none" and not own.get("denominator") else [1]
        there = draw.choice([0.3, 0.6, 0.9])
        pool = list(range(13)) if own.get("whole") else pool
        figures[own["id"]] = {(code, year): float(max(least, value)) if signs == [1] else float(value * draw.choice(signs))
                              for code in codes for year in range(2010, 2022) if draw.random() < there
                              for value in [draw.choice(pool)]}
    figures[names[0]].setdefault((codes[0], 2020), 1.0)
    catalogue = [{**own} for own in indicators] + [{"id": other} for other in others]
    used = sorted({own["dimension"].split("/")[0] for own in indicators})
    nodes = sorted({"/".join(own["dimension"].split("/")[:depth + 1]) for own in indicators for depth in range(own["dimension"].count("/") + 1)})
    lenses = {"lens-%d" % place: made_lens(draw, used, nodes, names) for place in range(8)}
    return World("random-%d" % number, catalogue, figures, lenses, countries)


def made_lens(draw, dimensions, nodes, names):
    normalisation = draw.choice(NORMALISATIONS)
    impute = draw.choice(IMPUTATIONS[:-1] if normalisation != "goalposts" else IMPUTATIONS)
    rules = ['normalisation = "%s"' % normalisation, 'impute = "%s"' % impute, "carry_forward = %d" % draw.choice([0, 1, 2, 5, 10]),
             "indicator_share = %s" % draw.choice(["0.1", "0.25", "0.5", "0.5", "0.6666666666666667", "1.0"]),
             "imputed_limit = %s" % draw.choice(["0.25", "0.5", "1.0"]), "coverage_required = %s" % draw.choice(["0.0", "0.0", "0.25", "0.5", "0.75"]),
             "dimensions_required = %d" % draw.randint(1, len(dimensions)), 'scope = "%s"' % draw.choice(["all", "all", "un-members"])]
    weights = ["[weights]"] + ["%s = %s" % (name, draw.choice([1.0, 1.0, 2.0, 0.3])) for name in dimensions]
    weights += ['"%s" = %s' % (name, draw.choice([1.0, 3.0, 0.7])) for name in nodes if "/" in name and draw.random() < 0.3]
    aggregation = "floor = %s\npower = %s\n" % (draw.choice([1.0, 0.001, 5.0]), draw.choice([0.5, 2.0, -1.0, -3.0, 3.0]))
    for name in nodes:
        if draw.random() < 0.25:
            aggregation += '"%s" = "%s"\n' % (name, draw.choice(AGGREGATIONS))
    more = "[indicator_weights]\n" + "".join("%s = %s\n" % (name, draw.choice([2.0, 0.1, 0.2])) for name in names if draw.random() < 0.3)
    if draw.random() < 0.3:
        more += "[caps]\n%s = { least = 1.5, most = 4.0 }\n" % draw.choice(names)
    if draw.random() < 0.3:
        more += "[nodes]\nindicators = { turned = %s }\n" % draw.choice(["true", "false"])
        more += '"%s" = { %s }\n' % (draw.choice(nodes), draw.choice(["decimals = 1", "share = 0.75", "decimals = 0, share = 0.2", "poor_from = 0.5"]))
    if normalisation != "goalposts":
        rules.append('normalise_within = "%s"' % draw.choice(["world", "world", "region", "income"]))
    if draw.random() < 0.2:
        more += "[cutoffs]\n%s = { %s = %s }\n" % (
            draw.choice(names), draw.choice(["secure_from", "deprived_from"]), draw.choice([1, 2.0, 5]))
    return lens("\n".join(rules), draw.choice(AGGREGATIONS), draw.choice(AGGREGATIONS), aggregation, "\n".join(weights), more)
