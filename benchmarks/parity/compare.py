#!/usr/bin/python3
"""compare.py SEXTRACTOR.fits OURS.csv: how far two catalogues of the same image agree.

Sources are matched one to one by their nearest position within 0.5 pixel (ours counts pixels from
0). Prints the numbers, then for each quantity the median, the greatest and the number of
differences beyond 1e-4 (fluxes: relative; positions, shapes: pixels), and every source whose flags
differ.
"""
import sys
import warnings

import numpy as np
from astropy.io import fits
from astropy.table import Table
from scipy.spatial import cKDTree

warnings.simplefilter("ignore")
sex = Table(fits.open(sys.argv[1])["LDAC_OBJECTS"].data)
own = Table.read(sys.argv[2], format="ascii.csv", fill_values=[("NaN", np.nan)])
there = cKDTree(np.c_[sex["X_IMAGE"] - 1, sex["Y_IMAGE"] - 1])
distance, index = there.query(np.c_[own["x"], own["y"]])
matched = distance < 0.5
unique = len(set(index[matched])) == matched.sum()
print(f"SExtractor {len(sex)}  ours {len(own)}  matched {matched.sum()}  one to one {unique}")
s, o = sex[index[matched]], own[matched]
clean = (s["FLAGS"] & 1) == 0
PAIRS = [
    ("x", s["X_IMAGE"] - 1, o["x"], False),
    ("y", s["Y_IMAGE"] - 1, o["y"], False),
    ("x2", s["X2_IMAGE"], o["x2"], False),
    ("y2", s["Y2_IMAGE"], o["y2"], False),
    ("xy", s["XY_IMAGE"], o["xy"], False),
    ("a", s["A_IMAGE"], o["a"], False),
    ("b", s["B_IMAGE"], o["b"], False),
    ("x_err", np.sqrt(s["ERRX2_IMAGE"]), o["x_err"], False),
    ("y_err", np.sqrt(s["ERRY2_IMAGE"]), o["y_err"], False),
    ("area_iso", s["ISOAREAF_IMAGE"], o["area_iso"], False),
    ("peak", s["FLUX_MAX"], o["peak"], True),
    ("peak_x", s["XPEAK_IMAGE"] - 1, o["peak_x"], False),
    ("peak_y", s["YPEAK_IMAGE"] - 1, o["peak_y"], False),
    ("flux_iso", s["FLUX_ISO"], o["flux_iso"], True),
    ("flux_iso_err", s["FLUXERR_ISO"], o["flux_iso_err"], True),
    ("kron_radius", s["KRON_RADIUS"], o["kron_radius"], True),
    ("flux_auto", s["FLUX_AUTO"], o["flux_auto"], True),
    ("flux_auto_err", s["FLUXERR_AUTO"], o["flux_auto_err"], True),
    ("flux_aper_5", np.ravel(s["FLUX_APER"]), o["flux_aper_5"], True),
    ("flux_aper_5_err", np.ravel(s["FLUXERR_APER"]), o["flux_aper_5_err"], True),
]
for which, rows in (("all", np.ones(len(s), bool)), ("without neighbors", clean)):
    print(f"{which}: {rows.sum()}")
    for name, a, b, relative in PAIRS:
        d = np.asarray(b[rows], float) - np.asarray(a[rows], float)
        if relative:
            d = d / np.maximum(np.abs(np.asarray(a[rows], float)), 1e-30)
        d = np.abs(d)
        bad = ~(d <= 1e-4)
        if not len(d):
            continue
        k = int(np.nanargmax(d))
        print(
            f"  {name:16s} median {np.nanmedian(d):9.2e}  greatest {d[k]:9.2e}"
            f" (x {np.asarray(o['x'])[rows][k]:.1f} y {np.asarray(o['y'])[rows][k]:.1f})"
            f"  beyond 1e-4: {bad.sum()}"
        )
differ = np.asarray(s["FLAGS"]) != np.asarray(o["flags"])
print(f"flags differ: {differ.sum()}")
for bit in (1, 2, 4, 8, 16, 32, 64, 128):
    a, b = (s["FLAGS"] & bit) > 0, (np.asarray(o["flags"], int) & bit) > 0
    if a.any() or b.any():
        print(f"  bit {bit}: SExtractor {a.sum()} ours {b.sum()} both {(a & b).sum()}")
