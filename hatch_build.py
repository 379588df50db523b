"""The TypeScript of web/ to the scripts of the pages, when a wheel is built and Node is there."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Scripts(BuildHookInterface):
    """Builds the scripts; without Node, or where it fails, the wheel is made without them."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, object]) -> None:
        """Build the scripts for a wheel. An editable install is left to `make web`."""
        if version == "editable" or self.target_name != "wheel":
            return
        folder = Path(self.root) / "web"
        npm = shutil.which("npm")
        if npm is None or not (folder / "package.json").is_file():
            self.app.display_warning("no Node: the pages will do without their scripts")
            return
        try:
            if not (folder / "node_modules").is_dir():
                install = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
                subprocess.run(install, cwd=folder, check=True)
            subprocess.run([npm, "run", "build"], cwd=folder, check=True)
        except (OSError, subprocess.CalledProcessError) as fault:
            self.app.display_warning(f"the pages will do without their scripts: {fault}")
