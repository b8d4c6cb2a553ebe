#!/usr/bin/env python3
"""Prints how large a program is, and how long `PROGRAM --version` takes: the median of 21 starts."""
import os
import statistics
import subprocess
import sys
import time


def start(program):
    begin = time.perf_counter()
    subprocess.run([program, "--version"], check=True, stdout=subprocess.DEVNULL)
    return 1000 * (time.perf_counter() - begin)


program = os.path.abspath(sys.argv[1])
print(f"{os.path.getsize(program) / 1e6:.1f} MB, "
      f"{statistics.median(start(program) for _ in range(21)):.1f} ms to start")
