"""Workers may hang, crash and die: the caller learns it, the others go on, nothing is left behind."""

import asyncio
import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.model import Article
from bot.settings import Settings, load
from bot.workers import AnalysisCrashed, TooSlow, Workers
from bot.workers.process import WorkerProcess
from tests.worker_tasks import Unlucky

ROOT = Path(__file__).parent.parent
LONG = 60.0
ARTICLE = Article(text="The mayor of Port Ellis urged the council on Monday to reopen the pier.")
OWNER = """
import asyncio, sys
from bot.settings import load
from bot.workers import Workers

async def main():
    async with Workers(load(workers={"processes": 2})) as workers:
        await workers.ready()
        busy = asyncio.create_task(workers.call("tests.worker_tasks:hang", limit=600))
        await asyncio.sleep(0)
        print(*workers.pids, flush=True)
        await busy

if __name__ == "__main__":
    asyncio.run(main())
"""


def chosen(processes: int = 1, recycle_after: int = 0) -> Settings:
    return load(workers={"processes": processes, "recycle_after": recycle_after}, web={"password": "open sesame"})


async def test_jobs_are_answered_each_with_its_own_brief() -> None:
    async with Workers(chosen()) as workers:
        model = await workers.ready()
        briefs = await asyncio.gather(*(workers.brief_article(ARTICLE, str(number)) for number in range(5)))
    assert [brief.id for brief in briefs] == ["0", "1", "2", "3", "4"]
    assert all(brief.model == model for brief in briefs)
    assert {"language", "analysis"} <= set(briefs[0].timings_ms)


async def test_trouble_reaches_its_own_caller_and_the_jobs_behind_it_are_done() -> None:
    async with Workers(chosen()) as workers:
        jobs = [
            workers.call("tests.worker_tasks:fail", limit=LONG),
            workers.call("tests.worker_tasks:stumble", limit=LONG),
            workers.call("tests.worker_tasks:die", limit=LONG),
            workers.call("tests.worker_tasks:hang", limit=0.1),
            workers.brief_article(ARTICLE, "last"),
        ]
        failed, stumbled, died, hung, last = await asyncio.gather(*jobs, return_exceptions=True)
    assert isinstance(failed, Unlucky)
    assert failed.number == 7
    assert isinstance(stumbled, AnalysisCrashed)
    assert "ZeroDivisionError: by nothing" in stumbled.reason
    assert isinstance(died, AnalysisCrashed)
    assert isinstance(hung, TooSlow)
    assert not isinstance(last, BaseException)
    assert last.id == "last"


async def test_a_hung_worker_is_replaced_while_the_other_goes_on() -> None:
    async with Workers(chosen(processes=2)) as workers:
        await workers.ready()
        before = set(workers.pids)
        hung = asyncio.create_task(workers.call("tests.worker_tasks:hang", limit=LONG))
        await asyncio.sleep(0)
        brief = await workers.brief_article(ARTICLE, "other")
        hung.cancel()
        with pytest.raises(asyncio.CancelledError):
            await hung
        await workers.ready()
        after = set(workers.pids)
    assert brief.id == "other"
    assert len(after) == 2
    assert len(before & after) == 1


async def test_a_worker_is_not_lent_again_while_its_thread_uses_it(monkeypatch: pytest.MonkeyPatch) -> None:
    async with Workers(chosen()) as workers:
        await workers.ready()
        hung = asyncio.create_task(workers.call("tests.worker_tasks:hang", limit=LONG))
        await asyncio.sleep(0)
        with monkeypatch.context() as slow:
            slow.setattr(WorkerProcess, "kill", lambda _worker: None)
            hung.cancel()
            await asyncio.sleep(0)
            hung.cancel()
            with pytest.raises(asyncio.CancelledError):
                await hung
            assert workers._idle.empty()
        workers._workers[0].kill()
        assert await workers.call("tests.worker_tasks:pid", limit=LONG) in workers.pids


async def test_a_worker_is_replaced_after_its_number_of_requests() -> None:
    async with Workers(chosen(recycle_after=2)) as workers:
        pids = [await workers.call("tests.worker_tasks:pid", limit=LONG) for _ in range(4)]
    assert pids[0] == pids[1] != pids[2] == pids[3]


async def test_no_secret_reaches_a_worker() -> None:
    settings = chosen()
    async with Workers(settings) as workers:
        seen = await workers.call("tests.worker_tasks:secrets", limit=LONG)
    assert settings.web.password.get_secret_value() == "open sesame"
    assert "SecretStr('')" in seen
    assert "**" not in seen


async def test_a_model_that_cannot_be_loaded_fails_the_job_and_does_not_hang() -> None:
    async with Workers(load(language={"model": "no_such_pipeline"})) as workers:
        with pytest.raises(AnalysisCrashed) as caught:
            await workers.brief_article(ARTICLE, "1")
    assert "no_such_pipeline" in caught.value.reason


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="watches processes as only Linux can")
def test_workers_die_with_their_owner_even_when_it_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "owner.py"
    script.write_text(OWNER)
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    owner = subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True, env=environment, cwd=ROOT)
    assert owner.stdout
    pids = [int(word) for word in owner.stdout.readline().split()]
    watched = [os.pidfd_open(pid) for pid in pids]
    try:
        assert len(watched) == 2
        owner.send_signal(signal.SIGKILL)
        owner.wait()
        alive = set(watched)
        while alive:
            ended, _, _ = select.select(list(alive), [], [], 20)
            assert ended, "a worker outlived its owner"
            alive -= set(ended)
    finally:
        owner.stdout.close()
        for descriptor in watched:
            os.close(descriptor)
