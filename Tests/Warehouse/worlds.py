"""Small made-up indices as folders: each of them breaks a statement that is wrong in one way."""

import math

YEAR = 2020
COLUMNS = ["id", "dimension", "name", "unit", "worst", "best", "transform", "times", "denominator", "per",
           "mean_over", "change_over", "people", "prior", "prior_people", "enough_people", "reference"]


class World:
    """Countries, a catalogue, figures and lenses.

    `figures` maps an indicator to {(country, year): value}; NaN stands in the table of figures alone, where it is to
    count as missing.
    """

    def __init__(self, name, indicators, figures, lenses, countries="AAA BBB CCC DDD EEE FFF"):
        self.name, self.indicators, self.figures, self.lenses = name, indicators, figures, lenses
        self.countries = [country if isinstance(country, dict) else {"iso3": country}
                          for country in (countries.split() if isinstance(countries, str) else countries)]

    def write(self, folder):
        data, weights = folder / "Data", folder / "Weights"
        data.mkdir(parents=True)
        weights.mkdir()
        rows = ["iso3,name,region,income_group,un_member,un_observer"]
        for country in self.countries:
            code = country["iso3"]
            rows.append(",".join([code, "Land " + code, country.get("region", "Here"), country.get("income_group", ""),
                                  country.get("un_member", "true"), country.get("un_observer", "false")]))
        (data / "countries.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
        rows = [",".join(COLUMNS)]
        for indicator in self.indicators:
            own = {"name": indicator["id"], "unit": "points", "reference": "made", **indicator}
            rows.append(",".join(str(own.get(column, "")) for column in COLUMNS))
            file = data / own.get("dimension", "").split("/")[0] / (own["id"] + ".csv")
            file.parent.mkdir(exist_ok=True)
            text = "iso3,year,value\n"
            for (code, year), value in sorted(self.figures.get(own["id"], {}).items()):
                if math.isfinite(value):
                    text += "%s,%d,%r\n" % (code, year, value)
            file.write_text(text, encoding="utf-8")
        (data / "indicators.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
        for name, text in self.lenses.items():
            (weights / (name + ".toml")).write_text('title = "Made"\n' + text, encoding="utf-8")

    def long(self):
        return [(code, indicator, year, value) for indicator, series in self.figures.items()
                for (code, year), value in sorted(series.items())]

    def units(self):
        return [(country["iso3"], country.get("un_member", "true") == "true",
                 country.get("un_observer", "false") == "true", country.get("region", "Here") or None,
                 country.get("income_group", "") or None) for country in self.countries]


def at(values, year=YEAR, countries="AAA BBB CCC DDD EEE FFF"):
    """A value a country in one year; None for none."""
    return {(code, year): float(value) for code, value in zip(countries.split(), values) if value is not None}


def score(id, dimension, worst, best, **more):
    return {"id": id, "dimension": dimension, "worst": worst, "best": best, "transform": "none", **more}


def lens(rules="", indicators="arithmetic", dimensions="arithmetic", aggregation="", weights='weights = "equal"', more=""):
    return "%s\n%s\n[aggregation]\nindicators = \"%s\"\ndimensions = \"%s\"\n%s\n%s\n" % (
        rules, weights, indicators, dimensions, aggregation, more)


METHODS = {
    "goalposts": lens(), "minmax": lens('normalisation = "minmax"'), "zscore": lens('normalisation = "zscore"'),
    "rank": lens('normalisation = "rank"'), "percentile": lens('normalisation = "percentile"'),
}
JOININGS = {
    "geometric": lens(indicators="geometric", dimensions="geometric"),
    "geometric-low": lens(indicators="geometric", dimensions="geometric", aggregation="floor = 1e-6"),
    "harmonic": lens(indicators="harmonic", dimensions="harmonic", aggregation="floor = 2.5"),
    "power": lens(indicators="power", dimensions="power", aggregation="power = 0.5"),
    "power-above": lens(indicators="power", dimensions="power", aggregation="power = 3.0"),
    "power-below": lens(indicators="power", dimensions="power", aggregation="power = -2.0"),
    "minimum": lens(indicators="minimum", dimensions="minimum"),
    "product": lens(indicators="product", dimensions="product"),
    "penalised": lens(indicators="mazziotta_pareto", dimensions="mazziotta_pareto"),
    "penalised-zscore": lens('normalisation = "zscore"', "mazziotta_pareto", "mazziotta_pareto"),
    "power-zscore": lens('normalisation = "zscore"', "power", "power", "power = 2.0"),
    "product-zscore": lens('normalisation = "zscore"', "product", "harmonic"),
}

# In "ends": the floor is hit below the line, one part is missing, one is beyond the other.
RATIOS = {
    "ratio": lens('dimensions = ["one", "two"]', "geometric", "ratio", '"one/deep" = "ratio"\ntwo = "ratio"',
                  more='[nodes]\ndimensions = { denominator = "two" }\n"one/deep" = { denominator = "delta" }\n'
                  'two = { denominator = "epsilon", decimals = 2 }'),
    "ratio-first": lens('dimensions = ["one", "two"]\nnormalisation = "zscore"', "arithmetic", "ratio", 'two = "ratio"\nfloor = 1e-6',
                        more='[nodes]\ndimensions = { denominator = "one", turned = true }\ntwo = { denominator = "zeta" }'),
}

# In "ends": values at the cut-off itself, on either side of it, for either direction; half and a third lacking.
CUT = ("[cutoffs]\nalpha = { secure_from = 5 }\nbeta = { deprived_from = 50 }\ngamma = { deprived_from = 4 }\n"
       "delta = { secure_from = 3 }\nepsilon = { deprived_from = 2 }\n[caps]\nalpha = { most = 10 }\n[nodes]\n")
CUTOFFS = {
    "cutoffs": lens(more=CUT + "dimensions = { poor_from = 0.5 }"),
    "cutoffs-headcount": lens('normalisation = "zscore"', more=CUT + "dimensions = { poor_from = 0.3, headcount = true }"),
    "counted": lens(indicators="geometric", more='[nodes]\nindicators = { poor_from = 0.5, turned = true }\n'
                    'two = { poor_from = 0.25, decimals = 0 }'),
}


def worlds():
    many = "AAA BBB CCC DDD EEE FFF GGG HHH III JJJ"

    yield World(
        "ends",  # The floor is hit, values lie beyond goalposts, and what is missing is no 0.
        [score("alpha", "one", 0, 10), score("beta", "one", 100, 1, transform="log"),
         score("gamma", "one/deep", 0, 9, transform="sqrt"), score("delta", "one/deep", 20, 0, transform="log1p"),
         score("epsilon", "two", 5, 0), score("zeta", "two", -2.5, 2.5), score("eta", "three", 1, 50)],
        {"alpha": at([0, 12, 3, None, 5, 10]), "beta": at([2, 50, 100, 1, None, 300]), "gamma": at([4, 1, 0, 16, 9, None]),
         "delta": at([0, 20, 40, 3, 3, 1]), "epsilon": at([5, 2, 0, -1, None, 5]), "zeta": at([-3, 0, 2.5, None, 1, -2.5]),
         "eta": at([1, 1, 0, 50, 30, None])},
        {**METHODS, **JOININGS, **RATIOS, **CUTOFFS})

    yield World(
        "reference",  # Ratios to one unit: more and less is safer, one beyond all bounds.
        [score("a", "one", 0, 10), score("b", "one", 10, 1), score("c", "two", 0, 9, transform="sqrt")],
        {"a": at([1, 2, 4, 8, None, 1e9]), "b": at([1, 1e-9, 4, None, 5, 6]), "c": at([1, 16, 9, 3, 2, 1])},
        {"ratio": lens('normalisation = "ratio_to_reference"\nreference = "CCC"', dimensions="harmonic"),
         "ratio-product": lens('normalisation = "ratio_to_reference"\nreference = "CCC"', "product", "product")})

    base = [score("rate", "one", 100, 0, denominator="people", per=100),
            score("double", "one", 100, 0, denominator="people;others", per=10),
            score("times", "two", 0, 100, times="others"), score("per", "two", 0, 100, per=0.5),
            {"id": "people"}, {"id": "others"}]
    yield World(
        "denominators",  # 0; a sum that is 0; of an earlier year; exactly at the limit of age, and beyond.
        base,
        {"rate": at([1, 2, 3, 4, 5, 6, 7, 8], countries=many), "double": at([1, 2, 3, 4, 5, 6, 7, 8], countries=many),
         "times": at([1, 2, 3, 4, 5, 6, 7, 8], countries=many), "per": at([10, 20, 30, 40, 50, 60, 70, 80], countries=many),
         "people": {**at([10, 0, 20], countries=many), ("DDD", 2017): 30.0, ("EEE", 2016): 40.0, ("FFF", 2021): 50.0,
                    ("GGG", 2018): 0.0, ("GGG", 2017): 7.0, ("HHH", 2019): 8.0, ("HHH", 2018): 80.0},
         "others": {**at([5, 3, -20, 2], countries=many), ("EEE", 2017): 3.0, ("FFF", 2020): 4.0, ("HHH", 2020): 2.0}},
        {"three": lens("carry_forward = 3"), "none": lens("carry_forward = 0")}, many)

    yield World(
        "ages",  # A figure exactly as old as may be carried, one older, one of the next year.
        [score("alpha", "one", 0, 10), score("beta", "two", 0, 10), score("rate", "two", 0, 10, denominator="people"),
         {"id": "people"}],
        {"alpha": {("AAA", 2015): 1.0, ("BBB", 2014): 2.0, ("CCC", 2016): 3.0, ("CCC", 2018): 4.0, ("DDD", 2021): 5.0,
                   ("EEE", 2020): 6.0, ("FFF", 2015): 7.0, ("FFF", 2014): 1.0},
         "beta": at([1, 2, 3, 4, 5, 6]),
         # Where the latest figure cannot be divided, an earlier one that can counts.
         "rate": {("AAA", 2020): 8.0, ("AAA", 2018): 6.0, ("BBB", 2019): 9.0, ("CCC", 2020): 3.0},
         "people": {("AAA", 2020): 0.0, ("AAA", 2018): 2.0, ("BBB", 2015): 3.0, ("CCC", 2015): 1.0}},
        {"five": lens("carry_forward = 5\ndimensions_required = 1"),
         "age-below": lens("carry_forward = 4\ndimensions_required = 1")})
    yield World(
        "windows",  # Exactly half of the years, fewer, none; all zeros beside great numbers; changes from 0 and below.
        [score("mean", "one", 20, 0, mean_over=5), score("pair", "one", 20, 0, mean_over=2, transform="log1p"),
         score("change", "two", -50, 50, change_over=3), score("pooled", "three", 50, 0, mean_over=4, people="people",
                                                              prior=6, prior_people=10, enough_people=100),
         score("supposed", "three", 50, 0, mean_over=3, people="people", prior=2, prior_people=0.5), {"id": "people"}],
        {"mean": {("AAA", 2020): 1.0, ("AAA", 2019): 2.0, ("AAA", 2016): 6.0, ("BBB", 2020): 3.0, ("BBB", 2017): 1.0,
                  ("CCC", 2018): 4.0, ("CCC", 2017): 5.0, ("CCC", 2015): 9.0, ("CCC", 2013): 100.0,
                  **{("DDD", year): 0.0 for year in range(2016, 2021)}, ("DDD", 2015): 1e9 + 0.1, ("DDD", 2014): 0.7,
                  **{("EEE", year): 0.1 * (year - 2010) for year in range(2012, 2021)}, ("FFF", 2015): 3.0},
         "pair": {("AAA", 2019): 5.0, ("BBB", 2020): 0.0, ("BBB", 2019): 0.0, ("BBB", 2018): 1e16, ("CCC", 2020): 3.0,
                  ("DDD", 2020): 1.0, ("DDD", 2019): 2.0, ("EEE", 2020): 7.0, ("EEE", 2018): 9.0},
         "change": {("AAA", 2020): 5.0, ("AAA", 2017): 4.0, ("BBB", 2020): 5.0, ("BBB", 2017): 0.0, ("BBB", 2019): 6.0,
                    ("BBB", 2016): 4.0, ("CCC", 2020): 5.0, ("CCC", 2017): -5.0, ("DDD", 2020): 7.0, ("DDD", 2018): 6.0,
                    ("EEE", 2018): 3.0, ("EEE", 2015): 4.0, ("FFF", 2020): 3.0, ("FFF", 2017): 3.0},
         "pooled": {**{("AAA", year): 2.0 * (year - 2015) for year in range(2016, 2021)}, ("BBB", 2020): 9.0,
                    ("BBB", 2019): 1.0, **{("CCC", year): 4.0 + year - 2017 for year in range(2017, 2021)},
                    ("DDD", 2020): 3.0, ("DDD", 2018): 8.0, ("EEE", 2019): 40.0, ("FFF", 2020): 2.0, ("FFF", 2018): 5.0, ("FFF", 2016): 50.0},
         "supposed": at([1, 2, 3, 4, 5, None]),
         "people": {("AAA", 2014): 30.0, ("AAA", 2019): 45.0, ("AAA", 2020): 40.0, ("BBB", 2018): 150.0, ("CCC", 2016): 20.0,
                    ("CCC", 2019): 60.0, ("DDD", 2018): 50.0, ("DDD", 2020): 50.0, ("EEE", 2020): 10.0, ("EEE", 2017): 3.0,
                    ("FFF", 2020): 0.0, ("FFF", 2018): 5.0, ("FFF", 2016): 100.0}},
        {"two": lens("carry_forward = 2\ndimensions_required = 1"), "rank": lens('normalisation = "rank"\ndimensions_required = 1'),
         "four": lens("carry_forward = 4\ndimensions_required = 1\nindicator_share = 0.1")})

    shares = [score(name, "one", 0, 10) for name in ("a", "b", "c")] + [score(name, "two", 0, 10) for name in ("d", "e")] \
        + [score("f", "three", 0, 10), score("g", "three", 0, 10), score("h", "three", 0, 10)]
    figures = {"a": at([1, None, None, 1, 1, None]), "b": at([2, 2, None, None, 2, None]), "c": at([None, None, 3, None, 3, None]),
               "d": at([4, None, 4, 4, None, None]), "e": at([None, 5, 5, None, None, None]),
               "f": at([6, 6, None, 6, None, 1]), "g": at([7, None, 7, None, None, None]), "h": at([None, None, 8, None, 9, None])}
    weighed = "[weights]\none = 1.0\ntwo = 1.0\nthree = 1.0\n"
    own = "[indicator_weights]\na = 0.1\nb = 0.2\nc = 0.3\nf = 1.0\ng = 1.0\nh = 1.0\n"

    def sharing(rules, tail=own):
        return "%s\n[aggregation]\nindicators = \"arithmetic\"\ndimensions = \"geometric\"\n%s%s" % (rules, weighed, tail)
    yield World(
        "shares", shares, figures,  # Exactly half of a weight, and half but for rounding; other limits exactly met.
        {"half": sharing("indicator_share = 0.5\ndimensions_required = 2"),
         "third": sharing("indicator_share = 0.3333333333333333\ndimensions_required = 2"),
         "two-thirds": sharing("indicator_share = 0.6666666666666667\ndimensions_required = 1"),
         "zero": sharing("indicator_share = 0.0\ndimensions_required = 1"),
         "all": sharing("indicator_share = 1.0\ndimensions_required = 1"),
         "coverage": sharing("indicator_share = 0.3\ndimensions_required = 1\ncoverage_required = 0.5555555555555556"),
         "coverage-third": sharing("indicator_share = 0.3\ndimensions_required = 1\ncoverage_required = 0.3888888888888889"),
         "coverage-plain": sharing("indicator_share = 0.3\ndimensions_required = 1\ncoverage_required = 0.6111111111111112", ""),
         "decimal": sharing("indicator_share = 0.3\ndimensions_required = 1\ncoverage_required = 0.625", ""),
         "alone": sharing("indicator_share = 0.5\ndimensions_required = 1").replace(own, own + "[nodes]\n\"two\" = { share = 0.6 }\n"),
         "imputed": sharing('impute = "world_mean"\nimputed_limit = 0.5\ndimensions_required = 1', ""),
         "imputed-third": sharing('impute = "region_median"\nimputed_limit = 0.3333333333333333\ndimensions_required = 1', "")})

    yield World(
        "ties",  # Ties in values; means of equal parts, whatever is missing, tie; three parts whose order of adding matters.
        [score("a", "one", 0, 10), score("b", "one", 0, 10), score("c", "one", 10, 0), score("d", "two", 0, 10),
         score("e", "two", 0, 10), score("f", "two", 0, 10)],
        {"a": at([1, 1, 1, 3, 7, 0.3], countries=many) | {("GGG", 2020): 7.0, ("HHH", 2020): 7.0},
         "b": at([1, 1, None, 3, 7, 0.6], countries=many) | {("GGG", 2020): 7.0, ("III", 2020): 7.0},
         "c": at([9, None, 9, 7, 3, 9.1], countries=many) | {("GGG", 2020): 3.0, ("HHH", 2020): 3.0, ("III", 2020): 3.0},
         "d": at([1, 1, 1, 4, 7, 0.7], countries=many) | {("GGG", 2020): 7.0, ("HHH", 2020): 7.0, ("III", 2020): 7.0},
         "e": at([1, 1, 1, 4, 7, 0.1], countries=many) | {("GGG", 2020): 7.0, ("HHH", 2020): 7.0},
         "f": at([1, 1, 1, None, 7, 0.2], countries=many) | {("HHH", 2020): 7.0, ("III", 2020): 7.0}},
        {**METHODS, "geometric": JOININGS["geometric"], "harmonic": JOININGS["harmonic"], "power": JOININGS["power"],
         "sevenths": lens(indicators="arithmetic", weights="[weights]\none = 3.0\ntwo = 4.0",
                          more="[indicator_weights]\na = 1.0\nb = 1.0\nc = 5.0\nd = 0.7\ne = 0.1\nf = 0.2")}, many)

    # One value three times: the sum in the order of names is not the sum the other way round.
    parts = [0.7, 0.1, 0.3, 0.9, 0.6]
    yield World(
        "orders",  # Two units with the same sum, in one order alone.
        [score(name, "one", 0, 1) for name in "abcde"],
        {name: {(code, 2020): parts[(place + shift) % 5] for shift, code in enumerate(["AAA", "BBB", "CCC", "DDD", "EEE"])}
         for place, name in enumerate("abcde")},
        {"sum": lens(), "deviations": lens('normalisation = "zscore"')})

    yield World(
        "constants",  # No spread at all, of all units, of two, of one.
        [score("a", "one", 0, 10), score("b", "one", 10, 0), score("c", "two", 0, 10), score("d", "two", 10, 0)],
        {"a": at([4, 4, 4, None, 4, 4]), "b": at([0.1, 0.1, None, None, None, None]), "c": at([1, 2, 3, 4, 5, 6]),
         "d": {("FFF", 2020): 3.0}}, {**METHODS, "geometric": JOININGS["geometric"]})

    yield World(
        "alone",  # One unit.
        [score("a", "one", 0, 10), score("b", "one", 10, 0, transform="log1p"), score("c", "two", 0, 10)],
        {"a": {("AAA", 2020): 4.0}, "b": {("AAA", 2019): 3.0}, "c": {("AAA", 2020): 9.0}},
        {**METHODS, "product": JOININGS["product"]}, "AAA")

    yield World(
        "scopes",  # Members, observers, others; groups without a name, without a value.
        [score("a", "one", 0, 10), score("b", "one", 10, 0), score("c", "two", 1, 10, transform="log")],
        {"a": at([1, 2, 3, 4, None, 6, 7, 8, None, None], countries=many),
         "b": at([1, None, 3, None, 5, 6, None, 8, 9, None], countries=many),
         "c": at([1, 2, None, 4, 5, None, 7, None, 9, None], countries=many)},
        {**{rule: lens('impute = "%s"\nimputed_limit = 0.9\ndimensions_required = 1' % rule) for rule in (
            "region_median", "region_mean", "income_median", "income_mean", "world_mean")},
         "ranked-median": lens('impute = "region_median"\nnormalisation = "rank"\ndimensions_required = 1'),
         **{"within-%s" % name: lens('normalisation = "%s"\nnormalise_within = "region"\ndimensions_required = 1' % name)
            for name in ("minmax", "zscore", "rank", "percentile")},
         "within-income": lens('normalisation = "rank"\nnormalise_within = "income"\nimpute = "region_mean"\nimputed_limit = 0.9\n'
                               'dimensions_required = 1'),
         "within-imputed": lens('normalisation = "zscore"\nnormalise_within = "region"\nimpute = "region_median"\nimputed_limit = 0.9\n'
                                'scope = "un-members"\ndimensions_required = 1'),
         "members": lens('scope = "un-members"\nnormalisation = "percentile"'),
         "nations": lens('scope = "un"\nnormalisation = "minmax"\nimpute = "world_mean"')},
        [dict(iso3=code, region=region, income_group=group, un_member=member, un_observer=observer)
         for code, region, group, member, observer in [
             ("AAA", "North", "low", "true", "false"), ("BBB", "North", "low", "true", "false"),
             ("CCC", "North", "high", "false", "true"), ("DDD", "South", "high", "true", "false"),
             ("EEE", "South", "high", "true", "false"), ("FFF", "South", "high", "false", "false"),
             ("GGG", "", "low", "true", "false"), ("HHH", "South", "", "true", "false"),
             ("III", "West", "middle", "true", "false"), ("JJJ", "West", "", "false", "true")]])

    codes = ["E%s%s" % (one, two) for one in "ABC" for two in "ABCDEFGHIJ"]
    yield World(
        "estimates",  # Parts that a unit lacks, estimated by the program.
        [score(name, "%s/%s" % (dimension, name), 0, 20) for dimension, names in [("one", "abc"), ("two", "de"), ("three", "f")]
         for name in names],
        {name: {(code, 2020): float((7 * row + 3 * place * row) % 19 + place) for row, code in enumerate(codes)
                if (row + 5 * place) % 6} for place, name in enumerate("abcdef")},
        {"estimated": lens('impute = "components"\nimputed_limit = 0.4\ndimensions_required = 2'),
         "estimated-little": lens('impute = "components"\nimputed_limit = 0.1\nindicator_share = 0.6', dimensions="geometric")},
        " ".join(codes))

    rules = '[nodes]\nindicators = { turned = true }\ndimensions = { decimals = 1 }\n"one" = { decimals = 0 }\n"one/deep" = { share = 1.0 }\n'
    yield World(
        "rules",  # Nodes turned and rounded, a half exactly; caps; goalposts of the lens; a method a node; parts of weight 0.
        [score("a", "one", 0, 10), score("b", "one", 10, 0), score("c", "one/deep", 0, 100), score("d", "one/deep", 0, 100),
         score("e", "two", 0, 10), score("f", "two", 0, 10), score("g", "three", 0, 10)],
        {"a": at([1, 2, 3, 4.5, 12, None]), "b": at([1, 3, 0, None, 5, 6]), "c": at([10, None, 25, 75.5, 0, 100]),
         "d": at([20, 20, 24, 75.5, None, 99]), "e": at([1, 0.5, 9, 2, 10, 4]), "f": at([2, 0.55, 8, None, 10, 5]),
         "g": at([9, 9, 9, 9, 9, 9])},
        {"turned": lens(indicators="geometric", dimensions="geometric", more=rules),
         "rounded": lens(indicators="arithmetic", dimensions="arithmetic", more=rules.replace("turned = true", "decimals = 1")),
         "rounded-zscore": lens('normalisation = "zscore"', "arithmetic", "arithmetic", more="[nodes]\nindicators = { decimals = 1 }\ndimensions = { decimals = 2, turned = true }"),
         "turned-product": lens(indicators="product", dimensions="mazziotta_pareto", more=rules),
         "turned-minimum": lens(indicators="minimum", dimensions="harmonic", more=rules),
         "capped": lens(more="[caps]\na = { least = 2.0, most = 4.0 }\nc = { most = 50.0 }\n[goalposts]\ne = { worst = 8.0, best = 1.0 }"),
         "capped-rank": lens('normalisation = "percentile"', more="[caps]\na = { least = 2.0, most = 4.0 }\nc = { most = 50.0 }\n[goalposts]\ne = { worst = 8.0, best = 1.0 }"),
         "mixed": lens(indicators="arithmetic", dimensions="geometric", aggregation='"one" = "harmonic"\n"one/deep" = "minimum"',
                       weights="[weights]\none = 2.0\ntwo = 1.0\nthree = 0.0\n\"one/deep\" = 3.0",
                       more="[indicator_weights]\nb = 0.0\nf = 0.25")})

    yield World(
        "not-finite",  # NaN counts as missing, and gives no value.
        [score("a", "one", 0, 10), score("b", "one", 10, 0), score("c", "two", 0, 10, mean_over=3)],
        {"a": at([1, 2, math.nan, 4, 5, 6]) | {("CCC", 2018): 3.0}, "b": at([1, math.inf, 3, 4, math.nan, 6]),
         "c": at([1, math.nan, 3, -math.inf, 5, 6]) | {("BBB", 2019): 2.0}},
        {"rank": lens('normalisation = "rank"'), "percentile": METHODS["percentile"], "goalposts": lens(),
         "geometric": JOININGS["geometric"]})
