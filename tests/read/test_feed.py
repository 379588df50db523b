"""Tests of reading RSS and Atom."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.read.files import read_bytes, read_files
from sayso.record.reading import Article

Read = Callable[[str, bytes], list[Article]]
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Harbour Post</title><link>https://post.example/</link>
<item><title>Ferry held at port</title><link>https://post.example/1</link><guid>post-1</guid>
<pubDate>Mon, 20 Sep 1999 23:30:00 -0500</pubDate>
<description>A ferry is held.</description>
<content:encoded><![CDATA[<p>The coast guard said that a ferry with <b>40</b> people aboard
had been held &amp; searched.</p><script>alert(1)</script>
<p>It named no reason.</p>]]></content:encoded>
</item>
<item><title>Talks end</title><link>https://post.example/2</link>
<description>Talks ended without a deal,&lt;br&gt;the minister said.</description></item>
</channel></rss>
"""
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire of the Hills</title>
<entry><id>urn:hills:7</id><title>Shots at the pass</title><link href="https://hills.example/7"/>
<updated>1999-09-21T08:00:00Z</updated>
<content type="html">&lt;p&gt;Two guards were hurt, police said.&lt;/p&gt;</content></entry>
</feed>
"""


def test_an_item_of_rss_is_an_article_with_its_fullest_text(articles: Read) -> None:
    first, second = articles("feed", RSS.encode())
    assert first.text == (
        "The coast guard said that a ferry with 40 people aboard had been held & searched.\n"
        "It named no reason."
    )
    assert (first.id, first.url, first.title) == (
        "post-1", "https://post.example/1", "Ferry held at port",
    )  # fmt: skip
    assert (first.publisher, first.published) == ("The Harbour Post", "1999-09-20")
    assert second.text == "Talks ended without a deal,\nthe minister said."
    assert (second.id, second.published) == ("https://post.example/2", None)


def test_an_entry_of_atom_is_an_article(articles: Read) -> None:
    (article,) = articles("feed", ATOM.encode())
    assert article.text == "Two guards were hurt, police said."
    assert (article.id, article.publisher) == ("urn:hills:7", "Wire of the Hills")
    assert (article.url, article.published) == ("https://hills.example/7", "1999-09-21")


def test_a_feed_is_known_by_its_look(tmp_path: Path) -> None:
    for written in (RSS, ATOM):
        (tmp_path / "story").write_text(written)
        assert all(not a.problems for a in read_files([tmp_path / "story"]))


def test_of_a_feed_that_is_cut_off_the_entries_before_are_read_and_the_end_told(
    articles: Read,
) -> None:
    *sound, last = articles("feed", RSS.encode()[: RSS.index("<item><title>Talks") + 5])
    assert sound[0].id == "post-1"
    assert [p.code for p in last.problems] == ["truncated"]


def test_a_file_without_entries_is_told(articles: Read) -> None:
    for raw in (b"<map><loc>x</loc></map>", b"", b"<rss><channel></channel></rss>"):
        (article,) = articles("feed", raw)
        assert [p.code for p in article.problems] == ["no-text"]


def test_entities_that_grow_without_end_are_not_followed(articles: Read) -> None:
    rows = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "ha">{rows}]>' + RSS[39:].replace(
        "Ferry held at port", "&a11;"
    )
    assert all(len(a.text) + len(a.title or "") < 10_000 for a in articles("feed", bomb.encode()))


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_in_a_feed_are_read_without_an_error(raw: bytes) -> None:
    start = b"<rss><channel><item><description>"
    for article in read_bytes(start + raw + b"</description></item></channel></rss>"):
        assert isinstance(article.text, str)
