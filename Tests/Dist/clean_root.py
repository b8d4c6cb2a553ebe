"""Unpacks the tarball of `make dist` into a root of its own that has nothing else but the C library, and runs hsi there.

clean_root.py TARBALL — needs root, or user namespaces (unshare -r). Nothing of the system, no source and no PATH is there: what
runs came with the tarball. The report that is made there has the bytes of that in Reports/.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
C_LIBRARY = ["libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "libresolv.so.2"]


def clean_root(root, tarball):
    with tarfile.open(tarball) as tar:
        tar.extractall(root, filter="data")
    loader = next(line.split()[0] for line in subprocess.run(["ldd", "/bin/sh"], capture_output=True, text=True).stdout.splitlines() if "ld-linux" in line)
    parts = [Path(loader), *(path for name in C_LIBRARY for path in Path("/lib").glob(f"*-linux-gnu/{name}"))]
    for part in parts:
        copy = root / part.relative_to("/")
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(part, copy)
    for name in ("tmp", "proc"):
        (root / name).mkdir()
    return next(root.glob("hsi-*"))


def run(root, folder, *arguments):
    """Runs hsi with that folder as the root of all, with no environment, and with /proc, as a container has it."""
    space = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--mount", "--pid", "--fork"]
    enter = 'mount -t proc proc "$0/proc" && exec env -i "$(command -v chroot)" "$0" "$@"'
    return subprocess.run([*space, "sh", "-c", enter, str(root), f"/{folder.name}/bin/hsi", *arguments], capture_output=True, text=True,
                          env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"})


def main():
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        folder = clean_root(root, sys.argv[1])
        data = ["--data", f"/{folder.name}/Data"]
        starts = []
        for _ in range(11):
            begin = time.perf_counter()
            version = run(root, folder, "--version")
            starts.append(1000 * (time.perf_counter() - begin))
        assert version.returncode == 0 and version.stdout.strip() in folder.name, version
        print(f"{version.stdout.strip()}: {statistics.median(starts):.0f} ms to start, the change of root with it")
        score = run(root, folder, "score", "--top", "3", *data)
        assert score.returncode == 0 and "Norway" in score.stdout, score
        print(score.stdout.split("\n\n")[0])
        report = run(root, folder, "report", *data)
        assert report.returncode == 0, report
        made = {path.relative_to(folder): path.read_bytes() for path in (folder / "Reports").rglob("*") if path.is_file()}
        kept = {path.relative_to(ROOT): path.read_bytes() for path in (ROOT / "Reports").rglob("*") if path.is_file()}
        other = sorted(str(name) for name in made.keys() | kept.keys() if made.get(name) != kept.get(name))
        assert not other, other
        print(f"{len(made)} files of the report, with the bytes of Reports/")
        for part in ["share/man/man1/hsi.1", "share/bash-completion/completions/hsi", "share/zsh/site-functions/_hsi", "LICENSE", "licences/libcsv.so.3.txt"]:
            assert (folder / part).stat().st_size > 0, part
    print("1 passed, 0 failed")


if __name__ == "__main__":
    main()
