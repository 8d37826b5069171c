"""Kept clients: lent to one exchange at a time, the oldest dropped."""

import asyncio

from k2bench.net.keeping import KeptClients


class Client:
    def __init__(self):
        self.closed = False

    async def aclose(self):
        self.closed = True


def test_a_client_is_lent_once_and_only_for_its_key():
    async def play():
        kept, client = KeptClients(), Client()
        await kept.give("a", client)
        assert kept.take("b") is None
        assert kept.take("a") is client
        assert kept.take("a") is None

    asyncio.run(play())


def test_the_newest_is_lent_and_the_oldest_dropped():
    async def play():
        kept, clients = KeptClients(most=2), [Client() for _ in range(3)]
        for client in clients:
            await kept.give("a", client)
        assert [client.closed for client in clients] == [True, False, False]
        assert kept.take("a") is clients[2]

    asyncio.run(play())


def test_closing_closes_the_idle_ones():
    async def play():
        kept, clients = KeptClients(), [Client(), Client()]
        for client in clients:
            await kept.give("a", client)
        kept.take("a")
        await kept.aclose()
        assert [client.closed for client in clients] == [True, False]

    asyncio.run(play())
