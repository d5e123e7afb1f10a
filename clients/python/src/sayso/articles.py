"""Articles to hand in: from texts, files, folders, addresses and lines of JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from .errors import InvalidInput

Article: TypeAlias = dict[str, Any]
Source: TypeAlias = str | Path | Mapping[str, Any]

TEXTS, PAGES, LINES = {".txt", ".md", ".text"}, {".html", ".htm", ".xhtml"}, {".jsonl", ".ndjson"}
FIELDS = {"text", "html", "title", "url", "publisher", "authors", "publishedAt", "retrievedAt", "language", "reading"}
RENAMED = {"date": "publishedAt", "published_at": "publishedAt", "retrieved_at": "retrievedAt"}


def articles(sources: Source | Iterable[Source], told: Mapping[str, Any]) -> Iterator[tuple[str, Article]]:
    """Yield each article with a name for messages. `told` fills what an article does not say of itself.

    A string that begins with http:// or https:// is an address that the server fetches, a Path is a file or a folder,
    another string is the text itself, a mapping is an article by its fields.
    """
    for source in [sources] if isinstance(sources, (str, Path, Mapping)) else sources:
        for name, article in _from(source):
            yield name, {**{_field(k): v for k, v in told.items() if v is not None}, **article}


def _from(source: Source) -> Iterator[tuple[str, Article]]:
    if isinstance(source, Mapping):
        article = {_field(str(k)): v for k, v in source.items() if v is not None}
        yield str(article.get("title") or article.get("url") or "article"), article
    elif isinstance(source, Path):
        yield from _folder(source) if source.is_dir() else _file(source)
    elif source.startswith(("http://", "https://")):
        yield source, {"url": source}
    else:
        yield source.strip()[:40] or "text", {"text": source}


def _field(name: str) -> str:
    renamed = RENAMED.get(name, name)
    if renamed not in FIELDS:
        raise InvalidInput(
            f"an article has no field {name!r}; it may have {', '.join(sorted(FIELDS))}", "INVALID_INPUT"
        )
    return renamed


def _folder(folder: Path) -> Iterator[tuple[str, Article]]:
    known = TEXTS | PAGES | LINES
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix.lower() in known:
            yield from _file(path)


def _file(path: Path) -> Iterator[tuple[str, Article]]:
    try:
        content = path.read_bytes()
    except OSError as problem:
        raise InvalidInput(f"{path}: {problem.strerror}", "INVALID_INPUT") from None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        advice = f"{path} is not in UTF-8; `sayso ingest {path}` reads other encodings"
        raise InvalidInput(advice, "INVALID_INPUT") from None
    if path.suffix.lower() in LINES:
        yield from _lines(path, text)
    elif path.suffix.lower() in PAGES:
        yield str(path), {"html": text}
    else:
        head, body = front_matter(text)
        yield str(path), {**{_field(k): v for k, v in head.items()}, "text": body}


def _lines(path: Path, text: str) -> Iterator[tuple[str, Article]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            fields = json.loads(line)
        except ValueError as problem:
            raise InvalidInput(f"{path}, line {number}: no JSON ({problem})", "INVALID_INPUT") from None
        if not isinstance(fields, dict):
            raise InvalidInput(f"{path}, line {number}: write an object with text, title, url ...", "INVALID_INPUT")
        yield f"{path}:{number}", _line(fields)


def _line(fields: Mapping[str, Any]) -> Article:
    """Return a line's article; what a reader found (mentions, statements, claims) becomes its reading."""
    article = {RENAMED.get(k, k): v for k, v in fields.items() if RENAMED.get(k, k) in FIELDS and v is not None}
    if "statements" in fields and "reading" not in article:
        article["reading"] = dict(fields)
    return article


def front_matter(text: str) -> tuple[dict[str, str], str]:
    r"""Return the fields between two lines of --- at the beginning of a text, and the text after them.

    >>> front_matter("---\ntitle: Quay: shut\n---\nThe quay stays shut.")
    ({'title': 'Quay: shut'}, 'The quay stays shut.')
    """
    if not text.startswith("---\n"):
        return {}, text
    head, end, body = text[4:].partition("\n---\n")
    if not end:
        return {}, text
    pairs = (line.partition(":") for line in head.splitlines() if ":" in line)
    return {key.strip(): value.strip().strip("\"'") for key, _, value in pairs}, body
