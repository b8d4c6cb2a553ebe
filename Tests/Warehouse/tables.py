"""What the engines have in common: the types of the columns of tables, and a word for engines that are absent."""

TYPES = {"unit": "VARCHAR", "indicator": "VARCHAR", "year": "INTEGER", "un_member": "BOOLEAN", "un_observer": "BOOLEAN",
         "region": "VARCHAR", "income_group": "VARCHAR"}


class Missing(Exception):
    """An engine that is not installed."""
