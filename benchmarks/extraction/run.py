#!/usr/bin/python3
"""run.py IMAGE.fits [ROUNDS] [CORE]: our extraction, warm, against source-extractor, on one core.

Both do the same work: background, filter, detection without deblending and cleaning, positions,
shapes, isophotal and automatic fluxes, flags. Ours: CPU time of the whole process during one
extraction, reading the file and collecting garbage included, after 15 rounds of warming up.
SExtractor: CPU time of its process, user and system. The two alternate; ratios are of pairs.
"""
import os
import re
import resource
import statistics
import subprocess
import sys

image = sys.argv[1]
rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 9
core = sys.argv[3] if len(sys.argv) > 3 else "0"
here = os.path.dirname(os.path.abspath(__file__))
top = os.path.dirname(os.path.dirname(here))
modules = ["task-api/framework", "task-api/imaging"] + [
    "plugins/" + p
    for p in ("background-mesh", "smoothing", "detection", "measurement")
]
path = ":".join(f"{top}/{m}/target/classes" for m in modules)
build = os.environ.get("BUILD", "/tmp/extraction-benchmark")
os.makedirs(build, exist_ok=True)
subprocess.run(
    ["javac", "-nowarn", "-proc:none", "-cp", path, "-d", build, f"{here}/ExtractionBenchmark.java"],
    check=True,
    stderr=subprocess.DEVNULL,
)
java = subprocess.Popen(
    ["taskset", "-c", core, "java", "-Xms3g", "-Xmx3g", "-XX:+AlwaysPreTouch"]
    + os.environ.get("JAVA_FLAGS", "-XX:+UseSerialGC").split()
    + ["-cp", path + ":" + build, "ExtractionBenchmark", image, os.environ.get("WARMUP", "15")],
    stdin=subprocess.PIPE,
    stdout=subprocess.PIPE,
    text=True,
)
assert java.stdout.readline().strip() == "ready"
columns = f"{build}/minimal.param"
with open(columns, "w") as f:
    f.write("NUMBER\nX_IMAGE\nY_IMAGE\nFLUX_AUTO\nFLUXERR_AUTO\nFLUX_ISO\n")
    f.write("A_IMAGE\nB_IMAGE\nTHETA_IMAGE\nFLAGS\n")
command = ["taskset", "-c", core, "source-extractor", image]
command += ["-c", f"{top}/benchmarks/parity/extraction.sex", "-PARAMETERS_NAME", columns]
command += ["-CATALOG_NAME", f"{build}/sex.cat"]


def sextractor():
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1e3 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def ours():
    java.stdin.write("go\n")
    java.stdin.flush()
    words = java.stdout.readline().split()
    return {k: float(v) for k, v in zip(words[::2], words[1::2])}


sextractor()
ratios, stages, theirs = [], [], []
for i in range(rounds):
    first = i % 2 == 0
    s = sextractor() if first else 0
    o = ours()
    s = s if first else sextractor()
    stages.append(o)
    theirs.append(s)
    ratios.append(s / o["process"])
java.stdin.close()
java.wait()
median = statistics.median
print(f"sources {stages[0]['sources']:.0f}, {rounds} pairs on core {core}")
print(f"source-extractor {median(theirs):.0f} ms ({min(theirs):.0f} to {max(theirs):.0f})")
mine = [o["process"] for o in stages]
print(f"ours {median(mine):.0f} ms ({min(mine):.0f} to {max(mine):.0f})")
print(f"ratio {median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})")
for name in stages[0]:
    if name != "sources":
        print(f"  {name:12s} {median(o[name] for o in stages):7.1f} ms")
