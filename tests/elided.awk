# Does the second file match the first, in which a line that is only "…" stands
# for any lines?  Literal runs between such lines are found at their first place.
NR == FNR { expected[++n] = $0; next }
{ got[++m] = $0 }
END {
    at = 1 # the next line of `got`
    floating = 0
    for (i = 1; i <= n;) {
        if (expected[i] ~ /^[ \t]*…$/) { floating = 1; i++; continue }
        run = 0
        while (i + run <= n && expected[i + run] !~ /^[ \t]*…$/) run++
        last = i + run > n
        from = floating && last ? m - run + 1 : at
        if (from < at) exit 1
        for (;; from++) {
            for (k = 0; k < run; k++) if (from + k > m || got[from + k] != expected[i + k]) break
            if (k == run) break
            if (!floating || last || from + run > m) exit 1
        }
        at = from + run
        i += run
        floating = 0
    }
    exit !(floating || at > m)
}
