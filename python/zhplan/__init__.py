"""Chinese plan documents as data: chapters, sections, quantified commitments and tasks.

A document is a path (``str`` or ``os.PathLike``), ``bytes``, or a :class:`Document` that says more of it; results are the objects that
``plan extract --format json`` writes (schema ``plan/1``), or one long table as Arrow. A document that cannot be read raises
:class:`PlanError` with its ``path``; a file that cannot be opened raises what ``open`` would.

Keywords that say more of a document: ``name``, ``media`` and ``encoding`` how it is read; ``title``, ``issuer``, ``period``, ``year``,
``kind`` and ``region`` what is known better than its text tells; ``metadata`` is carried along.
"""

import os

from . import _zhplan
from ._zhplan import PlanError, Table, __version__, scan

__all__ = [
    "Document",
    "PlanError",
    "Table",
    "__version__",
    "check",
    "diff",
    "extract",
    "extract_many",
    "extract_table",
    "outline",
    "scan",
    "tables",
    "tasks",
    "text",
]


class Document:
    """A document with what is said of it: ``Document(source, year=2023, issuer="青禾县", metadata={"省份": "某省"})``."""

    __slots__ = ("source", "how")

    def __init__(self, source, **how):
        self.source = source
        self.how = how

    def __repr__(self):
        source = f"{len(self.source)} bytes" if isinstance(self.source, bytes) else repr(self.source)
        return f"Document({', '.join([source, *(f'{key}={value!r}' for key, value in self.how.items())])})"


def _told(source, how=None):
    """The path or bytes, and all that is said of them."""
    if isinstance(source, Document):
        return source.source, {**source.how, **(how or {})}
    return source, how or {}


def extract(source, **how):
    """The result of one document: commitments, achievements, tasks, outline, tables."""
    return _zhplan.extract(*_told(source, how))


def _each(documents, jobs, errors, columns=None):
    """The results of documents in their order, or tables of them, as they are ready."""
    if errors not in ("raise", "return"):
        raise ValueError(f"errors is 'raise' or 'return', not {errors!r}")
    if isinstance(documents, (str, bytes, os.PathLike, Document)):
        raise TypeError("documents is a list of them; for one write [document]")
    results = _zhplan.Results([_told(document) for document in documents], jobs, columns)

    def given():
        while len(results):
            try:
                yield next(results)
            except (PlanError, OSError) as error:
                if errors == "raise":
                    raise
                yield error

    return given()


def extract_many(documents, *, jobs=None, errors="raise"):
    """Read many documents on all cores (or ``jobs``); gives their results in order, as they are ready.

    With ``errors="return"`` the exception of a document that cannot be read stands in the place of its result; with ``"raise"`` it ends
    the iteration.
    """
    return _each(documents, jobs, errors)


def extract_table(documents, *, columns=(), jobs=None, errors="raise"):
    """The long table of many documents, as Arrow: ``pyarrow.table(t)``, ``polars.DataFrame(t)`` and others take it without a copy.

    ``columns`` chooses and orders its columns (docs/columns.md; ``meta_KEY`` is what a document carries along). With
    ``errors="return"`` a pair is given: the table, and the exceptions of the documents that cannot be read.
    """
    if isinstance(columns, str):
        raise TypeError("columns is a list of names, not one string")
    columns = list(columns)
    rows, failures = [], []
    for result in _each(documents, jobs, errors, columns):
        (rows if isinstance(result, Table) else failures).append(result)
    table = Table(rows, columns)
    return (table, failures) if errors == "return" else table


def outline(source, **how):
    """The chapters and sections of one document."""
    return _zhplan.outline_of(*_told(source, how))


def tables(source, **how):
    """The tables of one document as they were read."""
    return _zhplan.tables(*_told(source, how))


def tasks(source, **how):
    """Who does what by when: the tasks of one document."""
    return extract(source, **how)["tasks"]


def check(source, **how):
    """What is broken in one document: its findings, each with code, severity, message and place."""
    return _zhplan.findings(*_told(source, how))["documents"][0]["findings"]


def text(source, **how):
    """The text that all places refer to."""
    return _zhplan.text(*_told(source, how))


def diff(old, new, *, across_periods=None):
    """What changed from one document, or saved result, to another."""
    return _zhplan.diff_of(_told(old), _told(new), across_periods)
