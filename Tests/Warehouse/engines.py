"""Where statements run. Each engine takes tables and a statement, and gives rows: {unit: {column: value}}."""

import csv
import math
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import spark
from tables import TYPES, Missing


class DuckDB:
    name = "duckdb"

    def __init__(self):
        try:
            import duckdb
        except ImportError as error:
            raise Missing("the package duckdb of python3 is not installed") from error
        self.connection = duckdb.connect()
        # Tables are small: threads would only wait for each other.
        self.connection.execute("SET threads = 1")

    def load(self, tables):
        for name, (columns, rows) in tables.items():
            types = ", ".join('"%s" %s' % (column, TYPES.get(column, "DOUBLE")) for column in columns)
            self.connection.execute("CREATE OR REPLACE TABLE %s (%s)" % (name, types))
            if rows:
                # One column of values after the other: much faster than a statement a row.
                lists = [list(column) for column in zip(*rows)]
                self.connection.execute(
                    "INSERT INTO %s SELECT %s" % (name, ", ".join("unnest($%d::%s[])" % (
                        place + 1, TYPES.get(column, "DOUBLE")) for place, column in enumerate(columns))), lists)

    def query(self, statement):
        result = self.connection.execute(statement)
        names = [column[0] for column in result.description]
        return [dict(zip(names, row)) for row in result.fetchall()]

    def close(self):
        self.connection.close()


class PostgreSQL:
    """A server of its own, run by an ordinary user, on a socket in a folder of its own."""

    name = "postgres"

    def __init__(self):
        self.initdb, self.control, self.psql = (self.find(name) for name in ("initdb", "pg_ctl", "psql"))
        self.folder = Path(tempfile.mkdtemp(prefix="hsi-pg-", dir="/tmp"))
        # The server refuses to run as root.
        self.prefix = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] if os.geteuid() == 0 else []
        if self.prefix:
            shutil.chown(self.folder, "nobody", "nogroup")
        self.run(self.initdb, "-A", "trust", "-U", "hsi", "-D", self.folder / "data", "--locale=C.UTF-8", "-E", "UTF8")
        self.run(self.control, "-D", self.folder / "data", "-w", "-l", self.folder / "log",
                 "-o", "-k %s -c listen_addresses='' -c fsync=off" % self.folder, "start")

    @staticmethod
    def find(name):
        places = [shutil.which(name)] + sorted(Path("/usr/lib/postgresql").glob("*/bin/" + name), reverse=True)
        for place in places:
            if place:
                return str(place)
        raise Missing("%s of PostgreSQL is not installed" % name)

    def run(self, *command):
        subprocess.run(self.prefix + [str(word) for word in command], check=True, cwd="/", stdout=subprocess.DEVNULL)

    def load(self, tables):
        self.script = ""
        for name, (columns, rows) in tables.items():
            types = ", ".join('"%s" %s' % (column, TYPES.get(column, "DOUBLE PRECISION")) for column in columns)
            self.script += "CREATE TEMPORARY TABLE %s (%s);\nCOPY %s FROM stdin (FORMAT csv);\n" % (name, types, name)
            self.script += "".join(",".join(self.field(value) for value in row) + "\n" for row in rows) + "\\.\n"
            self.script += "ANALYZE %s;\n" % name

    @staticmethod
    def field(value):
        if value is None:
            return ""
        if isinstance(value, float) and not math.isfinite(value):
            return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
        return ("true" if value else "false") if isinstance(value, bool) else repr(value) if isinstance(value, float) else str(value)

    def query(self, statement):
        done = subprocess.run(
            [self.psql, "-X", "-q", "--csv", "-v", "ON_ERROR_STOP=1", "-h", str(self.folder), "-U", "hsi", "-d", "postgres", "-f", "-"],
            input=self.script + statement, text=True, capture_output=True, cwd="/")
        if done.returncode:
            raise RuntimeError(done.stderr[-2000:])
        return [{name: self.value(name, text) for name, text in row.items()} for row in csv.DictReader(done.stdout.splitlines())]

    @staticmethod
    def value(name, text):
        if text == "":
            return None
        return text if name in ("unit", "status", "fault", "indicator", "node", "dimension") else float(text)

    def close(self):
        self.run(self.control, "-D", self.folder / "data", "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)


ENGINES = {"duckdb": DuckDB, "postgres": PostgreSQL, "spark": spark.Spark}
