"""Builds the wheel: the `plan` command first, which the wheel brings as a script, then the module by maturin.

`python python/backend.py` builds the command alone, for a `maturin build` by hand.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from maturin import *  # noqa: F403  the hooks that are not told here
import maturin

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = ROOT / "python" / "zhplan.data" / "scripts"


def build_command():
    """Builds `plan` and lays it where maturin takes scripts from."""
    profile = os.environ.get("ZHPLAN_PROFILE", "release")
    command = ["cargo", "build", "--locked", "--profile", profile, "--bin", "plan", "--message-format", "json-render-diagnostics"]
    command += ["--features", os.environ.get("ZHPLAN_FEATURES", "")]
    built = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    if built.returncode != 0:
        sys.exit("zhplan: the plan command could not be built; it needs a Rust toolchain of 1.89 or later (see above)")
    messages = [json.loads(line) for line in built.stdout.splitlines()]
    (binary,) = [message["executable"] for message in messages if message.get("executable")]
    SCRIPTS.mkdir(parents=True, exist_ok=True)
    shutil.copy2(binary, SCRIPTS)


def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    SCRIPTS.mkdir(parents=True, exist_ok=True)  # maturin wants to see where scripts will be
    return maturin.prepare_metadata_for_build_wheel(metadata_directory, config_settings)


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    build_command()
    return maturin.build_wheel(wheel_directory, config_settings, metadata_directory)


if __name__ == "__main__":
    build_command()
