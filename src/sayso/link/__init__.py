"""Readings to links: same report, same happening, changing figures, disputes."""
