"""What comes out of a printed page: read back from the PDF, nothing is lost, nothing is cut, nothing is fetched."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter

from afterword.paper.blocks import Document, Include, Line, NewPage, Question, Title, plain
from afterword.paper.interview import interview
from afterword.paper.sheet import sheet
from afterword.paper.whole import whole
from afterword.screen import printing
from afterword.screen.printing.flow import lay_out
from afterword.screen.printing.output import size_of
from afterword.trouble import Trouble
from paper import samples

EVERYTHING = Include(letters=True, salary=True)
WORDS = (
    "trade-offs difficult workflow affinity fjord office flight waffle ffi ffl 0123456789 “it depends” ‘so’ „tak” "
    "naïve façade Zażółć gęślą jaźń Łódź Ωμέγα αλφα ψυχή Größe Ångström İstanbul čeština œuvre 50 % 12:30 –"
)


@pytest.fixture(autouse=True)
def _app(qapp: QGuiApplication) -> None:
    """Fonts need an application."""


def read(document: Document, paper: str = "A4") -> PdfReader:
    data, pages = printing.pdf_bytes(document, paper)
    reader = PdfReader(io.BytesIO(data))
    assert len(reader.pages) == pages
    return reader


def body(document: Document, texts: list[str]) -> list[str]:
    """The words of all pages, without running header, foot and folio, each of which has to be there."""
    words: list[str] = []
    for n, text in enumerate(texts, 1):
        page = text.split()
        foot = [*document.footer.split(), str(n), "of", str(len(texts))]
        assert page[-len(foot) :] == foot
        page = page[: -len(foot)]
        if n > 1:
            head = document.title.split()
            assert page[: len(head)] == head
            page = page[len(head) :]
        words += page
    return words


def with_pdftotext(document: Document, folder: Path) -> list[str]:
    file = folder / "read.pdf"
    printing.write_pdf(document, file, "A4")
    done = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", file, "-"], capture_output=True, check=True)
    return done.stdout.decode().split("\f")[:-1]


def documents() -> dict[str, Document]:
    asked = tuple(samples.question(n, f"{WORDS} {n}?", n % 4, WORDS, WORDS) for n in range(9))
    return {
        "halden": interview(samples.halden(), samples.TODAY, EVERYTHING),
        "full": interview(samples.full(), samples.TODAY, EVERYTHING),
        "words": interview(samples.full(questions=asked, taught=WORDS), samples.TODAY, EVERYTHING),
        "empty": interview(samples.EMPTY, samples.TODAY, EVERYTHING),
        "sheet": sheet(samples.northwind(), samples.TODAY),
        "whole": whole(samples.spring(60), samples.TODAY, Include(debriefs=True), [samples.halden(), samples.full()]),
    }


@pytest.mark.parametrize("name", ["halden", "full", "words", "empty", "sheet", "whole"])
def test_a_pdf_holds_exactly_the_words_that_were_printed(name: str, tmp_path: Path) -> None:
    document = documents()[name]
    expected = plain(document).split()
    assert body(document, [page.extract_text() for page in read(document).pages]) == expected
    if shutil.which("pdftotext"):
        assert body(document, with_pdftotext(document, tmp_path)) == expected


def test_words_can_be_found_with_the_space_between_them() -> None:
    text = "".join(page.extract_text() for page in read(documents()["full"]).pages)
    assert "What I would say now" in text
    assert "\t" not in text


def test_fonts_are_embedded_and_are_ours() -> None:
    fonts: dict[str, bool] = {}
    for page in read(documents()["words"]).pages:
        for font in page["/Resources"]["/Font"].values():
            below = font.get_object()["/DescendantFonts"][0].get_object()
            fonts[below["/BaseFont"].split("+")[-1]] = "/FontFile2" in below["/FontDescriptor"].get_object()
    assert all(fonts.values())
    assert {name.split("-")[0].strip("/") for name in fonts} == {"Inter", "Literata"}


@pytest.mark.parametrize(("paper", "points"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_the_paper_is_the_one_chosen(paper: str, points: tuple[int, int]) -> None:
    reader = read(documents()["full"], paper)
    for page in reader.pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == points
    assert reader.metadata is not None
    assert reader.metadata.title == "Halden Bank, technical"


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_forty_questions_are_not_cut(paper: str) -> None:
    asked = tuple(
        samples.question(n, f"begin{n} {'why ' * (n % 7)}?", n % 4, "said it. " * (n * 5 % 60), f"would say. end{n}")
        for n in range(40)
    )
    document = interview(samples.halden(questions=asked), samples.TODAY, Include())
    pages = [page.extract_text() for page in read(document, paper).pages]
    assert len(pages) > 3
    for n in range(40):
        on = [text for text in pages if re.search(rf"\bbegin{n}\b", text)]
        assert len(on) == 1
        assert re.search(rf"\bend{n}\b", on[0])


def test_nothing_leaves_the_paper() -> None:
    for paper in printing.PAPERS:
        size = size_of(paper)
        for document in documents().values():
            for page in lay_out(document, size):
                for mark in page.marks:
                    assert 0 < mark.x < size.width()
                    assert mark.y > 20
                    assert mark.y + mark.height < size.height() - 20


def test_a_heading_is_never_the_last_thing_on_a_page() -> None:
    for fill in range(30, 50):
        blocks = [Title("One"), *(Line(f"line {n}") for n in range(fill))]
        story = interview(samples.halden(), samples.TODAY, Include())
        document = Document("One", (*blocks, *story.blocks[4:]), "Foot.")
        for page in read(document).pages:
            lines = page.extract_text().split("\n")
            last = [line for line in lines if line.strip()][-2]
            assert not last.startswith(("The questions", "What this one taught", "How it felt")), fill


def counted(document: Document, folder: Path) -> Counter[str]:
    """How often each word is in the PDF; pdftotext is the faster reader where it is installed."""
    if shutil.which("pdftotext"):
        return Counter(" ".join(with_pdftotext(document, folder)).split())
    return Counter(" ".join(page.extract_text() for page in read(document).pages).split())


def test_a_month_is_never_parted_from_its_first_interview() -> None:
    for count in range(8, 40):
        for page in lay_out(whole(samples.spring(count), samples.TODAY, Include()), size_of("A4")):
            lines = [mark for mark in page.marks if mark.y < 780]
            assert max(lines, key=lambda mark: mark.y).x > 60, count  # a heading stands at the left edge


def test_a_huge_answer_flows_over_pages(tmp_path: Path) -> None:
    words = " ".join(f"word{n}" for n in range(22_000))  # 200 kB
    assert len(words) > 200_000
    asked = (samples.question(1, "How was it?", 1, words, ""),)
    document = interview(samples.halden(questions=asked), samples.TODAY, Include())
    reader = read(document)
    assert len(reader.pages) > 40
    printed = counted(document, tmp_path)
    assert all(printed[f"word{n}"] == 1 for n in range(22_000))


def test_two_huge_answers_side_by_side_lose_nothing(tmp_path: Path) -> None:
    said, now = (" ".join(f"{side}{n}" for n in range(3000)) for side in ("left", "right"))
    document = interview(samples.halden(questions=(samples.question(1, "Q", 1, said, now),)), samples.TODAY, Include())
    printed = counted(document, tmp_path)
    assert all(printed[f"{side}{n}"] == 1 for side in ("left", "right") for n in range(3000))


def test_a_word_longer_than_the_page_is_broken() -> None:
    document = interview(samples.halden(taught="x" * 9000), samples.TODAY, Include())
    assert sum(page.extract_text().count("x") for page in read(document).pages) >= 9000


def test_hostile_text_is_printed_as_it_stands() -> None:
    told = '<img src="file:///etc/hostname"><script>a()</script> &amp; <h1>x</h1> file:///tmp/a.png [a](b)'
    hostile = f"{told} \x00\x07 end"
    asked = (samples.question(1, hostile, 0, hostile, hostile),)
    application = replace(samples.APPLICATION, company="<b>Halden</b>", reason_text=hostile)
    document = interview(samples.full(questions=asked, application=application), samples.TODAY, EVERYTHING)
    reader = read(document)
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert text.count(told) == 2  # the question and what they said; the answers are in columns, broken elsewhere
    assert "<b>Halden</b>" in text
    for page in reader.pages:
        assert not list(page["/Annots"].get_object())  # no link
        assert not list(page.images)


def test_paragraphs_keep_their_line_breaks() -> None:
    document = interview(samples.halden(taught="first\r\nsecond\rthird\u2028fourth"), samples.TODAY, Include())
    lines = read(document).pages[0].extract_text().split("\n")
    assert [line.strip() for line in lines if line.strip() in ("first", "second", "third", "fourth")] == [
        "first", "second", "third", "fourth",
    ]  # fmt: skip


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("sign", ["word ", "WM ", "漢字", "Wide Words In Capitals "])
def test_the_sheet_is_one_page_however_much_there_is(paper: str, sign: str) -> None:
    long = sign * 200
    found = samples.northwind()
    story = replace(
        found.story, application=replace(found.story.application, company=long, title=long), interview_people=long
    )
    crowded = replace(
        found, story=story, told=tuple(replace(each, text=long, sources=(long,) * 3) for each in found.told),
        already=tuple((long, 7, 8) for _n in range(4)),
        met=tuple(samples.question(n, long, 1, now=long) for n in range(6)), ask_them=(long,) * 4,
    )  # fmt: skip
    assert len(lay_out(sheet(crowded, samples.TODAY), size_of(paper))) == 1


def test_full_debriefs_start_on_pages_of_their_own() -> None:
    document = Document("Two", (Title("One"), NewPage(), NewPage(), Title("Two")), "Foot.")
    assert [page.extract_text().split()[:2] for page in read(document).pages] == [["One", "Foot."], ["Two", "Two"]]


def test_two_questions_have_a_line_between_them_but_not_at_the_top_of_a_page() -> None:
    several = Document("Q", tuple(Question("ok", f"Q{n}", said="so " * 900) for n in range(2)), "Foot.")
    pages = lay_out(several, size_of("A4"))
    assert len(pages) == 2
    assert all(mark.height != 0.6 for page in pages for mark in page.marks)


def test_pictures_for_the_preview_show_the_page() -> None:
    pictures = printing.page_images(documents()["full"], "A4", 36)
    assert [(each.width(), each.height()) for each in pictures] == [(298, 421)] * 2
    for picture in pictures:
        dark = sum(picture.pixelColor(x, y).lightness() < 140 for x in range(298) for y in range(421))
        assert 300 < dark < 30_000
        assert picture.pixelColor(2, 2).name() == "#ffffff"


def test_a_printer_gets_the_pages_it_was_told_to(tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setFromTo(2, 2)
    assert printing.send(documents()["full"], printer) == 1
    text = PdfReader(tmp_path / "out.pdf").pages[0].extract_text()
    assert "2 of 2" in " ".join(text.split())
    assert "How it felt" in " ".join(text.split())


def test_a_file_is_replaced_whole_and_nothing_stays_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "Halden.pdf"
    file.write_bytes(b"before")
    assert printing.write_pdf(documents()["halden"], file, "A4") == 1
    assert file.read_bytes().startswith(b"%PDF")
    assert list(tmp_path.iterdir()) == [file]


def test_a_place_that_cannot_be_written_is_said_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = documents()["halden"]
    with pytest.raises(Trouble, match="does not exist"):
        printing.write_pdf(document, tmp_path / "nowhere" / "a.pdf", "A4")
    with pytest.raises(Trouble, match="is a folder"):
        printing.write_pdf(document, tmp_path, "A4")
    kept = tmp_path / "kept.pdf"
    kept.write_bytes(b"before")
    refusals = {28: "disk is full", 13: "cannot be written", 30: "cannot be written", 5: "could not be"}
    for number, words in refusals.items():

        def refuse(_path: Path, _data: bytes, number: int = number) -> None:
            raise OSError(number, "no")

        with monkeypatch.context() as patch:
            patch.setattr(Path, "write_bytes", refuse)
            with pytest.raises(Trouble, match=words) as caught:
                printing.write_pdf(document, kept, "A4")
        assert caught.value.remedy
    assert kept.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [kept]


def test_markdown_is_saved_as_utf_8(tmp_path: Path) -> None:
    printing.write_markdown(interview(samples.halden(taught="Łódź"), samples.TODAY, Include()), tmp_path / "a.md")
    assert "> Łódź" in (tmp_path / "a.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("where", "paper"), [("en_US", "Letter"), ("en_GB", "A4"), ("de_DE", "A4"), ("pl_PL", "A4")])
def test_the_paper_is_that_of_the_country(where: str, paper: str) -> None:
    from PySide6.QtCore import QLocale

    before = QLocale()
    QLocale.setDefault(QLocale(where))
    try:
        assert printing.default_paper() == paper
    finally:
        QLocale.setDefault(before)


def test_printing_needs_no_widgets() -> None:
    import sys

    script = (
        "import sys; sys.path[:0] = sys.argv[1:3]\n"
        "from PySide6.QtGui import QGuiApplication\n"
        "app = QGuiApplication([])\n"
        "from paper import samples\n"
        "from afterword.paper.blocks import Include\n"
        "from afterword.paper.interview import interview\n"
        "from afterword.screen import printing\n"
        "data, pages = printing.pdf_bytes(interview(samples.halden(), samples.TODAY, Include()), 'A4')\n"
        "assert b'Literata' in data and b'Inter' in data and pages == 1\n"
        "assert 'PySide6.QtWidgets' not in sys.modules and 'PySide6.QtPrintSupport' not in sys.modules\n"
    )
    tests = Path(__file__).parents[1]
    folders = [str(tests.parent / "desktop"), str(tests)]
    done = subprocess.run([sys.executable, "-c", script, *folders], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
