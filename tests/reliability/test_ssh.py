"""As the forced command of a real sshd on this machine's own loopback: no way out, and a lost client loses nothing."""

import getpass
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.reliability.room import Spoiled, furnished, half_typed, prepared, room, said
from tests.terminal.ptysession import ROOT

SSHD = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")

README_LINES = """
PermitUserEnvironment no
AcceptEnv LANG LC_*
Match User {user}
    ForceCommand exec {command}
    DisableForwarding yes
    PermitUserRC no
    PermitTTY yes
    ClientAliveInterval 15
    ClientAliveCountMax 3
"""


def why_not() -> str:
    """Why this cannot be tried here; empty when it can."""
    if not SSHD or not shutil.which("ssh") or not shutil.which("ssh-keygen"):
        return "sshd, ssh or ssh-keygen is not installed"
    if os.geteuid() == 0:
        with suppress(OSError):
            prepared(Path("/run/sshd"))  # sshd wants its empty folder
        if not Path("/run/sshd").is_dir():
            return "/run/sshd cannot be made"
    return ""


pytestmark = pytest.mark.skipif(why_not() != "", reason=why_not())


KEY_OPTIONS = 'restrict,pty,command="exec {command}" '
"""What the README puts before a key, for one key instead of an account."""

SFTP = "/usr/lib/openssh/sftp-server"
COMMANDS = ("id", SFTP, "scp -t /tmp")
WAYS = ("ForceCommand", "authorized_keys")


class Server:
    """An sshd on 127.0.0.1 with a key of its own that forces the program on everybody, on whoever has the key, or (the
    way is "login shell") on nobody.
    """

    def __init__(self, home: Path, words: tuple[str, ...], way: str) -> None:
        self.user = getpass.getuser()
        self.folder = prepared(home / "ssh")
        self.folder.chmod(0o700)
        for name in ("host", "user"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(self.folder / name)], check=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        surroundings = f"HOME={home} XDG_DATA_HOME={home}/data XDG_CONFIG_HOME={home}/config PYTHONPATH={ROOT}"
        command = f"env {surroundings} {sys.executable} -m intervisie_tui {' '.join(words)}"
        options = KEY_OPTIONS.format(command=command) if way == "authorized_keys" else ""
        (self.folder / "authorized").write_text(options + (self.folder / "user.pub").read_text())
        sftp = SFTP if way == "login shell" else "internal-sftp"  # what no shell can refuse, as the README says
        forced = README_LINES.format(user=self.user, command=command) if way == "ForceCommand" else ""
        (self.folder / "config").write_text(
            f"Port {self.port}\nListenAddress 127.0.0.1\nHostKey {self.folder}/host\nPidFile none\nStrictModes no\n"
            f"AuthorizedKeysFile {self.folder}/authorized\nPermitRootLogin prohibit-password\nUsePAM no\n"
            f"PasswordAuthentication no\nKbdInteractiveAuthentication no\nSubsystem sftp {sftp}\n" + forced
        )
        assert SSHD
        self.process = subprocess.Popen(
            [SSHD, "-D", "-e", "-f", str(self.folder / "config")], stderr=(self.folder / "log").open("wb")
        )
        self._wait_until_it_listens()

    def _wait_until_it_listens(self) -> None:
        end = time.monotonic() + 10
        while True:
            assert self.process.poll() is None, (self.folder / "log").read_text()
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 0.2):
                return
            assert time.monotonic() < end
            time.sleep(0.05)

    def client(self, *options: str, command: str = "ssh") -> tuple[str, ...]:
        port = "-P" if command == "sftp" else "-p"
        return (
            *(command, "-F", "/dev/null", port, str(self.port), "-i", str(self.folder / "user")),
            *("-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR"),
            *("-o", "IdentitiesOnly=yes", "-o", "BatchMode=yes", *options),
            f"{self.user}@127.0.0.1",
        )


@contextmanager
def server(home: Path, *words: str, way: str = "ForceCommand") -> Iterator[Server]:
    made = Server(home, words, way)
    try:
        yield made
    finally:
        made.process.terminate()
        made.process.wait()


@contextmanager
def at_a_terminal(made: Server, home: Path) -> Iterator[Spoiled]:
    session = Spoiled(home, command=made.client("-tt"))
    try:
        yield session
    finally:
        session.close()


def programs(home: Path) -> list[int]:
    """The processes that run the program for this home."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            words, surroundings = (path / "cmdline").read_bytes(), (path / "environ").read_bytes()
            ours = words.split(b"\0")[1:3] == [b"-m", b"intervisie_tui"]
            if ours and f"XDG_DATA_HOME={home}/".encode() in surroundings:
                found.append(int(path.name))
    return found


def test_the_readme_has_the_lines_that_are_tried_here() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for line in README_LINES.splitlines():
        assert line.strip().partition("{")[0] in readme
    assert KEY_OPTIONS.partition("{")[0] in readme


@pytest.mark.parametrize("way", WAYS)
def test_a_client_that_is_lost_has_its_words_saved_and_leaves_nobody(tmp_path: Path, way: str) -> None:
    with server(tmp_path, *furnished(tmp_path), way=way) as made, at_a_terminal(made, tmp_path) as session:
        session.see("Gesprek", "opgeslagen")
        session.say("Over de lijn gezegd")
        session.press("half over de lijn")
        session.see("half over de lijn")
        assert programs(tmp_path)
        session.process.send_signal(signal.SIGKILL)
        start = time.monotonic()
        session.until(lambda: not programs(tmp_path), 5)
        assert time.monotonic() - start <= 1.0  # half a second, and sshd's own
        assert said(tmp_path) == ["Over de lijn gezegd"]
        assert half_typed(tmp_path) == "half over de lijn"


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("command", ["id; cat /etc/passwd", "/bin/sh", "intervisie export /etc/passwd"])
def test_another_command_is_not_run(tmp_path: Path, command: str, way: str) -> None:
    with server(tmp_path, way=way) as made:
        done = subprocess.run([*made.client(), command], capture_output=True, timeout=20, check=False)
        assert done.returncode == 2
        assert b"ssh -t" in done.stderr
        assert done.stdout == b""
        with with_a_terminal_for(made, tmp_path, command) as session:  # nor with a terminal
            session.see("Beginnen")
            assert "uid=" not in session.text


@contextmanager
def with_a_terminal_for(made: Server, home: Path, command: str) -> Iterator[Spoiled]:
    session = Spoiled(home, command, command=made.client("-tt"))
    try:
        yield session
    finally:
        session.close()


@pytest.mark.parametrize("way", WAYS)
def test_files_and_forwarding_and_variables_are_refused(tmp_path: Path, way: str) -> None:
    with server(tmp_path, way=way) as made:
        done = subprocess.run(made.client(command="sftp"), input=b"ls\n", capture_output=True, timeout=20, check=False)
        assert done.returncode != 0
        assert b"sftp>" not in done.stdout
        forward = ("-N", "-o", "ExitOnForwardFailure=yes", "-R", "127.0.0.1:0:127.0.0.1:22")
        done = subprocess.run(made.client(*forward), capture_output=True, timeout=20, check=False)
        assert done.returncode != 0
        hostile = {**os.environ, "TEXTUAL_DRIVER": "evil:Driver", "BASH_ENV": "/dev/null", "PYTHONSTARTUP": "/x"}
        send = ("-tt", "-o", "SendEnv=TEXTUAL_DRIVER", "-o", "SendEnv=PYTHONSTARTUP")
        session = Spoiled(tmp_path, command=made.client(*send), environment=hostile)
        try:
            session.see("Beginnen")
            pid = programs(tmp_path)[0]
            assert b"evil" not in Path(f"/proc/{pid}/environ").read_bytes()
        finally:
            session.close()


KEYS_THAT_LEAD_OUT = "\x1a\x1c\x03\x10\x0f\x18\x1b:!sh\r"


def test_no_key_starts_another_program(tmp_path: Path) -> None:
    with server(tmp_path, *furnished(tmp_path)) as made, at_a_terminal(made, tmp_path) as session:
        session.see("Gesprek", "opgeslagen")
        for key in KEYS_THAT_LEAD_OUT:
            session.press(key)
            session.read_for(0.05)
        outer = min(programs(tmp_path))
        family = [outer]
        for pid in family:
            family += [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
        assert all(b"intervisie_tui" in Path(f"/proc/{pid}/cmdline").read_bytes() for pid in family)
        assert b"\x1b]" not in session.output


@pytest.mark.parametrize("command", COMMANDS)
def test_called_as_a_login_shell_it_runs_no_command(tmp_path: Path, command: str) -> None:
    """How sshd calls a login shell for `ssh host command`: with `-c`."""
    with room(tmp_path, "-c", command) as session:
        assert session.until_ended() == 2
        assert "uid=" not in session.text
        assert "gebruik: intervisie" in session.text


def test_it_is_a_login_shell_that_lets_nobody_out(tmp_path: Path) -> None:
    """An account whose shell is the program as it is installed, for as long as this takes."""
    with server(tmp_path, way="login shell") as made, an_account(made, tmp_path / "home"):
        for command in COMMANDS:
            done = subprocess.run([*made.client(), command], capture_output=True, timeout=20, check=False)
            assert done.returncode == 2
            assert done.stdout == b""
            assert b"gebruik: intervisie" in done.stderr
        done = subprocess.run(made.client(command="sftp"), input=b"ls\n", capture_output=True, timeout=20, check=False)
        assert done.returncode != 0
        assert b"sftp>" not in done.stdout
        with at_a_terminal(made, tmp_path) as session:
            session.see("Beginnen")
            session.press("\x11")
            assert session.until_ended() == 0


@contextmanager
def an_account(made: Server, home: Path) -> Iterator[None]:
    """An account with the program as its shell, by which the client logs in; it is taken away again.

    It has the number of the one who runs the tests, so that it can read Python wherever that is.
    """
    shell = Path(sys.executable).with_name("intervisie")
    if os.geteuid() != 0 or not shutil.which("useradd") or not shell.exists():
        pytest.skip("only root can make an account (with useradd), and the program has to be installed")
    name = f"intervisie{os.getpid()}"
    words = ("-M", "-N", "-o", "-u", "0", "-g", "0", "-p", "*", "-d", str(prepared(home)), "-s", str(shell), name)
    done = subprocess.run(["useradd", *words], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip(f"useradd: {done.stderr}")
    made.user = name
    try:
        yield
    finally:
        subprocess.run(["userdel", "-f", name], capture_output=True, check=True)
