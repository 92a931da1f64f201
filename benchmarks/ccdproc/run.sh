#!/bin/sh
# Reduces the Nickel frames with Dovetail and with ccdproc, and compares them pixel by pixel.
# usage: run.sh RAW median|clipped-mean [REFERENCE]
#   RAW        the folder of the raw frames, d1001.fits.fz and so on
#   REFERENCE  median, clipped-mean or clipped-mean-numpy; the same as the combination if not given
set -e
raw=$1 combination=$2 reference=${3:-$2}
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
products=$(mktemp -d)
trap 'rm -rf "$products"' EXIT

dovetail() {
    task=$1
    shift
    "$root/dovetail" run "$task" "$@" --camera "$root/cameras/nickel.yaml" \
        -c overscan.median.smoothing=1 -c overscan.median.clipSigma=1000 -o "$products" > /dev/null
}

dovetail make-bias "$raw"/d100[1-4].fits.fz --use combination="$combination"
dovetail make-flat "$raw"/d103[5-7].fits.fz --use combination="$combination" \
    --bias "$products/bias.fits"
dovetail process-ccd "$raw/d1047.fits.fz" "$raw/d1048.fits.fz" "$raw/d1052.fits.fz" \
    --bias "$products/bias.fits" --flat "$products/flat.fits" \
    --use cosmicRays=none -c interpolate=[] -c subtractBackground=false
for name in d1047 d1048 d1052; do
    mv "$products/$name.exposure.fits" "$products/$name.fits"
done
python3 "$here/nickel.py" "$raw" "$products" "$reference"
