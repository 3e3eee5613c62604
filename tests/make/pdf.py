"""Writes a PDF that holds the paragraphs of a plain text, wrapped, on pages with numbers.

usage: pdf.py TEXT PDF

Front matter is left out. A blank line divides paragraphs; a text without any makes a page
without text, as a scan is. The font is Courier, which every reader has, in the encoding
WinAnsi; a page has a running head and a number at its foot.
"""
import re
import sys
import textwrap
import zlib

WIDTH, LINES = 78, 46


def escape(line):
    line = line.encode('cp1252', 'replace')
    return b''.join(bytes([b]) if 32 <= b < 127 and b not in b'()\\' else b'\\%03o' % b for b in line)


def pages(text):
    lines = []
    for p in re.split(r'\n\s*\n', text.strip()):
        lines += textwrap.wrap(' '.join(p.split()), WIDTH, break_on_hyphens=False) + ['']
    if not text.strip():
        yield []
    while lines and text.strip():
        yield lines[:LINES]
        lines = lines[LINES:]


def content(lines, number, head):
    out = [b'BT /F 10 Tf 12 TL 60 790 Td']
    shown = [head, ''] + lines
    for line in shown:
        out.append(b'(' + escape(line) + b") '")
    out.append(b'ET BT /F 10 Tf 300 40 Td (%d) Tj ET' % number)
    return b'\n'.join(out)


def main():
    with open(sys.argv[1], encoding='utf-8') as f:
        text = re.sub(r'\A---\n.*?\n---\n', '', f.read(), flags=re.S)
    objects = [b'<< /Type /Catalog /Pages 2 0 R >>', None,
               b'<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>']
    kids = []
    for number, lines in enumerate(pages(text), 1):
        data = zlib.compress(content(lines, number, 'Papers of the Harbor Masters') if lines else b'')
        objects.append(b'<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream' % (len(data), data))
        objects.append(b'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R '
                       b'/Resources << /Font << /F 3 0 R >> >> >>' % len(objects))
        kids.append(b'%d 0 R' % len(objects))
    objects[1] = b'<< /Type /Pages /Kids [%s] /Count %d >>' % (b' '.join(kids), len(kids))
    out, places = bytearray(b'%PDF-1.4\n'), []
    for i, o in enumerate(objects, 1):
        places.append(len(out))
        out += b'%d 0 obj\n%s\nendobj\n' % (i, o)
    start = len(out)
    out += b'xref\n0 %d\n0000000000 65535 f \n' % (len(objects) + 1)
    out += b''.join(b'%010d 00000 n \n' % p for p in places)
    out += b'trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n' % (len(objects) + 1, start)
    with open(sys.argv[2], 'wb') as f:
        f.write(out)


main()
