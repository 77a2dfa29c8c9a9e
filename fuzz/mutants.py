"""Says which small faults in the decision code no test sees.

    pip install tree-sitter tree-sitter-rust
    python3 fuzz/mutants.py [--sample 120] [--seed 1] [--seconds 1800] [--only 12,40] [--list] [--built]

A sample, drawn in equal parts from each folder, is woven into one copy of the project, each mutant behind a switch that PLAN_MUTANT sets: one build
serves them all. Then the tests that may see it run once a mutant, the quick ones first: of the library, `verdicts lexicon cases` of the suite, and for
the grid `tables`. A mutant that a test fails on, or that makes it hang, is killed. Those that do not compile are left out. The copy shares `target/`.
"""
import argparse
import collections
import itertools
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

import tree_sitter_rust
from tree_sitter import Language, Parser

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FILES = ['src/quantity', 'src/time', 'src/reading/verdict', 'src/grid/roles.rs', 'src/grid/evidence.rs', 'src/grid/head.rs', 'src/grid/heads.rs',
         'src/grid/rows.rs']
LIBRARY = ['quantity', 'time', 'grid', 'reading', 'mention', 'lexicon', 'commitment', 'judge', 'duty', 'outline']
STEPS = [('plan', LIBRARY), ('suite', ['verdicts', 'lexicon', 'cases']), ('suite', ['invented_plans', 'forms_of_cells']), ('suite', ['tables::', '--skip', 'drawn_tables'])]
SWITCH = '''
pub(crate) fn mutant(number: u32) -> bool {
    static CHOSEN: std::sync::LazyLock<Option<u32>> = std::sync::LazyLock::new(|| std::env::var("PLAN_MUTANT").ok()?.parse().ok());
    *CHOSEN == Some(number)
}
'''
OPERATORS = {'<': ['<=', '>='], '<=': ['<', '>'], '>': ['>=', '<='], '>=': ['>', '<'], '==': ['!='], '!=': ['=='], '+': ['-'], '-': ['+'],
             '*': ['/'], '/': ['*']}
TWINS = [('any', 'all'), ('first', 'last'), ('starts_with', 'ends_with'), ('is_some', 'is_none'), ('min', 'max'), ('is_some_and', 'is_none_or')]
METHODS = {one: other for pair in TWINS for one, other in (pair, pair[::-1])}
RESULTS = {'bool': ['true', 'false'], 'usize': ['0', '1'], 'f64': ['0.0'], '&str': ['""'], 'String': ['String::new()']}
CLOSED = {'const_item', 'static_item', 'macro_invocation', 'attribute_item', 'token_tree', 'array_type', 'enum_item', 'struct_item'}


class Weaver:
    """Weaves mutants into one file; `left_out` are those that do not compile."""

    def __init__(self, path, data, left_out, mutants):
        self.path, self.data, self.left_out, self.mutants = path, data, left_out, mutants

    def text(self, node):
        return self.data[node.start_byte:node.end_byte].decode()

    def made(self, node, what):
        """The number of a new mutant, or None where it is left out."""
        number = len(self.mutants) + 1
        self.mutants.append((self.path, node.start_point[0] + 1, what))
        return None if number in self.left_out else number

    def woven(self, node, live=True):
        if node.type == 'closure_expression':
            live = True
        elif node.type in CLOSED:
            live = node.type in ('const_item', 'static_item') and None
        if live is False or self.is_test(node):
            return self.text(node)
        if not node.children:
            return self.chosen(node, self.text(node), live)
        out, at = [], node.start_byte
        for child in node.children:
            out.append(self.data[at:child.start_byte].decode())
            field = node.field_name_for_child(node.children.index(child))
            pattern = field == 'pattern' and child.type != 'match_pattern' or child.type.endswith('_pattern') and child.type != 'match_pattern'
            out.append(self.text(child) if pattern else self.woven(child, live))
            at = child.end_byte
        out.append(self.data[at:node.end_byte].decode())
        return self.chosen(node, ''.join(out), live)

    def is_test(self, node):
        before = node.prev_named_sibling
        return node.type == 'mod_item' and before is not None and 'cfg(test)' in self.text(before)

    def chosen(self, node, usual, live):
        """`usual`, or one of the mutants of `node` where the switch says so."""
        if not live:
            return usual
        if node.type == 'function_item':
            return self.function(node, usual)
        if node.type == 'match_arm':
            return self.arm(node, usual)
        branches = ''
        for text, what in self.variants(node):
            number = self.made(node, what)
            if number:
                branches += f'if crate::mutant({number}) {{ {text} }} else '
        return f'({branches}{{ {usual} }})' if branches else usual

    def variants(self, node):
        parent = node.parent
        if node.type == 'binary_expression':
            left, sign, right = (self.text(node.child_by_field_name(name)) for name in ('left', 'operator', 'right'))
            short = f'{left} {sign} {right}'
            if sign in ('&&', '||'):
                return [(left, f'only the left of: {short}'), (right, f'only the right of: {short}')]
            return [(f'{left} {other} {right}', f'{other} in: {short}') for other in OPERATORS.get(sign, [])]
        if node.type == 'unary_expression' and self.text(node).startswith('!'):
            return [(self.text(node)[1:], f'no ! in: {self.text(node)}')]
        if node.type == 'call_expression' and node.child_by_field_name('function').type == 'field_expression':
            called = node.child_by_field_name('function')
            name = called.child_by_field_name('field')
            other = METHODS.get(self.text(name))
            if other:
                start, end = name.start_byte - node.start_byte, name.end_byte - node.start_byte
                whole = self.data[node.start_byte:node.end_byte]
                return [((whole[:start] + other.encode() + whole[end:]).decode(), f'{other} for {self.text(name)}: {self.text(node)}')]
        if node.type == 'integer_literal' and parent.type in ('binary_expression', 'range_expression', 'arguments', 'index_expression', 'tuple_expression'):
            compared = parent.type == 'binary_expression' and self.text(parent.child_by_field_name('operator')) in ('<', '<=', '>', '>=')
            if not compared and re.fullmatch(r'\d+', self.text(node)):
                return [(str(int(self.text(node)) + 1), f'{self.text(node)} + 1 in: {self.text(parent)}')]
        if node.type == 'call_expression' and parent.type == 'if_expression' and parent.child_by_field_name('condition') == node:
            return [('true', f'if true: {self.text(node)}'), ('false', f'if false: {self.text(node)}')]
        return []

    def function(self, node, usual):
        kind, body = node.child_by_field_name('return_type'), node.child_by_field_name('body')
        if kind is None or body is None or 'const' in self.text(node).split('fn')[0]:
            return usual
        kind = re.sub(r"'\w+ ", '', self.text(kind))
        results = RESULTS.get(kind) or (['None'] if kind.startswith('Option<') else ['Vec::new()'] if kind.startswith('Vec<') else [])
        name = self.text(node.child_by_field_name('name'))
        woven = ''
        for result in results:
            number = self.made(node, f'{name} gives {result}')
            if number:
                woven += f' if crate::mutant({number}) {{ return {result}; }}'
        head = self.data[node.start_byte:body.start_byte].decode()
        return head + '{' + woven + usual[len(head) + 1:] if woven else usual

    def arm(self, node, usual):
        """An arm that is left out, where a later one takes everything."""
        pattern = node.child_by_field_name('pattern')
        arms = [arm for arm in node.parent.children if arm.type == 'match_arm']
        rest = any(self.text(arm.child_by_field_name('pattern')) == '_' for arm in arms if arm.start_byte > node.start_byte)
        guard = pattern.child_by_field_name('condition')
        if not rest or guard is not None and 'let ' in self.text(guard):
            return usual
        number = self.made(node, f'no arm {self.text(pattern)}')
        if not number:
            return usual
        value = usual.rindex('=>') if usual.count('=>') == 1 else usual.index('=>')
        head, tail = usual[:value].rstrip(), usual[value:]
        guarded = f'{head[:head.index(" if ")]} if !crate::mutant({number}) && ({head[head.index(" if ") + 4:]})' if guard else f'{head} if !crate::mutant({number})'
        return f'{guarded} {tail}'


def sources():
    for name in FILES:
        path = os.path.join(HERE, name)
        found = [path] if path.endswith('.rs') else [os.path.join(at, file) for at, _, files in os.walk(path) for file in files]
        yield from sorted(os.path.relpath(file, HERE) for file in found if file.endswith('.rs') and not file.endswith(('tests.rs', 'docs.rs')))


def weave(copy, left_out):
    parser, mutants = Parser(Language(tree_sitter_rust.language())), []
    for path in sources():
        data = open(os.path.join(HERE, path), 'rb').read()
        woven = Weaver(path, data, left_out, mutants).woven(parser.parse(data).root_node)
        if copy:
            open(os.path.join(copy, path), 'w').write(woven)
    if copy:
        append_switch(copy)
    return mutants


def append_switch(copy):
    library = open(os.path.join(HERE, 'src/lib.rs')).read()
    open(os.path.join(copy, 'src/lib.rs'), 'w').write(library + SWITCH)


def drawn(mutants, count, seed):
    """The numbers of `count` mutants, in equal parts of each folder."""
    folders = collections.defaultdict(list)
    for number, (path, _, _) in enumerate(mutants, 1):
        folders[path.split('/')[1]].append(number)
    for name in sorted(folders):
        random.Random(f'{seed} {name}').shuffle(folders[name])
    turns = itertools.zip_longest(*(folders[name] for name in sorted(folders)))
    return [number for turn in turns for number in turn if number][:count]


def build(copy, order):
    """The test programs and the command, and which mutants do not compile: those on the lines of errors."""
    command = ['cargo', 'test', '--offline', '--no-run', '--lib', '--test', 'suite', '--message-format', 'json']
    environment = dict(os.environ, CARGO_TARGET_DIR=os.path.join(HERE, 'target'))
    run = subprocess.run(command, cwd=copy, capture_output=True, text=True, env=environment)
    messages = [json.loads(line) for line in run.stdout.splitlines() if line.startswith('{')]
    built = [message for message in messages if message.get('executable')]
    programs = {}
    for message in built:
        name = message['target']['name'] if message['profile']['test'] else 'command'
        programs[name] = os.path.join(copy, f'built-{name}')
        shutil.copy(message['executable'], programs[name])
    bad = set()
    for message in messages:
        if message['reason'] != 'compiler-message' or message['message']['level'] != 'error':
            continue
        for span in message['message']['spans']:
            text = open(os.path.join(copy, span['file_name']), 'rb').read()
            bad |= around(text, span['byte_start'], span['byte_end'])
    if run.returncode and not bad & set(order):
        sys.exit(run.stderr[-3000:] + '\n'.join(message['message']['rendered'] for message in messages if message['reason'] == 'compiler-message' and message['message']['level'] == 'error')[:3000])
    return programs if run.returncode == 0 else None, bad


def around(text, start, end):
    """The mutants whose branch holds the error: the last switch before it; else all within it."""
    switches = [(found.start(), int(found.group(1))) for found in re.finditer(rb'crate::mutant\((\d+)\)', text)]
    within = {number for at, number in switches if start <= at < end}
    before = [number for at, number in switches if at < start]
    return within or set(before[-1:])


def fails(program, words, copy, number, seconds):
    environment = dict(os.environ, PLAN_MUTANT=str(number), CARGO_BIN_EXE_plan=os.path.join(copy, 'built-command'), RUST_BACKTRACE='0')
    command = [program, '-q', *words, '--skip', 'architecture', '--skip', 'ratchets']
    try:
        run = subprocess.run(command, cwd=copy, capture_output=True, text=True, env=environment, timeout=seconds)
    except subprocess.TimeoutExpired:
        return 'timeout'
    names = re.findall(r'^    (\w+(?:::\w+)+)$', run.stdout, re.M)
    return (names[0] if names else 'crash') if run.returncode else None


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    arguments.add_argument('--sample', type=int, default=120)
    arguments.add_argument('--seed', type=int, default=1)
    arguments.add_argument('--seconds', type=float, default=1800)
    arguments.add_argument('--jobs', type=int, default=2)
    arguments.add_argument('--only', default='')
    arguments.add_argument('--built', action='store_true', help='use what the last run built')
    arguments.add_argument('--list', action='store_true')
    arguments.add_argument('--copy', default=os.path.join(tempfile.gettempdir(), 'plan-mutants'))
    asked = arguments.parse_args()
    if not asked.built:
        shutil.copytree(HERE, asked.copy, ignore=shutil.ignore_patterns('target', '.git'), dirs_exist_ok=True)
    mutants, programs = weave(None, set()), None
    print(f'{len(mutants)} mutants in {len(list(sources()))} files', flush=True)
    if asked.list:
        for number, (path, line, what) in enumerate(mutants, 1):
            print(f'{number} {path}:{line} {" ".join(what.split())}')
        return
    order = [int(number) for number in asked.only.split(',')] if asked.only else drawn(mutants, asked.sample, asked.seed)
    kept = os.path.join(asked.copy, 'built.json')
    if asked.built:
        programs, built = json.load(open(kept))
        order = [number for number in order if number in built]
    while not programs:
        weave(asked.copy, set(range(len(mutants) + 1)) - set(order))
        programs, bad = build(asked.copy, order)
        order = [number for number in order if number not in bad]
        print(f'{len(order)} left, {len(bad)} did not compile', flush=True)
        json.dump([programs, order], open(kept, 'w'))
    limits = []
    for name, words in STEPS:
        start = time.time()
        if fails(programs[name], words, asked.copy, 0, 900):
            sys.exit(f'{name} {" ".join(words)} fails without a mutant')
        limits.append(4 * (time.time() - start) + 30)
        print(f'{name} {" ".join(words)}: {time.time() - start:.1f} s', flush=True)
    end = time.time() + asked.seconds
    counts = collections.Counter()

    def work(number):
        if time.time() > end:
            return
        path, line, what = mutants[number - 1]
        steps = zip(STEPS, limits) if path.startswith('src/grid') else zip(STEPS[:2], limits)
        runs = (fails(programs[name], words, asked.copy, number, limit) for (name, words), limit in steps)
        killer = next(filter(None, runs), None)
        counts['made'] += 1
        counts['left' if not killer else 'timeout' if killer == 'timeout' else 'killed'] += 1
        print(f'{number} {path}:{line} {" ".join(what.split())}: {killer or "LEFT"}', flush=True)

    with ThreadPoolExecutor(asked.jobs) as pool:
        list(pool.map(work, order))
    print(json.dumps(counts))


if __name__ == '__main__':
    main()
