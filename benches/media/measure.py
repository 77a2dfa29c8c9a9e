#!/usr/bin/env python3
"""Measures what `plan text` reads from files of other media.

    measure.py accuracy FOLDER    the files that produce.py wrote, against their source; pdftotext beside
    measure.py pages CORPUS       pages and Word files: share of the body kept, of the furniture left out
    measure.py times FOLDER CORPUS

Needs the package rapidfuzz, for `pages` python-docx too, and pdftotext. PLAN in the environment names the program, else
target/release/plan is taken. Characters are compared without white space and after NFKC.
"""
import os
import re
import statistics
import subprocess
import sys
import time
import unicodedata
from html.parser import HTMLParser
from pathlib import Path

from rapidfuzz.distance import Indel

PLAN = os.environ.get("PLAN", str(Path(__file__).parents[2] / "target" / "release" / "plan"))
WHITE = re.compile(r"[\s\u200b\ufeff]+")
# Each page of the corpus from its title on, cut by hand: its first and last line among the lines of `Blocks`, counted from one.
PAGES = {
    "hangzhou-15fyp.html": ("utf-8", 41, 1146),
    "shanghai-15fyp.html": ("utf-8", 12, 570),
    "gwr-2026-zhejiang-gb2312.html": ("gb18030", 54, 159),
}
# Word files hold no furniture: the body begins with this paragraph, counted from zero.
WORD_FILES = {"gwr-2025-guangdong.docx": 0, "gwr-2025-zhejiang.docx": 0}


class Blocks(HTMLParser):
    """All text of a page, a line for each block: an independent reader to cut by hand from."""

    BREAKS = {"p", "div", "br", "tr", "td", "li", "h1", "h2", "h3", "table", "title"}

    def __init__(self, page):
        super().__init__()
        self.parts, self.hidden = [], 0
        self.feed(page)
        lines = "".join(self.parts).split("\n")
        self.lines = [line for line in (squeezed(line) for line in lines) if line]

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in ("script", "style")
        self.parts += "\n" * (tag in self.BREAKS)

    def handle_endtag(self, tag):
        self.hidden -= tag in ("script", "style")
        self.parts += "\n" * (tag in self.BREAKS)

    def handle_data(self, data):
        if not self.hidden:
            self.parts.append(data)


def squeezed(text):
    return WHITE.sub("", unicodedata.normalize("NFKC", text))


def common(left, right):
    """Length of the longest common subsequence."""
    return (len(left) + len(right) - Indel.distance(left, right)) // 2


def run(*command):
    """The output of a command and its time in milliseconds."""
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True)
    took = (time.perf_counter() - start) * 1000
    if done.returncode:
        sys.exit(f"{' '.join(command)}: {done.stderr.decode()}")
    return done.stdout.decode(), took


def accuracy(folder):
    source = (folder / "source.txt").read_text(encoding="utf-8")
    paragraphs = [squeezed(line) for line in source.splitlines()]
    source = squeezed(source)
    print(f"{len(source)} characters in {len(paragraphs)} paragraphs")
    for path in sorted(folder.iterdir()):
        readers = {"plan": [PLAN, "text", str(path)]}
        if path.suffix == ".pdf":
            readers["pdftotext"] = ["pdftotext", str(path), "-"]
        for name, command in readers.items():
            output, took = run(*command)
            text, lines = squeezed(output), {squeezed(line) for line in output.splitlines()}
            same = common(source, text)
            whole = sum(line in lines for line in paragraphs) / len(paragraphs)
            print(f"{path.name:22} {name:10} recall {same / len(source):.4f}  precision {same / len(text):.4f}  "
                  f"paragraphs whole {whole:.3f}  {took:.0f} ms")


def pages(corpus):
    for name, (encoding, first, last) in PAGES.items():
        lines = Blocks((corpus / name).read_bytes().decode(encoding, "replace")).lines
        body = "".join(lines[first - 1:last])
        report(name, body, "".join(lines[:first - 1] + lines[last:]), corpus)
    from docx import Document
    for name, first in WORD_FILES.items():
        lines = [squeezed(paragraph.text) for paragraph in Document(corpus / name).paragraphs]
        report(name, "".join(lines[first:]), "".join(lines[:first]), corpus)


def report(name, body, furniture, corpus):
    text = squeezed(run(PLAN, "text", str(corpus / name))[0])
    kept = common(body, text)
    beside = len(text) - kept
    out = f"{1 - beside / len(furniture):.4f}" if furniture else "–"
    print(f"{name:30} body {len(body)} kept {kept / len(body):.5f}   furniture {len(furniture)}, {beside} in the text, left out {out}")


def times(folder, corpus, runs=15):
    files = [folder / "chromium.pdf", folder / "libreoffice.pdf", folder / "reportlab-unigb.pdf", folder / "source.doc",
             corpus / "hangzhou-15fyp.html", corpus / "shanghai-15fyp.html", corpus / "gwr-2025-guangdong.docx",
             corpus / "suzhou-15fyp.txt", folder / "source.txt"]
    for path in files:
        for command in ("text", "outline", "extract"):
            took = [run(PLAN, command, str(path))[1] for _ in range(runs)]
            print(f"{path.name:24} {path.stat().st_size // 1024:5} KB  {command:8} median {statistics.median(took):6.1f} ms  "
                  f"least {min(took):6.1f}")


if __name__ == "__main__":
    commands = {"accuracy": accuracy, "pages": pages, "times": times}
    if len(sys.argv) < 3 or sys.argv[1] not in commands:
        sys.exit(__doc__)
    commands[sys.argv[1]](*map(Path, sys.argv[2:]))
