"""`intervisie`: leads a group through structured peer consultation, in a terminal."""

__version__ = "0.1.0"
