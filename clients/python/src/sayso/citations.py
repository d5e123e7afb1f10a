"""Statements as citations: who said it, where it stands, and a reference string ready to paste."""

from __future__ import annotations

from .generated.fragments import ArticleCited, StatementCited

LONGEST_QUOTE = 200


def said_by(statement: StatementCited) -> str:
    """Return who said it: the speaker, else the words that name one, else the article itself; channels follow."""
    words = " ".join(passage.text for passage in statement.source)
    first = statement.speaker.name if statement.speaker else words or "the article itself"
    return ", via ".join([first, *(channel.name for channel in statement.via)])


def in_marks(quote: str) -> str:
    """Return the quote inside quotation marks, unless it brings its own.

    >>> print(in_marks("We are leaving"), in_marks("«Мы уходим»"))
    “We are leaving” «Мы уходим»
    """
    return quote if quote[:1] in tuple('"“”„«「') else f"“{quote}”"


def shortened(quote: str) -> str:
    r"""Return the quote on one line, cut at a blank after LONGEST_QUOTE characters.

    >>> shortened("a  b\nc")
    'a b c'
    """
    line = " ".join(quote.split())
    return line if len(line) <= LONGEST_QUOTE else line[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"


def citation(statement: StatementCited) -> str:
    """Return who says what, and the outlet with its day: for a column beside the fact."""
    article = statement.article
    outlet = article.publisher.name if article.publisher else article.title or article.id
    source = ", ".join(filter(None, [outlet, article.published_at]))
    return f"{in_marks(shortened(statement.quote.exact))} — {said_by(statement)} ({source})"


def reference(article: ArticleCited) -> str:
    """Return the article as a reference: authors, title, outlet, days, address, and the hash that names its text."""
    parts = [
        ", ".join(article.authors or []),
        f"“{article.title}”" if article.title else "",
        article.publisher.name if article.publisher else "",
        article.published_at or "n.d.",
        article.url or "",
        f"retrieved {article.retrieved_at[:10]}" if article.retrieved_at else "",
        article.id,
    ]
    return ". ".join(part for part in parts if part) + "."


def pinpoint(statement: StatementCited) -> str:
    """Return the reference of the statement's article with the place of the quote, in code points of its text."""
    quote = statement.quote
    return f"{reference(statement.article)} Code points {quote.start}–{quote.end}."


def columns(statement: StatementCited | None) -> dict[str, object]:
    """Return the columns that every table has for its source; all None where a row has no statement."""
    if statement is None:
        return dict.fromkeys(COLUMNS)
    article = statement.article
    values: tuple[object, ...] = (
        statement.quote.exact,
        said_by(statement),
        article.publisher.name if article.publisher else None,
        article.title,
        article.published_at,
        article.url,
        citation(statement),
        pinpoint(statement),
        statement.id,
        article.id,
    )
    return dict(zip(COLUMNS, values, strict=True))


COLUMNS = (
    "quote",
    "said_by",
    "outlet",
    "article",
    "published",
    "url",
    "citation",
    "reference",
    "statement_id",
    "article_id",
)
