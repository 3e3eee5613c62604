# Texts that grow: a shape and how often its piece is repeated.
# usage: awk -v shape=NAME -v n=COUNT -f shapes.awk; without a shape it lists them.

# What is repeated; @ is a word that is another one each time, # its number.
function shapes() {
    S = "The Secretary and the Minister reaffirmed their commitment to the Quiet Lake Working Group (QLWG) on May 3, 2057."
    at["paragraphs"] = "#. " S " Item @ was noted.\n\n"
    at["unnumbered"] = S " Item @ was noted here.\n\n"
    at["the-same"] = S "\n\n"
    at["one-paragraph"] = S " "
    at["one-sentence"] = "the word @ and the QLWG, "
    at["one-word"] = "a"
    at["new-names"] = "#. The Joint Alpha@ Working Group (JA@) met Minister Kim Abc-@ there.\n\n"
    at["new-names-in-one-paragraph"] = "The Joint Alpha@ Working Group (JA@) met. "
    at["bodies-and-people"] = "The Quiet Lake Working Group, the U.S. Department of Defense and Minister Kim Do-@ met. "
    at["people-in-one-paragraph"] = "Secretary John Smith@ and Minister Kim Do-@ met. He agreed. "
    at["people"] = "#. Minister Kim Do-@ met Secretary John Smith@ and said so.\n\n"
    at["short-lines"] = "A short line number # of text without an end\n"
    at["headings"] = "Heading @\n\n" S "\n\n"
    at["hyphens"] = "a com-\nmitment re-\naffirmed ex-\ntended "
    at["brackets"] = "("
    at["quotes"] = "\"'“"
    at["capitals"] = "The Joint Alpha Beta "
    at["dates"] = "on November 13, 2058, next spring, for more than 70 years, "
    at["full-stops"] = "U.S. "
    at["commas"] = "Kim, "
    at["empty-lines"] = "\n"
    at["stars"] = "*"
    at["links"] = "- [a](b *x* **y** _z_ `q` \n"
    at["open-links"] = "["
    at["back-quotes"] = "`"
    at["emphasis"] = "*a "
    head["links"] = head["open-links"] = head["back-quotes"] = head["emphasis"] = "# T\n\nThe "
    at["html-paragraphs"] = "<p>" S "</p>"
    at["html-deep"] = "<div>"
    at["html-spans"] = "<span>"
    at["html-ends"] = "</html>"
    at["html-open-and-closed"] = "<b><i></b></i>"
    at["html-less-than"] = "<"
    at["html-ampersands"] = "&"
    at["html-rows"] = "<tr><td>7.</td><td>"
    for (name in at) if (name ~ /^html/) head[name] = "<html><body><p>"
    at["xml-namespaces"] = "<p xmlns:a#=\"u#\">"
    head["xml-namespaces"] = "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body>"
    head["html-rows"] = "<html><body><table>"
}

function word(i,    w) {
    for (w = ""; i > 0; i = int(i / 26)) w = w sprintf("%c", 97 + i % 26)
    return w "e"
}

BEGIN {
    shapes()
    if (shape == "") {
        for (name in at) print name
        exit
    }
    printf "%s", shape in head ? head[shape] : at[shape] ~ /^#|\n/ ? "" : "1. The Minister noted "
    for (i = 1; i <= n; i++) {
        piece = at[shape]
        gsub(/@/, word(i), piece)
        gsub(/#/, i, piece)
        printf "%s", piece
    }
    printf "%s", shape ~ /^html/ ? S : " and met.\n"
}
