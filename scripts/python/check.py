"""Check everything in Python against one fresh server: the client, its wheel, the notebooks, the documents and the readers of exports.

Without SAYSO_URL a server of our own is built, started and stopped; one at SAYSO_URL is used and left alone.
"""

import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from server import FreshServer, ServerFailed

ROOT = Path(__file__).resolve().parent.parent.parent
CLIENT = ROOT / "clients" / "python"
HERE = ROOT / "scripts" / "python"
START_SECONDS = 900  # a first start fetches Neo4j

STATIC = [
    ("generated code", [sys.executable, "generate.py", "--check"]),
    ("ruff", [sys.executable, "-m", "ruff", "check", "--quiet", "."]),
    ("ruff format", [sys.executable, "-m", "ruff", "format", "--quiet", "--check", "."]),
    ("mypy", [sys.executable, "-m", "mypy", "--no-error-summary"]),
    ("documents", [sys.executable, str(ROOT / "scripts" / "docs" / "build.py")]),
]
# The notebooks come first: their committed outputs are those of a fresh graph.
LIVE = [
    ("notebooks", [sys.executable, str(HERE / "execute.py")]),
    ("exports", [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(HERE / "test_exports.py")]),
    ("pytest", [sys.executable, "-m", "pytest"]),
    ("reconciliation", [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(HERE / "test_reconcile.py")]),
    ("wheel", [sys.executable, str(HERE / "wheel.py")]),
]


def main():
    """Return the exit code: 1 when a step failed."""
    failed = run_steps(STATIC)
    try:
        url = os.environ.get("SAYSO_URL")
        if url:
            failed += run_steps(LIVE)
        else:
            with FreshServer(ROOT, START_SECONDS) as server:
                os.environ["SAYSO_URL"] = server.url
                failed += run_steps(LIVE)
    except ServerFailed as problem:
        print(f"python: {problem}", file=sys.stderr)
        return 1
    print(f"{len(STATIC) + len(LIVE) - failed} passed, {failed} failed", flush=True)
    return 1 if failed else 0


def run_steps(steps):
    """Run each step in the client's folder, say how it went, and return how many failed."""
    failed = 0
    environment = {**os.environ, "PYTHONPATH": str(CLIENT / "src")}
    for name, command in steps:
        started = time.monotonic()
        with TemporaryDirectory(prefix="sayso-check-") as folder:
            code = subprocess.run(command, cwd=CLIENT, env={**environment, "TMPDIR": folder}).returncode
        failed += bool(code)
        print(f"{'FAIL' if code else 'ok'}  {name}  {time.monotonic() - started:.1f} s", flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main())
