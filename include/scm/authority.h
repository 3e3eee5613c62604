/* The authority: what the tool knows about the world.
 *
 * It holds names of bodies, agreements, exercises, places, states and policy terms;
 * officials with their terms of office; offices; series of meetings with their sides
 * and the meetings held; reporting verbs; topics of paragraphs; and the words of a
 * language.  It is embedded in the library.  Each table can be replaced, and names can
 * be added.
 */
#ifndef SCM_AUTHORITY_H
#define SCM_AUTHORITY_H

#include <stdint.h>
#include <scm/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Types of mentions, in the order in which reports show them. */
enum scm_type {
    SCM_OFFICIAL,
    SCM_ROLE,
    SCM_MECHANISM,
    SCM_AGREEMENT,
    SCM_EXERCISE,
    SCM_ORG,
    SCM_CAPABILITY,
    SCM_STATE,
    SCM_PLACE,
    SCM_DATE,
    SCM_TERM,
    SCM_NTYPES,
    SCM_PATTERN = SCM_NTYPES /* in a trend, matches of a pattern; not a type of mention */
};

/* Speech acts (Searle 1976). */
enum scm_act {
    SCM_ASSERTIVE,
    SCM_EXPRESSIVE,
    SCM_DIRECTIVE,
    SCM_COMMISSIVE,
    SCM_DECLARATION,
    SCM_NACTS
};

typedef struct scm_name {
    scm_str id; /* "NCG", "KOREAN-PENINSULA", "PRK" */
    enum scm_type type;
    scm_str class_; /* "meeting", "treaty", "city", … */
    scm_str name;   /* the full name, for display */
    int weight;     /* 0 to 9: how much its appearance or disappearance matters */
} scm_name;

/* One term of office; a person has one row per term. */
typedef struct scm_official {
    scm_str id;   /* "austin-lloyd" */
    scm_str name; /* "Lloyd J. Austin III" */
    scm_str side; /* "US", "ROK", "JPN", … */
    scm_str office;
    scm_str from, to; /* ISO day, month or year; empty: open */
} scm_official;

typedef struct scm_office {
    scm_str id; /* "us-secdef" */
    scm_str side;
    scm_str title;  /* "Secretary of Defense" */
    scm_str short_; /* "Secretary" */
} scm_office;

/* A party to meetings. */
typedef struct scm_side {
    scm_str id;        /* as used by officials and offices: a short form or an ISO code */
    scm_str state;     /* ISO 3166 alpha-3 */
    scm_str name;      /* for display */
    scm_str short_;    /* for display where space is short */
    scm_str adjective; /* used before an office */
} scm_side;

/* A series of meetings.  Lists are separated by commas. */
typedef struct scm_series {
    scm_str id;
    scm_str title;     /* name of one of its meetings */
    scm_str names;     /* ids of the names that denote one of its meetings */
    scm_str sides;     /* ids */
    scm_str heads;     /* the office that heads each side, in the order of the sides; two
                          offices of one side are joined by '+' */
    scm_str head;      /* what a summary calls the head of a side: "head", "chair" */
    scm_str companion; /* the series whose meeting reports to this one */
    scm_str reporter;  /* an office that reports to the meeting */
    scm_str subjects;  /* ids of names that all its texts mention */
    bool topics;       /* its paragraphs have topics */
} scm_series;

/* One meeting of a series. */
typedef struct scm_meeting {
    scm_str series;
    int ordinal;
    scm_str date, end; /* ISO; end is empty for a meeting of one day */
    scm_str venue;
    scm_str heads; /* ids of officials, separated by commas, in the order of the sides */
    int companion; /* ordinal, 0: none */
    scm_str companion_date;
} scm_meeting;

typedef struct scm_verb {
    scm_str lemma; /* "pledge", "express-appreciation" */
    scm_str past;  /* "pledged" */
    enum scm_act act;
    int strength; /* 1 to 5 */
} scm_verb;

typedef struct scm_topic {
    scm_str id;
    scm_str title;
} scm_topic;

typedef struct scm_authority scm_authority;

typedef struct scm_authority_options {
    const char *dir;     /* its tables replace the embedded ones; NULL: none */
    const char *lexicon; /* a table of additional names; NULL: none */
} scm_authority_options;

/* Loads the authority; without options, no file is read and nothing is parsed.
 * Returns 0, SCM_E_IO, or SCM_E_INPUT with "FILE:LINE:COLUMN: what is wrong".
 * Free with scm_authority_free. */
SCM_API int scm_authority_load(
    scm_authority **out, const scm_authority_options *options, scm_error *error);
SCM_API void scm_authority_free(scm_authority *authority);

/* The rows of the tables, in file order. */
SCM_API size_t scm_authority_names(const scm_authority *authority);
SCM_API scm_name scm_authority_name(const scm_authority *authority, size_t index);
SCM_API size_t scm_authority_officials(const scm_authority *authority);
SCM_API scm_official scm_authority_official(const scm_authority *authority, size_t index);
SCM_API size_t scm_authority_offices(const scm_authority *authority);
SCM_API scm_office scm_authority_office(const scm_authority *authority, size_t index);
SCM_API size_t scm_authority_sides(const scm_authority *authority);
SCM_API scm_side scm_authority_side(const scm_authority *authority, size_t index);
SCM_API size_t scm_authority_all_series(const scm_authority *authority);
SCM_API scm_series scm_authority_series(const scm_authority *authority, size_t index);
SCM_API size_t scm_authority_meetings(const scm_authority *authority);
SCM_API scm_meeting scm_authority_meeting(const scm_authority *authority, size_t index);
SCM_API size_t scm_authority_verbs(const scm_authority *authority);
SCM_API scm_verb scm_authority_verb(const scm_authority *authority, size_t index);
SCM_API size_t scm_authority_topics(const scm_authority *authority);
SCM_API scm_topic scm_authority_topic(const scm_authority *authority, size_t index);

/* Lookups; if nothing is found, they return false and leave *out unchanged. */
SCM_API bool scm_authority_find_name(const scm_authority *authority, scm_str id, scm_name *out);
/* Of several names with one id, such as SLV, the one of this type. */
SCM_API bool scm_authority_find_name_of(
    const scm_authority *authority, scm_str id, enum scm_type type, scm_name *out);
SCM_API bool scm_authority_find_office(
    const scm_authority *authority, scm_str id, scm_office *out);
SCM_API bool scm_authority_find_side(const scm_authority *authority, scm_str id, scm_side *out);
SCM_API bool scm_authority_find_series(
    const scm_authority *authority, scm_str id, scm_series *out);
/* Whether a mention may have this id without its text defining it: one of a table, or one
 * that all texts share ("both", "date"). */
SCM_API bool scm_authority_has_id(const scm_authority *authority, scm_str id);
/* The series that is meant by an ordinal alone: the first one with a companion. */
SCM_API bool scm_authority_main_series(const scm_authority *authority, scm_series *out);
SCM_API bool scm_authority_find_meeting(
    const scm_authority *authority, scm_str series, int ordinal, scm_meeting *out);
/* The holder of `office` on the ISO date. */
SCM_API bool scm_authority_holder(
    const scm_authority *authority, scm_str office, scm_str date, scm_official *out);
/* This person's term on the date, or otherwise the person's last term. */
SCM_API bool scm_authority_person(
    const scm_authority *authority, scm_str id, scm_str date, scm_official *out);

SCM_API const char *scm_type_name(enum scm_type type); /* "MECHANISM" */

/* The properties of a type of mention. */
typedef struct scm_type_info {
    const char *name;    /* "MECHANISM" */
    const char *heading; /* "Mechanisms" */
    float weight;        /* of a name relative to an equally rare word, in alignment */
    const char *element, *element_type; /* in TEI */
    bool counted;                       /* whether the number of its mentions is meaningful */
    bool body;                          /* whether it distinguishes a paragraph from others */
    bool full_name; /* whether it has a full name, which copies may distort */
} scm_type_info;
SCM_API scm_type_info scm_type_describe(enum scm_type type);
SCM_API const char *scm_act_name(enum scm_act act); /* "commissive" */

#ifdef __cplusplus
}
#endif
#endif
