"""How much text `plan extract` reads in a second, with one job and with two.

    python3 benches/throughput/throughput.py PLAN [--documents FOLDER] [--megabytes 20] [--runs 5]
    python3 benches/throughput/throughput.py PLAN --instructions [--record]
    python3 benches/throughput/throughput.py PLAN --instructions --documents FOLDER

Copies the texts of a folder (by default the documents of this repository) with other digits until there are so many megabytes,
reads them all and prints for each number of jobs the medians of seconds and of rates, and the largest memory.

With --instructions it counts with valgrind what the commands of `instructions.tsv` cost, which is the same each time, under any
load; says which cost over 2 % more than recorded there, and ends with 1 where one does. --record writes down what they cost now.
With --documents it prints how many are spent on a byte of them instead.
"""
import argparse
import csv
import os
import pathlib
import random
import re
import statistics
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
RECORD = pathlib.Path(__file__).with_name('instructions.tsv')
TOLERANCE = 0.02
READS_ALL = ['extract', '-f', 'json', '-q']


def texts(folder):
    """The texts of a folder, or of this repository."""
    folders = [pathlib.Path(folder)] if folder else [ROOT / 'seeds', ROOT / 'fixtures']
    paths = sorted(path for one in folders for path in one.rglob('*') if path.suffix in ('.txt', '.md') and path.name != 'README.md')
    for path in paths:
        try:
            yield path.stem, path.read_text(encoding='utf-8')
        except UnicodeDecodeError:
            continue


def corpus(folder, to, size):
    """Writes copies of the texts of `folder`, the first as they are, `size` bytes in all."""
    chance, written, copy = random.Random(1), 0, 0
    originals = list(texts(folder))
    while written < size:
        for name, text in originals:
            if copy:
                text = re.sub('[1-9]', lambda digit: chance.choice('123456789') if chance.random() < 0.3 else digit[0], text)
            written += (to / f'{copy:05d}-{name}.txt').write_bytes(text.encode())
            if written >= size:
                break
        copy += 1
    return written


def run(plan, folder, jobs):
    """Seconds, processor seconds and KiB of one run."""
    began = time.monotonic()
    process = subprocess.Popen([plan, *READS_ALL, '-j', str(jobs), str(folder)], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f'{plan} ended with {os.waitstatus_to_exitcode(status)}')
    return time.monotonic() - began, used.ru_utime + used.ru_stime, used.ru_maxrss


def instructions(command):
    """Instructions of a run of `command`."""
    with tempfile.NamedTemporaryFile() as profile:
        valgrind = ['valgrind', '--tool=callgrind', f'--callgrind-out-file={profile.name}']
        ran = subprocess.run(valgrind + command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True, cwd=ROOT)
    return int(re.search(r'Collected : (\d+)', ran.stderr)[1])


def compared(plan, record):
    """Counts what is recorded, prints it beside the record, and gives how many cost more."""
    with RECORD.open(encoding='utf-8', newline='') as file:
        rows = list(csv.reader(file, delimiter='\t'))
    risen = 0
    for row in rows[1:]:
        command, recorded = row[0], int(row[1])
        now = instructions([plan, *command.split()])
        change = now / recorded - 1
        risen += change > TOLERANCE
        print(f'{command}: {now / 1e6:.1f} million, {change:+.1%}' + (' RISEN' if change > TOLERANCE else ''))
        row[1] = str(now)
    if record:
        with RECORD.open('w', encoding='utf-8', newline='') as file:
            csv.writer(file, delimiter='\t', lineterminator='\n').writerows(rows)
        return 0
    return risen


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('plan')
    parser.add_argument('--documents')
    parser.add_argument('--megabytes', type=float, default=20)
    parser.add_argument('--runs', type=int, default=5)
    parser.add_argument('--instructions', action='store_true')
    parser.add_argument('--record', action='store_true')
    args = parser.parse_args()
    plan = os.path.abspath(args.plan)
    if args.instructions and not args.documents:
        raise SystemExit(min(compared(plan, args.record), 1))
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        size = corpus(args.documents, folder, args.megabytes * 1e6)
        if args.instructions:
            spent = instructions([plan, *READS_ALL, '-j', '1', str(folder)])
            print(f'{size / 1e6:.1f} MB: {spent / size:.0f} instructions a byte')
            return
        for jobs in 1, 2:
            runs = [run(plan, folder, jobs) for _ in range(args.runs)]
            seconds, busy = (statistics.median(column) for column in list(zip(*runs))[:2])
            memory = max(memory for _, _, memory in runs)
            rates = f'{size / 1e6 / seconds:.1f} MB/s, {size / 1e6 / busy:.1f} MB a processor second'
            print(f'{size / 1e6:.1f} MB, {jobs} jobs: {seconds:.2f} s, {rates}, {memory / 1024:.0f} MiB')


if __name__ == '__main__':
    main()
