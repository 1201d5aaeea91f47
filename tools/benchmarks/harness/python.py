"""A Python peer in a process of its own: python.py <file> <function> <folder> <side>. Answers as ours.mjs does."""

import importlib.util
import json
import os
import sys
import time

file, function, folder, side = sys.argv[1:]
spec = importlib.util.spec_from_file_location("peer", file)
peer = importlib.util.module_from_spec(spec)
spec.loader.exec_module(peer)
import numpy  # after the peer, so that its own absence is what is reported

with open(os.path.join(folder, "columns.txt")) as names:
    rows, *columns = names.read().split("\n")[:-1]
values = numpy.fromfile(os.path.join(folder, "columns.f64")).reshape(len(columns), int(rows))
given = peer.prepare(values, columns) if hasattr(peer, "prepare") else values
run = getattr(peer, function)
print("ready", flush=True)
for line in sys.stdin:
    wall = []
    before = time.process_time()
    for _ in range(int(line)):
        start = time.perf_counter()
        result = run(given)
        wall.append(1000 * (time.perf_counter() - start))
    cpu = 1000 * (time.process_time() - before)
    numpy.asarray(result, dtype=float).ravel().tofile(os.path.join(folder, side + ".f64"))
    print(json.dumps({"wall": wall, "cpu": cpu}), flush=True)
