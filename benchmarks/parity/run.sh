#!/bin/sh
# run.sh IMAGE.fits [SATURATION]: extracts with SExtractor and with ours, and compares.
set -e
here=$(cd "$(dirname "$0")" && pwd)
top=$here/../..
work=${BUILD:-/tmp/extraction-parity}
mkdir -p "$work"
path=$work
for module in task-api/framework task-api/imaging plugins/background-mesh plugins/smoothing \
    plugins/detection plugins/measurement; do
    path=$path:$top/$module/target/classes
done
javac -nowarn -proc:none -cp "$path" -d "$work" \
    "$top/benchmarks/extraction/ExtractionBenchmark.java" 2>/dev/null
java -Xmx3g -cp "$path" ExtractionBenchmark "$1" "${2:-98000}" "$work/ours.csv"
source-extractor "$1" -c "$here/extraction.sex" -PARAMETERS_NAME "$here/extraction.param" \
    -GAIN_KEY NONE -SATUR_KEY NONE -SATUR_LEVEL "${2:-98000}" -CATALOG_NAME "$work/sex.cat" \
    2>/dev/null
/usr/bin/python3 "$here/compare.py" "$work/sex.cat" "$work/ours.csv"
