"""Over a real sshd and a slow network: its buffers take all they are given, and still nothing piles up in them."""

import os
import select
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from bench.line import Line
from bench.link import Across, Link
from bench.measures import TAB, started
from tests.reliability.test_ssh import server, why_not

pytestmark = [pytest.mark.skipif(why_not() != "", reason=why_not()), pytest.mark.long]

NETWORK = Link(delay=0.1, speed=8_000)


class Network:
    """Between one client and the sshd on `port` of this machine; what sshd sends waits for its turn."""

    def __init__(self, port: int) -> None:
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port = self.listening.getsockname()[1]
        self.across: Across | None = None
        self._to = port
        threading.Thread(target=self._carry, daemon=True).start()

    def _carry(self) -> None:
        with suppress(OSError):  # an end hangs up
            client, _address = self.listening.accept()
            host = socket.create_connection(("127.0.0.1", self._to))
            for end in (client, host):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.across = Across(host.fileno(), NETWORK)
            other = {client.fileno(): self.across.fd, self.across.fd: client.fileno()}
            while True:
                for source in select.select([*other], [], [])[0]:
                    if not (data := os.read(source, 65_536)):
                        client.close()
                        return
                    os.write(other[source], data)


@contextmanager
def meeting(home: Path) -> Iterator[tuple[Line, Across]]:
    """The first step of a meeting by way of ssh, at rest, and the network that it comes by."""
    words = started(home)[3:]
    with server(home, *words) as made:
        network = Network(made.port)
        client = [str(network.port) if word == str(made.port) else word for word in made.client("-tt")]
        with Line(client, home, patience=60) as line:
            line.until("Stap 1 van 5")
            line.quiet(0.8, 8)
            assert network.across
            yield line, network.across


def test_a_burst_of_screens_does_not_pile_up_on_the_way(tmp_path: Path) -> None:
    with meeting(tmp_path) as (line, across):
        line.send(TAB)
        line.quiet(0.8, 8)
        across.most_queued = 0
        for _ in range(80):
            line.send("b")  # three times as much, if all were sent, as the network carries meanwhile
            line.for_seconds(0.1)
        assert across.most_queued <= 5_000


def test_a_letter_is_back_as_soon_as_the_network_allows(tmp_path: Path) -> None:
    with meeting(tmp_path) as (line, across):
        for letter in "een burst van letters":
            line.send(letter)
            line.for_seconds(0.02)
        pressed = time.monotonic()
        line.until("een burst van letters")
        assert time.monotonic() - pressed <= 2.0  # 0.2 of them the network's, and a busy machine's
        assert across.most_queued <= 4_000
