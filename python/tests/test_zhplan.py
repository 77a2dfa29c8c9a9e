"""The module from outside; run in an environment where the wheel is installed."""

import csv
import datetime
import decimal
import io
import json
import pickle
import subprocess
from pathlib import Path

import pytest
import zhplan

SEED = Path(__file__).resolve().parents[2] / "seeds" / "gulou-14fyp.txt"
PLAN = "云岭市第十四个五年规划纲要\n第一章 产业\n到2025年，上市企业达到30家。\n"


def test_a_path_and_bytes_give_what_the_command_gives():
    told = json.loads(subprocess.run(["plan", "extract", "-f", "json", SEED], capture_output=True, check=True).stdout)[0]
    assert zhplan.extract(SEED) == zhplan.extract(str(SEED)) == told
    assert zhplan.extract(SEED.read_bytes(), name=str(SEED)) == told


def test_a_record_leads_to_its_place():
    result = zhplan.extract(PLAN.encode(), name="yunling.txt")
    (record,) = result["commitments"]
    assert (record["indicator"], record["quantity"]["value"], record["deadline"]["year"]) == ("上市企业", 30, 2025)
    place = record["source"]
    assert zhplan.text(PLAN.encode()).encode()[place["start"] : place["end"]].decode() == place["quote"]


def test_the_rest_of_the_commands():
    assert zhplan.outline(PLAN.encode())[0]["title"] == "产业"
    assert zhplan.scan("2024年新增3万套", year=2024)[-1]["value"] == 30000
    table = "| 指标 | 2025年 |\n|---|---|\n| 上市企业（家） | 30 |\n"
    assert zhplan.tables(table.encode())[0]["rows"]
    codes = [finding["code"] for finding in zhplan.check((PLAN + "新建菇棚5—3个。\n").encode())]
    assert "values.range-reversed" in codes
    changes = zhplan.diff(PLAN.encode(), PLAN.replace("30家", "50家").encode())["changes"]
    assert any("raised" in json.dumps(change) for change in changes)
    assert zhplan.tasks("云岭市工作要点\n1. 建设粮仓。（牵头单位：市粮食局）\n".encode())[0]["lead"]


def test_many_come_in_order_whatever_the_jobs(tmp_path):
    paths = []
    for number in range(20):
        paths.append(tmp_path / f"{number}.txt")
        paths[-1].write_text(PLAN.replace("30家", f"{number + 1}家"), encoding="utf-8")
    read = [[r["commitments"][0]["quantity"]["value"] for r in zhplan.extract_many(paths, jobs=jobs)] for jobs in (1, 2, 8)]
    assert read == [list(range(1, 21))] * 3
    assert list(zhplan.extract_many([])) == []


def test_errors_are_pythons_own(tmp_path):
    with pytest.raises(FileNotFoundError) as missing:
        zhplan.extract(tmp_path / "no-such.txt")
    assert missing.value.filename.endswith("no-such.txt")
    with pytest.raises(IsADirectoryError):
        zhplan.extract(tmp_path)
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 no archive")
    with pytest.raises(zhplan.PlanError) as error:
        zhplan.extract(broken)
    assert error.value.path.endswith("broken.docx") and isinstance(error.value, ValueError)
    with pytest.raises(zhplan.PlanError):
        zhplan.extract(b"\x00\x01\x02\x03" * 50)
    picture = tmp_path / "图.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    with pytest.raises(zhplan.PlanError, match="图.png: the file is no text"):
        zhplan.extract(picture)
    copy = pickle.loads(pickle.dumps(error.value))
    assert (type(copy), copy.path, str(copy)) == (zhplan.PlanError, error.value.path, str(error.value))
    with pytest.raises(TypeError):
        zhplan.extract(42)
    with pytest.raises(TypeError, match='there is no argument "yaer"; there are name, media'):
        zhplan.extract(PLAN.encode(), yaer=2023)
    for wrong in ({"year": "last"}, {"year": 23}, {"period": "2025-2021"}, {"period": (2021,)}, {"kind": "poem"}, {"encoding": "klingon"}):
        with pytest.raises((ValueError, TypeError)):
            zhplan.extract(PLAN.encode(), **wrong)
    with pytest.raises(ValueError, match="there is no medium"):
        zhplan.extract(PLAN.encode(), media="papyrus")


def test_one_bad_document_costs_itself_alone(tmp_path):
    good = tmp_path / "good.txt"
    good.write_text(PLAN, encoding="utf-8")
    results = list(zhplan.extract_many([good, tmp_path / "none.txt", good], errors="return"))
    assert [type(result).__name__ for result in results] == ["dict", "FileNotFoundError", "dict"]
    given = zhplan.extract_many([good, tmp_path / "none.txt", good])
    assert next(given)["commitments"]
    with pytest.raises(FileNotFoundError):
        next(given)
    with pytest.raises(TypeError):
        zhplan.extract_many([good, 42])


def test_what_the_caller_knows_goes_in_and_what_is_carried_comes_out():
    speech = "今年新增菇棚30个。\n".encode()
    known = {"year": 2023, "kind": "政府工作报告", "issuer": "青禾县", "period": (2021, 2025), "metadata": {"省份": "某省", "n": 1}}
    document = zhplan.extract(speech, **known)["document"]
    assert (document["year"], document["kind"], document["issuer"]) == (2023, "work_report", "青禾县")
    assert document["period"] == {"start": 2021, "end": 2025} and document["metadata"] == {"省份": "某省", "n": 1}
    assert set(document["overridden"]) == {"year", "kind", "issuer", "period"}
    given = zhplan.Document(speech, name="讲话", **known)
    assert zhplan.extract(given)["document"]["source"]["path"] == "讲话"
    assert zhplan.extract(given, year=2024)["document"]["year"] == 2024
    assert [result["document"]["year"] for result in zhplan.extract_many([given, zhplan.Document(speech, year="2022年")])] == [2023, 2022]


def written(cell):
    """A value as it stands in the csv of the command."""
    if cell is None:
        return ""
    if isinstance(cell, decimal.Decimal):
        text = f"{cell:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    return str(cell)


def test_the_long_table_is_arrow_and_holds_what_the_command_writes():
    pyarrow = pytest.importorskip("pyarrow")
    told = subprocess.run(["plan", "extract", "--status", "all", "-f", "csv", SEED], capture_output=True, check=True).stdout
    head, *rows = csv.reader(io.StringIO(told.decode("utf-8-sig")))
    table = zhplan.extract_table([SEED])
    arrow = pyarrow.table(table)
    assert (len(table), table.columns, arrow.column_names) == (len(rows), head, head)
    # The command guards cells that a spreadsheet program would take for formulas.
    plain = [[cell[1:] if cell.startswith("'") else cell for cell in row] for row in rows]
    assert [[written(cell) for cell in row.values()] for row in arrow.to_pylist()] == plain
    types = {"value": pyarrow.decimal128(38, 12), "line": pyarrow.int64(), "approved": pyarrow.date32(), "quote": pyarrow.string()}
    assert {name: arrow.schema.field(name).type for name in types} == types
    assert arrow["approved"][0].as_py() == datetime.date(2021, 1, 14)
    assert pyarrow.schema(table) == arrow.schema


def test_columns_are_chosen_and_documents_carry_theirs(tmp_path):
    pyarrow = pytest.importorskip("pyarrow")
    given = [zhplan.Document(PLAN.replace("30", str(n)).encode(), name=f"{n}", metadata={"省份": "某省"}) for n in range(1, 9)]
    columns = ["file", "value", "meta_省份"]
    arrow = pyarrow.table(zhplan.extract_table(given, columns=columns, jobs=3))
    assert arrow.to_pylist() == [{"file": str(n), "value": n, "meta_省份": "某省"} for n in range(1, 9)]
    table, failures = zhplan.extract_table([given[0], tmp_path / "none.txt", b""], columns=columns, errors="return")
    assert (len(table), [type(one).__name__ for one in failures]) == (1, ["FileNotFoundError", "PlanError"])
    with pytest.raises(zhplan.PlanError):
        zhplan.extract_table([given[0], b""])
    with pytest.raises(ValueError, match="did you mean `deadline_year`"):
        zhplan.extract_table(given, columns=["deadlineyear"])
    with pytest.raises(TypeError):
        zhplan.extract_table(given, columns="value")
    empty = pyarrow.table(zhplan.extract_table([]))
    assert (empty.num_rows, empty.num_columns) == (0, len(zhplan.extract_table([]).columns))


def test_polars_and_pandas_take_the_table():
    table = zhplan.extract_table([SEED])
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame(table)
    assert frame.height == len(table) and frame.schema["value"] == polars.Decimal(38, 12)
    assert frame.filter(polars.col("deadline_year") == 2025).height > 10
    pandas = pytest.importorskip("pandas")
    if hasattr(pandas.DataFrame, "from_arrow"):
        assert len(pandas.DataFrame.from_arrow(table)) == len(table)


def test_arrow_is_handed_over_without_a_copy():
    pyarrow = pytest.importorskip("pyarrow")
    table = zhplan.extract_table([SEED], columns=["line", "quote"])
    places = [[buffer.address for chunk in pyarrow.table(table)["quote"].chunks for buffer in chunk.buffers() if buffer] for _ in range(2)]
    assert places[0] == places[1], "each time the same memory"


def test_the_interpreter_runs_on_while_documents_are_read():
    counted = 0
    from threading import Thread

    reading = Thread(target=lambda: [zhplan.extract(SEED) for _ in range(3)])
    reading.start()
    while reading.is_alive():
        counted += 1
    assert counted > 1000


@pytest.mark.parametrize("one", ["plan.txt", b"plan"])
def test_one_document_where_several_are_asked_for_is_told(one):
    for read in (zhplan.extract_table, zhplan.extract_many):
        with pytest.raises(TypeError, match="list of them"):
            read(one)
