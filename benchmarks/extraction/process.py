#!/usr/bin/python3
"""process.py IMAGE.fits ROUNDS HOME[,JAVA-OPTION...]...: whole processes from the command line.

CPU time, user and system, of `HOME/bin/dovetail run extract-sources` for each distribution, with more
options for the JVM, and of source-extractor on the same image, on one core (CORE, 0 if not set). They
take turns; medians, with the least and the most.
"""
import os
import resource
import statistics
import subprocess
import sys
import tempfile

image, rounds, sides = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
here = os.path.dirname(os.path.abspath(__file__))
folder = tempfile.mkdtemp()
columns = os.path.join(folder, "minimal.param")
with open(columns, "w") as f:
    f.write("NUMBER\nX_IMAGE\nY_IMAGE\nFLUX_AUTO\nFLUXERR_AUTO\nFLUX_ISO\n")
    f.write("A_IMAGE\nB_IMAGE\nTHETA_IMAGE\nFLAGS\n")
peer = ["source-extractor", image, "-c", os.path.join(here, "../parity/extraction.sex")]
peer += ["-PARAMETERS_NAME", columns, "-CATALOG_NAME", os.path.join(folder, "sex.cat")]


def seconds(command, options=""):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        ["taskset", "-c", os.environ.get("CORE", "0")] + command,
        check=True,
        env={**os.environ, "DOVETAIL_JAVA_OPTS": options},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


times = {name: [] for name in ["source-extractor"] + sides}
for _ in range(rounds):
    times["source-extractor"].append(seconds(peer))
    for side in sides:
        home, *options = side.split(",")
        command = [os.path.join(home, "bin/dovetail"), "run", "extract-sources", image]
        command += ["-o", os.path.join(folder, "out"), "--force"]
        times[side].append(seconds(command, " ".join(options)))
for name, values in times.items():
    print(f"{statistics.median(values):6.2f} s  {min(values):.2f} to {max(values):.2f}  {name}")
