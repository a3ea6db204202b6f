"""Single-event appends by the Python library `eventsourcing`, in as many threads as callers.

Run by the interpreter that has the library; prints one line of JSON.
"""

import json
import sys
import threading
import time
from uuid import uuid4

from eventsourcing.persistence import StoredEvent
from eventsourcing.postgres import PostgresApplicationRecorder, PostgresDatastore

PAYLOAD = b'{"value": "12.5", "on": "2026-03-02", "source": "Jaarverslag 2025"}' * 3


def main() -> None:
    host, port, user, callers, seconds = sys.argv[1:]
    count = int(callers)
    datastore = PostgresDatastore(
        dbname="bench_eventsourcing",
        host=host,
        port=port,
        user=user,
        password="",
        pool_size=count,
        max_overflow=0,
    )
    recorder = PostgresApplicationRecorder(datastore, events_table_name="stored_events")
    recorder.create_table()
    done = [0] * count
    times: list[list[float]] = [[] for _ in range(count)]
    start = time.monotonic()
    end = start + float(seconds)

    def append(caller: int) -> None:
        stream, version = uuid4(), 0
        while (before := time.monotonic()) < end:
            recorder.insert_events([StoredEvent(stream, version, "Noted", PAYLOAD)])
            version += 1
            done[caller] += 1
            times[caller].append(time.monotonic() - before)

    threads = [threading.Thread(target=append, args=(caller,)) for caller in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    elapsed = time.monotonic() - start
    sorted_times = sorted(value for own in times for value in own)
    figures = {
        "count": sum(done),
        "perSecond": sum(done) / elapsed,
        "p50": sorted_times[len(sorted_times) // 2] * 1000,
        "p99": sorted_times[len(sorted_times) * 99 // 100] * 1000,
    }
    print(json.dumps(figures))


main()
