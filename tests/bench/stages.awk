# Reads what callgrind_annotate --tree=calling --inclusive=yes prints and writes
# "command stage instructions", a tab between: first all of them, then the functions that
# these call, the costly ones first.
BEGIN {
    OFS = "\t"
    split("make_document scm_annotate find_all scm_summary_prepare scm_summarize scm_compare " \
        "scm_history scm_report_write", names, " ")
    for (i in names) parent[names[i]] = 1
}
function number(s) {
    gsub(",", "", s)
    return s + 0
}
function called(s) { # "src/annotate/names.c:find_names"
    sub(/^.*:/, "", s)
    sub(/'.*$|\..*$/, "", s)
    return s
}
/PROGRAM TOTALS/ { total = number($1) }
/^[ 0-9,]+\([ 0-9.]+%\) +\*/ {
    sub(/\([ 0-9.]+%\)/, "")
    inside = called($3) in parent
    next
}
inside && /^[ 0-9,]+\([ 0-9.]+%\) +>/ && /src\// {
    sub(/\([ 0-9.]+%\)/, "")
    stage = called($3)
    if (!(stage in parent)) cost[stage] += number($1)
}
END {
    print command, "all", total
    for (s in cost) print command, s, cost[s] | "sort -t '\t' -k3,3nr -k2"
}
