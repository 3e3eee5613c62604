# What zsh offers at the end of a command line, one word a line.
# usage: zsh -f complete.zsh LINE          ZDOTDIR: a folder to write to
zmodload zsh/zpty
export COMPLETED=$ZDOTDIR/completed FPATH
: >$COMPLETED
cat >$ZDOTDIR/.zshrc <<'EOF'
PROMPT=
autoload -Uz compinit
compinit -u -d $ZDOTDIR/dump
eval "$(scmtool completion zsh)"
zstyle ':completion:*' insert-tab false
compadd() {
    local -a hits
    if [[ ${@[1,(i)(-|--)]} != *-(O|A|D)\ * ]]; then
        builtin compadd -A hits "$@"
        (($#hits)) && print -rl -- $hits >>$COMPLETED
    fi
    builtin compadd "$@"
}
stop() { exit }
comppostfuncs=(stop)
bindkey '^I' list-choices
print READY
EOF
zpty shell zsh -i
zpty -r shell line '*READY*'
zpty -w -n shell "$1"$'\t'
while zpty -t shell && zpty -r shell line; do :; done
sort -u $COMPLETED
