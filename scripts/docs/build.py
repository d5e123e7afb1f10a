"""Build the documents as a site in .cache/docs/site; fail on a link that leads nowhere, within the site or the project.

The documents are written to be read in the project's folders too. Here they are laid side by side: those of other folders under the name that
PAGES gives them, with links rewritten. A link to a file that is no document becomes the file's path.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / ".cache" / "docs"
LINK = re.compile(r"(!?\[[^\]]*\])\(([^)\s]+)\)")

# Documents that stand elsewhere, by their path from the top, and the pages they become.
PAGES = {
    "ARCHITECTURE.md": "architecture.md",
    "SECURITY.md": "security.md",
    "clients/python/README.md": "python.md",
    "notebooks/README.md": "notebooks.md",
    "docs/neo4j-browser/README.md": "neo4j-browser.md",
}


def pages():
    """Every document by its path from the top, and the page it becomes."""
    found = {f"docs/{path.name}": path.name for path in (ROOT / "docs").glob("*.md")}
    decisions = {f"docs/decisions/{path.name}": f"decisions/{path.name}" for path in (ROOT / "docs" / "decisions").glob("*.md")}
    return found | decisions | PAGES


def linked(match, source, page, known, faults):
    """A link of a document as the page needs it: to another page, or the path of a file of the project in plain words."""
    label, target = match.groups()
    address, _, anchor = target.partition("#")
    if re.match(r"[a-z]+:", target) or not address:
        return match.group(0)
    path = os.path.normpath(os.path.join(os.path.dirname(source), address))
    if (ROOT / path).is_dir() and f"{path}/README.md" in known:
        path = f"{path}/README.md"
    if not (ROOT / path).exists():
        faults.append(f"{source}: {target} leads nowhere")
        return match.group(0)
    if path in known:
        there = os.path.relpath(known[path], os.path.dirname(page) or ".")
        return f"{label}({there}{'#' + anchor if anchor else ''})"
    if path.startswith("docs/images/"):
        return f"{label}({os.path.relpath(path.removeprefix('docs/'), os.path.dirname(page) or '.')})"
    return f"{label.strip('[]')} (`{path}`)"


def lay_out(known):
    """Write the pages with their links, and return what is wrong with these."""
    faults = []
    shutil.rmtree(OUT / "pages", ignore_errors=True)
    for source, page in known.items():
        text = (ROOT / source).read_text(encoding="utf-8")
        text = LINK.sub(lambda m, s=source, p=page: linked(m, s, p, known, faults), text)
        target = OUT / "pages" / page
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    shutil.copytree(ROOT / "docs" / "images", OUT / "pages" / "images")
    return faults


def main():
    known = pages()
    faults = lay_out(known)
    if faults:
        sys.exit("\n".join(faults))
    shutil.copy(ROOT / "docs" / "site" / "zensical.toml", OUT / "zensical.toml")
    zensical = Path(sys.executable).with_name("zensical")
    built = subprocess.run([zensical, "build", "--clean", "--strict"], cwd=OUT)
    if built.returncode:
        sys.exit("the site of the documents was not built")
    print(f"{len(known)} pages: {OUT / 'site' / 'index.html'}")


if __name__ == "__main__":
    main()
