"""Chinese plan documents as data: chapters, sections, quantified commitments and tasks.

A document is a path (``str`` or ``os.PathLike``) or ``bytes``; results are the objects that ``plan extract --format json`` writes
(schema ``plan/1``). A document that cannot be read raises :class:`PlanError` with its ``path``; a file that cannot be opened raises what
``open`` would.
"""

from ._zhplan import PlanError, Results, __version__, extract, findings, scan, tables, text
from ._zhplan import diff_of as diff
from ._zhplan import outline_of as outline

__all__ = [
    "PlanError",
    "__version__",
    "check",
    "diff",
    "extract",
    "extract_many",
    "outline",
    "scan",
    "tables",
    "tasks",
    "text",
]


def extract_many(paths, *, jobs=None, errors="raise"):
    """Read many documents on all cores (or ``jobs``); gives their results in the order of ``paths``, as they are ready.

    With ``errors="return"`` the exception of a document that cannot be read stands in the place of its result; with ``"raise"`` it ends
    the iteration.
    """
    if errors not in ("raise", "return"):
        raise ValueError(f"errors is 'raise' or 'return', not {errors!r}")
    results = Results(list(paths), jobs)

    def given():
        while len(results):
            try:
                yield next(results)
            except (PlanError, OSError) as error:
                if errors == "raise":
                    raise
                yield error

    return given()


def tasks(source, **how):
    """Who does what by when: the tasks of one document."""
    return extract(source, **how)["tasks"]


def check(source, **how):
    """What is broken in one document: its findings, each with code, severity, message and place."""
    return findings(source, **how)["documents"][0]["findings"]
