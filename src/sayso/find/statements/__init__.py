"""On whose say-so: a Doc to statements."""
