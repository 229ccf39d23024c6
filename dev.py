"""integrity：装好 Python 和 Git 即可使用 / needs nothing but Python and Git.

python3 dev.py demo       校验、评分、发布示例活动 / run the sample campaign
python3 dev.py test ...   运行测试，参数交给 pytest / run the tests with pytest
python3 dev.py lock       更新锁定的依赖 / renew the pinned dependencies
python3 dev.py help       显示本页 / show this page
python3 dev.py WORD ...   其他都交给 integrity / all else goes to integrity

所需环境（.venv-*、.node-dev）自动建立，可随时删除。Windows 上用 py 代替 python3。
Environments (.venv-*, .node-dev) are made when needed. On Windows say py, not python3.
"""

from __future__ import annotations

import hashlib
import importlib.util
import io
import os
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import DEVNULL, PIPE, STDOUT
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
VERSION = "{}.{}".format(*sys.version_info)

# What tests/browser drives: found on PATH, at its usual place, or where CHROMIUM says.
BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
)
PACKAGES = ("chromium", "fonts-wqy-microhei")  # the smallest font that shows Chinese
INSTALL = {
    "apt-get": "sudo apt-get install " + " ".join(PACKAGES),
    "dnf": "sudo dnf install chromium",
    "brew": "brew install --cask google-chrome",
    "winget": "winget install Google.Chrome",
}

# What tests/editors drives: a language server for YAML, as editors have it.
NODE = ROOT / ".node-dev"
NODE_PINS = ("package.json", "package-lock.json")
LANGUAGE_SERVER = NODE / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"


def main(words: list[str]) -> int:
    """Do what the words ask; the answer is the exit code."""
    if sys.version_info < (3, 11):
        stop(f"需要 Python 3.11 或更高版本，现为 {VERSION} / needs Python 3.11+, not {VERSION}")
    if words in ([], ["help"]):
        print((__doc__ or "").strip())
        return 0
    if words == ["demo"]:
        return demo()
    if words == ["lock"]:
        return lock()
    if words[0] == "test":
        os.chdir(ROOT)
        python = environment("dev")
        provide_browser()
        provide_language_server()
        return become([python, "-P", "-m", "pytest", *words[1:]])
    return become([environment("run"), "-P", "-m", "integrity_cli", *words])


def demo() -> int:
    """Validate, score and publish the sample campaign; the first step that fails ends it."""
    integrity = [environment("run"), "-P", "-m", "integrity_cli"]
    units = sorted(folder.name for folder in ROOT.glob("records/units/*/"))
    steps = [["validate"], *(["score", unit] for unit in units), ["report", "--output", "site"]]
    for step in steps:
        print("\n$ integrity", *step, flush=True)
        code = subprocess.call([*integrity, *step], cwd=ROOT, env=settings())
        if code:
            return code
    print(f"\n用浏览器打开 / open in a browser:\n{ROOT / 'site' / 'index.html'}")
    return 0


def lock() -> int:
    """Pin the newest versions that pyproject.toml admits, for every platform, by hash."""
    uv = shutil.which("uv")
    if uv is None:
        stop("先安装 uv，如 pipx install uv / first install uv, e.g. pipx install uv")
    pin = [uv, "pip", "compile", "--quiet", "--upgrade", "--universal", "--python-version=3.11"]
    pin += ["--generate-hashes", "--no-header", "--no-annotate", "pyproject.toml"]
    run, dev = "requirements/run.txt", "requirements/dev.txt"
    renew = ["update", "--package-lock-only", "--ignore-scripts", "--omit-lockfile-registry-resolved"]
    return (
        subprocess.call([*pin, f"--output-file={run}"], cwd=ROOT)
        or subprocess.call([*pin, "--group=dev", f"--constraint={run}", f"--output-file={dev}"], cwd=ROOT)
        or subprocess.call([shutil.which("npm") or "npm", *renew], cwd=ROOT / "requirements" / "node")
    )


def environment(name: str) -> str:
    """Give the Python of the environment `run` or `dev`, made anew when its stamp is not right."""
    home = ROOT / f".venv-{name}-{VERSION}"
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pins = ROOT / "requirements" / f"{name}.txt"
    makings = pins.read_bytes() + f"{sys.version} {sysconfig.get_platform()}".encode()
    make_once(home, makings, python, lambda: build(home, python, pins))
    return str(python)


def make_once(home: Path, makings: bytes, proof: Path, make: Callable[[], object]) -> None:
    """Make a folder, unless it was made of the same and the proof of it is there."""
    stamp, right = home / "stamp", hashlib.sha256(makings).hexdigest()

    def ready() -> bool:
        return proof.exists() and stamp.is_file() and stamp.read_text() == right

    if not ready():
        with alone(Path(f"{home}.lock")):
            if not ready():  # nobody made it while we waited
                stamp.unlink(missing_ok=True)
                make()
                if proof.exists():
                    stamp.write_text(right)  # last, so that an interrupted set-up is redone


def build(home: Path, python: Path, pins: Path) -> None:
    """Make a virtual environment of exactly the pinned wheels; no package runs code to install."""
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        package = f"python{VERSION}-venv"
        stop(f"请先安装 / first install {package}:\napt-get install {package}")
    say(f"正在准备环境… / preparing {home.name} …")
    wheels = ["--require-hashes", "--only-binary=:all:", "-r", str(pins)]
    for words in (
        [sys.executable, "-I", "-m", "venv", "--clear", str(home)],
        [str(python), "-I", "-m", "pip", "install", "--quiet", "--no-input", *wheels],
    ):
        done = subprocess.run(words, stdin=DEVNULL, stdout=PIPE, stderr=STDOUT, check=False)
        if done.returncode:
            sys.stderr.buffer.write(done.stdout)
            stop(
                "环境没有建成，原因见上。可再次运行同一命令，也可用 PIP_INDEX_URL 指定镜像。\n"
                "Not ready, see above. Run the same command again; PIP_INDEX_URL names a mirror."
            )


def browser() -> str | None:
    """Find the program that the browser tests drive."""
    named = os.environ.get("CHROMIUM")
    return next(filter(None, map(shutil.which, [named] if named else BROWSERS)), None)


def how_to_install() -> str:
    """Give the one command that installs a browser here."""
    return next((words for tool, words in INSTALL.items() if shutil.which(tool)), INSTALL["apt-get"])


def provide_browser() -> None:
    """Install Chromium and a Chinese font where nobody need be asked; without it the tests tell."""
    if browser() or not shutil.which("apt-get") or getattr(os, "geteuid", lambda: 1)():
        return
    say("正在安装浏览器… / installing Chromium …")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["install", "-qq", "-y", "--no-install-recommends", *PACKAGES]
    for words in (["update", "-qq"], install):
        done = subprocess.run(
            ["apt-get", "-o", "DPkg::Lock::Timeout=300", *words],
            env=quiet, stdin=DEVNULL, stdout=PIPE, stderr=STDOUT, check=False,
        )  # fmt: skip
        if done.returncode:
            sys.stderr.buffer.write(done.stdout)
            return


def provide_language_server() -> None:
    """Install what tests/editors drives, where there is an npm; without it those tests tell."""
    npm, pins = shutil.which("npm"), [ROOT / "requirements" / "node" / name for name in NODE_PINS]
    if npm and shutil.which("node"):
        makings = b"".join(pin.read_bytes() for pin in pins)
        make_once(NODE, makings, LANGUAGE_SERVER, lambda: install_node_packages(npm, pins))


def install_node_packages(npm: str, pins: list[Path]) -> None:
    """Install exactly the pinned packages, checked by their hashes; none of them runs code to install."""
    say(f"正在准备 {NODE.name}… / preparing {NODE.name} …")
    NODE.mkdir(exist_ok=True)
    for pin in pins:
        shutil.copy(pin, NODE)
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(command, cwd=NODE, stdin=DEVNULL, stdout=PIPE, stderr=STDOUT, check=False)
    if done.returncode:
        sys.stderr.buffer.write(done.stdout)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Wait for the lock file and hold it; the system lets go of it when its holder dies."""
    with path.open("ab") as file:
        if not held(file.fileno()):
            say("另一个进程正在准备环境，请稍候… / another process is preparing it, waiting …")
            while not held(file.fileno()):
                time.sleep(0.1)
        yield


def held(file: int) -> bool:
    """Try to take the lock, without waiting."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def become(command: list[str]) -> int:
    """Run the command in place of this process; Windows cannot, and waits for its exit code."""
    if os.name == "nt":
        return subprocess.call(command, env=settings())
    return os.execve(command[0], command, settings())


def settings() -> dict[str, str]:
    """Give the caller's variables, with this repository's code and UTF-8 everywhere."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


def say(message: str) -> None:
    """Talk on standard error; standard output is for data."""
    print(message, file=sys.stderr, flush=True)


def stop(message: str) -> NoReturn:
    """End, because the set-up is not what it should be."""
    say(message)
    raise SystemExit(2)


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a console that lacks a character shows a ?
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
