"""Says which small faults in the decision code no test sees.

    pip install tree-sitter tree-sitter-rust
    python3 fuzz/mutants.py [--only 12,40 | --only src/time] [--list] [--copy FOLDER] [--target FOLDER]

Every mutant is woven into one copy of the project behind a switch, so that one build serves them all; those that do not compile are left out. The tests
are woven too (fuzz/mutants/switch.rs): each is run with every mutant off, which tells what it reaches, and then each mutant's own tests are run in the
same process, the quick ones first. One that a test fails on is killed, as is one that ends or hangs the process. What was built and found is kept in
the copy, so that a run that was stopped goes on; the table of all stands at the end.

Why a mutant that no test sees may stand is told in fuzz/mutants/left.tsv. One that it does not tell is an error, and so is a row of it that tells of
none: then the exit status is 1.
"""
import argparse
import collections
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

import tree_sitter_rust
from tree_sitter import Language, Parser

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FILES = ['src/quantity', 'src/time', 'src/reading/verdict', 'src/grid/roles.rs', 'src/grid/evidence.rs', 'src/grid/head.rs', 'src/grid/heads.rs',
         'src/grid/rows.rs']
# Which tests of which program see the mutants of which files. Numbers and times have tables of their own beside the code.
RUNS = [
    ('plan', ['quantity', 'time', 'grid', 'reading', 'mention', 'lexicon', 'commitment', 'judge', 'duty', 'outline', 'tasks', 'analysis'], 'src/'),
    ('suite', ['verdicts::', 'lexicon::', 'cases::', 'gold::', 'outline::', 'front::', 'tables::'], 'src/reading/'),
    ('suite', ['small_tables::', 'tables::tables_of_invented', 'tables::forms_of_cells', 'tables::single_spaces'], 'src/grid/'),
]
SKIPPED = ['fifty_thousand', 'the_rejected_numbers_are_listed', 'architecture', 'ratchets', 'robust', 'drawn_tables', 'shared']
CALM = {'RUST_BACKTRACE': '0', 'PROPTEST_CASES': '8', 'PROPTEST_RNG_SEED': '1', 'PROPTEST_DISABLE_FAILURE_PERSISTENCE': 'true'}
SWITCH = open(os.path.join(HERE, 'fuzz/mutants/switch.rs')).read()
OPEN = ('LEFT', 'UNREACHED', 'AT FIRST')
CLASSES = ('equivalent', 'twofold', 'rough', 'bound', 'cost')
TEST = r'#\[test\](\s*)fn (\w+)\(\) \{'
KEPT = [
    ('src/analysis/mod.rs', "pub fn analyze_as(source: Source<'_>, overrides: Overrides) -> Result<Reading, SourceError> {",
     '(source.name, source.bytes, format!("{overrides:?}"))'),
    ('src/outline/mod.rs', 'pub fn read_as(document: &Document, given: &Given) -> Outline {',
     '(&document.name, &document.text, format!("{:?} {given:?}", document.marks))'),
    ('src/commitment/mod.rs', 'pub fn read(document: &str, outline: &Outline) -> Read {', '(document, format!("{outline:?}"))'),
]
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
        self.mutants.append((self.path, node.start_point[0] + 1, ' '.join(what.split()), self.place(node)))
        return None if number in self.left_out else number

    def place(self, node):
        """The function, constant or static that `node` stands in."""
        while node.type not in ('function_item', 'static_item', 'const_item', 'source_file'):
            node = node.parent
        name = node.child_by_field_name('name')
        return self.text(name) if name else '-'

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
        yield from sorted(os.path.relpath(file, HERE) for file in found if file.endswith('.rs') and not file.endswith(('tests.rs', 'docs.rs')) and '/tests/' not in file)


def weave(copy, left_out):
    parser, mutants = Parser(Language(tree_sitter_rust.language())), []
    if copy:
        shutil.copytree(HERE, copy, ignore=shutil.ignore_patterns('target', '.git'), dirs_exist_ok=True)
    for path in sources():
        data = open(os.path.join(HERE, path), 'rb').read()
        woven = Weaver(path, data, left_out, mutants).woven(parser.parse(data).root_node)
        if copy:
            open(os.path.join(copy, path), 'w').write(woven)
    if copy:
        append_switch(copy)
    return mutants


def append_switch(copy):
    """The switch, the runner of the tests, and what is kept between two mutants that a text does not reach."""
    for path in glob.glob('src/**/*.rs', root_dir=copy, recursive=True) + glob.glob('tests/suite/**/*.rs', root_dir=copy, recursive=True):
        crate = 'plan' if path.startswith(('tests', 'src/bin')) else 'crate'
        replace(copy, path, TEST, lambda found: f"""#[test]{found[1]}fn {found[2]}() {{
    {crate}::mutants::test(concat!(module_path!(), "::{found[2]}"), now_{found[2]});
}}
fn now_{found[2]}() {{""")
    replace(copy, 'src/lib.rs', r'\Z', lambda _: SWITCH + '\n#[cfg(test)]\nmod zzz {\n    #[test]\n    fn run() {\n        crate::mutants::run();\n    }\n}\n')
    replace(copy, 'tests/suite/main.rs', r'\Z', lambda _: '\nmod zzz {\n    #[test]\n    fn run() {\n        plan::mutants::run();\n    }\n}\n')
    for path, head, key in KEPT:
        name, arguments, result = re.fullmatch(r'pub fn (\w+)\((.*)\) -> (.*) \{', head).groups()
        given = ', '.join(re.findall(r'(\w+): ', arguments))
        replace(copy, path, re.escape(head), lambda _: f"""{head}
    crate::mutants::kept(("{name}", {key}), || {name}_now({given}))
}}
fn {name}_now({arguments}) -> {result} {{""")
    os.makedirs(os.path.join(copy, 'examples'), exist_ok=True)
    shutil.copy(os.path.join(HERE, 'fuzz/mutants/differs.rs'), os.path.join(copy, 'examples'))


def replace(copy, path, pattern, by):
    path = os.path.join(copy, path)
    text = open(path).read()
    changed = re.sub(pattern, by, text)
    if changed != text:
        open(path, 'w').write(changed)


def build(copy, target):
    """The programs, and which mutants do not compile: those on the lines of errors."""
    command = ['cargo', 'test', '--offline', '--no-run', '--lib', '--example', 'differs', '--test', 'suite',
               '--message-format', 'json']
    run = subprocess.run(command, cwd=copy, capture_output=True, text=True, env=dict(os.environ, CARGO_TARGET_DIR=target))
    messages = [json.loads(line) for line in run.stdout.splitlines() if line.startswith('{')]
    programs = {}
    for message in messages:
        if message.get('executable'):
            name = message['target']['name'] + ('' if message['profile']['test'] else '-command')
            programs[name] = message['executable']
    errors = [message['message'] for message in messages if message['reason'] == 'compiler-message' and message['message']['level'] == 'error']
    bad = set()
    for span in (span for error in errors for span in error['spans']):
        text = open(os.path.join(copy, span['file_name']), 'rb').read()
        bad |= around(text, span['byte_start'], span['byte_end'])
    if run.returncode and not bad:
        sys.exit(run.stderr[-3000:] + '\n'.join(error['rendered'] for error in errors)[:3000])
    return programs if run.returncode == 0 else None, bad


def around(text, start, end):
    """The mutants whose branch holds the error: the last switch before it; else all within it."""
    switches = [(found.start(), int(found.group(1))) for found in re.finditer(rb'crate::mutant\((\d+)\)', text)]
    within = {number for at, number in switches if start <= at < end}
    before = [number for at, number in switches if at < start]
    return within or set(before[-1:])


def run(program, words, copy, **switches):
    skipped = [word for name in SKIPPED for word in ('--skip', name)]
    command = [program, '-q', '--test-threads', '1', *words, *skipped]
    return subprocess.run(command, cwd=copy, capture_output=True, text=True, env=dict(os.environ, **CALM, **switches))


def together(program, words, copy, numbers, results):
    """Runs the tests of all mutants in one process; in a new one where a mutant ends it."""
    before, numbers = fates(results), list(numbers)
    while left := [number for number in numbers if number not in before]:
        with open(results + '.numbers', 'w') as file:
            file.write('\n'.join(map(str, left)))
        ended = run(program, [*words, 'zzz'], copy, PLAN_MUTANTS=results + '.numbers', PLAN_RESULTS=results)
        now = fates(results)
        if len(now) == len(before):
            sys.exit(f'{program} fails without a mutant:\n{ended.stdout[-3000:]}{ended.stderr[-1000:]}')
        before = now
    return {number: before[number] for number in numbers}


def fates(results):
    """What became of each mutant; one that was begun and not finished ended its process."""
    found = {}
    for line in open(results) if os.path.exists(results) else []:
        number, _, fate = line.strip().partition(' ')
        found[int(number)] = fate or 'STOPPED'
    return found


def alone(programs, copy, number):
    """The fate of a mutant that is reached only while tables are laid out: a process of its own."""
    for name, words, _ in RUNS:
        ended = run(programs[name], words, copy, PLAN_MUTANT=str(number))
        if ended.returncode:
            return (re.findall(r'^    (\w+(?:::\w+)+)$', ended.stdout, re.M) or ['STOPPED'])[0]
    return 'LEFT'


def woven_whole(copy, target):
    """The mutants, those that do not compile, and the programs that hold all others."""
    left_out, programs = set(), None
    while not programs:
        mutants = weave(copy, left_out)
        programs, bad = build(copy, target)
        left_out |= bad
    return mutants, sorted(left_out), programs


def kept(path, make):
    """What `make` gives, kept in a file."""
    if not os.path.exists(path):
        json.dump(make(), open(path, 'w'))
    return json.load(open(path))


def fate_of_all(asked, programs, mutants, numbers):
    found = {}
    for at, (name, words, files) in enumerate(RUNS):
        open_still = [number for number in numbers if found.get(number) in (None, *OPEN) and mutants[number - 1][0].startswith(files)]
        for number, fate in together(programs[name], words, asked.copy, open_still, os.path.join(asked.copy, f'results-{at}')).items():
            found[number] = fate if fate != 'UNREACHED' and found.get(number) != 'AT FIRST' or fate not in OPEN else found.get(number, fate)
    for number in numbers:
        if found[number] == 'AT FIRST':
            found[number] = alone(programs, asked.copy, number)
    return found


def reasons():
    """The rows of fuzz/mutants/left.tsv: file, place and what of a mutant, in which `*` stands for anything, its class and why it may stand."""
    with open(os.path.join(HERE, 'fuzz/mutants/left.tsv')) as file:
        rows = [line.rstrip('\n').split('\t') for line in file if line.strip() and not line.startswith('#')]
    for row in rows:
        if len(row) != 5 or row[3] not in CLASSES:
            sys.exit(f'fuzz/mutants/left.tsv: {row}: five columns, the fourth one of {", ".join(CLASSES)}')
    return rows


def explained(mutants, found):
    """The mutants that no test sees and the table of reasons tells of, and the rows of it that tell of none though their file was run."""
    rows = [(re.compile('\t'.join(re.escape(cell).replace(r'\*', '.*') for cell in row[:3])), row) for row in reasons()]
    numbers, used = set(), set()
    for number in (number for number, fate in found.items() if fate in OPEN):
        path, _, what, place = mutants[number - 1]
        mine = [row for pattern, row in rows if pattern.fullmatch('\t'.join((path, place, what)))]
        used.update(map(tuple, mine))
        numbers.update({number} if mine else ())
    run = {mutants[number - 1][0] for number in found}
    return numbers, [row for _, row in rows if row[0] in run and tuple(row) not in used]


def table(mutants, left_out, found, told):
    """How many of each folder fared how."""
    counts = collections.defaultdict(collections.Counter)
    fates = {'LEFT': 'left', 'UNREACHED': 'unreached', 'STOPPED': 'without end'}
    for number, mutant in enumerate(mutants, 1):
        fate = 'not compiled' if number in left_out else 'explained' if number in told else fates.get(found[number], 'killed') if number in found else 'not run'
        for folder in ('/'.join(mutant[0].split('/')[1:-1]), 'all'):
            counts[folder]['made'] += 1
            counts[folder][fate] += 1
    columns = ['made', 'not compiled', 'not run', 'killed', 'without end', 'explained', 'unreached', 'left']
    print('| folder |', ' | '.join(columns), '|')
    for folder, count in sorted(counts.items()):
        print('|', folder, '|', ' | '.join(str(count[column]) for column in columns), '|')


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    arguments.add_argument('--only', default='', help='numbers of mutants, or part of a path')
    arguments.add_argument('--copy', default=os.path.join(tempfile.gettempdir(), 'plan-mutants'))
    arguments.add_argument('--target', default=os.path.join(HERE, 'target'))
    arguments.add_argument('--list', action='store_true')
    asked = arguments.parse_args()
    if asked.list:
        for number, (path, line, what, place) in enumerate(weave(None, set()), 1):
            print(f'{number} {path}:{line} {place}: {what}')
        return
    os.makedirs(asked.copy, exist_ok=True)
    mutants, left_out, programs = kept(os.path.join(asked.copy, 'built.json'), lambda: woven_whole(asked.copy, asked.target))
    only = {int(number) for number in asked.only.split(',')} if asked.only[:1].isdigit() else None
    numbers = [number for number, (path, *_) in enumerate(mutants, 1)
               if number not in left_out and (number in only if only is not None else asked.only in path)]
    found = fate_of_all(asked, programs, mutants, numbers)
    told, idle = explained(mutants, found)
    with open(os.path.join(asked.copy, 'fates.txt'), 'w') as fates_file:
        for number in numbers:
            path, line, what, place = mutants[number - 1]
            print(f'{number}\t{path}:{line}\t{place}\t{what}\t{found[number]}', file=fates_file)
            if found[number] in OPEN and number not in told:
                print(f'{path}:{line} {place}: {what}: {found[number].lower()}')
    for row in idle:
        print('fuzz/mutants/left.tsv tells of no mutant:', *row)
    table(mutants, left_out, found, told)
    sys.exit(1 if idle or any(fate in OPEN and number not in told for number, fate in found.items()) else 0)


if __name__ == '__main__':
    main()
