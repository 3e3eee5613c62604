# Reads two tables of stages, the earlier first, and says which stage needs more than a tenth
# more instructions; stages of less than a fiftieth of their command do not count, nor do those
# that the earlier table lacks.  Status 1 where there is one.
BEGIN { FS = "\t" }
FNR == NR { before[$1, $2] = $3; next }
$2 == "all" { total = $3 }
($1, $2) in before && $3 > 1.1 * before[$1, $2] && $3 * 50 > total {
    printf "%s: %s needs %.1f %% more instructions: %d, before %d\n", \
        $1, $2, 100 * ($3 / before[$1, $2] - 1), $3, before[$1, $2]
    worse = 1
}
END {
    if (!worse) print "no stage needs a tenth more instructions than before"
    exit worse
}
