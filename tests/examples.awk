# Lays examples out as folders of tests, see cases.awk.
# In README.md: blocks fenced as ```console, in which `$ command` is followed by
# what it prints; a line that goes on begins with `> `.  With help=1: the lines of a
# help text that begin with `$ `, which need only run without trouble.
function example(command) {
    if (out) close(out)
    folder = dir "/line-" FNR
    system("mkdir -p '" folder "/in'")
    print (help ? "" : "exec 2>&1\n") command > (folder "/cmd")
    close(folder "/cmd")
    out = folder "/out"
    if (help) {
        printf "" > (folder "/err")
        close(folder "/err")
    } else {
        printf "" > out
    }
    print (help ? "[01]" : "[012]") > (folder "/status")
    close(folder "/status")
    print folder >> list
}
help && /^ +\$ / { sub(/^ +\$ /, ""); example($0) }
help { next }
/^```console$/ { inside = 1; next }
/^```/ { inside = 0; next }
inside && /^\$ / { example(substr($0, 3)); next }
inside && /^> / { print substr($0, 3) >> (folder "/cmd"); close(folder "/cmd"); next }
inside { print > out }
