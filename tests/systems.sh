#!/usr/bin/env bash
# Compares a build of plan for another system with PLAN, a build for this one: tests/systems.sh PLAN OTHER…
# OTHER is how the other is run, such as `qemu-aarch64 plan` or `wine plan.exe`. Held: the same status, results, messages and files.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit
plan=$(realpath "$1")
shift
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bad=0

# same ARGUMENTS…: both give the same on standard output and standard error.
same() {
    local one other
    "$plan" "$@" >"$work/one" 2>"$work/one.err" </dev/null; one=$?
    "${run[@]}" "$@" >"$work/other" 2>"$work/other.err" </dev/null; other=$?
    if [ $one = $other ] && cmp -s "$work/one" "$work/other" && cmp -s "$work/one.err" "$work/other.err"; then
        echo "same: $(stat -c %s "$work/one") bytes, status $one: $*"
    else
        echo "DIFFERS: status $one and $other: $*"; bad=1
        diff "$work/one" "$work/other" | head -n 4; diff "$work/one.err" "$work/other.err" | head -n 4
    fi
}

# written NAME ARGUMENTS…: both write the same file, also over one that is there.
written() {
    local name=$1; shift
    for _ in 1 2; do
        "$plan" "$@" -q -o "$work/one.$name" && "${run[@]}" "$@" -q -o "$work/other.$name" || bad=1
    done
    if cmp -s "$work/one.$name" "$work/other.$name"; then echo "same: a file .$name: $*"; else echo "DIFFERS: a file .$name: $*"; bad=1; fi
}

run=("$@")
same --version
same extract seeds/gulou-14fyp.txt -f jsonl
same extract seeds/gulou-14fyp.txt -f table --lang zh
same extract seeds fixtures/documents/media -q -f jsonl
for kind in docx pdf doc html md; do same extract "fixtures/documents/media/plan.$kind" -f json; done
same extract fixtures/corpus/reports.csv -f csv
same extract fixtures/corpus/speech.txt --meta fixtures/corpus/meta.csv -f json
same extract fixtures/corpus/speech.txt --year 2023 --document-kind 政府工作报告 --issuer 青禾县 -f jsonl
same scan '到2025年，全市高新技术企业突破1000家，年均增长12%以上'
same check seeds fixtures/check --format sarif --exit-zero
same diff fixtures/diff/old.txt fixtures/diff/new.txt --exit-zero -f json
same panel fixtures/documents seeds -f csv
same track seeds/gulou-14fyp.txt --observed fixtures/track/gulou.csv -f csv
same extract seeds/none.txt
same extract seeds/gulou-14fyp.txt -o seeds
same extract seeds/gulou-14fyp.txt -o seeds/gulou-14fyp.txt
for name in csv jsonl yaml; do written $name extract seeds/gulou-14fyp.txt; done
written html report seeds/gulou-14fyp.txt
if command -v python3 >/dev/null && python3 fixtures/hostile/make.py "$work/hostile"; then same extract "$work/hostile/deep-arrays.pdf"; fi
[ $bad = 0 ] && echo "both do the same"
exit $bad
