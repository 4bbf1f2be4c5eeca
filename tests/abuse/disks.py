"""Disks that can be cut off, filled, and made read-only: a file with an ext4 file system in it, mounted through a loop device. Needs
root and loop devices. Where there are none the stories that want a disk say so and are counted as skipped; with NEXA_NEED_DISKS=1, which is
for machines that are known to have them, that is a failure."""
import fcntl
import os
import signal
import struct
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../e2e"))

from harness import Failure, Server, Skip, require      # noqa: E402 (found through the line above)

FS_IOC_SHUTDOWN = 0x8004587d            # _IOR('X', 125, __u32), ext4(5)
GOING_FLAGS_NOLOGFLUSH = 2
DISK_MIB = 64


def run(*words):
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False, timeout=60)
    return "" if done.returncode == 0 else "%s: %s" % (" ".join(words), done.stdout.strip() or done.returncode)


class Disk:
    """with Disk() as disk: disk.path is where it is mounted."""

    def __init__(self, size_mib=DISK_MIB):
        self.directory = tempfile.mkdtemp(prefix="nexa-disk-")
        self.image, self.path = os.path.join(self.directory, "image"), os.path.join(self.directory, "disk")
        os.mkdir(self.path)
        with open(self.image, "wb") as file:
            file.truncate(size_mib << 20)

    def __enter__(self):
        trouble = run("mkfs.ext4", "-q", "-E", "lazy_itable_init=0,lazy_journal_init=0", self.image) or self.mount()
        if not trouble:
            return self
        self.remove()
        if os.environ.get("NEXA_NEED_DISKS"):
            raise Failure("this machine should be able to mount a disk, but cannot: " + trouble)
        raise Skip("NOT TESTED HERE, because it needs root and loop devices: " + trouble.splitlines()[0])

    def __exit__(self, *why):
        self.unmount()
        self.remove()

    def remove(self):
        os.unlink(self.image)
        os.rmdir(self.path)
        os.rmdir(self.directory)

    def mount(self, *options):
        return run("mount", "-o", ",".join(("loop",) + options), self.image, self.path)

    def unmount(self):
        """Waits a moment: a process that was just killed may still hold it."""
        end = time.monotonic() + 10
        while True:
            trouble = run("umount", self.path)
            if not trouble or time.monotonic() > end:
                require(not trouble, trouble)
                return
            time.sleep(0.05)

    def cut(self):
        """The power goes: nothing that was not written through reaches the disk any more, not even the journal."""
        fd = os.open(self.path, os.O_RDONLY)
        try:
            fcntl.ioctl(fd, FS_IOC_SHUTDOWN, struct.pack("=I", GOING_FLAGS_NOLOGFLUSH))
        finally:
            os.close(fd)

    def come_back(self):
        self.unmount()
        trouble = self.mount()
        require(not trouble, trouble)


class DiskServer(Server):
    """A server whose state is on the disk."""

    def __init__(self, disk, **options):
        super().__init__(**options)
        self.disk = disk
        self.recovery_secs = []         # from exec until clients can log in, after each power cut
        self.state_dir = os.path.join(disk.path, "state")
        self.ca = os.path.join(self.state_dir, "tls/ca.pem")
        self.arguments = ["--data-dir", self.state_dir]

    def power_cut(self):
        """Processor and disk stop together."""
        self.process.send_signal(signal.SIGSTOP)
        self.disk.cut()
        self.process.kill()
        self.wait_end()

    def power_is_back(self):
        self.disk.come_back()
        self.start()
        self.recovery_secs.append(self.start_secs)
