"""Installs the wheel of `make python` and the archive of `make r` where the project is not, and uses them there.

packages_root.py WHEEL|ARCHIVE... — needs root, or user namespaces (unshare -r). An empty file system is put over the folder of the
project, the environment is empty but for the folder of the interpreter, and figures and lenses are copies. What is not given is
skipped with a word.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SPACE = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--mount"]

PYTHON = """
import sys, time
begin = time.perf_counter()
import hsi
scores = hsi.open("Data").score()
taken = time.perf_counter() - begin
assert not any("ROOT" in (path or "") for path in sys.path), sys.path
print(f"Python: {scores.rows} rows, first {scores['country'][0]}; import, open and score {taken:.2f} s")
"""

R = """
library(hsindex)
scores <- hsi_score(hsi_open("Data"))
cat(sprintf("R: %d rows, first %s\\n", nrow(scores), scores$country[1]))
"""


def hidden(folder, *command, path="/usr/bin:/bin"):
    """Runs a command in a folder while the project is not to be seen, with no environment but a path."""
    script = 'mount -t tmpfs none "$0" && test -z "$(ls -A "$0")" && exec env -i PATH="$1" HOME="$2" "${@:3}"'
    run = subprocess.run([*SPACE, "bash", "-c", script, str(ROOT), path, str(folder), *map(str, command)], cwd=folder, capture_output=True,
                         text=True)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def wheel(file, folder):
    shutil.copy(file, folder)
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    python = folder / "venv/bin/python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", folder / Path(file).name], check=True)
    (folder / "use.py").write_text(PYTHON.replace("ROOT", str(ROOT)))
    print(hidden(folder, python, "use.py", path=f"{folder}/venv/bin:/usr/bin:/bin"), end="")


def archive(file, folder):
    shutil.copy(file, folder)
    (folder / "library").mkdir()
    hidden(folder, "R", "CMD", "INSTALL", f"--library={folder}/library", Path(file).name)
    (folder / "use.R").write_text(f'.libPaths(c("{folder}/library", .libPaths()))\n' + R)
    print(hidden(folder, "Rscript", "use.R"), end="")


def main():
    (passed, kinds) = (0, {".whl": ("wheel", wheel), ".gz": ("R archive", archive)})
    given = {Path(name).suffix: name for name in sys.argv[1:] if Path(name).is_file()}
    for suffix, (name, use) in kinds.items():
        if suffix not in given:
            print(f"{name}: skipped, since none was made")
            continue
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            for part in ("Data", "Weights"):
                shutil.copytree(ROOT / part, folder / part)
            use(given[suffix], folder)
            passed += 1
    print(f"{passed} passed, 0 failed")


if __name__ == "__main__":
    main()
