"""Who did what to whom: a Doc to events."""
