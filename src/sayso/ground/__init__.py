"""Mentions to places, parties and times."""
