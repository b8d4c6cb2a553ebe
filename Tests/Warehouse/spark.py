"""Statements in Spark, on one machine and without a cluster.

Spark writes each step of WITH into the steps that name it and works it out as often as it is named: an optimiser for
clusters, which takes half a minute for statements that others run in a hundredth of a second. So steps are run one after
the other, each query as it is printed, and a temporary view holds what it gives. `whole` runs the statement as it is.
"""

import shutil

import steps
from tables import TYPES, Missing

# A table of more rows is large: code is then compiled for each step, and partitions are kept where they are.
LARGE = 5_000
SETTINGS = {
    "spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.log.level": "ERROR",
    "spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1", "spark.driver.memory": "3g",
    # Tasks are small: to hand them around takes longer than to do them.
    "spark.sql.shuffle.partitions": "1", "spark.default.parallelism": "1", "spark.sql.adaptive.enabled": "false",
    # Each sort and each sum takes a page, of 64 MB where nobody says how large: most of the time would go into clearing them.
    "spark.buffer.pageSize": "1m", "spark.sql.maxPlanStringLength": "1000", "spark.sql.ui.retainedExecutions": "1",
    "spark.ui.retainedJobs": "1", "spark.ui.retainedStages": "1",
    # The second compiler of Java pays off after minutes only, and takes a processor until then.
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
}


class Spark:
    name = "spark"

    def __init__(self):
        try:
            from pyspark.sql import DataFrame, SparkSession
        except ImportError as error:
            raise Missing("the package pyspark of python3 is not installed; WITH_SPARK=1 make test-engines installs it") from error
        if not shutil.which("java"):
            raise Missing("java, by which Spark runs, is not installed")
        builder = SparkSession.builder.master("local[1]")
        for name, value in SETTINGS.items():
            builder = builder.config(name, value)
        self.session, self.frame = builder.getOrCreate(), DataFrame
        self.compile(False)

    def compile(self, is_large):
        """Whether queries become code of Java, which pays for large tables alone."""
        self.is_large = is_large
        self.session.conf.set("spark.sql.codegen.wholeStage", str(is_large).lower())
        self.session.conf.set("spark.sql.codegen.factoryMode", "FALLBACK" if is_large else "NO_CODEGEN")

    def load(self, tables):
        types = {"VARCHAR": "STRING", "INTEGER": "INT", "BOOLEAN": "BOOLEAN"}
        for name, (columns, rows) in tables.items():
            schema = ", ".join("`%s` %s" % (column, types.get(TYPES.get(column, ""), "DOUBLE")) for column in columns)
            self.session.createDataFrame([tuple(row) for row in rows], schema).createOrReplaceTempView(name)
        self.compile(any(len(rows) > LARGE for _, rows in tables.values()))

    def query(self, statement):
        """Runs the steps of a statement one after the other, as they are printed."""
        named, last = steps.cut(statement)
        for name, query in named:
            made = self.session.sql(query)
            self.kept(made).createOrReplaceTempView(name)
        rows = self.whole(last)
        for name, _ in named:
            self.session.sql("DROP VIEW " + name)
        return rows

    def kept(self, made):
        """Rows that are worked out once: small ones as values, of which Spark makes no task."""
        if self.is_large:
            return made.localCheckpoint()
        rows = made._jdf.collectAsList()
        return self.frame(self.session._jsparkSession.createDataFrame(rows, made._jdf.schema()), self.session)

    def whole(self, statement):
        """Runs a statement as it is."""
        return [row.asDict() for row in self.session.sql(statement.rstrip().rstrip(";")).collect()]

    def close(self):
        self.session.stop()
