#!/usr/bin/env python3
"""Writes the checked plan of seeds/ as several producers write it: produce.py FOLDER

Into FOLDER: source.txt (the paragraphs, punctuation and spaces mended), source.html, source.docx, source.doc, and the PDF files
chromium.pdf (a browser's print), libreoffice.pdf, reportlab-unigb.pdf and reportlab-gbk.pdf (STSong-Light by the encodings
UniGB-UCS2-H and GBK-EUC-H, with a running head and page numbers). A table is added to all but the text and reportlab's.

Needs chromium, soffice and a Chinese font on the machine, and the packages reportlab and python-docx.
"""
import html
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont, escapePDF
from reportlab.platypus import Paragraph, SimpleDocTemplate

SEED = Path(__file__).parents[2] / "seeds" / "gulou-14fyp.txt"
FONT = "WenQuanYi Zen Hei"
PLAN = slice(18, 638)
QUOTES = str.maketrans("«»", "《》")
FULL_WIDTH = str.maketrans(",.;:!?", "，。；：！？")
TABLE_AFTER = 60
TABLE = [["序号", "指标", "2030年", "属性"]] + [[str(i), f"指标名称{i}（%）", str(3 * i), "预期性"] for i in range(1, 9)]
STYLE = f'body{{font-family:"{FONT}";font-size:15px;line-height:1.8}} p{{text-indent:2em;margin:0;text-align:justify}} ' \
        "table{border-collapse:collapse;width:100%}"


def paragraphs():
    """The plan's own lines, without the page's furniture and the spaces that the page set around punctuation."""
    for line in SEED.read_text(encoding="utf-8").splitlines()[PLAN]:
        line = re.sub(r"\s*([,.;:!?])(?:\s+|$)", lambda m: m[1].translate(FULL_WIDTH), line.strip().translate(QUOTES))
        line = re.sub(r" (?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]) ", "", line)
        if line:
            yield line


def page(lines):
    rows = "".join("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in TABLE)
    body = []
    for number, line in enumerate(lines):
        tag = "h2" if re.match("第.{1,3}[章节]", line) and len(line) < 40 else "p"
        body.append(f"<{tag}>{html.escape(line)}</{tag}>")
        if number == TABLE_AFTER:
            body.append(f'<table border="1">{rows}</table>')
    return f"<html><head><meta charset=utf-8><style>{STYLE}</style></head><body>{''.join(body)}</body></html>"


def word_file(lines, path):
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(12)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    for number, line in enumerate(lines):
        form = document.add_paragraph(line).paragraph_format
        form.first_line_indent, form.space_after = Pt(24), Pt(0)
        if number == TABLE_AFTER:
            table = document.add_table(rows=0, cols=len(TABLE[0]))
            table.style = "Table Grid"
            for row in TABLE:
                for cell, text in zip(table.add_row().cells, row):
                    cell.text = text
    document.save(path)


class GbkFont(UnicodeCIDFont):
    """STSong-Light whose text stands in the file as GBK, as Chinese producers of the 2000s wrote it."""

    def __init__(self):
        super().__init__("STSong-Light")
        self.name = self.fontName = "STSong-Light-GBK"
        self.encodingName = "GBK-EUC-H"

    def formatForPdf(self, text):
        return escapePDF(text.encode("gbk", "replace").decode("latin-1"))


def report_file(lines, path, font):
    """A report of reportlab with a running head and page numbers, set in `font`."""
    pdfmetrics.registerFont(font)
    font = font.fontName
    style = ParagraphStyle("body", fontName=font, fontSize=12, leading=22, firstLineIndent=24, wordWrap="CJK")

    def furniture(canvas, document):
        canvas.setFont(font, 9)
        canvas.drawCentredString(A4[0] / 2, 30, f"— {document.page} —")
        canvas.drawString(60, A4[1] - 40, "国民经济和社会发展规划纲要")

    SimpleDocTemplate(str(path), pagesize=A4).build(
        [Paragraph(html.escape(line), style) for line in lines], onFirstPage=furniture, onLaterPages=furniture)


def convert(source, ending, folder):
    subprocess.run(["soffice", "--headless", "--convert-to", ending, "--outdir", folder, source], check=True, capture_output=True)


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    lines = list(paragraphs())
    (folder / "source.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "source.html").write_text(page(lines), encoding="utf-8")
    word_file(lines, folder / "source.docx")
    convert(folder / "source.docx", "doc", folder)
    convert(folder / "source.docx", "pdf", folder)
    (folder / "source.pdf").rename(folder / "libreoffice.pdf")
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                        f"--user-data-dir={profile}", f"--print-to-pdf={(folder / 'chromium.pdf').resolve()}",
                        (folder / "source.html").resolve().as_uri()], check=True, capture_output=True)
    report_file(lines, folder / "reportlab-unigb.pdf", UnicodeCIDFont("STSong-Light"))
    report_file(lines, folder / "reportlab-gbk.pdf", GbkFont())
    print("\n".join(sorted(path.name for path in folder.iterdir())))


if __name__ == "__main__":
    main()
