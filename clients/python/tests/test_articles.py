"""What becomes an article to hand in."""

import json
from pathlib import Path

import pytest

from sayso import InvalidInput
from sayso.articles import Source, articles


def test_folders_files_lines_and_front_matter(tmp_path: Path) -> None:
    inner = tmp_path / "week 1"
    inner.mkdir()
    (inner / "a.txt").write_text(
        "---\ntitle: Quay: shut\ndate: 2024-05-22\n---\nThe quay stays shut.\n", encoding="utf-8"
    )
    (inner / "b.html").write_text("<p>Page</p>", encoding="utf-8")
    (inner / "c.jsonl").write_text(
        '{"text": "One", "url": null}\n\n{"text": "Two", "statements": []}\n', encoding="utf-8"
    )
    (inner / "d.png").write_bytes(b"\x89PNG")
    found = [article for _, article in articles(tmp_path, {"publisher": "Selm Courier", "title": "by flag"})]
    assert found == [
        {
            "publisher": "Selm Courier",
            "title": "Quay: shut",
            "publishedAt": "2024-05-22",
            "text": "The quay stays shut.\n",
        },
        {"publisher": "Selm Courier", "title": "by flag", "html": "<p>Page</p>"},
        {"publisher": "Selm Courier", "title": "by flag", "text": "One"},
        {
            **{"publisher": "Selm Courier", "title": "by flag", "text": "Two"},
            "reading": {"text": "Two", "statements": []},
        },
    ]


def test_texts_addresses_and_mappings() -> None:
    sources: list[Source] = ["https://example.org/a", "A text.", {"text": "B", "published_at": "2024"}]
    assert [article for _, article in articles(sources, {})] == [
        {"url": "https://example.org/a"},
        {"text": "A text."},
        {"text": "B", "publishedAt": "2024"},
    ]


@pytest.mark.parametrize(
    ("name", "content", "advice"),
    [
        ("a.txt", "Č".encode("cp1250"), "not in UTF-8"),
        ("a.jsonl", b'{"text": "x"}\n{', "line 2: no JSON"),
        ("a.jsonl", json.dumps(["x"]).encode(), "write an object"),
        ("a.txt", b"---\nheadline: x\n---\ny", "no field 'headline'"),
    ],
)
def test_faults_name_the_place(tmp_path: Path, name: str, content: bytes, advice: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InvalidInput, match=advice):
        list(articles(tmp_path / name, {}))


def test_missing_files_and_fields_are_told(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="No such file"):
        list(articles(tmp_path / "none.txt", {}))
    with pytest.raises(InvalidInput, match="no field 'body'"):
        list(articles({"body": "x"}, {}))
