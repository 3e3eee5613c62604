# scmtool.  `make help` lists what can be made.
#
# CC, CFLAGS, CPPFLAGS and LDFLAGS are the user's; what the project needs
# stands in variables of its own.  Everything made goes under build/.  V=1 shows
# the commands.

VERSION = 0.1.0
B = build

CC ?= cc
CFLAGS ?= -O2 -g
AR ?= ar

# What building and `make check` need, and what the other checks need.
PACKAGES = pkg-config libxml2-dev libpcre2-dev libutf8proc-dev libstemmer-dev libcmocka-dev
CHECK_PACKAGES = clang clang-format libclang-rt-dev cppcheck valgrind
PKGS = libpcre2-8 libutf8proc

scm_cppflags = -D_GNU_SOURCE -DSCM_VERSION='"$(VERSION)"' -Iinclude -Isrc
scm_cflags = -std=c17 -fvisibility=hidden -Wall -Wextra
scm_strict = -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
	-Wno-overlength-strings -Werror
scm_libs = $$(pkg-config --libs $(PKGS)) -lstemmer -ldl
compile = $(CC) $(scm_cppflags) $(CPPFLAGS) $(scm_cflags) @$(B)/pkg.cflags $(CFLAGS) $(strict)
link = $(CC) $(CFLAGS) $(LDFLAGS)
quiet = $(if $(V),,@echo '$(1) $@' &&)

rooms = base load authority annotate analyse report
lib_c = $(foreach r,$(rooms),$(wildcard src/$(r)/*.c))
cli_c = $(wildcard src/cli/*.c)
embed_c = src/authority/embed/embed.c
unit_c = $(wildcard tests/unit/test_*.c)
fuzz_c = tests/fuzz/fuzz_load.c tests/fuzz/replay.c
tables = $(wildcard corpus/authority/*.tsv)
lib_o = $(lib_c:%.c=$(B)/%.o) $(B)/authority_image.o
cli_o = $(cli_c:%.c=$(B)/%.o)
# What the embedding tool needs of the library: all that the image is made with.
embed_o = $(patsubst %.c,$(B)/%.o,$(embed_c) $(wildcard src/base/*.c) \
	$(filter-out src/authority/authority.c src/authority/find.c,$(wildcard src/authority/*.c)))
unit = $(unit_c:%.c=$(B)/%)
test_programs = $(unit) $(B)/tests/example $(B)/tests/fuzz/replay $(B)/tests/gold/score
headers = $(wildcard include/scm/*.h)
sources = $(lib_c) $(cli_c) $(embed_c) $(wildcard tests/*/*.c)
formatted = $(sources) $(headers) $(wildcard src/*/*.h tests/*/*.h)

.DELETE_ON_ERROR:
.SECONDARY:
.PHONY: all help deps demo programs check check-asan check-valgrind fuzz bench lint format clean FORCE

all: $(B)/scmtool ## build build/scmtool and build/libscm.a

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-15s %s\n", $$1, $$2 }' Makefile

deps: ## install the build and test dependencies (Debian, Ubuntu)
	@tests/deps $(PACKAGES) $(CHECK_PACKAGES)

define demo
scmtool summarize 2023
scmtool diff 2020 2023 --stat
scmtool tag 2023 | awk -F'\t' '$$5 == "MECHANISM" { n[$$6]++ } END { for (i in n) print n[i], i }' | sort -k1,1nr -k2 | head -5
endef
export demo

demo: all ## show the main job on the bundled corpus
	@printf '%s\n' "$$demo" | while IFS= read -r line; do \
	  printf '\n$$ %s\n\n' "$$line"; \
	  PATH="$(abspath $(B)):$$PATH" sh -c "$$line" </dev/null || [ $$? = 1 ] || exit 2; \
	done

programs: all $(test_programs)

check: programs ## pass every test; TESTS="NAME…" for some, VALGRIND="…" as a prefix
	@B='$(B)' VALGRIND='$(VALGRIND)' tests/run $(TESTS)

check-asan: $(B)/pkg.cflags ## the same with address and undefined-behaviour sanitizers
	@$(MAKE) --no-print-directory B=$(B)/asan CPPFLAGS='$(CPPFLAGS) -DARENA_MALLOC' \
	  CFLAGS='-O1 -g -fno-omit-frame-pointer $(sanitize)' LDFLAGS='$(sanitize)' check
sanitize = -fsanitize=address,undefined -fno-sanitize-recover=all

check-valgrind: $(B)/pkg.cflags ## the same under valgrind
	@$(MAKE) --no-print-directory B=$(B)/valgrind CPPFLAGS='$(CPPFLAGS) -DARENA_MALLOC' \
	  VALGRIND='$(memcheck)' check
memcheck = valgrind -q --error-exitcode=99 --leak-check=full --show-leak-kinds=definite,indirect \
	--errors-for-leak-kinds=definite,indirect --suppressions=$(CURDIR)/tests/valgrind.supp

fuzz: $(B)/pkg.cflags ## feed mutated copies to everything for SECONDS=60
	@MAKE='$(MAKE) --no-print-directory' B='$(B)/fuzz' tests/fuzz/run $(or $(SECONDS),60)

bench: all $(B)/tests/bench/time ## a table of times beside grep and git
	@B='$(B)' tests/bench/run

lint: $(B)/pkg.cflags ## format, warnings of gcc and clang as errors, headers alone, cppcheck
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

format: ## lay the sources out by .clang-format
	clang-format -i $(formatted)

clean: ## remove all that was made
	rm -rf $(B)

$(B)/scmtool: $(cli_o) $(B)/libscm.a
	$(call quiet,LINK)$(link) -o $@ $^ $(scm_libs)

$(B)/libscm.a: $(lib_o)
	@rm -f $@
	$(call quiet,AR)$(AR) rcs $@ $^

$(B)/embed: $(embed_o)
	$(call quiet,LINK)$(link) -o $@ $^ $(scm_libs)

$(B)/authority_image.c: $(B)/embed $(tables)
	$(call quiet,EMBED)$(B)/embed corpus/authority > $@

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

$(B)/tests/fuzz/replay: $(fuzz_c:%.c=$(B)/%.o) $(B)/libscm.a
	$(call quiet,LINK)$(link) -o $@ $^ $(scm_libs)

$(B)/tests/fuzz/fuzz_load: $(B)/tests/fuzz/fuzz_load.o $(B)/libscm.a
	$(call quiet,LINK)$(link) -fsanitize=fuzzer -o $@ $^ $(scm_libs)

$(B)/tests/bench/time: $(B)/tests/bench/time.o
	$(call quiet,LINK)$(link) -o $@ $^

# Asked for by the first object, never while this file is read.
$(B)/pkg.cflags: | $(filter deps,$(MAKECMDGOALS))
	@mkdir -p $(@D)
	@pkg-config --cflags $(PKGS) libxml-2.0 cmocka > $@ || { rm -f $@; \
	  echo "scmtool: build dependencies are missing: make deps" >&2; exit 2; }

# Changes where the compiler or its flags do, so that objects never mix.
$(B)/flags: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' '$(subst ','\'',$(compile) $(LDFLAGS))' | cmp -s - $@ || \
	  printf '%s\n' '$(subst ','\'',$(compile) $(LDFLAGS))' > $@

-include $(shell find $(B) -name '*.d' 2>/dev/null)
