"""Found records against gold ones, and the parse against treebanks: scores, never decisions."""
