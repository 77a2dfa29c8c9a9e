"""How long other engines take to read the numbers of a document for which `plan extract` reads statements: processor seconds of whole processes.

    pip install jieba jionlp recognizers-text-suite 'emoji<2' setuptools
    python3 benches/engines/engines.py PLAN [DOCUMENT] [--runs 5]

jieba cuts the text into words, JioNLP finds its sums of money and its times, Recognizers-Text its numbers, percentages, quantities, sums and dates line by line:
each less than a statement. The runs of all take turns, so that the load of the machine is the same for each; the least of each is printed, with how many
times that of `plan` it is. The files that jieba keeps of its dictionary are made by a run that is not counted.
"""
import argparse
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
ENGINES = {
    'jieba': 'import jieba\nlist(jieba.cut(text))',
    'JioNLP': 'import jionlp\njionlp.ner.extract_money(text, with_parsing=False)\njionlp.ner.extract_time(text, with_parsing=False)',
    'Recognizers-Text': '''from recognizers_date_time import recognize_datetime
from recognizers_number import recognize_number, recognize_percentage
from recognizers_number_with_unit import recognize_currency, recognize_dimension
from recognizers_text import Culture
for line in text.splitlines():
    for recognize in recognize_number, recognize_percentage, recognize_dimension, recognize_currency, recognize_datetime:
        recognize(line, Culture.Chinese)''',
}


def seconds(command):
    """Processor seconds of a process and its status."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    return used.ru_utime + used.ru_stime, os.waitstatus_to_exitcode(status)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument('plan')
    options.add_argument('document', nargs='?', default=str(ROOT / 'seeds' / 'gulou-14fyp.txt'))
    options.add_argument('--runs', type=int, default=5)
    given = options.parse_args()
    read = 'import sys\ntext = open(sys.argv[1], encoding="utf-8").read()\n'
    commands = {'plan': [given.plan, 'extract', '-f', 'jsonl', given.document]}
    commands |= {name: [sys.executable, '-c', read + code, given.document] for name, code in ENGINES.items()}
    least = {}
    for turn in range(given.runs + 1):
        for name, command in commands.items():
            took, status = seconds(command)
            if status:
                raise SystemExit(f'{name} ended with {status}; is it installed? Run it by itself: {command}')
            if turn:
                least[name] = min(took, least.get(name, took))
    for name, took in least.items():
        print(f'{name:18} {took:8.3f} s {took / least["plan"]:8.1f} times')


if __name__ == '__main__':
    main()
