"""Answers of the store to the geometry of drawings; templates write them as SVG."""
