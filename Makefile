# scmtool.  `make help` lists what can be made.
#
# CC, CFLAGS, CPPFLAGS and LDFLAGS are the user's; what the project itself needs
# is in other variables.  Everything is built under build/.  V=1 shows the commands.

VERSION = 0.2.0
SOVERSION = 1
B = build

# Where `make install` puts things, with DESTDIR in front.
PREFIX = /usr/local
BINDIR = $(PREFIX)/bin
LIBDIR = $(PREFIX)/lib
INCLUDEDIR = $(PREFIX)/include
DATADIR = $(PREFIX)/share
BASHDIR = $(DATADIR)/bash-completion/completions
MANDIR = $(DATADIR)/man
ZSHDIR = $(DATADIR)/zsh/site-functions

CC ?= cc
CFLAGS ?= -O2 -g
# Hardening, which HARDEN= turns off.
HARDEN = -fstack-protector-strong $(if $(filter -O1 -O2 -O3 -Os,$(CFLAGS)),-D_FORTIFY_SOURCE=2)
HARDEN_LINK = -Wl,-z,relro -Wl,-z,now
AR ?= ar

# What building and `make check` need, and what the other checks need.
PACKAGES = pkg-config libxml2-dev libpcre2-dev libutf8proc-dev libstemmer-dev libjansson-dev libarchive-dev libcmocka-dev poppler-utils
CHECK_PACKAGES = clang clang-format libclang-rt-dev cppcheck valgrind mandoc zsh bash-completion \
	jq parallel libxml2-utils python3-jsonschema curl build-essential debhelper fakeroot lintian codespell
PKGS = libpcre2-8 libutf8proc jansson

scm_cppflags = -D_GNU_SOURCE -DSCM_VERSION='"$(VERSION)"' -Iinclude -Isrc
scm_cflags = -std=c17 -fPIC -fvisibility=hidden -Wall -Wextra \
	-ffile-prefix-map=$(CURDIR)=. -ffile-prefix-map=$(abspath $(B))=build
scm_strict = -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
	-Wno-overlength-strings -Werror
private_libs = -ldl
scm_libs = $$(pkg-config --libs $(PKGS)) $(private_libs)
compile = $(CC) $(scm_cppflags) $(CPPFLAGS) $(scm_cflags) @$(B)/pkg.cflags $(HARDEN) $(CFLAGS) $(strict)
link = $(CC) -pthread $(CFLAGS) $(HARDEN_LINK) $(LDFLAGS)
quiet = $(if $(V),,@echo '$(1) $@' &&)

embed_c = src/authority/embed/embed.c
rooms = base load authority annotate analyse report
lib_c = $(filter-out $(embed_c),$(foreach r,$(rooms),$(wildcard src/$(r)/*.c src/$(r)/*/*.c)))
cli_c = $(wildcard src/cli/*.c)
unit_c = $(wildcard tests/unit/test_*.c)
fuzz_c = $(wildcard tests/fuzz/fuzz_*.c)
tables = $(wildcard corpus/authority/*.tsv corpus/series/*.tsv corpus/lang/*/*.tsv)
lib_o = $(lib_c:%.c=$(B)/%.o) $(B)/authority_image.o
cli_o = $(cli_c:%.c=$(B)/%.o)
# What the embedding tool needs of the library: all that the image is made with.
embed_o = $(patsubst %.c,$(B)/%.o,$(embed_c) $(wildcard src/base/*.c) \
	$(filter-out src/authority/authority.c src/authority/find.c,$(wildcard src/authority/*.c)))
unit = $(unit_c:%.c=$(B)/%)
fuzz_targets = $(fuzz_c:%.c=$(B)/%)
# What drives a target: the replay of inputs, or libFuzzer.
DRIVER = $(B)/tests/fuzz/replay.o
test_programs = $(unit) $(B)/tests/example $(fuzz_targets) $(B)/tests/gold/score $(B)/tests/faults/fail.so
headers = $(wildcard include/scm/*.h)
sources = $(lib_c) $(cli_c) $(embed_c) $(wildcard tests/*/*.c)
formatted = $(sources) $(headers) $(wildcard src/*/*.h src/*/*/*.h tests/*/*.h)

.DELETE_ON_ERROR:
.SECONDARY:
.PHONY: all help deps deps-build demo programs check check-asan check-browser check-faults check-scaling check-tsan check-valgrind check-profile profile fuzz mutate bench lint format clean \
	library stage install uninstall dist distcheck deb corpus coverage FORCE

all: $(B)/scmtool ## build build/scmtool and build/libscm.a

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-15s %s\n", $$1, $$2 }' Makefile

deps: ## install the build and test dependencies (Debian, Ubuntu)
	@tests/deps $(PACKAGES) $(CHECK_PACKAGES)

deps-build: ## install only what building needs
	@tests/deps $(PACKAGES)

define demo
scmtool summarize 2023
scmtool diff 2020 2023 --stat
scmtool tag 2023 | awk -F'\t' '$$5 == "MECHANISM" { n[$$6]++ } END { for (i in n) print n[i], i }' | sort -k1,1nr -k2 | head -5
scmtool history 2020 2021 2023 | head -n 40
endef
export demo

demo: all ## show the main commands on the bundled corpus
	@printf '%s\n' "$$demo" | while IFS= read -r line; do \
	  printf '\n$$ %s\n\n' "$$line"; \
	  PATH="$(abspath $(B)):$$PATH" sh -c "$$line" </dev/null || [ $$? = 1 ] || exit 2; \
	done

SOURCES = corpus/sources.tsv
OFFICIAL = corpus/official

corpus: all ## download the official texts in SOURCES=corpus/sources.tsv to corpus/official
	@SCMTOOL='$(abspath $(B))/scmtool' corpus/fetch '$(SOURCES)' '$(OFFICIAL)'

programs: all $(test_programs)

check: programs stage ## run all tests, or those in TESTS="NAME…"; with VALGRIND="valgrind -q", run every program under that command
	@B='$(B)' VALGRIND='$(VALGRIND)' CC='$(CC)' FLAGS='$(CFLAGS) $(LDFLAGS)' tests/run $(TESTS)

check-asan: $(B)/pkg.cflags ## run the tests with the address and undefined-behaviour sanitizers
	@$(MAKE) --no-print-directory B=$(B)/asan HARDEN= CPPFLAGS='$(CPPFLAGS) -DARENA_MALLOC' \
	  CFLAGS='-O1 -g -fno-omit-frame-pointer $(sanitize)' LDFLAGS='$(sanitize)' check
sanitize = -fsanitize=address,undefined -fno-sanitize-recover=all

check-browser: all ## check the pages in Chromium: two widths, light, dark and printed
	@B='$(B)' tests/browser/run

check-tsan: $(B)/pkg.cflags ## run the tests with the thread sanitizer
	@$(MAKE) --no-print-directory B=$(B)/tsan HARDEN= CPPFLAGS='$(CPPFLAGS) -DARENA_MALLOC' \
	  CFLAGS='-O1 -g -fno-omit-frame-pointer -fsanitize=thread' LDFLAGS=-fsanitize=thread check

check-valgrind: $(B)/pkg.cflags ## run the tests under valgrind
	@$(MAKE) --no-print-directory B=$(B)/valgrind CPPFLAGS='$(CPPFLAGS) -DARENA_MALLOC' \
	  VALGRIND='$(memcheck)' check
memcheck = valgrind -q --error-exitcode=99 --leak-check=full --show-leak-kinds=definite,indirect \
	--errors-for-leak-kinds=definite,indirect --suppressions=$(CURDIR)/tests/valgrind.supp

coverage: $(B)/pkg.cflags ## list the lines and branches that the tests reach, per directory of src
	@find $(B) -path '$(B)/coverage/*.gcda' -delete
	@$(MAKE) --no-print-directory B=$(B)/coverage HARDEN= CFLAGS='-O0 -g --coverage' LDFLAGS=--coverage check
	@B=$(B)/coverage tests/coverage

fuzz: $(B)/pkg.cflags ## feed mutated inputs to each of TARGETS="load diff…" for SECONDS=60
	@MAKE='$(MAKE) --no-print-directory' B='$(B)/fuzz' tests/fuzz/run $(or $(SECONDS),60) $(TARGETS)

check-faults: programs ## test what happens if a memory allocation, a file operation or the start of a thread fails, trying each in turn (or, with STEP set, every STEP-th)
	@B='$(B)' tests/faults/run $(STEP)

mutate: ## make COUNT=200 small random changes to the sources, one at a time (SEED=1 sets the choice), and show which of them the tests catch
	@B='$(B)' tests/mutate/run $(or $(SEED),1) $(or $(COUNT),200)

check-scaling: all ## count the machine instructions for longer and longer texts, and fail if the count grows faster than the text
	@B='$(B)' tests/scaling/run

profile: all ## count the machine instructions of each stage of a few commands
	@B='$(B)' tests/bench/profile

check-profile: all ## count as make profile does, for this version and for COMMIT=HEAD~1, and fail if a stage now needs over 10 % more instructions
	@B='$(B)' tests/bench/profile $(or $(COMMIT),HEAD~1)

bench: all $(B)/tests/bench/time ## compare run times with grep and git
	@B='$(B)' tests/bench/run

lint: $(B)/pkg.cflags ## check format, compiler warnings, headers, spelling and manual, and run cppcheck
	@clang-format --dry-run -Werror $(formatted)
	@$(MAKE) --no-print-directory B=$(B)/lint-gcc CC=gcc strict='$(scm_strict)' programs
	@$(MAKE) --no-print-directory B=$(B)/lint-clang CC=clang strict='$(scm_strict)' programs
	@for h in $(headers); do \
	  gcc -std=c17 -Wall -Wextra -Wpedantic -Werror -Iinclude -fsyntax-only -x c $$h && \
	  clang -std=c17 -Wall -Wextra -Wpedantic -Werror -Iinclude -fsyntax-only -x c-header $$h && \
	  clang -Wall -Wextra -Wpedantic -Werror -Iinclude -fsyntax-only -x c++-header $$h || exit 1; done
	@! command -v cppcheck >/dev/null || cppcheck -q --error-exitcode=1 --std=c11 --inline-suppr \
	  --enable=warning,performance,portability --suppress=missingInclude --suppress=internalAstError \
	  $(scm_cppflags) -j 2 $(sources)
	@codespell
	@command -v mandoc >/dev/null && ! mandoc -Tlint src/cli/scmtool.1 2>/dev/null | grep .

# What is installed: SOURCE=PLACE.
so = libscm.so.$(VERSION)
so_links = libscm.so.$(SOVERSION) libscm.so
corpus = corpus/README.md $(wildcard corpus/sources.tsv corpus/texts/*.txt) $(tables)
installed = $(B)/scmtool=$(BINDIR)/scmtool $(B)/scmtool.1=$(MANDIR)/man1/scmtool.1 \
	$(B)/lib/libscm.a=$(LIBDIR)/libscm.a $(B)/lib/$(so)=$(LIBDIR)/$(so) \
	$(B)/lib/libscm.pc=$(LIBDIR)/pkgconfig/libscm.pc \
	$(foreach h,$(headers) include/scm/formats.def,$(h)=$(INCLUDEDIR)/$(h:include/%=%)) \
	$(B)/completion.bash=$(BASHDIR)/scmtool $(B)/completion.zsh=$(ZSHDIR)/_scmtool \
	$(B)/tests/example.c=$(DATADIR)/scmtool/example.c $(foreach c,$(corpus),$(c)=$(DATADIR)/scmtool/$(c))
places = $(foreach f,$(installed),$(lastword $(subst =, ,$(f)))) $(so_links:%=$(LIBDIR)/%)
own_folders = $(INCLUDEDIR)/scm $(addprefix $(DATADIR)/scmtool,/corpus/texts /corpus/authority /corpus/series \
	/corpus/lang/en /corpus/lang/ko /corpus/lang /corpus /) \
	$(LIBDIR)/pkgconfig $(MANDIR)/man1 $(BASHDIR) $(patsubst %/,%,$(dir $(BASHDIR)))
# Folders that every system has; those of the system's own prefixes stay when they are empty.
shared_folders = $(if $(filter /usr /usr/local,$(PREFIX)),,$(BINDIR) $(LIBDIR) $(INCLUDEDIR) \
	$(DATADIR)/man $(ZSHDIR))

# The system's cache of libraries is root's.
ldconfig = [ -n "$(DESTDIR)" ] || [ "$$(id -u)" != 0 ] || ldconfig

install: all library ## install under PREFIX=/usr/local, inside DESTDIR if that is set
	@umask 022; for f in $(installed); do mode=644; case $$f in *=$(BINDIR)/*) mode=755 ;; esac; \
	  install -D -m $$mode "$${f%%=*}" "$(DESTDIR)$${f##*=}" || exit 2; done; \
	for l in $(so_links); do ln -sf $(so) "$(DESTDIR)$(LIBDIR)/$$l" || exit 2; done
	@$(ldconfig)
	@[ -n "$(DESTDIR)" ] || echo "scmtool is installed under $(PREFIX)"

uninstall: ## remove what make install installed
	@cd "$(DESTDIR)/" && rm -f $(places:%=.%) && for d in $(own_folders); do \
	  [ ! -d .$$d ] || rmdir --ignore-fail-on-non-empty .$$d; done; \
	for d in $(shared_folders:/%=%); do [ ! -d $$d ] || rmdir -p --ignore-fail-on-non-empty $$d; done
	@$(ldconfig)

library: $(B)/lib/libscm.a $(B)/lib/$(so) $(B)/lib/libscm.pc $(B)/scmtool.1 $(B)/tests/example.c \
	$(B)/completion.bash $(B)/completion.zsh

# An installed tree for the tests, under the same prefix, so that nothing is made twice.
stage: all library
	@rm -rf $(B)/stage && $(MAKE) --no-print-directory DESTDIR='$(abspath $(B))/stage' install

tarball = $(B)/scmtool-$(VERSION).tar.gz

dist: ## pack all files tracked by git into a tarball, which is put in build/
	@mkdir -p $(B)
	@tests/tracked | tar -c --null -T - --transform 's,^,scmtool-$(VERSION)/,S' --format=ustar \
	  --owner=0 --group=0 --numeric-owner --mode=u+w,go+rX,go-w --mtime="@$$(tests/tracked -t)" | \
	  gzip -9n > $(tarball)

distcheck: dist ## unpack, build, test, install, run and uninstall that tarball
	@CC='$(CC)' tests/distcheck '$(tarball)' '$(B)/distcheck'

deb: dist ## build Debian packages in build/deb, and check them with lintian
	@tests/deb '$(tarball)' '$(B)/deb'

format: ## format the sources with .clang-format
	clang-format -i $(formatted)

clean: ## remove everything that was built
	rm -rf $(B)

$(B)/scmtool: $(cli_o) $(B)/libscm.a
	$(call quiet,LINK)$(link) -pie -o $@ $^ $(scm_libs)

$(B)/libscm.a: $(lib_o)
	@rm -f $@
	$(call quiet,AR)$(AR) rcs $@ $^

# What the headers declare, and nothing else.
$(B)/lib/exports: $(headers)
	@mkdir -p $(@D)
	@sed -n '/^SCM_API/,/;/p' $(headers) | tr '\n' ' ' | grep -oE 'scm_[a-z0-9_]+ ?\(' | \
	  tr -d '( ' | sort -u | awk 'BEGIN { print "LIBSCM_$(SOVERSION) {\nglobal:" } \
	  { print "    " $$0 ";" } END { print "local:\n    *;\n};" }' > $@

$(B)/lib/$(so): $(lib_o) $(B)/lib/exports
	$(call quiet,LINK)$(link) -shared -Wl,-soname,libscm.so.$(SOVERSION) \
	  $(if $(findstring sanitize,$(LDFLAGS)),,-Wl,-z,defs) \
	  -Wl,--version-script,$(B)/lib/exports -o $@ $(lib_o) $(scm_libs)

# One object, in which the internal names are local and can clash with nobody's.
$(B)/lib/libscm.a: $(lib_o)
	@mkdir -p $(@D)
	@rm -f $@
	$(call quiet,AR)$(LD) -r -o $(B)/lib/libscm.o $(lib_o)
	@objcopy --localize-hidden $(B)/lib/libscm.o
	@$(AR) rcs $@ $(B)/lib/libscm.o

define pc
prefix=$(PREFIX)
libdir=$(LIBDIR)
includedir=$(INCLUDEDIR)

Name: libscm
Description: Communiqués of the Security Consultative Meeting, loaded and compared
Version: $(VERSION)
Cflags: -I$${includedir}
Libs: -L$${libdir} -lscm
Libs.private: $(private_libs)
Requires.private: $(PKGS)
endef
export pc

$(B)/lib/libscm.pc: $(B)/places Makefile
	@mkdir -p $(@D)
	@printf '%s\n' "$$pc" > $@

$(B)/scmtool.1: src/cli/scmtool.1 $(B)/places
	@sed 's|/usr/local/share|$(DATADIR)|; s|/usr/local/include|$(INCLUDEDIR)|' $< > $@

$(B)/completion.%: $(B)/scmtool
	@$(B)/scmtool completion $* > $@

$(B)/src/cli/meeting.o: private scm_cppflags += -DSCM_DATADIR='"$(DATADIR)/scmtool/corpus/texts"'
$(B)/src/cli/meeting.o: $(B)/places

$(B)/embed: $(embed_o)
	$(call quiet,LINK)$(link) -o $@ $^ $(scm_libs)

$(B)/authority_image.c: $(B)/embed $(tables)
	$(call quiet,EMBED)$(B)/embed corpus $(tables:corpus/%=%) > $@

$(B)/authority_image.o $(B)/tests/example.o: %.o: %.c $(B)/pkg.cflags $(B)/flags
	$(call quiet,CC)$(compile) -MMD -MP -c -o $@ $<

$(B)/%.o: %.c $(B)/pkg.cflags $(B)/flags
	@mkdir -p $(@D)
	$(call quiet,CC)$(compile) -MMD -MP -c -o $@ $<

$(unit): %: %.o $(B)/libscm.a
	$(call quiet,LINK)$(link) -o $@ $^ $(scm_libs) -lcmocka

# The example in the comment of the umbrella header, compiled as it stands.
$(B)/tests/example.c: include/scm/scm.h
	@mkdir -p $(@D)
	@awk '/^ \*     #include/ { on = 1 } on && sub(/^ \*(     )?/, ""); /^}/ { on = 0 }' $< > $@

$(B)/tests/example: $(B)/tests/example.o $(B)/libscm.a
	$(call quiet,LINK)$(link) -o $@ $^ $(scm_libs)

$(B)/tests/gold/score: $(B)/tests/gold/score.o $(B)/libscm.a
	$(call quiet,LINK)$(link) -o $@ $^ $(scm_libs)

$(fuzz_targets): %: %.o $(B)/tests/fuzz/fuzz.o $(B)/tests/fuzz/outputs.o $(B)/libscm.a $(filter %.o,$(DRIVER))
	$(call quiet,LINK)$(link) $(filter-out %.o,$(DRIVER)) -o $@ $(filter %.o,$^) $(B)/libscm.a \
	  $(scm_libs) $$(pkg-config --libs libxml-2.0)

$(B)/tests/fuzz/fuzz_options: $(filter-out $(B)/src/cli/main.o,$(cli_o))

$(B)/tests/faults/fail.so: tests/faults/fail.c
	@mkdir -p $(@D)
	$(call quiet,LINK)$(CC) -std=c17 -O1 -D_GNU_SOURCE -fPIC -shared -pthread -o $@ $< -ldl

$(B)/tests/bench/time: $(B)/tests/bench/time.o
	$(call quiet,LINK)$(link) -o $@ $^

# Asked for by the first object, never while this file is read.
$(B)/pkg.cflags: Makefile | $(filter deps deps-build,$(MAKECMDGOALS))
	@mkdir -p $(@D)
	@{ pkg-config --cflags $(PKGS) libxml-2.0 cmocka && \
	  readelf -d "$$($(CC) -print-file-name=libstemmer.so)" | \
	  sed -n 's/.*SONAME.*\[\(.*\)\]/-DSCM_LIBSTEMMER=\\"\1\\"/p' | grep .; } > $@ || { rm -f $@; \
	  echo "scmtool: build dependencies are missing: make deps" >&2; exit 2; }

# Changes where the places of installation do.
$(B)/places: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' '$(PREFIX) $(LIBDIR) $(INCLUDEDIR) $(DATADIR)' | cmp -s - $@ || \
	  printf '%s\n' '$(PREFIX) $(LIBDIR) $(INCLUDEDIR) $(DATADIR)' > $@

# Changes where the compiler or its flags do, so that objects never mix.
$(B)/flags: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' '$(subst ','\'',$(compile) $(LDFLAGS))' | cmp -s - $@ || \
	  printf '%s\n' '$(subst ','\'',$(compile) $(LDFLAGS))' > $@

-include $(shell find $(B) -name '*.d' 2>/dev/null)
