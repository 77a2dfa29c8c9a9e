#!/usr/bin/env bash
# What hostile input costs: tests/hostile.sh [PLAN] prints a table of input, exit status, seconds, MiB and message, each command
# with 1 GiB of addresses and 10 s of processor time. Status 1 where one crashes, is out of time or says more than a few lines.
# Needs python3 and GNU time.
set -uo pipefail
plan=$(realpath "${1:-target/debug/plan}")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 "$here/fixtures/hostile/make.py" "$folder"
cd "$folder"
bad=0

# row NAME COMMAND…: runs the command in a shell of its own under the limits.
row() {
    local name=$1 status seconds mebibytes message
    shift
    (
        ulimit -v 1048576 -t 10 -c 0
        exec /usr/bin/time -q -o measured -f '%U %S %M' timeout 120 bash -c "$*"
    ) >out 2>err
    status=$?
    read -r seconds mebibytes < <(awk 'END { printf "%.2f %d\n", $1 + $2, $3 / 1024 }' measured)
    message=$(grep -v '^bash:' err | head -1 | tr -d '\r' | cut -c1-150)
    if [ "$status" -gt 2 ] || [ "$(wc -l <err)" -gt 4 ] || grep -qE 'panicked|overflowed|allocation of' err; then
        bad=1
        message="BAD $message"
    fi
    printf '| %s | %s | %s | %s | %s |\n' "$name" "$status" "$seconds" "$mebibytes" "${message:-$(head -c 60 out | tr '\n' ' ')}"
}

export PLAN="$plan"
printf '| input | exit | seconds | MiB | message |\n|---|---|---|---|---|\n'
for file in *.pdf; do
    row "$file" "\$PLAN extract $file"
done
row "a batch with a hostile PDF" '$PLAN extract forms-nested.pdf plan.txt deep-arrays.pdf -f jsonl'
for file in utf32.txt nul.txt tags.html less-than.html span.html five-gigabytes.txt; do
    row "$file" "\$PLAN extract $file"
done
# One thing in great number: what may cost no more each.
for file in commas commas-numbers list numbers respectively among semicolons quotes quoted brackets per-cent ones years titles notes units \
    above paragraph milestones punctuation headings tables rows short pairs; do
    row "$file.txt" "\$PLAN extract $file.txt -f jsonl"
done
row "headings.md" '$PLAN outline headings.md'
for file in rows joined-heads wide; do
    row "$file.md" "\$PLAN extract $file.md -f jsonl"
done
row "rows.txt as YAML" '$PLAN extract rows.txt -f yaml'
row "rows.txt as CSV" '$PLAN extract rows.txt -f csv'
row "check of open brackets" '$PLAN check brackets.txt --exit-zero'
row "check of punctuation" '$PLAN check punctuation.txt --exit-zero'
row "values that look like years" '$PLAN extract like-years.txt -f csv | grep -cE ",(2000|2030),"'
row "cells that open with signs" '$PLAN extract formula.txt -f csv'
row "bytes of no encoding" '$PLAN extract lone-bytes.txt'
row "a name that is no UTF-8" 'cp plan.txt $(printf "\xff.txt"); $PLAN extract $(printf "\xff.txt") -f json | head -c 60'
row "/dev/zero" '$PLAN extract /dev/zero'
row "endless standard input" '$PLAN extract - < /dev/zero'
row "endless line for scan" '$PLAN scan - < /dev/zero'
row "pipe without a writer" '$PLAN extract pipes/x.txt'
row "folder with a pipe" '$PLAN check pipes --exit-zero'
row "folder with links in a circle" '$PLAN check loop --exit-zero -f json | grep -c plan.txt'
row "bad side file" '$PLAN check bad-side'
row "empty folder beside a good one" '$PLAN check empty loop'
row "aliases in a gold file" '$PLAN eval --gold aliases-gold.yaml plan.txt'
row "aliases in a config" '$PLAN check --config aliases.yaml plan.txt'
row "aliases in a saved result" '$PLAN diff aliases.yaml plan.txt'
row "nesting in a gold file" '$PLAN eval --gold nested.yaml plan.txt'
row "control characters in findings" '$PLAN check control.txt --exit-zero | grep -c -P "[\x00-\x08\x0b-\x1f\x7f]"; true'
row "control characters in annotations" '$PLAN check control.txt --exit-zero -f github | grep -c -P "[\x00-\x08\x0b-\x1f\x7f]"; true'
row "-o over the input" '$PLAN extract plan.txt -o plan.txt'
row "-o over the input by hard link" 'ln plan.txt hard.txt; $PLAN extract plan.txt -o hard.txt -f csv'
row "-o over the input by link" 'ln -s plan.txt link.csv; $PLAN extract plan.txt -o link.csv'
# Never the devices of the machine itself: a program that fails here and runs as root would replace them.
if mknod null c 1 3 2>/dev/null; then
    row "-o a device" '$PLAN extract plan.txt -f json -o null && test -c null'
fi
row "-o a pipe" 'mkfifo pipe; cat pipe & $PLAN extract plan.txt -f json -o pipe && test -p pipe; wait'
row "-o standard output by name" '$PLAN extract plan.txt -f json -o /dev/fd/1 | head -c 20'
row "told to end while it writes" '$PLAN extract paragraph.txt -f json -o ended.json & sleep 0.3; kill -TERM $!; wait $!; ls -A | grep -c "^\.plan-" | grep -qx 0'
row "fixes through a link" 'ln -s plan.txt fixed.txt; $PLAN check --fix fixed.txt --exit-zero && test -h fixed.txt'
row "full standard output" '$PLAN extract plan.txt > /dev/full'
row "closed pipe" '$PLAN extract plan.txt -f json | true; exit ${PIPESTATUS[0]}'
exit $bad
