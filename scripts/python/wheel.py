"""Build the client's wheel, install it into an empty virtual environment, and ask the server at SAYSO_URL with it."""

import os
import subprocess
import sys
import venv
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent.parent

# The pinned versions hold for what the wheel asks for, too.
PINS = ROOT / "scripts" / "python" / "requirements.txt"

TRIED = """
import importlib.resources, sayso
rows = sayso.Sayso().who_did("recognized", "Donetsk")
assert "Russia" in {row.actor.name for row in rows}, rows
assert importlib.resources.files("sayso").joinpath("py.typed").is_file()
assert "Russia" in rows._repr_html_()
try:
    rows.df()
except ImportError as problem:
    assert "pip install 'sayso[tables]'" in str(problem), problem
else:
    raise AssertionError("pandas is there, so the environment was not empty")
"""


def main():
    """Raise CalledProcessError when a step fails."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    with TemporaryDirectory(prefix="sayso-wheel-") as folder:
        build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, str(ROOT / "clients" / "python")]
        subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
        (wheel,) = Path(folder).glob("*.whl")
        venv.create(Path(folder) / "empty", with_pip=True)
        python = str(Path(folder) / "empty" / ("Scripts" if os.name == "nt" else "bin") / "python")
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary", ":all:"]
        subprocess.run([*pip, "-c", str(PINS), str(wheel)], check=True)
        subprocess.run([python, "-c", TRIED], check=True, cwd=folder, env=environment)
    print(f"{wheel.name} answers from an empty environment")


if __name__ == "__main__":
    main()
