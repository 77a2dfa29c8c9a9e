#!/usr/bin/env bash
# Runs the shell steps of the GitHub action by hand, with a release made of PLAN: tests/action.sh PLAN
# Held: a binary whose sum is right is installed, another stops the run, a version that is not there is told from both, paths may hold spaces.
set -euo pipefail
plan=$(realpath "$1")
here=$(realpath "$(dirname "${BASH_SOURCE[0]}")/..")
command -v python3 >/dev/null && python3 -c 'import yaml' 2>/dev/null || { echo "skipped: python3 with PyYAML is not installed"; exit 0; }
command -v curl >/dev/null || { echo "skipped: curl is not installed"; exit 0; }
[ "$(uname -s)-$(uname -m)" = Linux-x86_64 ] || { echo "skipped: written for Linux on x86-64"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

version=$(sed -n 's/^version = "\(.*\)"/\1/p' "$here/Cargo.toml" | head -n 1)
release="$work/project/releases/download/v$version"
mkdir -p "$release" "$work/pack"
cp "$plan" "$work/pack/plan"
archive=plan-x86_64-unknown-linux-musl.tar.gz
tar -czf "$release/$archive" -C "$work/pack" .
(cd "$release" && sha256sum "$archive" >"$archive.sha256")

# took WHAT COMMAND…: runs it and says how long it took.
took() {
    local what=$1 began; began=$(date +%s%N); shift
    "$@"
    echo "$what took $((($(date +%s%N) - began) / 1000000)) ms"
}

took "installing the binary" "$here/.github/install.sh" "$version" "$work/bin" "file://$work/project"
"$work/bin/plan" --version
status=0; "$here/.github/install.sh" 99.0.0 "$work/none" "file://$work/project" 2>"$work/err" || status=$?
[ "$status" = 3 ] && [ ! -e "$work/none" ] || { echo "a version that is not there gave $status"; exit 1; }
cp -r "$work/project" "$work/other"
printf '%064d  %s\n' 0 "$archive" >"$work/other/releases/download/v$version/$archive.sha256"
status=0; "$here/.github/install.sh" "$version" "$work/none" "file://$work/other" 2>"$work/err" || status=$?
[ "$status" = 1 ] && [ ! -e "$work/none" ] || { echo "a wrong sum gave $status"; cat "$work/err"; exit 1; }

mkdir -p "$work/repository/plan texts"
cp "$here/fixtures/check/clean.txt" "$work/repository/plan texts/云 岭.txt"
step() { python3 -c 'import sys, yaml; print(next(s["run"] for s in yaml.safe_load(open(sys.argv[1]))["runs"]["steps"] if s["name"] == sys.argv[2]))' "$here/action.yml" "$1"; }
cd "$work/repository"
PATH="$work/bin:$PATH" PATHS=$'plan texts\n' ARGUMENTS=$'--severity=warning\n' FORMAT=github SARIF="out put.sarif" GITHUB_ACTION_PATH="$here" \
    took "the step Check" bash -euo pipefail -c "$(step Check)"
python3 -c 'import json; assert json.load(open("out put.sarif"))["version"] == "2.1.0"'
GITHUB_ACTION_PATH="$here" GITHUB_OUTPUT="$work/output" RUNNER_TEMP="$work" VERSION="" bash -euo pipefail -c "$(step 'Which plan')"
grep -q "version=$version" "$work/output"
mkdir -p "$work/plan-$version" && cp "$plan" "$work/plan-$version/plan"
GITHUB_ACTION_PATH="$here" VERSION="$version" FOLDER="$work/plan-$version" GITHUB_PATH="$work/path" \
    took "the step Install plan, from the cache," bash -euo pipefail -c "$(step 'Install plan')"
grep -q "plan-$version" "$work/path"
echo "the action's steps ran"
