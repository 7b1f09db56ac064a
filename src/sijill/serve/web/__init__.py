"""The workbench: a register that people read, judge and correct in a browser. Imported by `sijill serve` alone."""

from sijill.serve.web.app import make_app

__all__ = ["make_app"]
