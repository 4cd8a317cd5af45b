"""
How fast the dashboard is, through a pseudo-terminal of 120 x 40: start to first frame as a ratio to bare node, a key to
the end of its frame with the CPU time it takes, and memory over many keys. Standard library alone:
python3 apps/cli/bench/dash.py [KEYS [KEYS OF THE MEMORY RUN]]
"""
import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time

here = os.path.dirname(os.path.abspath(__file__))
main = os.path.join(here, "..", "dist", "main.js")
own = os.path.join(here, "..", "..", "..", "node_modules", ".bin", "node")
node = own if os.path.exists(own) else "node"
keys = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
many = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
RIGHT, LEFT, DOWN, TAB, BACK = b"\x1b[C", b"\x1b[D", b"\x1b[B", b"\t", b"\x1b[Z"
END = b"\x1b[?2026l"  # Ink ends a frame with the end of a synchronized update.


def start():
    pid, fd = pty.fork()
    if pid == 0:
        env = {k: v for k, v in os.environ.items() if k not in ("CI", "NO_COLOR")}
        env.update(TERM="xterm-256color", XDG_STATE_HOME="/nonexistent")
        os.execvpe(node, [node, main, "dash", "--fresh"], env)
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    return pid, fd


def until(fd, what, seconds=20.0):
    seen = b""
    end = time.perf_counter() + seconds
    while what not in seen:
        if not select.select([fd], [], [], max(0, end - time.perf_counter()))[0]:
            raise SystemExit(f"nothing came: {seen[-200:]!r}")
        seen += os.read(fd, 65536)
    return seen


def quantile(values, share):
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def resident(pid):
    with open(f"/proc/{pid}/status", encoding="utf8") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


def cpu_seconds(pid):
    with open(f"/proc/{pid}/stat", encoding="utf8") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


bare, first = [], []
for _ in range(8):
    at = time.perf_counter()
    subprocess.run([node, "-e", "0"], check=True)
    bare.append(time.perf_counter() - at)
    at = time.perf_counter()
    pid, fd = start()
    until(fd, b"Evidence")
    first.append(time.perf_counter() - at)
    os.write(fd, b"q")
    while True:
        try:
            if not os.read(fd, 65536):
                break
        except OSError:
            break
    os.waitpid(pid, 0)
b, f = quantile(bare, 0.5), quantile(first, 0.5)
print(f"first frame {f * 1e3:.0f} ms, bare node {b * 1e3:.0f} ms: {f / b:.1f} x (ceiling 8)")


def scheduled(pid):
    """Seconds that the main thread ran, and that it waited for a core."""
    with open(f"/proc/{pid}/task/{pid}/schedstat", encoding="utf8") as stat:
        ran, waited, _ = stat.read().split()
    return int(ran) / 1e9, int(waited) / 1e9


def press(fd, key):
    at = time.perf_counter()
    os.write(fd, key)
    until(fd, END)
    return time.perf_counter() - at


def opened():
    pid, fd = start()
    until(fd, b"Evidence")
    time.sleep(1)
    for _ in range(2):
        press(fd, DOWN)
    return pid, fd


if keys > 0:
    pid, fd = opened()
    took, ran, own = [], [], []
    before = cpu_seconds(pid)
    for index in range(keys):
        run, wait = scheduled(pid)
        took.append(press(fd, RIGHT if index % 2 == 0 else LEFT))
        time.sleep(0.02)
        more, waited = scheduled(pid)
        ran.append(more - run)
        own.append(max(0, took[-1] - (waited - wait)))
    cpu = (cpu_seconds(pid) - before) / keys
    os.write(fd, b"q")
    half, tail = quantile(took, 0.5) * 1e3, quantile(took, 0.99) * 1e3
    print(f"{keys} keys: {cpu * 1e3:.1f} ms of CPU each, median {half:.1f} ms, p99 {tail:.1f} ms (ceilings 16, 33)")
    for name, each in (("main thread ran", ran), ("without waiting for a core", own)):
        print(f"  {name}: median {quantile(each, 0.5) * 1e3:.1f} ms, p99 {quantile(each, 0.99) * 1e3:.1f} ms")

if many > 0:
    pid, fd = opened()
    memory = []
    cycle = (RIGHT, TAB, RIGHT, BACK, LEFT, TAB, LEFT, BACK)
    for index in range(many):
        press(fd, cycle[index % len(cycle)])
        if (index + 1) % max(1, many // 10) == 0:
            memory.append(resident(pid))
    os.write(fd, b"q")
    early, late = (sum(part) / len(part) for part in (memory[1:4], memory[-3:]))
    print("memory over %d keys, MiB: %s" % (many, " ".join(f"{each:.0f}" for each in memory)))
    print(f"from the second to fourth tenth to the last three: x {late / early:.2f}")
