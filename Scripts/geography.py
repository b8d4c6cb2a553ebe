#!/usr/bin/env python3
"""Writes the four geography tables of hsi from public source files.

    geography.py --codes country-codes.csv --regions iso3166_m49_regions.csv
                 --income worldbank_region_income.csv --borders land_borders.csv
                 --entities gapminder_country_entities.csv --names cldr_names.csv
                 --outlines ne_50m.geojson --out Data

Sources
    --codes     datasets/country-codes: ISO 3166-1, M49, FIPS 10-4, Olympic and
                football codes, names in the six languages of the United Nations
    --regions   ISO 3166-1 with the UN M49 regions
    --income    World Bank country metadata: income group, short name
    --borders   pairs of countries with a common land border (mledoze/countries)
    --entities  Gapminder geographies: names, a few odd ids, a position
    --names     names of territories in the Unicode CLDR: iso2,language,name
    --outlines  Natural Earth 1:50m countries as GeoJSON, property iso3

`country_names.py` and `area_names.py` hold what these sources do not say.

Results, all UTF-8 with LF, a header and sorted by the first column
    countries.csv   the countries, with every spelling and code we may meet
    areas.csv       what stands where a country would, and is none
    borders.csv     land borders, both directions
    boundaries.csv  outlines for a small world map

The same input always gives the same bytes: nothing depends on time, locale or
hash order. Only the standard library is needed. Without --borders or --outlines
the tables that are made of them stay as they are.
"""

import argparse
import csv
import io
import json
import math
import os
import re
import unicodedata
from collections import defaultdict

from area_names import AREAS, BY_INCOME, INCOMES, TAGGED
from country_names import (ALIASES, CODE_FIXES, COW, COW_NUMBERS, FIPS, GW, KOSOVO,
                           NAMES, NOT_ALIASES, NOT_MEMBERS, NOT_SPORT,
                           NO_LAND_BORDER, REGIONS)

# ---------------------------------------------------------------------------
# Names
# ---------------------------------------------------------------------------

PREFIX = re.compile("(gw|cow|fips|ioc):")
BASES = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "ħ": "h",
                       "æ": "ae", "œ": "oe", "ß": "ss"})


def fold(text):
    """The form in which the program compares names: no case, accents or signs.

    A number of another scheme keeps its prefix, or it would be mistaken for an
    M49 number of three digits.
    """
    if PREFIX.match(text):
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.replace("&", "and")).lower()
    plain = plain.translate(BASES)
    return "".join(c for c in plain if c.isalpha() or c.isdigit())


DROPPED = set("the of and la le les el los las l".split())
EXPANDED = {"st": "saint", "rep": "republic", "dem": "democratic", "is": "islands",
            "isl": "islands", "island": "islands", "n": "north", "s": "south",
            "e": "east", "brit": "british"}


def loose(text):
    """The words of a name in any order, as the program compares them at last."""
    words = [fold(word) for word in re.split(r"[^\w'’ʼ`´\u0300-\u036f]+|_",
                                             text.replace("&", " and "))]
    joined = []
    single = False
    for word in filter(None, words):
        if len(word) == 1 and word.isascii() and single:
            joined[-1] += word
        else:
            joined.append(word)
        single = len(word) == 1 and word.isascii()
    kept = [EXPANDED.get(word, word) for word in joined if word not in DROPPED]
    return " ".join(sorted(kept or joined))


ARTICLES = re.compile(r"^(?:the |la |le |les |el |los |las |l')", re.IGNORECASE)


def tidy(name):
    """A name from the UN's terminology list without article and footnote."""
    name = name.replace("’", "'").replace("\xa0", " ")
    name = re.sub(r"\((?:the|l'|la|le|les|el|los|las)\)", "", name, flags=re.IGNORECASE)
    name = name.replace("*", "").strip()
    # El Salvador is the one name whose article is kept, by its capital letter.
    return ARTICLES.sub("", name) if name[:1].islower() else name


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as source:
        return list(csv.DictReader(source))


def write(folder, name, header, rows):
    """Sorted by code point, so that the order is the same everywhere."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(sorted(rows))
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
        file.write(out.getvalue())


SHORT = ("official_name_%s", "UNTERM %s Short", "UNTERM %s Formal")
LANGUAGES = (("en", "English"), ("fr", "French"), ("es", "Spanish"), ("ru", "Russian"),
             ("cn", "Chinese"), ("ar", "Arabic"))


def offered_names(codes, regions, wb, entities, cldr):
    """Names and codes by country, as the sources have them, in order of preference."""
    offered = defaultdict(list)
    by_alpha2 = defaultdict(list)
    for row in cldr:
        by_alpha2[row["iso2"], row["language"].replace("zh", "cn")].append(row["name"])
    for row in regions:
        offered[row["alpha-3"]].append(row["name"])
    offered["XKX"].append("Kosovo")
    alpha2 = {row["alpha-3"]: row["alpha-2"] for row in regions}
    alpha2["XKX"] = "XK"
    by_code = {row["ISO3166-1-Alpha-3"]: row for row in codes}
    for tag, language in LANGUAGES:
        for code in offered:
            row = by_code.get(code, {})
            columns = [column % (tag if "_" in column else language) for column in SHORT]
            if tag == "en":
                columns.insert(2, "CLDR display name")
            offered[code] += [tidy(row.get(column) or "") for column in columns]
            offered[code] += [tidy(name) for name in by_alpha2[alpha2[code], tag]]
        if tag == "en":
            for code in wb.keys() & set(alpha2):
                offered[code].append(wb[code]["TableName"])
            for row in entities:
                code = row["iso3166_1_alpha3"]
                if code:
                    offered[code] += [row["name"], row["country"]]
            for code, names in ALIASES.items():
                offered[code] += names
    return offered


def names_by_language(codes, cldr, known):
    """Of each country one short name a language: the United Nations' own, or else the CLDR's of a territory."""
    by_code = {row["ISO3166-1-Alpha-3"]: row for row in codes}
    other = {(row["iso2"], row["language"]): row["name"] for row in cldr}
    rows = []
    for code, alpha2 in known:
        row = by_code.get(code, {})
        names = []
        for tag, language in LANGUAGES[1:]:
            short = [tidy(row.get(column) or "") for column in ("UNTERM %s Short" % language, "official_name_%s" % tag)]
            short.insert(1, tidy(other.get((alpha2, tag.replace("cn", "zh")), "")))
            names.append(next((name for name in short if name), ""))
        rows.append((code, *names))
    return rows


def prefixed_codes(codes):
    """Codes of schemes that share their form with ISO 3166, behind a prefix."""
    found = defaultdict(list)
    numbers, letters = GW.split(), COW.split()
    for code, number in zip(numbers[::2], numbers[1::2]):
        found[code].append("gw:" + number)
        number = COW_NUMBERS.get(code, number)
        if number:
            found[code].append("cow:" + number)
    for code, word in zip(letters[::2], letters[1::2]):
        found[code].append("cow:" + word)
    rows = {row["ISO3166-1-Alpha-3"]: row for row in codes}
    rows["XKX"] = {"FIPS": "", "IOC": "KOS", "FIFA": "KVX"}
    for code, row in rows.items():
        fips = FIPS.get(code, row["FIPS"].strip())
        if fips:
            found[code].append("fips:" + fips)
        for sport in (row["IOC"].strip(), row["FIFA"].strip()):
            if sport and (code, sport) not in NOT_SPORT:
                found[code].append("ioc:" + sport)
    return {code: list(dict.fromkeys(names)) for code, names in found.items()}


def plain_codes(prefixed, known):
    """Three letters that mean one country in every scheme, without their prefix."""
    meant = defaultdict(set)
    for code, names in prefixed.items():
        for name in names:
            scheme, word = name.split(":")
            if scheme in ("cow", "ioc") and len(word) == 3 and word.isalpha():
                meant[word].add(code)
    return {word: owners.pop() for word, owners in sorted(meant.items())
            if len(owners) == 1 and fold(word) not in known}


def countries(codes, regions, income, entities, cldr, areas):
    """Rows of countries.csv, and what is known of every folded spelling."""
    wb = {row["Country Code"]: row for row in income}
    by_code = {row["ISO3166-1-Alpha-3"]: row for row in codes}
    assert set(by_code) == {row["alpha-3"] for row in regions}
    assert len(by_code) == 249

    offered = offered_names(codes, regions, wb, entities, cldr)
    plain = []
    for row in regions:
        code = row["alpha-3"]
        region, subregion = REGIONS.get(code, (row["region"], row["sub-region"]))
        plain.append({"iso3": code, "iso2": row["alpha-2"],
                      "m49": row["country-code"].zfill(3),
                      "name": NAMES.get(code, row["name"]),
                      "region": region, "subregion": subregion})
    plain.append(dict(KOSOVO, name=NAMES["XKX"]))

    members = {code for code, row in by_code.items()
               if row["is_independent"] == "Yes"} - NOT_MEMBERS
    assert len(members) == 193, len(members)
    assert set(ALIASES) <= set(offered)

    # Codes and names come first: an alias may not take one from another row.
    owner = {}
    for row in plain:
        for key in (row["iso3"], row["iso2"], row["m49"], row["name"]):
            if key:
                assert owner.setdefault(fold(key), row["iso3"]) == row["iso3"], key
    kept = {row["iso3"]: [] for row in plain}
    words = loose_owners(plain, offered, areas)
    taken = {fold(name) for area in areas for name in area[2]}
    for code in kept:
        known = {loose(row["name"]) for row in plain if row["iso3"] == code}
        for name in offered[code]:
            key = fold(name)
            if not key or (code, name) in NOT_ALIASES or owner.get(key) == code:
                continue
            assert key not in owner and key not in taken, (name, code, owner.get(key))
            assert ";" not in name and not re.search(r"[\x00-\x1f]", name), name
            owner[key] = code
            # What the program finds by its words need not be written down.
            if loose(name) not in known or words[loose(name)] != {code} or len(key) < 4:
                kept[code].append(name)
            known.add(loose(name))
    prefixed = prefixed_codes(codes)
    for word, code in plain_codes(prefixed, set(owner) | taken).items():
        kept[code].append(word)
        owner[fold(word)] = code
    for code, names in prefixed.items():
        for name in names:
            assert owner.setdefault(fold(name), code) == code, (name, code)
            assert fold(name) not in taken, name
            kept[code].append(name)

    rows = []
    for row in plain:
        code = row["iso3"]
        group = wb[code]["IncomeGroup"] if code in wb else ""
        rows.append((code, row["iso2"], row["m49"], row["name"],
                     "true" if code in members else "false",
                     row["region"], row["subregion"], group,
                     ";".join(kept[code])))
    return rows, owner, members


def loose_owners(plain, offered, areas):
    """Whom the words of a name may mean."""
    words = defaultdict(set)
    for row in plain:
        for name in [row["name"]] + offered[row["iso3"]]:
            if (row["iso3"], name) not in NOT_ALIASES:
                words[loose(name)].add(row["iso3"])
    for name, _, names, _ in areas:
        for other in names:
            words[loose(other)].add(name)
    return words


def areas(income, regions):
    """Areas as (name, kind, names, note). None of them may be read as a country."""
    rows = {}
    owner = {}

    def add(names, kind, note):
        area = next((owner[fold(name)] for name in names if fold(name) in owner), names[0])
        row = rows.setdefault(area, (area, kind, [], note))
        assert row[1] == kind, (names, row)
        for name in names:
            assert owner.setdefault(fold(name), area) == area, (name, owner[fold(name)])
            if fold(name) not in map(fold, row[2]):
                row[2].append(name)

    def listed(text):
        return [name.strip() for name in text.split(";") if name.strip()]

    for kind, note, text in AREAS:
        assert kind in ("aggregate", "ended", "part", "ambiguous")
        for names in listed(text):
            add([name.strip() for name in names.split(" = ")], kind, note)
    for row in income:
        # In the World Bank's table only groups of countries have no region.
        if not row["Region"]:
            add([row["TableName"], row["Country Code"]], "aggregate",
                "World Bank group of countries")
    for row in regions:
        for level in ("region", "sub-region", "intermediate-region"):
            name, number = row[level], row[level + "-code"].zfill(3)
            # "Micronesia" alone is the short name of a member state, and in
            # tables by country that is what is meant.
            if name == "Micronesia":
                name = "Micronesia (region)"
            if name and number.strip("0"):
                add([name, number], "aggregate", "UN M49 region")
    add(["Micronesia (region)", "Micronesia (UN)", "Micronesia (FAO)", "954"], "aggregate",
        "UN M49 region")
    for tag, text in TAGGED.items():
        for name in listed(text):
            add([name, "%s (%s)" % (name, tag)], "aggregate", "region of a publisher")
    for region in listed(BY_INCOME):
        for group in listed(INCOMES):
            add(["%s: %s" % (region, group)], "aggregate", "region, its countries of one income group")
    return list(rows.values())


def borders(table, known):
    pairs = {tuple(CODE_FIXES.get(code, code)
                   for code in (row["iso3"], row["neighbour"])) for row in table}
    pairs -= NO_LAND_BORDER
    for one, other in pairs:
        assert one != other and one in known and other in known, (one, other)
        assert (other, one) in pairs, (one, other)
    return list(pairs)


# ---------------------------------------------------------------------------
# Outlines
# ---------------------------------------------------------------------------

# Degrees. A map 1000 pixels wide shows about a third of a degree per pixel.
TOLERANCE = 0.15
SMALLEST_RING = 0.15
SMALLEST_AREA = 0.3

# Natural Earth draws who holds the ground. The index counts states as the
# United Nations does, so the ring round each of these points goes to the state
# named. Kosovo, which has no ISO code, gets its own by the same means.
HANDED_OVER = [
    ((33.60, 35.28), "CYP"),  # northern Cyprus
    ((46.00, 9.50), "SOM"),   # Somaliland
    ((34.20, 45.20), "UKR"),  # Crimea
    ((20.90, 42.60), "XKX"),  # Kosovo
]

# The same for Western Sahara, whose northern border is the parallel of 27 degrees
# 40 minutes; the source gives its part west of the berm to Morocco. The latitude
# is that of the source's own corner on that border, so that both sides meet.
DIVIDED = {"MAR": (27.66, "ESH")}

# No population, no figures, and much of the height of a map.
LEFT_OUT = {"ATA"}


def area_of(ring):
    """Square degrees, by the shoelace formula."""
    total = 0.0
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1]):
        total += x1 * y2 - x2 * y1
    return abs(total) / 2


def contains(ring, point):
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1]):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            inside = not inside
    return inside


def clip(ring, limit, keep_below):
    """The part of a ring on one side of a meridian (Sutherland and Hodgman)."""
    result = []
    for (x1, y1), (x2, y2) in zip(ring[-1:] + ring[:-1], ring):
        in1 = x1 <= limit if keep_below else x1 >= limit
        in2 = x2 <= limit if keep_below else x2 >= limit
        if in1 != in2:
            result.append((limit, round(y1 + (limit - x1) / (x2 - x1) * (y2 - y1), 6)))
        if in2:
            result.append((x2, y2))
    # A corner that lies on the meridian comes out twice.
    return [p for i, p in enumerate(result) if p != result[i - 1]]


def cut_at_antimeridian(ring):
    """Rings within -180..180.

    A step of more than half the globe is really a short step over the
    antimeridian. We follow the ring past 180 degrees instead of jumping back,
    cut what we get at the meridian and shift the far side home.
    """
    path, turn = [], 0
    for i, (x, y) in enumerate(ring):
        if i:
            step = x - ring[i - 1][0]
            turn += 360 if step < -180 else -360 if step > 180 else 0
        path.append((x + turn, y))
    if not any(abs(x) > 180 for x, _ in path):
        return [path]
    edge = 180.0 if max(x for x, _ in path) > 180 else -180.0
    # Zero-width slivers are harmless here: they run along the map's own edge.
    near = clip(path, edge, edge > 0)
    far = [(round(x - 2 * edge, 6), y) for x, y in clip(path, edge, edge < 0)]
    return [part for part in (near, far) if len(part) > 2]


def divided(ring, latitude):
    """The parts of a ring north and south of a parallel: `clip`, axes swapped."""
    turned = [(y, x) for x, y in ring]
    return [[(x, y) for y, x in clip(turned, latitude, below)]
            for below in (False, True)]


def dissolve(rings):
    """Rings of one country without the lines between its own pieces.

    An edge that two of its rings share lies inside the country. What is left
    chains up to new rings again. Direction does not matter to us: the map
    fills by the even-odd rule.
    """
    count = defaultdict(int)
    for ring in rings:
        for a, b in zip(ring, ring[1:] + ring[:1]):
            count[frozenset((a, b))] += 1
    if max(count.values()) == 1:
        return rings
    after = defaultdict(list)
    for ring in rings:
        for a, b in zip(ring, ring[1:] + ring[:1]):
            if count[frozenset((a, b))] == 1:
                after[a].append(b)
                after[b].append(a)
    result = []
    for start in sorted(after):
        while after[start]:
            ring, here = [], start
            while after[here]:
                ring.append(here)
                there = after[here].pop(0)
                after[there].remove(here)
                here = there
            if len(ring) > 2:
                result.append(ring)
    return result


def straighten(line):
    """Douglas and Peucker's simplification; both ends stay."""
    keep = {0, len(line) - 1}
    stack = [(0, len(line) - 1)]
    while stack:
        first, last = stack.pop()
        (ax, ay), (bx, by) = line[first], line[last]
        dx, dy = bx - ax, by - ay
        length = dx * dx + dy * dy
        worst, where = 0.0, None
        for i in range(first + 1, last):
            px, py = line[i][0] - ax, line[i][1] - ay
            t = max(0.0, min(1.0, (px * dx + py * dy) / length)) if length else 0.0
            distance = math.hypot(px - t * dx, py - t * dy)
            if distance > worst:
                worst, where = distance, i
        if worst > TOLERANCE:
            keep.add(where)
            stack += [(first, where), (where, last)]
    return [line[i] for i in sorted(keep)]


def simplify(shapes):
    """Simplifies all countries together.

    Neighbours share the corners of their border. Each stretch between two
    junctions is simplified once, always from the same end, so both sides get
    the same line and no gap opens between them.
    """
    beside = defaultdict(set)
    for rings in shapes.values():
        for ring in rings:
            for a, b in zip(ring, ring[1:] + ring[:1]):
                beside[a].add(b)
                beside[b].add(a)

    def junction(point):
        # The cut at the antimeridian must stay where it is, too.
        return len(beside[point]) != 2 or abs(point[0]) == 180

    def stretch(line):
        if line[0] > line[-1] or (line[0] == line[-1] and line[1] > line[-2]):
            return straighten(line[::-1])[::-1]
        return straighten(line)

    def whole(ring):
        ends = [i for i, point in enumerate(ring) if junction(point)]
        if len(ends) < 2:
            # An island, or an enclave with one neighbour: begin at its
            # smallest corner and divide it at the one farthest from there.
            begin = ends[0] if ends else ring.index(min(ring))
            ring = ring[begin:] + ring[:begin]
            ends = [0, max(range(1, len(ring)),
                           key=lambda i: (math.dist(ring[0], ring[i]), ring[i]))]
        else:
            ring = ring[ends[0]:] + ring[:ends[0]]
            ends = [i - ends[0] for i in ends]
        result = []
        for a, b in zip(ends, ends[1:] + [len(ring)]):
            result += stretch((ring + ring[:1])[a:b + 1])[:-1]
        return result

    return {code: [whole(ring) for ring in rings] for code, rings in shapes.items()}


def tenths(ring):
    """Whole tenths of a degree, without points that add nothing."""
    points = [(round(x * 10), round(y * 10)) for x, y in ring]
    changed = True
    while changed and len(points) > 2:
        changed = False
        for i in range(len(points)):
            (ax, ay), (bx, by) = points[i - 1], points[i]
            cx, cy = points[(i + 1) % len(points)]
            # Twice the same point, a point on a straight line, or a spike.
            if (bx - ax) * (cy - by) == (by - ay) * (cx - bx):
                del points[i]
                changed = True
                break
    return points if len(points) > 2 else []


def encoded(ring):
    """First point as it is, each further one by its distance from the last."""
    # Begin at the smallest corner, for a start that no source order decides.
    begin = ring.index(min(ring))
    ring = ring[begin:] + ring[:begin]
    steps = [ring[0]] + [(x2 - x1, y2 - y1)
                         for (x1, y1), (x2, y2) in zip(ring, ring[1:])]
    return " ".join("%d %d" % step for step in steps)


def boundaries(geojson, entities, known, members):
    rings = defaultdict(list)
    for feature in geojson["features"]:
        code = feature["properties"].get("iso3")
        code = CODE_FIXES.get(code, code)
        if code in LEFT_OUT:
            continue
        geometry = feature["geometry"]
        polygons = geometry["coordinates"]
        if geometry["type"] == "Polygon":
            polygons = [polygons]
        for polygon in polygons:
            for ring in polygon:
                ring = [tuple(point[:2]) for point in ring[:-1]]
                parts = [(code, part) for part in cut_at_antimeridian(ring)]
                if code in DIVIDED:
                    latitude, other = DIVIDED[code]
                    north, south = divided(ring, latitude)
                    parts = [(code, north), (other, south)]
                for to, part in parts:
                    # The size keeps a point from claiming the mainland round it.
                    if area_of(part) < 50:
                        to = next((new for point, new in HANDED_OVER
                                   if contains(part, point)), to)
                    # What is left without a code is disputed and tiny.
                    if to in known and len(part) > 2:
                        rings[to].append(part)
    shapes = {code: dissolve(rings[code]) for code in sorted(rings)}

    place = {}
    for row in entities:
        code = row["iso3166_1_alpha3"]
        if code and row["latitude"] and row["longitude"]:
            place[code] = (float(row["longitude"]), float(row["latitude"]))

    rows = []
    simple = simplify(shapes)
    for code in sorted(set(simple) | members):
        largest = max(map(area_of, shapes.get(code, [])), default=0.0)
        drawn = []
        if largest >= SMALLEST_AREA:
            # The largest first; it stays whatever its size.
            drawn = sorted(filter(None, map(tenths, simple[code])),
                           key=lambda ring: (-area_of(ring), ring))
            drawn = drawn[:1] + [ring for ring in drawn[1:]
                                 if area_of(ring) >= SMALLEST_RING * 100]
        if drawn:
            rows.append((code, "area", ";".join(map(encoded, drawn))))
            continue
        # A dot. The position of the entities table is the main island or the
        # capital, which tells more than the middle of a scattered group.
        if code in place:
            x, y = place[code]
        else:
            ring = max(shapes[code], key=area_of)
            xs, ys = [p[0] for p in ring], [p[1] for p in ring]
            x, y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
        rows.append((code, "point", "%d %d" % (round(x * 10), round(y * 10))))
    assert members <= {row[0] for row in rows}
    assert all(row[0] in known for row in rows)
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("codes", "regions", "income", "entities", "names"):
        parser.add_argument("--" + name, required=True, metavar="FILE")
    for name in ("borders", "outlines"):
        parser.add_argument("--" + name, metavar="FILE")
    parser.add_argument("--out", required=True, metavar="FOLDER")
    given = parser.parse_args()

    regions, income = read(given.regions), read(given.income)
    entities = read(given.entities)
    others = areas(income, regions)
    rows, owner, members = countries(read(given.codes), regions, income, entities,
                                     read(given.names), others)
    known = {row[0] for row in rows}
    os.makedirs(given.out, exist_ok=True)
    write(given.out, "countries.csv",
          ("iso3", "iso2", "m49", "name", "un_member", "region", "subregion",
           "income_group", "aliases"), rows)
    write(given.out, "areas.csv", ("name", "kind", "note", "aliases"),
          [(name, kind, note, ";".join(names[1:])) for name, kind, names, note in others])
    write(given.out, "country-names.csv", ("iso3", *(tag.replace("cn", "zh") for tag, _ in LANGUAGES[1:])),
          names_by_language(read(given.codes), read(given.names), [(row[0], row[1]) for row in rows]))
    if given.borders:
        write(given.out, "borders.csv", ("iso3", "neighbour"),
              borders(read(given.borders), known))
    if given.outlines:
        with open(given.outlines, encoding="utf-8") as source:
            geojson = json.load(source)
        write(given.out, "boundaries.csv", ("iso3", "kind", "path"),
              boundaries(geojson, entities, known, members))


if __name__ == "__main__":
    main()
