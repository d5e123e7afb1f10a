"""Execute every notebook against a Sayso server; fail when a cell fails, and note where one gives other words than the committed one shows.

Without SAYSO_URL a fresh server is built, started with a folder for its data that is thrown away, and stopped at the end; a server at
SAYSO_URL is used and left alone. Executed copies and their drawings go to .cache/notebooks-executed. With --update they are also put in
the place of the committed ones.
"""

import argparse
import asyncio
import base64
import os
import re
import shutil
import signal
import sys
import threading
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from traitlets.config import Config

from server import FreshServer, ServerFailed

ROOT = Path(__file__).resolve().parent.parent.parent
HERE = ROOT / "notebooks"
CLIENT = ROOT / "clients" / "python" / "src"
EXECUTED = ROOT / ".cache" / "notebooks-executed"
COLOUR_CODES = re.compile(r"\x1b\[[0-9;]*m")


def main():
    """Return the exit code: 0 when every notebook passed, 1 when not, 130 when interrupted."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--compare", action="store_true", help="fail where a notebook gives other words than the committed one shows")
    options.add_argument("--update", action="store_true", help="put the outputs into the committed notebooks")
    options.add_argument("--start-timeout", type=float, default=900, metavar="SECONDS",
                         help="how long the server may take; a first start fetches Neo4j (default %(default)s)")
    options.add_argument("--cell-timeout", type=int, default=300, metavar="SECONDS", help="how long a cell may take (default %(default)s)")
    chosen = options.parse_args()
    notebooks = sorted(HERE.glob("*.ipynb"))
    # A shell that runs this in the background ignores SIGINT for it; both signals end the run in the same tidy way.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, interrupted)
    try:
        return execute_all(notebooks, chosen)
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return 130
    except ServerFailed as problem:
        print(f"notebooks: {problem}", file=sys.stderr)
        return 1


def interrupted(number, frame):
    """Turn a signal into the exception that unwinds everything."""
    raise KeyboardInterrupt


def execute_all(notebooks, chosen):
    """Execute the notebooks against the given or a fresh server; print how many passed and failed."""
    url = os.environ.get("SAYSO_URL")
    if url:
        failed = execute_each(notebooks, url, chosen)
    else:
        with FreshServer(ROOT, chosen.start_timeout) as server:
            failed = execute_each(notebooks, server.url, chosen)
    print(f"{len(notebooks) - failed} passed, {failed} failed", flush=True)
    return 1 if failed or not notebooks else 0


def execute_each(notebooks, url, chosen):
    """Execute each notebook, say how it went, and give how many failed."""
    os.environ["SAYSO_URL"] = url
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(CLIENT), os.environ.get("PYTHONPATH")]))
    shutil.rmtree(EXECUTED, ignore_errors=True)
    EXECUTED.mkdir(parents=True)
    failed = 0
    for path in notebooks:
        started = time.monotonic()
        committed = nbformat.read(path, as_version=4)
        problem = execute(path, chosen.cell_timeout)
        if not problem and chosen.update:
            commit(path)
        elif not problem:
            other = differing(committed, nbformat.read(EXECUTED / path.name, as_version=4))
            problem = other if chosen.compare else None
            if other and not chosen.compare:  # a better reader finds more: that is no fault, but the committed outputs should follow
                print(f"note  {path.name}: {other}", flush=True)
        failed += bool(problem)
        print(f"{'FAIL' if problem else 'ok'}  {path.name}  {time.monotonic() - started:.1f} s" + (f"\n{problem}" if problem else ""), flush=True)
    return failed


def words(cell):
    """What a cell printed and showed, but for pictures, which differ between machines."""
    shown = []
    for out in cell.get("outputs", []):
        shown.append(out.text if out.output_type == "stream" else {k: v for k, v in out.data.items() if k == "text/html"} or out.data.get("text/plain"))
    return [text for text in shown if not str(text).startswith("<Figure")]


def differing(committed, executed):
    """Say which cell gave other words than it has in the committed notebook, or return None."""
    for before, after in zip(committed.cells, executed.cells, strict=True):
        if before.cell_type == "code" and words(before) != words(after):
            return f"this cell gives other output than the committed notebook has (make notebooks ARGS=--update takes it over):\n{indent(before.source)}"
    return None


def commit(path):
    """Put the executed notebook in the place of the committed one, without what changes from run to run."""
    notebook = nbformat.read(EXECUTED / path.name, as_version=4)
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
    notebook.metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}, "language_info": {"name": "python"}}
    path.write_text(nbformat.writes(notebook, indent=1) + "\n", encoding="utf-8")


def execute(path, cell_timeout):
    """Execute one notebook, keep the executed copy, and return what went wrong or None."""
    notebook = nbformat.read(path, as_version=4)
    with TemporaryDirectory(prefix="sayso-kernel-") as folder:
        return execute_there(notebook, path, cell_timeout, folder)


def execute_there(notebook, path, cell_timeout, folder):
    """Execute the notebook in a kernel with its sockets in the folder, where other users of the machine cannot listen."""
    sockets = {} if os.name == "nt" else {"transport": "ipc", "ip": str(Path(folder) / "kernel")}  # Windows has none of this kind
    begun = []
    client = NotebookClient(notebook, timeout=cell_timeout, kernel_name="python3", resources={"metadata": {"path": str(HERE)}},
                            config=Config(KernelManager=sockets), shutdown_kernel="immediate",
                            on_cell_execute=lambda cell, cell_index: begun.append(cell))
    try:
        aside(client.async_execute())
        return unfinished(notebook)
    except CellExecutionError as problem:
        return failing_cell(begun, f"{problem.ename}: {problem.evalue}")
    except CellTimeoutError:
        return failing_cell(begun, f"the cell took longer than {cell_timeout} s")
    except DeadKernelError:
        return failing_cell(begun, "the Python that runs the cells died")
    except RuntimeError as problem:
        return failing_cell(begun, f"the Python that runs the cells failed: {problem}")
    finally:
        keep(notebook, path.stem)


def aside(execution):
    """Run the coroutine to its end on a thread of its own, where nbclient cannot take the signals away from us; an interrupt ends it tidily."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        asyncio.run_coroutine_threadsafe(execution, loop).result()
    finally:
        asyncio.run_coroutine_threadsafe(end_tasks(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def end_tasks():
    """Cancel what still runs and wait until it has cleaned up: the kernel is stopped then."""
    tasks = asyncio.all_tasks() - {asyncio.current_task()}
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def unfinished(notebook):
    """Say which code cell was not run or drew nothing where it should have, or return None."""
    for cell in notebook.cells:
        if cell.cell_type == "code" and cell.source.strip() and cell.execution_count is None:
            return f"this cell was not run:\n{indent(cell.source)}"
        if "plt.show()" in cell.source and cell.cell_type == "code" and not any("image/png" in o.get("data", {}) for o in cell.outputs):
            return f"this cell drew nothing:\n{indent(cell.source)}"
    return None


def failing_cell(begun, problem):
    """The problem, with the last of the cells that were begun and its traceback."""
    if not begun:
        return problem
    trace = [line for out in begun[-1].outputs if out.output_type == "error" for line in out.traceback]
    return f"{problem}\nin the cell\n{indent(begun[-1].source)}\n{COLOUR_CODES.sub('', chr(10).join(trace))}".rstrip()


def indent(source):
    """The text, four blanks further in."""
    return "\n".join("    " + line for line in source.splitlines())


def keep(notebook, stem):
    """Save the executed notebook and each picture in it."""
    nbformat.write(notebook, EXECUTED / f"{stem}.ipynb")
    pictures = [out.data["image/png"] for cell in notebook.cells for out in cell.get("outputs", []) if "image/png" in out.get("data", {})]
    for number, picture in enumerate(pictures, 1):
        (EXECUTED / f"{stem}-{number}.png").write_bytes(base64.b64decode(picture))


if __name__ == "__main__":
    sys.exit(main())
