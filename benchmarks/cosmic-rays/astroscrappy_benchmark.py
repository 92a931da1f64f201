#!/usr/bin/python3
"""Measures astroscrappy on the frames that LacosmicBenchmark.java measures lacosmic on.

Arguments: image.fits mask.fits sky.fits read-noise saturation, in electrons.
"""
import sys
import time

import astroscrappy
from astropy.io import fits

image = fits.getdata(sys.argv[1]).astype("f4")
hit = fits.getdata(sys.argv[2]) > 0
bright = hit & (image - fits.getdata(sys.argv[3]) > 200)
start = time.process_time()
found, _ = astroscrappy.detect_cosmics(
    image, gain=1.0, readnoise=float(sys.argv[4]), satlevel=float(sys.argv[5]),
    sigclip=4.5, objlim=5.0, niter=4, sepmed=True, fsmode="median", cleantype="meanmask")
seconds = time.process_time() - start
print(f"astroscrappy {astroscrappy.__version__}: CPU {seconds:.2f} s, "
      f"{image.size / 1e6 / seconds:.2f} Mpix/s")
print(f"hit {hit.sum()}, marked {found.sum()}, completeness {(found & hit).sum() / hit.sum():.3f}, "
      f"above 200 electrons {(found & bright).sum() / bright.sum():.3f}, "
      f"purity {(found & hit).sum() / found.sum():.3f}")
