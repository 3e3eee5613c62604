# Lists every place of the named C files that one small change of a token would make
# another program of, in an order that the seed decides: FILE LINE START LENGTH NEW,
# with tabs between; START and LENGTH count bytes of the line, NEW takes their place.
# usage: LC_ALL=C awk -v seed=N -f places.awk FILE…
#
# Only what stands in the body of a function is changed, and neither comments, texts,
# lines of the preprocessor nor declarations of types and tables.  Nor is what only the
# sanitizers could notice: what is freed, how much is allocated, and a byte or an element
# read behind the end.
BEGIN {
    split("< <= <= < > >= >= > == != != == && || || && true false false true", pair, " ")
    for (i = 1; i in pair; i += 2) other[pair[i]] = pair[i + 1]
}
FNR == 1 { comment = directive = body = table = 0 }
{ mask = masked($0) }
directive || mask ~ /^ *#/ { directive = /\\$/; next }
/^{/ { body = 1; next }
/^}/ { body = 0; next }
!body && /^[a-z]/ { truth = /^(static |inline )*bool [a-z_0-9]+\(/ }
!body { next }
table || mask ~ /^ *(static const |enum |struct [a-z_]* *\{)/ { table = mask !~ /;$/; next }
{
    at_every(" (<|<=|>|>=|==|!=|&&|[|][|])( |$)", "operator")
    at_every(" [+-] 1([^A-Za-z_0-9.]|$)", "step")
    at_every("![A-Za-z_(]", "not")
    at_every("(^|[^A-Za-z_0-9.])(true|false)([^A-Za-z_0-9.]|$)", "truth")
    at_every("(^|[^A-Za-z_0-9.])[0-9][0-9]?u?([^A-Za-z_0-9.]|$)", "number")
    at_every("(continue|break);$", "jump")
    at_every("(^ +|[)] |else )[a-z_0-9]+[(].*[)];$", "call")
    if (truth) at_every("return [^;]+;$", "return")
}

# The line with blanks in place of its comments, texts and characters.
function masked(line,    out, token, end) {
    for (out = ""; line != "";) {
        if (comment) {
            end = index(line, "*/")
            if (!end) return out blanks(length(line))
            out = out blanks(end + 1)
            line = substr(line, end + 2)
            comment = 0
        }
        if (!match(line, /"([^"\\]|\\.)*"|'([^'\\]|\\.)*'|\/\/.*|\/\*/)) return out line
        token = substr(line, RSTART, RLENGTH)
        comment = token == "/*"
        out = out substr(line, 1, RSTART - 1) blanks(RLENGTH)
        line = substr(line, RSTART + RLENGTH)
    }
    return out
}

function blanks(n) { return sprintf("%" n "s", "") }

function at_every(pattern, kind,    from, start, token, skipped) {
    for (from = 1; match(substr(mask, from), pattern); from = start + length(token)) {
        start = from + RSTART - 1
        token = substr(mask, start, RLENGTH)
        skipped = 0
        if (kind == "operator") skipped = 1
        else if (kind == "truth" || kind == "number") skipped = token !~ /^[0-9tf]/
        else if (kind == "call") skipped = token ~ /^else / ? 5 : match(token, /[a-z]/) - 1
        start += skipped
        token = substr(token, skipped + 1)
        change(kind, start, token)
    }
}

function change(kind, start, token) {
    if (kind == "operator" || kind == "truth") sub(/[^a-z=<>&|]+$/, "", token)
    if (kind == "operator" && (token == "<" || token == ">=") && reaches_end(start + length(token))) return
    if (kind == "operator") place(start, length(token), other[token])
    else if (kind == "step") place(start, 4, (NR + start) % 2 ? "" : substr(mask, start, 3) == " + " ? " - 1" : " + 1")
    else if (kind == "not") place(start, 1, "")
    else if (kind == "truth") place(start, length(token), other[token])
    else if (kind == "number") number(start, token)
    else if (kind == "jump") place(start, length(token), ";")
    else if (kind == "call" && token !~ /^[a-z_0-9]*free[(]/) place(start, length(token), ";")
    else if (kind == "return" && token !~ /^return (true|false);/)
        place(start, length(token), "return !(" substr($0, start + 7, length(token) - 8) ");")
}

# Whether the length of something is what is compared with.
function reaches_end(behind) {
    return substr(mask, behind) ~ /^ [A-Za-z_0-9.>\[\]-]*(\.|->)n?(len|count)([^A-Za-z_0-9.\[]|$)/
}

# One more, but not in an empty value, in a result of which only the sign counts, nor in
# the length of a declared array.
function number(start, token,    before, behind) {
    match(token, /^[0-9]+/)
    before = substr(mask, 1, start - 1)
    behind = substr(mask, start + RLENGTH)
    if (token ~ /^1/ && RLENGTH == 1 && before ~ / [+-] $/) return
    if (before ~ /([{]|NULL, )$/ && behind ~ /^}/) return
    if (before ~ /(arena_array|arena_alloc|mem_alloc)[(]/) return
    if (before ~ /-$/ || before ~ /[?] -1 : $/ || behind ~ /^ : -1;/) return
    if (before ~ /^ *((unsigned|const|struct) )*[a-z_0-9]+ [*]*[a-z_0-9]+\[$/ && before !~ /return /) return
    place(start, RLENGTH, substr(token, 1, RLENGTH) + 1)
}

function place(start, length_, new) {
    places[n++] = FILENAME "\t" FNR "\t" start "\t" length_ "\t" new
}

# Numbers of Park and Miller, which every awk computes alike.
function below(limit) {
    seed = (seed * 16807) % 2147483647
    return int(seed / 2147483647 * limit)
}

END {
    seed = seed * 7919 % 2147483646 + 1
    for (i = 0; i < 10; i++) below(1)
    for (i = n - 1; i > 0; i--) {
        j = below(i + 1)
        kept = places[i]
        places[i] = places[j]
        places[j] = kept
    }
    for (i = 0; i < n; i++) print places[i]
}
