"""The module from outside; run in an environment where the wheel is installed."""

import json
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
    with pytest.raises(TypeError):
        zhplan.extract(42)
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
