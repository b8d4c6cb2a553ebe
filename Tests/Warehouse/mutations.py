"""Wrong statements, made of right ones: each must give something else somewhere, or the worlds test too little."""

import re

NUMBER = r"\(?-?[0-9.]+(?:e[-+]?[0-9]+)?\)?"
NAME = r'(?:[a-z]\.)?"[^"]+"'


def put(pattern, replacement, **limits):
    """A change of every place that a pattern meets."""
    return lambda text: re.sub(pattern, replacement, text, flags=re.S, **limits)


def turned_sums(text):
    """Adds the parts of each mean in the opposite order."""
    def turn(found):
        return " + ".join(reversed([line.strip().removeprefix("+ ") for line in found.group().split("\n")]))
    return re.sub(r"COALESCE\([^\n]*\)(?:\n\s+\+ COALESCE\([^\n]*\))+", turn, text)


MUTATIONS = {
    # Normalisation
    "missing becomes 0": put(r"CASE WHEN %s IS NOT NULL THEN\s+(100e0 \* LEAST\([^\n]*\))\n\s+END" % NAME, r"\1"),
    "no clamp below": put(r"GREATEST\((\([^\n]*?\) / \([^\n]*?\)), 0e0\), 1e0\)", r"\1, 1e0)"),
    "no clamp above": put(r"LEAST\((GREATEST\(\([^\n]*?\) / \([^\n]*?\), 0e0\)), 1e0\)", r"\1"),
    "log is of ten": put(r"LN\(\"", 'LOG10("'),
    "log1p forgets the 1": put(r"LN\(1e0 \+ (\"[^\"]+\")\)", r"LN(\1 + 1e-9)"),
    "root left off": put(r"SQRT\((\"[^\"]+\")\)", r"(\1)"),
    "direction turned, min-max": put(r"\((s\.\"most[^\n]*?) - (t\.\"[^\"]+\")\)", r"(\2 - \1)"),
    "order turned": put(r" DESC NULLS LAST\) \+ COUNT", " NULLS LAST) + COUNT"),
    "missing values rank first": put(r"(ORDER BY t\.\"[^\"]+\"(?: DESC)?) NULLS LAST", r"\1 NULLS FIRST"),
    "percentile without ties": put(r"COUNT\((t\.\"[^\"]+\")\) OVER \(ORDER BY (t\.\"[^\"]+\"(?: DESC)?) NULLS LAST\)( AS DOUBLE)",
                                   r"COUNT(\1) OVER (ORDER BY \2 NULLS LAST ROWS UNBOUNDED PRECEDING)\3"),
    "places without gaps": put(r"RANK\(\) (OVER \(ORDER BY t)", r"DENSE_RANK() \1"),
    "missing values counted in places": put(r"NULLIF\(COUNT\(t\.\"[^\"]+\"\) OVER \(\) - 1", "NULLIF(COUNT(*) OVER () - 1"),
    "missing values counted in shares": put(r"/ COUNT\(t\.\"[^\"]+\"\) OVER \(\)\n", "/ COUNT(*) OVER ()\n"),
    "places halved as whole numbers": put(r"CAST\((RANK\(\) [^\n]*? - 2) AS DOUBLE\) / 2e0", r"(\1) // 2"),
    "constant is not 50": put(r"    WHEN %s = %s THEN 50e0\n" % (NAME, NAME), ""),
    "one alone is missing": put(r"(NULLIF\(COUNT\([^\n]*), 50e0\)", r"\1, NULL)"),
    "deviation of the population": put(r"NULLIF\(COUNT\((t\.\"[^\"]+\")\) - 1, 0\)", r"COUNT(\1)"),
    "deviation around 50": put(r"50e0 \+ 10e0 \* \(\((t\.\"[^\"]+\") - m\.\"mean[^\"]+\"\)", r"50e0 + 10e0 * ((\1)"),
    "reference turned": put(r"\((r\.\"[^\"]+\") / (t\.\"[^\"]+\")\)", r"(\2 / \1)"),
    "ratio without a limit": put(r"LEAST\((100e0 \* \([^\n]*?\)), 1000000e0\)", r"\1"),
    "caps left off": put(r"LEAST\(GREATEST\((\"[^\"]+\"), 2e0\), 4e0\)", r"\1"),
    "single precision": put(r"value AS DOUBLE\)", "value AS FLOAT)"),
    "NaN counts": put(r"ABS\((CAST\([^()]+ AS DOUBLE\))\) <= 1\.7976931348623157e\+308", r"\1 IS NOT NULL"),
    # Figures
    "age of one year more": put(r"(BETWEEN )2015( AND 2020)", r"\g<1>2014\2"),
    "age of one year less": put(r"(BETWEEN )2015( AND 2020)", r"\g<1>2016\2"),
    "figures of later years": put(r"BETWEEN (20\d\d) AND 2020", r"BETWEEN \1 AND 2021"),
    "the earliest figure": put(r"ORDER BY year DESC\) AS place", "ORDER BY year) AS place"),
    "denominator of the same year": put(r"AND x\.year BETWEEN (\w+)\.year AND \w+\.last_year", r"AND x.year = \1.year"),
    "denominator of any age": put(r"year \+ \d+", "year + 900"),
    "denominator of one year less": put(r"year \+ 3\b", "year + 2"),
    "an older denominator where one is 0": put(r"WHERE indicator = 'people'", "WHERE value <> 0 AND indicator = 'people'"),
    "a denominator may be 0": put(r"\n\s+AND d1\.value( \+ d2\.value)? <> 0e0", ""),
    "denominators not added": put(r"\(d1\.value \+ d2\.value\)", "d1.value"),
    "factor left off": put(r"x\.value \* f1\.value", "x.value"),
    "per left off": put(r"(/ d1\.value) \* 100e0", r"\1"),
    "mean of one year more": put(r"x\.year - 4 AND x\.year", "x.year - 5 AND x.year"),
    "mean of fewer years": put(r"HAVING COUNT\(\*\) >= 3", "HAVING COUNT(*) >= 2"),
    "mean of more years": put(r"HAVING COUNT\(\*\) >= (\d)", r"HAVING COUNT(*) > \1"),
    "mean over all years of the window": put(r"/ COUNT\(\*\) AS value", "/ 5 AS value"),
    "mean of rows, not of years": put(
        r"SELECT x\.unit, x\.indicator, x\.year, SUM\(b\.value ORDER BY b\.year\) / COUNT\(\*\) AS value\n\s*FROM ratios AS x\n"
        r"\s*JOIN ratios AS b.*?x\.year - (\d+) AND x\.year\n\s*WHERE x\.(indicator IN \([^)]*\)).*?HAVING COUNT\(\*\) >= \d+",
        r"SELECT unit, indicator, year, AVG(value) OVER (PARTITION BY unit, indicator ORDER BY year ROWS BETWEEN \1 PRECEDING AND "
        r"CURRENT ROW) AS value FROM ratios WHERE \2"),
    "change from 0 and below": put(r" AND b\.value > 0e0", ""),
    "change over another year": put(r"b\.year = x\.year - 3", "b.year = x.year - 2"),
    "change as a ratio": put(r"100e0 \* \(x\.value - b\.value\) / b\.value", "100e0 * x.value / b.value"),
    "all years are pooled": put(r"\n\s+WHERE people_later < [^\n]*", ""),
    "pooled years count in full": put(r"CASE WHEN of_year = year THEN people ELSE LEAST\(people, [^\n]*?\) END AS", "people AS"),
    "the supposed rate left off": put(r"\(60e0 \+ ", "(0e0 + "),
    "pooled without the year itself": put(r"\n\s+HAVING MAX\(of_year\) = year", ""),
    "scope left off": put(r"\n\s+WHERE u\.un_member\n", "\n"),
    "observers left off": put(r"\(u\.un_member OR u\.un_observer\)", "u.un_member"),
    # Missing data
    "means in place of medians": put(r"MEDIAN\(", "AVG("),
    "medians in place of means": put(r"LEAST\(GREATEST\(SUM\((\"[^\"]+\") ORDER BY unit\) / NULLIF\(COUNT\(\"[^\"]+\"\), 0\), MIN\(\"[^\"]+\"\)\), MAX\(\"[^\"]+\"\)\)", r"MEDIAN(\1)"),
    "units of no group are one": lambda text: text.replace("WHERE unit_group <> ''", "").replace(
        "g.unit_group = c.unit_group", "g.unit_group IS NOT DISTINCT FROM c.unit_group"),
    "estimates left off": put(r"COALESCE\(s\.(\"[^\"]+\"), e\.\"[^\"]+\"\)", r"s.\1"),
    "estimates first": put(r"COALESCE\((s\.\"[^\"]+\"), (e\.\"[^\"]+\")\)", r"COALESCE(\2 + 1, \1)"),
    "imputed counts as covered": put(r"c\.coverage", "1e0 AS coverage"),
    "limit of imputation is met": put(r"imputed > (%s) THEN" % NUMBER, r"imputed >= \1 - 2e-12 THEN"),
    "coverage required is exceeded": put(r"coverage < (%s) THEN" % NUMBER, r"coverage <= \1 + 2e-12 THEN"),
    "share is exceeded": put(r"(\"weight of [^\"]+\") >= (%s) THEN" % NUMBER, r"\1 > \2 + 2e-12 THEN"),
    "share without tolerance": put(r"(\"weight of [^\"]+\") >= (%s) THEN" % NUMBER, r"\1 >= \2 + 1e-12 THEN"),
    "no share": put(r"(\"weight of [^\"]+\") >= (%s) THEN" % NUMBER, r"\1 > 0 THEN"),
    "one dimension fewer": put(r"scored_dimensions < (\d+) THEN", r"scored_dimensions < \1 - 1 THEN"),
    "one dimension more": put(r"scored_dimensions < (\d+) THEN", r"scored_dimensions <= \1 THEN"),
    # Aggregation
    "floor left off": put(r"GREATEST\((\"[^\"]+\"|LEAST\([^()]*\)), 1e0\)", r"\1"),
    "floor of means alone": put(r"LN\(GREATEST\((\"[^\"]+\"), 1e0\)\)", r"LN(\1)"),
    "weights not renormalised": put(r"\) / \"weight of [^\"]+\",\n", "),\n"),
    "weights not of the lens": put(r"COALESCE\(0\.\d+e0 \*", "COALESCE(0.5e0 *"),
    "a mean beyond its parts": put(r"LEAST\(GREATEST\((\(\n(?:(?!END).)*?/ \"weight of [^\"]+\"),\n\s+LEAST\([^\n]*?\)\),\n\s+GREATEST\([^\n]*?\)\)\n", r"\1\n"),
    "the order of sums": turned_sums,
    "harmonic not undone": put(r"1e0 / \((\(\n.*?\"weight of [^\"]+\")\),", r"\1,"),
    "power not undone": put(r"POWER\((\(\n(?:(?! AS ).)*?\"weight of [^\"]+\"), %s\)" % NUMBER, r"POWER(\1, 1e0)"),
    "least is greatest": put(r"(THEN\n\s+)LEAST\((\"[^\n]*?)\)\n", r"\1GREATEST(\2)\n"),
    "product of the parts present alone": put(r"(POWER\([^\n]*), (%s) / \"weight of [^\"]+\"\)" % NUMBER, r"\1, \2)"),
    "product of what is below 0": put(r"LEAST\(GREATEST\((\"[^\"]+\"), 0e0\), 100e0\) / 100e0", r"\1 / 100e0"),
    "penalty left off": put(r"GREATEST\((\"mean of [^\"]+\") - .*?, 0e0\) END", r"\1 END"),
    "penalty below 0": put(r"GREATEST\((\"mean of [^\"]+\" - .*?), 0e0\) END", r"\1 END"),
    "turned left off": put(r"\(100e0 - (\"[^\"]+\")\)", r"\1"),
    "rounded half to even": put(r"FLOOR\(\(((?:(?!FLOOR).)*?)\) \* 1e0 \+ 0\.5e0 \+ 1e-09\) / 1e0", r"ROUND_EVEN(\1, 0)"),
    "a half but for rounding": put(r" \+ 1e-09\)", ")"),
    # Ranks
    "ranks from below": put(r"ORDER BY score DESC NULLS LAST", "ORDER BY score NULLS LAST"),
    "ranks with missing scores first": put(r"ORDER BY score DESC NULLS LAST", "ORDER BY score DESC NULLS FIRST"),
    "ranks of the withheld": put(r"ORDER BY score DESC", 'ORDER BY "the index" DESC'),
    "ranks without gaps": put(r"THEN RANK\(\)", "THEN DENSE_RANK()"),
    "ties broken": put(r"THEN RANK\(\)", "THEN ROW_NUMBER()"),
}
