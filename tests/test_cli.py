"""The command line: what it prints, and its exit codes (0 done, 1 trouble, 2 usage)."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from afterword import cli
from afterword.journal import sample

LETTERS = Path(__file__).parent / "letters"
NOW = datetime(2025, 3, 18, 12)


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "sample.afterword"
    sample.make(path, NOW)
    return path


def test_read_says_what_a_letter_is_and_why(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["read", str(LETTERS / "kestrel-rejection.eml"), "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert {"file", "kind", "confidence", "company", "role", "date", "evidence", "trouble"} <= set(found)
    assert (found["kind"], found["company"], found["date"]) == ("rejection", "Kestrel Health", "2025-03-18")
    assert "not to move forward" in found["evidence"][0]["words"]
    assert found["trouble"] == ""


def test_read_goes_on_after_a_file_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "empty.eml"
    empty.write_bytes(b"")
    files = [str(empty), str(tmp_path / "gone.eml"), str(tmp_path), str(LETTERS / "kestrel-rejection.eml")]
    assert cli.main(["read", *files, "--json"]) == 1
    printed = capsys.readouterr()
    found = json.loads(printed.out)
    assert [bool(each["trouble"]) for each in found] == [True, True, True, False]
    assert [each["file"] for each in found] == files
    assert "gone.eml" in printed.err


def test_list_gives_every_interview_and_application(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["list", "--json", "--journal", str(journal)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert sum(each["kind"] == "interview" for each in found) == 14
    assert len({each["application"] for each in found}) == 46
    assert all(isinstance(each["id"], str) for each in found)


@pytest.mark.parametrize("what", ["interview", "search"])
def test_print_writes_a_pdf(
    what: str, journal: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], qapp: object
) -> None:
    out = tmp_path / "out.pdf"
    key = []
    if what == "interview":
        cli.main(["list", "--json", "--journal", str(journal)])
        rows = json.loads(capsys.readouterr().out)
        key = [next(each["id"] for each in rows if each["company"] == "Halden Bank" and each["stage"] == "technical")]
    assert cli.main(["print", what, *key, "--pdf", str(out), "--journal", str(journal)]) == 0
    text = " ".join(page.extract_text() for page in PdfReader(out).pages)
    assert "Halden Bank" in text and "Think aloud" in text


def test_print_an_interview_that_is_not_there(
    journal: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], qapp: object
) -> None:
    assert cli.main(["print", "interview", "12", "--pdf", str(tmp_path / "x.pdf"), "--journal", str(journal)]) == 1
    assert "ID 12" in capsys.readouterr().err
    assert not (tmp_path / "x.pdf").exists()


def test_check_says_that_all_is_well(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--journal", str(journal)]) == 0
    assert "is whole" in capsys.readouterr().out


def test_a_journal_that_is_none_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear diary, this is long enough to have a head of its own, and it is no journal at all.")
    before = letter.read_bytes()
    assert cli.main(["check", "--journal", str(letter)]) == 1
    assert "not an Afterword journal" in capsys.readouterr().err
    assert letter.read_bytes() == before


def test_a_missing_journal_is_not_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["list", "--journal", str(tmp_path / "none.afterword")]) == 1
    assert "no journal" in capsys.readouterr().err
    assert not (tmp_path / "none.afterword").exists()


@pytest.mark.parametrize(
    "given",
    [
        ["read"],
        ["print", "search"],
        ["print", "interview", "--pdf", "x.pdf"],
        ["print", "all", "--pdf", "x"],
        ["--what"],
    ],
)
def test_wrong_usage_exits_with_2(given: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(given)
    assert left.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_without_a_screen_the_window_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert cli.main([]) == 1
    assert "no screen" in capsys.readouterr().err


def test_the_self_test_passes(capsys: pytest.CaptureFixture[str], qapp: object) -> None:
    assert cli.main(["--selftest"]) == 0
    assert "all well" in capsys.readouterr().out


def test_findings_give_every_metric_and_every_card(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["findings", "--json", "--as-of", "2025-03-18", "--journal", str(journal)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["metrics"]["outcomes"]["failure"] == 31
    assert {each["key"] for each in found["cards"]} == {f"I-{n:02}" for n in range(1, 21)}
    assert len(found["page"]) <= 5
    assert cli.main(["findings", "--as-of", "2025-02-01", "--journal", str(journal)]) == 0
    assert "31 no" not in capsys.readouterr().out
    assert cli.main(["findings", "--as-of", "yesterday", "--journal", str(journal)]) == 1
    assert "no day" in capsys.readouterr().err
