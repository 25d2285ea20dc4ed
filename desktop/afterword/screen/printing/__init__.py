"""Documents on paper: a PDF file, pictures for the preview, or a printer. Needs no window and no widgets."""

from afterword.screen.printing.output import (
    PAPERS,
    Sheets,
    default_paper,
    page_images,
    pdf_bytes,
    send,
    write_markdown,
    write_pdf,
)  # fmt: skip

__all__ = ["PAPERS", "Sheets", "default_paper", "page_images", "pdf_bytes", "send", "write_markdown", "write_pdf"]
