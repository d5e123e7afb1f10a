"""A fresh Sayso server for one run: built, started on free ports with throw-away data, and stopped. It may not touch any other server."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
from collections import deque
from contextlib import ExitStack
from pathlib import Path

import httpx

# The server gives Neo4j a minute to close its store and requests ten seconds to end.
STOP_SECONDS = 90


class ServerFailed(Exception):
    """The server could not be built or did not get ready; the message says why."""


class FreshServer:
    """A server of our own as a context manager: `url` is its address while the block runs."""

    def __init__(self, root, start_timeout):
        """root is the project's folder; start_timeout, in seconds, covers a first start that fetches Neo4j."""
        self.root, self.start_timeout = root, start_timeout
        self.url, self.process, self.folder = None, None, None
        self.lines = deque(maxlen=40)

    def __enter__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="sayso-notebooks-"))
        try:
            self._build()
            self._start()
            self._wait()
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(self, *_):
        self._stop()

    def tail(self):
        """The last lines that the server printed."""
        return "\n".join(self.lines)

    def _build(self):
        print("building the server", flush=True)
        try:
            built = subprocess.run(["go", "build", "-o", str(self._binary()), "./cmd/gqlserver"], cwd=self.root, capture_output=True, text=True)
        except FileNotFoundError:
            raise ServerFailed("go is not on the PATH; install Go, or set SAYSO_URL to a running server") from None
        if built.returncode:
            raise ServerFailed(f"the server does not build:\n{built.stderr}")

    def _binary(self):
        return self.folder / ("gqlserver.exe" if os.name == "nt" else "gqlserver")

    def _start(self):
        api, bolt, browser = free_addresses(3)
        self.url = f"http://{api}"
        # Settings in the environment would point the server at somebody's own graph.
        clean = {name: value for name, value in os.environ.items() if not name.startswith("SAYSO_")}
        # A proxy has no way to an address of this machine.
        os.environ["NO_PROXY"] = os.environ["no_proxy"] = ",".join(filter(None, [os.environ.get("NO_PROXY") or os.environ.get("no_proxy"), "127.0.0.1"]))
        command = [str(self._binary()), "--data", str(self.folder / "data"), "--listen", api, "--neo4j-bolt", bolt, "--neo4j-http", browser]
        # In a session of its own an interrupt at the keyboard reaches it only through _stop, once.
        self.process = subprocess.Popen(command, cwd=self.root, env=clean, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                        stderr=subprocess.STDOUT, text=True, errors="replace", start_new_session=True)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        """Show what the server says, and keep the end of it."""
        for line in self.process.stdout:
            self.lines.append(line.rstrip())
            print("  " + line, end="", flush=True)

    def _wait(self):
        deadline = time.monotonic() + self.start_timeout
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise ServerFailed(f"the server ended with code {self.process.returncode} before it was ready:\n{self.tail()}")
            try:
                if httpx.get(f"{self.url}/readyz", timeout=10).status_code == 200:
                    return
            except httpx.TransportError:
                pass
            time.sleep(0.5)
        raise ServerFailed(f"the server was not ready within {self.start_timeout:.0f} s:\n{self.tail()}")

    def _stop(self):
        """End the server and remove its data. A second interrupt cannot leave half of it behind."""
        asked = {number: signal.signal(number, signal.SIG_IGN) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            if self.process and self.process.poll() is None:
                self.process.terminate()
                try:
                    self.process.wait(STOP_SECONDS)
                except subprocess.TimeoutExpired:
                    self.process.kill()
                    self.process.wait()
            shutil.rmtree(self.folder, ignore_errors=True)
        finally:
            for number, handler in asked.items():
                signal.signal(number, handler)


def free_addresses(count):
    """So many different free addresses of this machine; all are held at once so that none comes twice."""
    with ExitStack() as held:
        sockets = [held.enter_context(socket.socket()) for _ in range(count)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return ["127.0.0.1:%d" % one.getsockname()[1] for one in sockets]
