#!/usr/bin/env bash
# Runs the pre-commit hook on a repository of ten documents of every kind that is read: tests/precommit.sh WHEEL
# Held: sound documents pass, one that is broken stops the commit with file, line and rule, and only what the hook names is looked at.
set -euo pipefail
here=$(realpath "$(dirname "${BASH_SOURCE[0]}")/..")
wheel=$(realpath "$1")
for tool in pre-commit git python3; do command -v "$tool" >/dev/null || { echo "skipped: $tool is not installed"; exit 0; }; done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export PRE_COMMIT_HOME="$work/home"

mkdir -p "$work/repository/seeds" && cd "$work/repository"
git init -q . && git config user.email reader@example.org && git config user.name reader
for kind in txt md html docx pdf doc; do cp "$here/fixtures/documents/media/plan.$kind" seeds/; done
cp seeds/plan.doc "seeds/旧 版.wps"
cp seeds/plan.md seeds/second.markdown
cp seeds/plan.html seeds/second.htm
cp "$here/fixtures/check/clean.txt" "seeds/云 岭.txt"
cp "$here/fixtures/check/clean.txt" elsewhere.txt
printf 'no plan\n' >seeds/README.txt

# The hook as the repository gives it, with the wheel in place of the clone that pre-commit would build.
{
    printf 'repos:\n- repo: local\n  hooks:\n'
    sed 's/^/  /' "$here/.pre-commit-hooks.yaml"
    printf '    additional_dependencies: ["%s"]\n' "$wheel"
} >.pre-commit-config.yaml
git add -A
began=$SECONDS
pre-commit run --all-files --verbose >"$work/out" 2>&1 || { cat "$work/out"; echo "sound documents did not pass"; exit 1; }
echo "installed and run in $((SECONDS - began)) s"
# Several processes may share the files; each says how many it checked.
checked=$(sed -n 's/^.* in \([0-9]*\) documents*$/\1/p' "$work/out" | awk '{sum += $1} END {print sum + 0}')
[ "$checked" = 10 ] || { cat "$work/out"; echo "$checked documents were checked, and there are ten"; exit 1; }

printf '新建菇棚5—3个。\n' >>"seeds/云 岭.txt"
git add -A
began=$SECONDS
if pre-commit run >"$work/out" 2>&1; then echo "a broken document passed"; exit 1; fi
echo "run again in $((SECONDS - began)) s"
grep -q 'seeds/云 岭.txt:[0-9]*:[0-9]*: error\[values.range-reversed\]' "$work/out" || { cat "$work/out"; echo "the finding is not told"; exit 1; }
! grep -q elsewhere "$work/out"
echo "the hook holds"
