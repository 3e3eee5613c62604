"""Writes a Word file (.docx) that holds the paragraphs of a plain text.

usage: docx.py TEXT DOCX [--numbers] [--tracked]

Front matter is left out. A blank line divides paragraphs, and the first is the title. Lines that begin with a bullet
become items of a list. With --numbers Word itself numbers the paragraphs that begin with a
number; with --tracked the text also holds a deletion, an insertion, a comment, a footnote
and a text box with its fallback.
"""
import re
import sys
import zipfile
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def run(text):
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def runs(text):
    """A paragraph is cut into runs anywhere, as Word does after editing."""
    cut = len(text) // 3
    return run(text[:cut]) + run(text[cut:])


def paragraph(text, properties=''):
    return f'<w:p><w:pPr>{properties}</w:pPr>{runs(text)}</w:p>'


def listed(number, level=0):
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def body(text, numbers, tracked):
    out = []
    for i, p in enumerate(re.split(r'\n\s*\n', text.strip())):
        p = ' '.join(p.split())
        number = re.match(r'\d+\. ', p)
        if i == 0 and not number:
            out.append(paragraph(p, '<w:pStyle w:val="Titel"/>'))
        elif p[:2] in ('• ', '- '):
            out.append(paragraph(p[2:], listed(2)))
        elif number and numbers:
            out.append(paragraph(p[number.end():], listed(1)))
        else:
            out.append(paragraph(p))
    if tracked:
        out[-1] = out[-1].replace('</w:p>', '<w:del w:id="1"><w:r><w:delText> Deleted words.</w:delText></w:r></w:del>'
                                  '<w:moveFrom w:id="2">' + run(' Moved words.') + '</w:moveFrom>'
                                  '<w:ins w:id="3">' + run(' They parted again.') + '</w:ins>'
                                  '<w:r><w:footnoteReference w:id="4"/></w:r><w:r><w:commentReference w:id="5"/></w:r></w:p>')
        box = '<w:txbxContent>' + paragraph('A box of its own stands here.') + '</w:txbxContent>'
        out.append('<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
                   f'<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>')
        cell = '<w:tc>{}</w:tc>'
        out.append('<w:tbl>' + ''.join('<w:tr>' + ''.join(cell.format(paragraph(c)) for c in row) + '</w:tr>'
                                       for row in (('Harbor', 'Pilots'), ('Quiet Lake', '12'))) + '</w:tbl>')
    return ''.join(out)


def main():
    source, target, *options = sys.argv[1:]
    with open(source, encoding='utf-8') as f:
        text = re.sub(r'\A---\n.*?\n---\n', '', f.read(), flags=re.S)
    tracked = '--tracked' in options
    with zipfile.ZipFile(target, 'w', zipfile.ZIP_DEFLATED) as z:
        z.writestr('word/document.xml', f'{HEAD}<w:document {W}><w:body>'
                   f'{body(text, "--numbers" in options, tracked)}</w:body></w:document>')
        z.writestr('word/styles.xml', f'{HEAD}<w:styles {W}><w:style w:styleId="Titel"><w:name w:val="Title"/>'
                   '</w:style></w:styles>')
        z.writestr('word/numbering.xml', f'{HEAD}<w:numbering {W}>'
                   '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
                   '<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
                   '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
                   '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num></w:numbering>')
        if tracked:
            z.writestr('word/footnotes.xml', f'{HEAD}<w:footnotes {W}><w:footnote w:id="4">'
                       f'{paragraph("A note below.")}</w:footnote></w:footnotes>')
            z.writestr('word/comments.xml', f'{HEAD}<w:comments {W}><w:comment w:id="5">'
                       f'{paragraph("Is this so?")}</w:comment></w:comments>')


main()
