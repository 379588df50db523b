"""How many, by whose count: a Doc to figures."""
