#!/usr/bin/env bash
# Reads results of `plan` with the programs that people use on them, as docs/duckdb.md and docs/spark.md tell: DuckDB, polars,
# pandas, PySpark, openpyxl, LibreOffice, R. What is not installed is said and skipped, and Parquet where it is not built in.
# PYTHON names the Python to use.
#
#     tests/ecosystem.sh target/debug/plan
set -euo pipefail
plan=$(realpath "${1:-target/debug/plan}")
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
python=${PYTHON:-python3}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
corpus=$root/fixtures/corpus/reports.csv
cp "$corpus" corpus.csv
"$plan" extract "$corpus" -q -o out.csv
"$plan" extract "$corpus" -q -o out.jsonl
"$plan" extract "$corpus" -q -o out.sqlite
"$plan" extract "$corpus" -q -o out.xlsx
# Nine statements; those that are due in 2023, 2024 and 2025 and promised: 2, 2, 2. The greatest value: 30万吨, by 吨.
export ROWS=9 TARGETS=6 GREATEST=300000
# A number that no binary one is, and the day of a plan.
printf '%s\n' '青禾县国民经济和社会发展第十四个五年规划纲要' '（2021年1月14日青禾县第十七届人民代表大会第一次会议批准）' '' '第一章 目标' \
    '到2025年，研发经费投入强度达到2.13%，粮食产量达到1234.5678万吨。' >dated.txt

has() { "$python" -c "import $1" 2>/dev/null; }
skipped() { echo "skipped: $1 is not installed"; }

if "$plan" extract "$corpus" -q -o out.parquet 2>refused; then
    "$plan" extract dated.txt -q -o dated.parquet
    "$plan" panel dated.txt -q -o panel.parquet
    "$plan" extract "$corpus" -q --lang en -f csv --columns issuer,year,value >read.csv
    export PARQUET=1
else
    echo "skipped: Parquet: $(cat refused)"
    export PARQUET=
fi

if has duckdb; then
    "$python" - <<'PY'
import duckdb, os
rows, targets, greatest = (int(os.environ[name]) for name in ("ROWS", "TARGETS", "GREATEST"))
db = duckdb.connect()
source = "read_csv('out.csv')"
types = {name: kind for name, kind, *_ in db.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()}
assert types["value"] in ("BIGINT", "DOUBLE") and types["deadline_year"] == "BIGINT", types
assert types["sentence"] == types["section"] == types["id"] == "VARCHAR", types
assert db.execute(f"SELECT count(*), max(value) FROM {source}").fetchone() == (rows, greatest)
assert db.execute(f"SELECT count(*) FROM {source} WHERE status = 'target'").fetchone() == (targets,)
place = f"SELECT DISTINCT \"meta_省份\" FROM {source} WHERE issuer = '丙市'"
assert db.execute(place).fetchall() == [("海陆",)]
assert db.execute(f"SELECT DISTINCT metadata ->> '省份' FROM {source} WHERE issuer = '丙市'").fetchall() == [("海陆",)]
lines = "read_json('out.jsonl', format = 'newline_delimited')"
assert db.execute(f"SELECT count(*), max(quantity.value) FROM {lines}").fetchone() == (rows, greatest)
assert db.execute(f"SELECT DISTINCT document.year FROM {lines} WHERE document.issuer = '乙县'").fetchall() == [(2024,)]
print("duckdb: csv and jsonl")
if os.environ["PARQUET"]:
    types = {name: kind for name, kind, *_ in db.execute("DESCRIBE SELECT * FROM 'out.parquet'").fetchall()}
    assert types["value"] == "DECIMAL(38,12)" and types["deadline_year"] == "BIGINT" and types["approved"] == "DATE", types
    assert types["sentence"] == types["section"] == types["meta_省份"] == "VARCHAR", types
    both = "SELECT id, value, deadline_year, sentence, \"meta_省份\" FROM "
    rows_of = lambda source: db.execute(both + source + " ORDER BY ALL").fetchall()
    assert rows_of("'out.parquet'") == rows_of("'out.csv'") and len(rows_of("'out.parquet'")) == rows
    dated = db.execute("SELECT approved::VARCHAR, value::VARCHAR FROM 'dated.parquet' ORDER BY value").fetchall()
    assert dated == [("2021-01-14", "2.130000000000"), ("2021-01-14", "12345678.000000000000")], dated
    assert db.execute("SELECT period_end, rd_intensity::DOUBLE FROM 'panel.parquet'").fetchall() == [(2025, 2.13)]
    columns = [d[0] for d in db.execute("SELECT * FROM 'out.parquet'").description]
    packed = {row[0] for row in db.execute("SELECT encodings FROM parquet_metadata('out.parquet') WHERE path_in_schema = 'theme'").fetchall()}
    assert all("DICTIONARY" in encodings for encodings in packed), packed
    db.execute("COPY (SELECT * FROM read_csv('corpus.csv')) TO 'corpus.parquet'")
    print("duckdb: parquet")
try:
    db.execute("INSTALL sqlite")
    db.execute("LOAD sqlite")
except duckdb.Error as error:
    print("skipped: the SQLite extension of DuckDB cannot be had:", str(error).splitlines()[0])
else:
    got = db.execute("SELECT count(*), max(value) FROM sqlite_scan('out.sqlite', 'statements')").fetchone()
    assert got == (rows, greatest), got
    print("duckdb: sqlite")
PY
else skipped duckdb; fi

if has polars; then
    "$python" - <<'PY'
import os, polars
rows, greatest = int(os.environ["ROWS"]), int(os.environ["GREATEST"])
table = polars.read_csv("out.csv", infer_schema_length=None)
assert table.height == rows and table["value"].max() == greatest
assert table["value"].dtype.is_numeric() and table["deadline_year"].dtype == polars.Int64, table.schema
assert table["id"].dtype == table["section"].dtype == polars.String
lines = polars.read_ndjson("out.jsonl", infer_schema_length=None)
assert lines.height == rows and lines["quantity"].struct.field("value").max() == greatest
print("polars: csv and jsonl")
if os.environ["PARQUET"]:
    held = polars.read_parquet("out.parquet")
    assert held.height == rows and held["value"].max() == greatest
    assert held["value"].dtype == polars.Decimal(38, 12) and held["deadline_year"].dtype == polars.Int64, held.schema
    assert held["approved"].dtype == polars.Date and held["id"].dtype == polars.String, held.schema
    from decimal import Decimal
    assert sorted(polars.read_parquet("dated.parquet")["value"]) == [Decimal("2.13"), Decimal(12345678)]
    # As input: polars compresses with zstd.
    polars.read_csv("corpus.csv").write_parquet("corpus.parquet")
    print("polars: parquet")
PY
else skipped polars; fi

if has pandas; then
    "$python" - <<'PY'
import os, pandas, sqlite3
rows, greatest = int(os.environ["ROWS"]), int(os.environ["GREATEST"])
table = pandas.read_csv("out.csv").convert_dtypes()
assert len(table) == rows and table["value"].max() == greatest, table["value"]
assert str(table["deadline_year"].dtype) == "Int64" and str(table["id"].dtype).startswith("str"), table.dtypes
lines = pandas.read_json("out.jsonl", lines=True)
assert len(lines) == rows
flat = pandas.json_normalize(lines.to_dict("records"))
assert flat["quantity.value"].max() == greatest and set(flat["document.year"].dropna()) == {2023, 2024}
with sqlite3.connect("out.sqlite") as database:
    held = pandas.read_sql("SELECT s.* FROM statements s JOIN documents USING (sha256)", database)
assert len(held) == rows and held["value"].dtype.kind == "f"
print("pandas: csv, jsonl and sqlite")
if os.environ["PARQUET"]:
    try:
        import pyarrow
    except ImportError:
        print("skipped: pyarrow is not installed")
    else:
        typed = pandas.read_parquet("out.parquet")
        assert len(typed) == rows and typed["value"].max() == greatest
        assert str(typed["deadline_year"].dtype) == "int64" and typed["value"].astype(float).dtype.kind == "f"
        assert typed["id"].tolist() == table["id"].tolist() and typed["sentence"].tolist() == table["sentence"].tolist()
        day = pandas.read_parquet("dated.parquet")["approved"].iloc[0]
        assert str(day)[:10] == "2021-01-14", day
        pandas.read_csv("corpus.csv").to_parquet("corpus.pandas.parquet")
        print("pandas: parquet")
PY
else skipped pandas; fi

# Tables that these have written, as corpora.
for table in corpus.parquet corpus.pandas.parquet; do
    if [ -e $table ]; then
        "$plan" extract $table -q -f csv --columns issuer,year,value --lang en >again.csv
        cmp read.csv again.csv
        echo "$table: read as a corpus"
    fi
done

if has openpyxl; then
    "$python" - <<'PY'
import openpyxl, os
rows, targets, greatest = (int(os.environ[name]) for name in ("ROWS", "TARGETS", "GREATEST"))
book = openpyxl.load_workbook("out.xlsx")
assert book.sheetnames == ["目标", "进展", "文字目标", "任务", "大纲", "文档", "说明"], book.sheetnames
sheet = book["目标"]
assert sheet.max_row - 1 == targets and book["进展"].max_row - 1 == rows - targets and book["文档"].max_row - 1 == 3
heads = [cell.value for cell in sheet[1]]
value, section = heads.index("数值") + 1, heads.index("章节") + 1
values = [sheet.cell(row, value).value for row in range(2, sheet.max_row + 1)]
assert max(values) == greatest and all(isinstance(number, (int, float)) for number in values), values
assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref, (sheet.freeze_panes, sheet.auto_filter.ref)
link = sheet.cell(2, section).hyperlink
assert link is not None and "大纲" in link.location, link
print("openpyxl: xlsx")
PY
else skipped openpyxl; fi

if command -v soffice >/dev/null; then
    soffice --headless --convert-to pdf out.xlsx >/dev/null 2>&1
    [ -s out.pdf ] && echo "LibreOffice: xlsx to pdf"
    if command -v pdftoppm >/dev/null; then pdftoppm -r 60 -png -l 1 out.pdf page; fi
    if [ -n "${KEEP:-}" ]; then cp out.xlsx out.pdf page*.png "$KEEP"; fi
else skipped LibreOffice; fi

if has pyspark && command -v java >/dev/null; then
    mkdir texts
    for n in 1 2 3 4 5 6; do sed "s/80家/8${n}家/" "$root/fixtures/corpus/speech.txt" >"texts/$n.txt"; done
    PLAN=$plan "$python" - 2>spark.log <<'PY' || { tail -n 20 spark.log; exit 1; }
import glob, json, os, subprocess
from pyspark.sql import SparkSession

plan = os.environ["PLAN"]

def extract(paths):
    paths = list(paths)
    if not paths:
        return iter(())
    run = subprocess.run([plan, "extract", "--files-from", "-", "--format", "jsonl", "--quiet", "--jobs", "1"],
                         input="\0".join(paths).encode() + b"\0", stdout=subprocess.PIPE)
    if run.returncode not in (0, 2):
        raise RuntimeError(f"plan ended with {run.returncode}")
    return iter(run.stdout.decode().splitlines())

spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
files = sorted(os.path.abspath(path) for path in glob.glob("texts/*.txt"))
lines = spark.sparkContext.parallelize(files, 3).mapPartitions(extract)
table = spark.read.json(lines)
rows = table.select("document.path", "indicator", "quantity.value").collect()
assert len(rows) == 12, rows
firms = sorted(row.value for row in rows if row.indicator == "高新技术企业")
assert firms == [81, 82, 83, 84, 85, 86], firms
def extract_rows(rows):
    lines = "".join(json.dumps({"id": row.id, "text": row.text, "year": row.year}) + "\n" for row in rows)
    if not lines:
        return iter(())
    run = subprocess.run([plan, "extract", "-", "--text-column", "text", "--id-column", "id", "--format", "jsonl", "-q", "--jobs", "1"],
                         input=lines.encode(), stdout=subprocess.PIPE)
    if run.returncode not in (0, 2):
        raise RuntimeError(f"plan ended with {run.returncode}")
    return iter(run.stdout.decode().splitlines())

texts = [(n, open(path, encoding="utf-8").read(), 2020 + n) for n, path in enumerate(files)]
corpus = spark.createDataFrame(texts, ["id", "text", "year"])
found = spark.read.json(corpus.rdd.mapPartitions(extract_rows)).select("document.path", "document.metadata.id", "document.year").distinct().collect()
assert sorted((row.path, row.id, row.year) for row in found) == [(f"stdin#{n}", n, 2020 + n) for n in range(6)], found
long = spark.read.csv("out.csv", header=True, inferSchema=True, multiLine=True, escape='"')
types = dict(long.dtypes)
assert long.count() == int(os.environ["ROWS"]) and types["deadline_year"] == "int" and types["value"] in ("int", "double"), types
if os.environ["PARQUET"]:
    typed = spark.read.parquet("out.parquet")
    kinds = dict(typed.dtypes)
    assert typed.count() == long.count() and kinds["value"] == "decimal(38,12)" and kinds["approved"] == "date", kinds
print("pyspark: partitions of files through plan, csv" + (" and parquet" if os.environ["PARQUET"] else ""))
spark.stop()
PY
else skipped "pyspark (or java)"; fi

if command -v Rscript >/dev/null && Rscript -e 'stopifnot(requireNamespace("readr"), requireNamespace("RSQLite"))' >/dev/null 2>&1; then
    Rscript --vanilla - <<'R'
rows <- as.integer(Sys.getenv("ROWS")); greatest <- as.numeric(Sys.getenv("GREATEST"))
table <- readr::read_csv("out.csv", show_col_types = FALSE)
stopifnot(nrow(table) == rows, is.numeric(table$value), max(table$value) == greatest, is.character(table$id))
stopifnot(is.numeric(table$deadline_year), "meta_省份" %in% names(table))
base <- read.csv("out.csv", fileEncoding = "UTF-8-BOM", check.names = FALSE)
stopifnot(nrow(base) == rows)
db <- DBI::dbConnect(RSQLite::SQLite(), "out.sqlite")
held <- DBI::dbGetQuery(db, "SELECT * FROM statements")
stopifnot(nrow(held) == rows, is.numeric(held$value))
DBI::dbDisconnect(db)
cat("R: csv and sqlite\n")
R
else skipped "R with readr and RSQLite"; fi
