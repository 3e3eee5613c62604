# Lays the cases of a file out as folders: dir/NAME with cmd, in/, out, err and
# status.  A case stands between fences:
#
#     ~~~ case NAME
#     --- file PATH         a file to begin with; any number
#     --- use FILE          one of tests/cases/texts, for cases that begin alike
#     --- run               the commands, for sh
#     --- out               what standard output must be; nothing where missing
#     --- err               the same for standard error
#     --- status N          0 where missing
#     ~~~
function start(path) {
    if (target) close(target)
    target = path
    if (path) printf "" > path
}
/^~~~ case / {
    folder = dir "/" $3
    if (folder in seen) {
        print FILENAME ":" FNR ": a second case " $3 > "/dev/stderr"
        exit 2
    }
    seen[folder]
    system("mkdir -p '" folder "/in'")
    start(folder "/out")
    start(folder "/err")
    start("")
    print "0" > (folder "/status")
    close(folder "/status")
    print folder >> list
    inside = 1
    next
}
/^~~~$/ { inside = 0; start(""); next }
!inside { next }
/^--- file / {
    path = folder "/in/" $3
    if ($3 ~ /\//) {
        parent = path
        sub(/\/[^\/]*$/, "", parent)
        system("mkdir -p '" parent "'")
    }
    start(path)
    next
}
/^--- use / {
    start("")
    if (system("cp 'tests/cases/texts/" $3 "' '" folder "/in/'") != 0) exit 2
    next
}
/^--- run$/ { start(folder "/cmd"); next }
/^--- out$/ { start(folder "/out"); next }
/^--- err$/ { start(folder "/err"); next }
/^--- status / { start(""); print $3 > (folder "/status"); close(folder "/status"); next }
/^--- / { print FILENAME ":" FNR ": what is " $0 "?" > "/dev/stderr"; exit 2 }
{
    if (!target) { print FILENAME ":" FNR ": text outside a section" > "/dev/stderr"; exit 2 }
    print > target
}
