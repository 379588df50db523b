"""Many reports: Articles to Readings, one after another or side by side."""
