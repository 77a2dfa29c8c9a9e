"""How fast a corpus is read, how much memory that takes, how soon the first rows come, and whether the bytes are the same for any jobs.

    cargo build --release
    python3 benches/corpus/corpus.py target/release/plan [--counts 500,1000,2000] [--bytes 100000] [--from FOLDER]... [--rounds 3]

The documents are made from those of `seeds/` and `fixtures/documents/` (or of the folders given), with other numbers in each, so that no two are alike; those that are short are
put together until they have about the bytes asked for. Each count of documents is read with 1 and 2 jobs, in turn, `rounds` times, and the
fastest counts. Needs Linux and nothing but Python. Peak memory is that of the process as the kernel counts it.
"""
import argparse
import hashlib
import os
import random
import re
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DIGITS = re.compile(r"(?<![\d.])(\d{1,4})(?![\d年.])")


def sources(folders):
    """The texts of `folders`, long ones first."""
    found = []
    for folder in folders:
        for path in sorted(Path(folder).rglob("*")):
            if path.suffix in (".txt", ".md") and path.name[:6].upper() != "README":
                try:
                    found.append(path.read_text(encoding="utf-8"))
                except UnicodeDecodeError:
                    continue
    return sorted((text for text in found if len(text) > 500), key=len, reverse=True)


def make(folder, texts, count, size, seed=7):
    """Writes `count` documents of about `size` bytes into `folder`; gives their bytes."""
    rng = random.Random(seed)
    folder.mkdir()
    total = 0
    for n in range(count):
        text, at = "", n
        while len(text.encode()) < size:
            text += texts[at % len(texts)].rstrip() + "\n"
            at += 1
        text = text.encode()[:size].decode(errors="ignore")
        text = DIGITS.sub(lambda m: str(max(1, int(m[1]) + rng.randrange(-9, 90))), text)
        path = folder / f"{n:05}.txt"
        path.write_text(text, encoding="utf-8")
        total += len(text.encode())
    return total


def run(plan, folder, jobs, form="jsonl"):
    """Seconds, processor seconds, MiB at most, seconds to the first byte, the sum of the bytes and how many there are."""
    command = [plan, "extract", str(folder), "--format", form, "--quiet", "--jobs", str(jobs)]
    begun = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.PIPE)
    first, digest, length = None, hashlib.sha256(), 0
    while piece := child.stdout.read1(1 << 20):
        first = first or time.monotonic() - begun
        digest.update(piece)
        length += len(piece)
    _, status, used = os.wait4(child.pid, 0)
    wall = time.monotonic() - begun
    if os.waitstatus_to_exitcode(status) not in (0, 2):
        raise SystemExit(f"{' '.join(command)} failed")
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, first, digest.hexdigest(), length


def written(plan, folder, work, form):
    """Seconds, MiB at most and bytes of a file."""
    to = work / f"out.{form}"
    begun = time.monotonic()
    child = subprocess.Popen([plan, "extract", str(folder), "--quiet", "-o", str(to)], stderr=subprocess.PIPE)
    said = child.stderr.read().decode()
    _, status, used = os.wait4(child.pid, 0)
    if not to.exists():
        return f"{form:8} not written: {said.strip().splitlines()[-1] if said else status}"
    size = to.stat().st_size
    to.unlink()
    return f"{form:8} {time.monotonic() - begun:7.1f} s {used.ru_maxrss / 1024:7.0f} MiB {size / 1e6:8.1f} MB"


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("plan")
    asked.add_argument("--counts", default="500,1000,2000")
    asked.add_argument("--bytes", type=int, default=100_000)
    asked.add_argument("--from", dest="folders", action="append")
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--jobs", default="1,2")
    asked.add_argument("--work", help="a folder for the documents; those that are there are used again")
    args = asked.parse_args()
    texts = sources(args.folders or [ROOT / "seeds", ROOT / "fixtures" / "documents"])
    jobs = [int(n) for n in args.jobs.split(",")]
    with tempfile.TemporaryDirectory() as made:
        work = Path(args.work or made)
        print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; documents made from {len(texts)} texts")
        for count in (int(n) for n in args.counts.split(",")):
            folder = work / str(count)
            size = sum(p.stat().st_size for p in folder.iterdir()) if folder.exists() else make(folder, texts, count, args.bytes)
            best = {}
            for _ in range(args.rounds):
                for n in jobs:
                    got = run(args.plan, folder, n)
                    best[n] = min(best.get(n, got), got)
            for n, (wall, cpu, memory, first, _, length) in best.items():
                print(f"{count:6} documents {size / 1e6:7.1f} MB  {n} jobs  {wall:7.2f} s  {size / 1e6 / wall:6.2f} MB/s  "
                      f"{size / 1e6 / cpu:6.2f} MB/s of processor  {memory:6.0f} MiB  first rows {first * 1000:5.0f} ms  {length / 1e6:7.1f} MB out")
            if len(best) > 1:
                print(f"{'':6} {best[jobs[0]][0] / best[jobs[1]][0]:.2f} times as fast with {jobs[1]} jobs")
            sums = {run(args.plan, folder, n)[4] for n in (8,)} | {got[4] for got in best.values()}
            print(f"{'':6} bytes with {args.jobs},8 jobs: {'the same' if len(sums) == 1 else 'DIFFERENT'}")
        for form in ("csv", "jsonl", "sqlite", "xlsx", "parquet"):
            print(written(args.plan, folder, work, form))


if __name__ == "__main__":
    main()
