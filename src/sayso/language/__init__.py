"""Questions one may ask of a parsed sentence, and the word lists."""
