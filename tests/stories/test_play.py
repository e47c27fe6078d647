"""`make play`: a phone in the terminal, played by pipe and by pseudo terminal."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, STDOUT, Process

import pytest

pytestmark = [pytest.mark.story, pytest.mark.filterwarnings("ignore::ResourceWarning")]
PROGRAM = ("-c", "from bot.cli import main; main()", "play", "--lang", "en")
TO_PERSON = "1\n1\n1\n"
PATIENCE = 60.0


async def started(stdin: int) -> Process:
    """The program with this standard input."""
    return await asyncio.create_subprocess_exec(
        sys.executable, *PROGRAM, stdin=stdin, stdout=PIPE, stderr=STDOUT
    )


async def until(process: Process, words: str) -> str:
    """Read what the program prints until these words."""
    assert process.stdout is not None
    printed = ""
    async with asyncio.timeout(PATIENCE):
        while words not in printed:
            line = await process.stdout.readline()
            assert line, printed
            printed += line.decode()
    return printed


async def test_piped_numbers_tap_the_buttons_of_the_screen_they_mean() -> None:
    process = await started(PIPE)
    async with asyncio.timeout(PATIENCE):
        printed = (await process.communicate(f"{TO_PERSON}?\n99\nq\n".encode()))[0].decode()
    assert process.returncode == 0, printed
    assert "1: [✅ Yes, that is me]" in printed
    assert "1: [✅ Use Telegram]" in printed
    assert "number   tap that button" in printed
    assert "There is no button 99." in printed
    assert "Traceback" not in printed


async def test_a_terminal_shows_what_comes_by_itself_and_q_ends_it() -> None:
    ours, theirs = os.openpty()
    process = await started(theirs)
    os.close(theirs)
    try:
        await until(process, "2: [🌍 Other language]")
        os.write(ours, b"1\n")
        await until(process, "1: [📖 Read]")
        os.write(ours, b"q\n")
        await until(process, "Bye")
        async with asyncio.timeout(PATIENCE):
            assert await process.wait() == 0
    finally:
        os.close(ours)


async def test_ctrl_c_ends_it_cleanly() -> None:
    ours, theirs = os.openpty()
    process = await started(theirs)
    os.close(theirs)
    try:
        await until(process, "scans the code")
        process.send_signal(signal.SIGINT)
        assert "Traceback" not in await until(process, "Bye")
        async with asyncio.timeout(PATIENCE):
            assert await process.wait() == 0
    finally:
        os.close(ours)


async def test_somebody_unknown_gets_the_names_of_those_who_are_known() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, *PROGRAM, "--person", "nobody", stdin=PIPE, stdout=PIPE, stderr=STDOUT
    )
    printed = (await process.communicate())[0].decode()
    assert process.returncode == 2
    assert "samira, filmon" in printed
