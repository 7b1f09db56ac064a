"""Claims of one happening -> the incident; incidents -> tolls. Nothing here touches the register."""

from sijill.reconcile.crosschecks import series
from sijill.reconcile.incidents import reconcile
from sijill.reconcile.main import main_of
from sijill.reconcile.nesting import Nesting, nested
from sijill.reconcile.rules import Rule, rule_of, rules
from sijill.reconcile.tallies import sums_by, tally

__all__ = ["Nesting", "Rule", "main_of", "nested", "reconcile", "rule_of", "rules", "series", "sums_by", "tally"]
