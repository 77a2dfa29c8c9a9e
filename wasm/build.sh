#!/usr/bin/env bash
# Builds the page that reads documents in a browser: wasm/build.sh [FILE]   (default: target/try.html)
# The result is one file: docs/try.html with the module in it and a policy that names its own style and scripts and those of the report
# it shows. Needs the target wasm32-unknown-unknown (rustup target add wasm32-unknown-unknown), gzip, openssl and python3.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
to=$(realpath -m "${1:-$root/target/try.html}")
# A PDF file is read on a large stack, and there is but one.
cargo rustc --quiet --locked --profile page --target wasm32-unknown-unknown --manifest-path "$root/wasm/Cargo.toml" --lib -- -C link-arg=-zstack-size=33554432
target=$(cargo metadata --format-version 1 --no-deps --manifest-path "$root/wasm/Cargo.toml" | sed -n 's/.*"target_directory":"\([^"]*\)".*/\1/p')
mkdir -p "$(dirname "$to")"
python3 "$root/wasm/page.py" "$root" "$target/wasm32-unknown-unknown/page/plan_wasm.wasm" >"$to.part"
mv "$to.part" "$to"
printf '%s: %s bytes\n' "$to" "$(wc -c <"$to")"
