"""The parse as a component of a spaCy pipeline: ``spacy.blank("en").add_pipe("sayso")``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from sayso.parse.document import annotate
from sayso.parse.heads import DEFAULT
from sayso.parse.model import FOLDER, model


class Parser:
    """Sets trees, tags, lemmas, entities and anchors on a Doc, by the weights in ``folder``.

    Where the Doc comes with a tree of another component, that tree stays (Universal Dependencies
    are taken for granted), and only the anchors are added. The weights load at the first Doc.
    """

    def __init__(self, folder: Path = FOLDER, kinds: tuple[str, ...] = DEFAULT) -> None:
        self.folder, self.kinds = folder, kinds

    def __call__(self, doc: Doc) -> Doc:
        """Return the Doc, annotated."""
        return annotate(doc, model(self.folder), kinds=self.kinds)

    def pipe(self, docs: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """Annotate Docs one after the other: a report reads the same alone and among others."""
        for doc in docs:
            yield self(doc)


@Language.factory("sayso", default_config={"folder": None})
def make(nlp: Language, name: str, folder: str | None) -> Parser:
    """Return the component for a pipeline; ``folder`` names other weights than the package's."""
    return Parser(Path(folder) if folder else FOLDER)
