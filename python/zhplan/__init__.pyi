import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, TypedDict, Union, final, overload

from typing_extensions import Unpack

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

_Media = Literal["text", "markdown", "html", "docx", "pdf", "doc"]

class _How(TypedDict, total=False):
    name: str | None
    media: _Media | None
    encoding: str | None
    title: str | None
    issuer: str | None
    period: str | tuple[int, int] | None
    year: int | str | None
    kind: str | None
    region: str | None
    metadata: Mapping[str, Any] | None

__version__: str

class PlanError(ValueError):
    """A document that could not be read; ``path`` says which."""

    path: str

class Document:
    """A document with what is said of it."""

    source: str | os.PathLike[str] | bytes
    how: _How
    def __init__(self, source: str | os.PathLike[str] | bytes, **how: Unpack[_How]) -> None: ...

_Source = Union[str, os.PathLike[str], bytes, Document]

@final
class Table:
    """Rows of the long table, which whatever takes Arrow takes as they stand."""

    def __new__(cls, tables: list[Table], columns: list[str]) -> Table: ...
    @property
    def columns(self) -> list[str]: ...
    def __len__(self) -> int: ...
    def __arrow_c_schema__(self) -> object: ...
    def __arrow_c_stream__(self, requested_schema: object | None = ...) -> object: ...

def extract(source: _Source, **how: Unpack[_How]) -> dict[str, Any]: ...
@overload
def extract_many(
    documents: Iterable[_Source], *, jobs: int | None = ..., errors: Literal["raise"] = ...
) -> Iterator[dict[str, Any]]: ...
@overload
def extract_many(
    documents: Iterable[_Source], *, jobs: int | None = ..., errors: Literal["return"]
) -> Iterator[dict[str, Any] | PlanError | OSError]: ...
@overload
def extract_table(
    documents: Iterable[_Source], *, columns: Iterable[str] = ..., jobs: int | None = ..., errors: Literal["raise"] = ...
) -> Table: ...
@overload
def extract_table(
    documents: Iterable[_Source], *, columns: Iterable[str] = ..., jobs: int | None = ..., errors: Literal["return"]
) -> tuple[Table, list[PlanError | OSError]]: ...
def outline(source: _Source, **how: Unpack[_How]) -> list[dict[str, Any]]: ...
def tables(source: _Source, **how: Unpack[_How]) -> list[dict[str, Any]]: ...
def tasks(source: _Source, **how: Unpack[_How]) -> list[dict[str, Any]]: ...
def check(source: _Source, **how: Unpack[_How]) -> list[dict[str, Any]]: ...
def text(source: _Source, **how: Unpack[_How]) -> str: ...
def diff(old: _Source, new: _Source, *, across_periods: bool | None = ...) -> dict[str, Any]: ...
def scan(text: str, *, year: int | None = ...) -> list[dict[str, Any]]: ...
