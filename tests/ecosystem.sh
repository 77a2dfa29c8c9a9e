#!/usr/bin/env bash
# Reads results of `plan` with the programs that people use on them, as docs/duckdb.md and docs/spark.md tell: DuckDB, polars,
# pandas, PySpark, R. What is not installed is said and skipped. PYTHON names the Python to use.
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
"$plan" extract "$corpus" -q -o out.csv
"$plan" extract "$corpus" -q -o out.jsonl
"$plan" extract "$corpus" -q -o out.sqlite
# Nine statements; those that are due in 2023, 2024 and 2025 and promised: 2, 2, 2. The greatest value: 30万吨, by 吨.
export ROWS=9 TARGETS=6 GREATEST=300000

has() { "$python" -c "import $1" 2>/dev/null; }
skipped() { echo "skipped: $1 is not installed"; }

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
PY
else skipped pandas; fi

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
print("pyspark: partitions of files through plan, and csv")
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
