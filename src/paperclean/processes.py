"""One function over many items in several processes: results in order, memory bounded, no item the end of the run."""

from __future__ import annotations

import logging
import os
import pickle
import signal
import threading
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sized
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import connection, current_process, parent_process
from typing import Any, NamedTuple, TypeVar

__all__ = ["Failure", "in_order"]

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK = 262_144  # characters or bytes that go to a process at once
MOST_ITEMS = 1_000  # in a chunk, however short they are
UNKNOWN_SIZE = 16_384  # what an item counts for that does not tell its size, such as a path

log = logging.getLogger("paperclean")


class Failure(NamedTuple):
    """What came of an item that a function failed on: the error's class, what it said, and where (a traceback)."""

    kind: str
    message: str
    details: str = ""


def _usable_processors() -> int:
    """How many processors this process may use; one inside a process that may have no children."""
    if current_process().daemon:
        return 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_order(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    workers: int | None = None,
    size: Callable[[Item], int] | None = None,
) -> Generator[Result | Failure, None, None]:
    """Yield `function(item)` for each of *items*, in their order; a `Failure` where it raised.

    With *workers* None, as many processes as there are usable processors; with 1, or where all items fit into one
    chunk, none but this one. At most two chunks a process are held at a time, so *items* may be endless. A process
    that dies takes no item along but the one it died of. A *function* that does not pickle cannot go to another
    process: `TypeError`; an item that does not is done in this one. *size* tells how many characters or bytes an item has
    (default: its length); a chunk is filled by them.
    """
    if workers is not None and workers < 1:
        raise ValueError(f"workers must be at least 1, not {workers}")
    workers = workers or _usable_processors()
    chunks = _chunks(iter(items), size or _length, CHUNK if workers > 1 else 1)
    first = list(islice(chunks, 2))
    if workers == 1 or len(first) < 2:
        for each in chain(first, chunks):
            for item in each:
                yield _tried(function, item)
        return
    yield from _spread(function, chain(first, chunks), workers)


def _length(item: object) -> int:
    return len(item) if isinstance(item, Sized) else UNKNOWN_SIZE


def _chunks(items: Iterator[Item], size: Callable[[Item], int], limit: int) -> Iterator[list[Item]]:
    held: list[Item] = []
    filled = 0
    for item in items:
        held.append(item)
        filled += size(item)
        if filled >= limit or len(held) == MOST_ITEMS:
            yield held
            held, filled = [], 0
    if held:
        yield held


def _spread(
    function: Callable[[Item], Result], chunks: Iterator[list[Item]], workers: int
) -> Iterator[Result | Failure]:
    packed = _packed(function)
    pool = _pool(workers)
    waiting: deque[tuple[list[Item], Future[list[Result | Failure]]]] = deque()
    try:
        while True:
            for each in islice(chunks, 2 * workers - len(waiting)):
                waiting.append((each, _submit(pool, packed, each)))
            if not waiting:
                return
            each, future = waiting.popleft()
            try:
                results = future.result()
            except BrokenProcessPool:
                pool.shutdown()
                log.warning("a worker process died; its texts are tried again one by one")
                _refuse_if_none_begins()
                pool = _pool(workers)
                results = []
                for item in each:
                    alone = _pool(1)
                    try:
                        results += _submit(alone, packed, [item]).result()
                    except BrokenProcessPool:
                        results.append(
                            Failure("WorkerDied", "the worker process died of it (out of memory?)")
                        )
                    finally:
                        alone.shutdown()
                waiting = deque((again, _submit(pool, packed, again)) for again, _ in waiting)
            yield from results
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _packed(function: Callable[[Item], Result]) -> bytes:
    try:
        return pickle.dumps(function)
    except Exception as error:
        raise TypeError(
            f"this cannot go to another process: {error}; let every step be a function at the top of a module, or "
            "work in this process alone (workers=1)"
        ) from error


def _submit(pool: ProcessPoolExecutor, packed: bytes, items: list[Item]) -> Future[Any]:
    """Let a process do *items*. They are packed here: a pool whose own packing fails may never end."""
    settled: Future[Any] = Future()
    try:
        payload = pickle.dumps(items)
    except Exception:  # noqa: BLE001  # whatever an item's own way of packing raises
        settled.set_result(_done(packed, items))
        return settled
    try:
        return pool.submit(_work, packed, payload)
    except BrokenProcessPool as error:
        settled.set_exception(error)
        return settled


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, initializer=_begin)


def _refuse_if_none_begins() -> None:
    """Raise `RuntimeError` where a process ends before it has done anything: every text would seem to be its death."""
    pool = _pool(1)
    try:
        pool.submit(os.getpid).result()
    except BrokenProcessPool:
        raise RuntimeError(
            "worker processes end as they begin: let the script begin its work under "
            '`if __name__ == "__main__":`, or work in this process alone (workers=1)'
        ) from None
    finally:
        pool.shutdown()


def _begin() -> None:
    """In a worker: leave Ctrl-C to the parent, and end when the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _work(packed: bytes, payload: bytes) -> list[Any]:
    return _done(packed, pickle.loads(payload))  # noqa: S301  # packed by `_submit`


def _done(packed: bytes, items: list[Any]) -> list[Any]:
    function = pickle.loads(packed)  # noqa: S301  # packed by `_packed`
    return [_tried(function, item) for item in items]


def _tried(function: Callable[[Item], Result], item: Item) -> Result | Failure:
    try:
        return function(item)
    except Exception as error:  # noqa: BLE001  # whatever it is, it is the result of this item
        return Failure(type(error).__name__, str(error), traceback.format_exc())
