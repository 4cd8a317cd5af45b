"""
A pseudo-terminal for tests: runs `argv` in one of COLUMNS x ROWS, passes the keys that come on standard input to it, one line
of JSON each ({"keys": "..."}, {"size": [columns, rows]} or {"signal": number}), and what it writes to standard output as it
is. At the end it says on standard error whether lines are edited and echoed again: "cooked" or "raw".
"""
import fcntl
import json
import os
import pty
import select
import struct
import sys
import termios


def resize(fd, columns, rows):
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


columns, rows, *argv = sys.argv[1:]
pid, fd = pty.fork()
if pid == 0:
    os.execvp(argv[0], argv)
resize(fd, int(columns), int(rows))
pending = b""
open_input = True
while True:
    ready, _, _ = select.select([fd] + ([0] if open_input else []), [], [])
    if fd in ready:
        try:
            data = os.read(fd, 65536)
        except OSError:
            data = b""
        if not data:
            break
        os.write(1, data)
    if open_input and 0 in ready:
        data = os.read(0, 65536)
        open_input = data != b""
        pending += data
        *lines, pending = pending.split(b"\n")
        for line in lines:
            said = json.loads(line)
            if "size" in said:
                resize(fd, *said["size"])
            elif "signal" in said:
                os.kill(pid, said["signal"])
            else:
                os.write(fd, said["keys"].encode())
_, status = os.waitpid(pid, 0)
cooked = termios.ICANON | termios.ECHO
os.write(2, b"cooked" if termios.tcgetattr(fd)[3] & cooked == cooked else b"raw")
sys.exit(os.waitstatus_to_exitcode(status) % 256)
