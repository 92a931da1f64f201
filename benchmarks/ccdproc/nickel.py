#!/usr/bin/env python3
"""Reduces the Nickel frames with ccdproc and compares Dovetail's products with the result.

    nickel.py RAW PRODUCTS median|clipped-mean|clipped-mean-numpy

RAW holds the raw frames (d1001 ... d1059, .fits.fz); PRODUCTS holds bias.fits, flat.fits and the
science frames d1047.fits, d1048.fits, d1052.fits that Dovetail made of them with the same
combination, the overscan per row without smoothing or clipping. Prints a line of Markdown for each
product, then the reference's values at a few pixels, which a test of Dovetail holds. The method clipped-mean is ccdproc's own; clipped-mean-numpy does what Dovetail documents,
which also knows the noise of a value.
Made for ccdproc 2.4.0, astropy 5.2.1, numpy 1.24.2.
"""

import sys
from pathlib import Path

import astropy.units as u
import ccdproc
import numpy as np
from astropy.io import fits
from astropy.nddata import CCDData, VarianceUncertainty
from astropy.stats import mad_std, sigma_clip

GAIN = 1.78  # electron/ADU
READ_NOISE = 9.8  # electron
SATURATION = 65535  # ADU
BAD_COLUMNS = [1, 256, 257, 784, 785, 1003, 1024]  # and the first and last row
BIAS_FRAMES = ["d1001", "d1002", "d1003", "d1004"]
FLAT_FRAMES = ["d1035", "d1036", "d1037"]
SCIENCE = ["d1047", "d1048", "d1052"]
PIXELS = [(100, 200), (512, 512), (900, 37), (31, 1000)]


def read(raw, name):
    """Raw frame to electrons without overscan, masked where saturated or in a bad column."""
    with fits.open(raw / f"{name}.fits.fz") as hdus:
        data = hdus[1].data.astype(float)
    ccd = CCDData(data, unit=u.adu)
    ccd = ccdproc.subtract_overscan(
        ccd, overscan=ccd[:, 1028:1052], overscan_axis=1, median=True)
    ccd = ccdproc.trim_image(ccd[:, :1024])
    mask = data[:, :1024] >= SATURATION
    for column in BAD_COLUMNS:
        mask[:, column - 1] = True
    mask[[0, -1]] = True
    ccd.mask = mask
    ccd = ccdproc.gain_correct(ccd, GAIN * u.electron / u.adu)
    ccd.uncertainty = VarianceUncertainty(np.maximum(ccd.data, 0) + READ_NOISE**2)
    return ccd


def combine_numpy(frames):
    """The clipped mean whose scatter is never less than photons and read noise make it."""
    values = np.ma.array([f.data for f in frames], mask=[f.mask for f in frames])
    variance = np.ma.array([f.uncertainty.array for f in frames], mask=values.mask)
    for _ in range(5):
        median = np.ma.median(values, axis=0)
        mad = 1.4826 * np.ma.median(np.abs(values - median), axis=0)
        known = np.ma.sqrt(np.ma.mean(np.ma.array(variance.data, mask=variance.mask), axis=0))
        limit = 3 * np.ma.maximum(mad, known)
        few = (~np.ma.getmaskarray(values)).sum(axis=0) <= 2
        drop = (np.abs(values - median) > limit).filled(False) & ~few
        if not drop.any():
            break
        values = np.ma.array(values.data, mask=np.ma.getmaskarray(values) | drop)
    kept = ~np.ma.getmaskarray(values)
    spread = np.where(kept, variance.data, 0).sum(axis=0) / np.maximum(1, kept.sum(axis=0)) ** 2
    result = CCDData(np.ma.mean(values, axis=0).filled(np.nan), unit=frames[0].unit,
                     mask=~kept.any(axis=0))
    result.uncertainty = VarianceUncertainty(spread)
    return result


def combine(frames, method):
    """The combination that the products were made with."""
    if method == "clipped-mean-numpy":
        return combine_numpy(frames)
    combiner = ccdproc.Combiner(frames)
    if method == "median":
        return combiner.median_combine()
    combiner.sigma_clipping(
        low_thresh=3, high_thresh=3, func=np.ma.median, dev_func=lambda a, axis=None: mad_std(
            a, axis=axis))
    return combiner.average_combine()


def clipped_median(values):
    """The median without what is more than three standard deviations from it."""
    kept = sigma_clip(values, sigma=3, maxiters=10, cenfunc="median", stdfunc="mad_std",
                      masked=False)
    return np.median(kept)


def without_bias(ccd, bias):
    """Less the bias; the variance is that of the light, the read noise and the bias."""
    result = CCDData(ccd.data - bias.data, mask=ccd.mask, unit=u.electron)
    variance = 0 if bias.uncertainty is None else bias.uncertainty.array
    result.uncertainty = VarianceUncertainty(
        np.maximum(result.data, 0) + READ_NOISE**2 + variance)
    return result


def normalised(ccd, divisor):
    result = CCDData(ccd.data / divisor, mask=ccd.mask, unit=u.dimensionless_unscaled)
    if isinstance(ccd.uncertainty, VarianceUncertainty):
        result.uncertainty = VarianceUncertainty(ccd.uncertainty.array / divisor**2)
    return result


def reduce(raw, method):
    bias = combine([read(raw, n) for n in BIAS_FRAMES], method)
    bias.mask = np.asarray(bias.mask)
    if not isinstance(bias.uncertainty, VarianceUncertainty):
        bias.uncertainty = None
    flats = []
    for name in FLAT_FRAMES:
        ccd = without_bias(read(raw, name), bias)
        flats.append(normalised(ccd, clipped_median(ccd.data[~ccd.mask])))
    flat = combine(flats, method)
    good = ~flat.mask & np.isfinite(flat.data)
    flat = normalised(flat, clipped_median(flat.data[good]))
    products = {"bias": bias, "flat": flat}
    for name in SCIENCE:
        ccd = without_bias(read(raw, name), bias)
        products[name] = CCDData(ccd.data / flat.data, mask=ccd.mask | flat.mask, unit=u.electron)
    return products


def plane(hdus, name):
    for hdu in hdus:
        if hdu.name == name or (name == "SCI" and hdu.data is not None and hdu.name in ("", "SCI")):
            return hdu.data
    raise KeyError(f"no {name} in {[hdu.name for hdu in hdus]}")


def compare(name, ours, mask, reference):
    use = ~reference.mask & (mask == 0) & np.isfinite(ours) & np.isfinite(reference.data)
    a = ours[use].astype(float)
    b = reference.data[use]
    difference = np.abs(a - b)
    # a float keeps 24 bits; the largest number on the way is the value with bias and offset
    scale = 1 if name == "flat" else 2000
    rounding = 4 * np.finfo(np.float32).eps * (np.abs(b) + scale)
    equal = np.mean(difference <= rounding)
    print(f"| {name} | {use.sum()} | {np.median(b):.6g} | {np.median(difference):.2g} |"
          f" {np.percentile(difference, 99.9):.2g} | {difference.max():.2g} | {equal:.6f} |")


def main():
    raw, products, method = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    print("| product | pixels | median | median diff. | 99.9 % | greatest diff. | equal |")
    print("|---|---|---|---|---|---|---|")
    references = reduce(raw, method)
    for name, reference in references.items():
        with fits.open(products / f"{name}.fits") as hdus:
            ours = plane(hdus, "SCI")
            mask = plane(hdus, "MASK").astype(int) & 0b1_0000_0011  # NO_DATA, SAT, BAD
            compare(name, ours, mask, reference)
    print()
    for name, reference in references.items():
        print(name, *(f"({x}, {y}) {reference.data[y, x]:.8g}" for x, y in PIXELS), sep="  ")


if __name__ == "__main__":
    main()
