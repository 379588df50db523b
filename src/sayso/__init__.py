"""sayso: reads news reports into a record that keeps who says so."""
