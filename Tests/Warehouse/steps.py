"""A printed statement cut where its named steps end."""

import re

STEP = re.compile(r"((?:^--[^\n]*\n)*)^(\w+|[`\"][^`\"\n]+[`\"]) AS (?:MATERIALIZED )?\(\n(.*?)\n\)(,?\n\n)", re.M | re.S)


def cut(statement):
    """The steps, each by name with its query, and the query that ends the statement; no step where it has none.

    Nothing but the words between steps is left out: what is cut is put together again and compared.
    """
    head, mark, rest = statement.partition("\nWITH\n")
    if not mark:
        return [], statement
    found, end = [], 0
    for step in STEP.finditer(rest):
        assert step.start() == end, "what stands between two steps is none: %r" % rest[end:step.start()]
        found.append((step[2], step[3]))
        end = step.end()
    assert rest[:end] == "".join(step[0] for step in STEP.finditer(rest)) and found, "no steps are found"
    assert rest[:end].count("\n)") == len(found) and " AS (\n" not in rest[end:], "a step is left in the last query"
    return found, rest[end:]
