"""Puts the module into docs/try.html: python3 wasm/page.py ROOT MODULE >PAGE"""

import base64
import gzip
import hashlib
import re
import sys
from pathlib import Path

root, module = map(Path, sys.argv[1:])
page = (root / "docs/try.html").read_text(encoding="utf-8")
report = root / "src/render/report"


def source(text):
    """How a policy names `text`."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def sources(element, file):
    """The hashes of the page's own `element` and of the file of the report."""
    own = re.findall(rf"<{element}>(.*?)</{element}>", page, re.S)
    return " ".join(source(text) for text in [*own, (report / file).read_text(encoding="utf-8")])


# The page that has its module is held by a policy; without one it only says how to build it.
packed = base64.b64encode(gzip.compress(module.read_bytes(), mtime=0)).decode()
policy = (
    f"default-src 'none'; style-src {sources('style', 'page.css')}; script-src {sources('script', 'page.js')} 'wasm-unsafe-eval'; "
    "worker-src blob:; img-src data:; base-uri 'none'; form-action 'none'"
)
for place, content in (("POLICY", policy), ("MODULE", packed)):
    assert page.count(place) == 1, f"docs/try.html has {place} {page.count(place)} times"
    page = page.replace(place, content)
sys.stdout.buffer.write(page.encode())
