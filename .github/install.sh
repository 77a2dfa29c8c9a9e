#!/bin/sh
# Installs the `plan` binary of a release: install.sh VERSION FOLDER [BASE]
# BASE is the address of the project (default: that of the repository the action comes from); its releases hold, for each system, the
# archive plan-TARGET.tar.gz and its SHA-256 sum. Exits with 3 where there is no binary for this system.
set -eu

version=$1
folder=$2
base=${3:-${GITHUB_SERVER_URL:-https://github.com}/${GITHUB_ACTION_REPOSITORY:?the address of the project is not known: give it as third argument}}

case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) target=x86_64-unknown-linux-musl ;;
    Linux-aarch64 | Linux-arm64) target=aarch64-unknown-linux-musl ;;
    Darwin-x86_64) target=x86_64-apple-darwin ;;
    Darwin-arm64) target=aarch64-apple-darwin ;;
    MINGW*-x86_64 | MSYS*-x86_64) target=x86_64-pc-windows-msvc ;;
    *)
        echo "install.sh: there is no binary for $(uname -s) on $(uname -m); build it: cargo install --locked --path ." >&2
        exit 3
        ;;
esac

archive=plan-$target.tar.gz
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for name in "$archive" "$archive.sha256"; do
    if ! curl --fail --silent --show-error --location --retry 3 --output "$work/$name" "$base/releases/download/v$version/$name"; then
        echo "install.sh: $name of version $version could not be fetched from $base" >&2
        exit 3
    fi
done

expected=$(cut -d ' ' -f 1 <"$work/$archive.sha256")
if command -v sha256sum >/dev/null; then
    actual=$(sha256sum "$work/$archive" | cut -d ' ' -f 1)
else
    actual=$(shasum -a 256 "$work/$archive" | cut -d ' ' -f 1)
fi
if [ "$expected" != "$actual" ]; then
    echo "install.sh: $archive has the SHA-256 sum $actual and should have $expected; nothing was installed" >&2
    exit 1
fi

mkdir -p "$folder"
tar -xzf "$work/$archive" -C "$folder"
echo "plan $version is in $folder"
