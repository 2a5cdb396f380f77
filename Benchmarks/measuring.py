"""CPU time and peak memory of whole processes, run in turn so that noise falls on all alike."""
import os
import statistics
import subprocess
from dataclasses import dataclass, field


@dataclass
class Job:
    """A command, and what its runs took."""

    name: str
    command: list[str]
    cpu: list[float] = field(default_factory=list)
    peak: list[float] = field(default_factory=list)

    @property
    def milliseconds(self) -> float:
        """The median of user and system time."""
        return statistics.median(self.cpu)

    @property
    def mebibytes(self) -> float:
        """The median of the peak resident memory.

        A child starts as a copy of this script, so what lies below some 15 MiB is not seen."""
        return statistics.median(self.peak)


def run_once(command: list[str]) -> tuple[float, float]:
    """Runs a command; gives CPU time in milliseconds and peak memory in MiB."""
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    message = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if process.returncode != 0:
        raise RuntimeError(
            f"{' '.join(command)} ended with {process.returncode}: "
            + message.decode(errors="replace").strip()[:400])
    return (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024


def run_in_turn(jobs: list[Job], rounds: int) -> list[Job]:
    """Warms each job up, then runs A B C A B C …; leaves out, with a word, those that fail."""
    able = []
    for job in jobs:
        try:
            run_once(job.command)
            able.append(job)
        except (RuntimeError, OSError) as error:
            print(f"left out: {job.name}: {error}")
    for _ in range(rounds):
        for job in able:
            cpu, peak = run_once(job.command)
            job.cpu.append(cpu)
            job.peak.append(peak)
    return able
