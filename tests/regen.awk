# Rewrites a case file: the sections that failed hold what was got.
# usage: awk -v work=… -v name=GROUP/FILE -f regen.awk FAILING CASES
function put(part,    path, line, any) {
    path = folder "/got." part
    while ((getline line < path) > 0) {
        if (part == "status") { if (line != 0) print "--- status " line; break }
        if (!any++) print "--- " part
        print line
    }
    close(path)
}
function put_all() {
    for (i = 1; i <= 3; i++) if ((key " " parts[i]) in failing) put(parts[i])
}
BEGIN { parts[1] = "out"; parts[2] = "err"; parts[3] = "status" }
NR == FNR { failing[$0]; next }
/^~~~ case / { key = name "/" $3; folder = work key; inside = 1; dropping = 0 }
inside && /^~~~$/ { put_all(); inside = dropping = 0 }
inside && /^--- / { dropping = (key " " $2) in failing }
!dropping
