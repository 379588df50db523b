"""The parse: a report's text to a spaCy Doc with syntax, entities and the heads' anchors."""
