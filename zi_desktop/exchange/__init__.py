"""Packages that carry an evaluation from laptop to laptop and to the office."""
