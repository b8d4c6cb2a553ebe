"""`hsi sql --prove --database`: upon a file of DuckDB and a server of PostgreSQL, and what is said where there is none."""

import re
import subprocess
import sys

from cases import Refused
from engines import Missing, PostgreSQL

LENS = ["--lens", "liberal", "--year", 2022]


def check(program, root, scratch):
    file = scratch / "index.duckdb"
    tables = "import sys, duckdb; print(duckdb.connect(sys.argv[1]).execute('SELECT * FROM duckdb_tables()').fetchall())"
    run_python("import sys, duckdb; c = duckdb.connect(sys.argv[1]); c.execute('CREATE TABLE figures AS SELECT 42 AS mine')", file)
    before, bytes_before = run_python(tables, file), file.read_bytes()
    prove(program, root, file)
    assert run_python(tables, file) == before and file.read_bytes() == bytes_before, "something is left in the file"
    refused(program, root, scratch / "none.duckdb", "no-database", "is not there")
    (scratch / "text.duckdb").write_text("no database " * 1000)
    refused(program, root, scratch / "text.duckdb", "database-failed", "not a valid DuckDB database file")
    refused(program, root, "mysql://localhost/index", "no-database", "no database is reached by")
    refused(program, root, "postgresql://hsi@127.0.0.1:1/none", "database-failed", "Connection refused")
    print("duckdb: proved upon a file, of which nothing changes; a database that is not there is one error")
    try:
        server = PostgreSQL()
    except Missing as missing:
        return print("skipped: --prove --database postgresql://…: %s" % missing)
    try:
        server.script = "CREATE TABLE figures AS SELECT 42 AS mine;\n"
        server.query("SELECT 1 AS year;")
        server.script, left = "", "SELECT COUNT(*) AS year FROM pg_class WHERE relnamespace <> 'pg_catalog'::regnamespace;"
        before = server.query(left)
        address = "postgresql://hsi@/postgres?host=%s" % server.folder
        prove(program, root, address)
        assert server.query(left) == before, "something is left in the server"
        refused(program, root, address.replace("/postgres?", "/nothing?"), "database-failed", 'database "nothing" does not exist')
    finally:
        server.close()
    print("postgres: proved upon a server by its address, in which nothing is left")


def run_python(action, *arguments):
    return subprocess.run([sys.executable, "-c", action, *map(str, arguments)], check=True, capture_output=True, text=True).stdout


def prove(program, root, address):
    lines = program("sql", "--prove", *LENS, "--database", address, folder=root).splitlines()
    assert len(lines) == 2 and all("all statuses and ranks are the same" in line for line in lines), lines


def refused(program, root, address, kind, words):
    """One error, which does not hold a trace of where a program failed."""
    try:
        program("sql", "--prove", *LENS, "--database", address, folder=root)
    except Refused as refusal:
        text = str(refusal)
        assert text.count("error: ") - text.count("psql: error: ") == 1 and "[%s]" % kind in text and words in text, text
        assert "Traceback" not in text and not re.search(r"File \"", text), text
    else:
        raise AssertionError("%s is no database" % address)
