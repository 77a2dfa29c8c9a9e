"""Runs the program on mutated documents and says what it did wrong.

    python3 fuzz/mutate.py PLAN --seconds 600 [--seed 1] [--jobs 2] [--kept FOLDER]

The documents of fixtures/ are broken in every medium: bits, bytes, pieces cut and doubled, tokens of the formats; within the parts of a Word file too.
Each run has 1 GiB of addresses and 10 s of processor time. Wrong are: an exit status but 0, 1, 2; a panic; more than 3 seconds; a refusal without a message or
of more than three lines; JSON that is none. What was wrong is kept with its command.
"""
import argparse
import io
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TOKENS = [b'<table>', b'<td colspan=99999>', b'9999999999999999999', b'obj', b'endobj', b'stream', b'<<', b'>>', b'/Length 99999999',
          b'/Kids[1 0 R]', b'/Parent 1 0 R', b'0 R', b'%', b'\xe7\xac\xac', b'\xef\xbc\x8c', b'\xe3\x80\x81', b'\0\0\0\0',
          b'\xff\xff\xff\xff', b'\x7f\xff\xff\xff', b'-1', b'0', b'(', b')', b'BT', b'ET', b'Tj', b'q', b'Q', '第一章 '.encode(), '表1'.encode(),
          '分别'.encode(), '百分之'.encode(), b'1,', b'\t', b'|', b'\r\n', b'\r']
COMMANDS = [['extract', '-f', 'json'], ['check'], ['text'], ['outline', '--counts'], ['extract', '-f', 'csv'], ['check', '-f', 'sarif']]


def mutated(chance, data):
    data = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 3, 5, 10, 30, 100])):
        if not data:
            break
        kind, at = chance.randrange(8), chance.randrange(len(data))
        if kind == 0:
            data[at] ^= 1 << chance.randrange(8)
        elif kind == 1:
            data[at] = chance.randrange(256)
        elif kind == 2:
            del data[at:at + chance.choice([1, 2, 4, 16, 200])]
        elif kind == 3:
            piece = data[at:at + chance.choice([1, 4, 16, 200])]
            to = chance.randrange(len(data))
            data[to:to] = piece
        elif kind == 4:
            data[at:at] = chance.choice(TOKENS)
        elif kind == 5:
            token = chance.choice(TOKENS)
            data[at:at + len(token)] = token
        elif kind == 6:
            data[at:at + 8] = bytes(chance.randrange(256) for _ in range(8))
        elif chance.random() < 0.1:
            data = data[:at]
    return bytes(data)


def mutated_inside(chance, data):
    """A Word file with one of its parts mutated."""
    packed, out = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    chosen = chance.choice([name for name in packed.namelist() if 'word/' in name])
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as made:
        for name in packed.namelist():
            part = packed.read(name)
            made.writestr(name, mutated(chance, part) if name == chosen else part)
    return out.getvalue()


def limits():
    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
    resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def wrong(command, run, seconds):
    """What is wrong with a run, if anything."""
    complaint = run.stderr.decode('utf-8', 'replace')
    if run.returncode not in (0, 1, 2):
        return f'status {run.returncode}'
    if 'panicked' in complaint:
        return 'panic'
    if seconds > 3:
        return f'{seconds:.1f} seconds'
    if run.returncode == 2 and not 1 <= len(complaint.strip().splitlines()) <= 3:
        return 'no clear message'
    if command[-1] == 'json' and run.returncode == 0:
        try:
            json.loads(run.stdout)
        except ValueError:
            return 'no JSON'
    return None


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    arguments.add_argument('plan')
    arguments.add_argument('--seconds', type=float, default=600)
    arguments.add_argument('--seed', type=int, default=1)
    arguments.add_argument('--jobs', type=int, default=2)
    arguments.add_argument('--kept', default='fuzz-found')
    asked = arguments.parse_args()
    folder = os.path.join(HERE, 'fixtures/documents')
    paths = [os.path.join(at, name) for at, _, names in os.walk(folder) for name in sorted(names) if not name.endswith('.py')]
    documents = [(path, open(path, 'rb').read()) for path in sorted(paths)]
    end = time.time() + asked.seconds
    counts = {'runs': 0, 'wrong': 0, 'slowest': 0.0}

    def work(job):
        number = 0
        with tempfile.TemporaryDirectory() as place:
            while time.time() < end:
                number += 1
                chance = random.Random(f'{asked.seed} {job} {number}')
                path, data = chance.choice(documents)
                inside = path.endswith('.docx') and chance.random() < 0.8
                data = mutated_inside(chance, data) if inside else mutated(chance, data)
                made = os.path.join(place, 'document' + os.path.splitext(path)[1])
                open(made, 'wb').write(data)
                command = chance.choice(COMMANDS)
                before = resource.getrusage(resource.RUSAGE_CHILDREN)
                start = time.time()
                run = subprocess.run([asked.plan, *command, made], stdin=subprocess.DEVNULL, capture_output=True, preexec_fn=limits)
                after = resource.getrusage(resource.RUSAGE_CHILDREN)
                seconds = min(time.time() - start, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
                fault = wrong(command, run, seconds)
                counts['runs'] += 1
                counts['slowest'] = max(counts['slowest'], seconds)
                if fault:
                    counts['wrong'] += 1
                    os.makedirs(asked.kept, exist_ok=True)
                    name = f'{asked.seed}-{job}-{number}{os.path.splitext(path)[1]}'
                    open(os.path.join(asked.kept, name), 'wb').write(data)
                    print(f'{name}: {" ".join(command)}: {fault}: {run.stderr[-200:]!r}', flush=True)

    with ThreadPoolExecutor(asked.jobs) as pool:
        list(pool.map(work, range(asked.jobs)))
    print(json.dumps(counts))
    return 1 if counts['wrong'] else 0


if __name__ == '__main__':
    sys.exit(main())
