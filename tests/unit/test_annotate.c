/* Tests of src/annotate: who and what is tagged in short made-up texts, with
 * which span, id and value, and what is not. */
#include "annotated.h"

#define NAMES                                                                                  \
    (BIT(SCM_MECHANISM) | BIT(SCM_AGREEMENT) | BIT(SCM_EXERCISE) | BIT(SCM_ORG) |              \
        BIT(SCM_CAPABILITY))

/* Roles and who they stand for at that meeting. */
#define US "us-secdef=mattis-james "
#define ROK "rok-mnd=jeong-kyeong-doo "
#define BOTH "both=mattis-james,jeong-kyeong-doo "

static const struct row TITLED[] = {
    {"Secretary of Defense James N. Mattis spoke.",
        "mattis-james Secretary of Defense James N. Mattis"},
    {"U.S. Defense Secretary Jim Mattis spoke.", "mattis-james Defense Secretary Jim Mattis"},
    {"Secretary Mattis spoke to Minister Jeong.",
        "mattis-james Secretary Mattis ; jeong-kyeong-doo Minister Jeong"},
    {"Minister of National Defense Jeong Kyeong Doo spoke.",
        "jeong-kyeong-doo Minister of National Defense Jeong Kyeong Doo"},
    {"Defense Minister Jeong Kyeongdoo spoke.",
        "jeong-kyeong-doo Defense Minister Jeong Kyeongdoo"},
    {"Minister JEONG Kyeong-doo spoke.", "jeong-kyeong-doo Minister JEONG Kyeong-doo"},
    {"Minister Jeong, Kyeong-doo spoke.", "jeong-kyeong-doo Minister Jeong, Kyeong-doo"},
    {"Minister Jung Kyung-doo spoke.", "jeong-kyeong-doo Minister Jung Kyung-doo"},
    {"Secretary Matis spoke.", "mattis-james Secretary Matis"},
    {"Former Secretary Panetta spoke.", "panetta-leon Secretary Panetta"},
    {"Secretary Panetta of the U.S. spoke to Minister Jeong.",
        "panetta-leon Secretary Panetta ; jeong-kyeong-doo Minister Jeong"},
    {"General Park Han-Ki, Chairman of the Joint Chiefs of Staff, spoke.",
        "park-han-ki General Park Han-Ki, Chairman of the Joint Chiefs of Staff"},
    {"Chairman of the Joint Chiefs of Staff General Joseph F. Dunford, Jr. spoke.",
        "dunford-joseph Chairman of the Joint Chiefs of Staff General Joseph F. Dunford, Jr."},
    {"Chairman of the Joint Chiefs of Staff, General Joseph Dunford, spoke.",
        "dunford-joseph Chairman of the Joint Chiefs of Staff, General Joseph Dunford"},
    {"Gen. Vincent K. Brooks, Commander, spoke.",
        "brooks-vincent Gen. Vincent K. Brooks, Commander"},
    {"CFC Commander General Vincent Brooks spoke.",
        "brooks-vincent Commander General Vincent Brooks"},
    {"Vincent K. Brooks spoke.", "brooks-vincent Vincent K. Brooks"},
    {"The words of Secretary Mattis’s staff were plain.", "mattis-james Secretary Mattis"},
    {"President Moon Jae-in and President Donald J. Trump sat.",
        "moon-jae-in President Moon Jae-in ; trump-donald President Donald J. Trump"},
    {"Secretary of War James Mattis spoke.", "mattis-james Secretary of War James Mattis"},
    {"General Joe Dunford and General Park sat.",
        "dunford-joseph General Joe Dunford ; park-han-ki General Park"},
};
TEST(officials_with_titles, mentions, BIT(SCM_OFFICIAL), TITLED)

static const struct row UNLISTED[] = {
    {"Under Secretary of Defense for Policy Marrick Vale came.",
        "vale-marrick Under Secretary of Defense for Policy Marrick Vale"},
    {"Vice Admiral Oona Tresk came, and Admiral Tresk left.",
        "tresk-oona Vice Admiral Oona Tresk ; tresk-oona Admiral Tresk"},
    {"Dr. Hollis B. Quenby Jr. came.", "quenby-hollis Dr. Hollis B. Quenby Jr."},
    {"Dr. Hollis B. Quenby III and Ms. Ada Wren came.",
        "quenby-hollis Dr. Hollis B. Quenby III ; wren-ada Ms. Ada Wren"},
    {"Lt. Gen. Orrin Pask came.", "pask-orrin Lt. Gen. Orrin Pask"},
    {"Colonel Gong, Bo Ram came.", "gong-bo-ram Colonel Gong, Bo Ram"},
    {"Lieutenant General Hong, Gil Dong came.",
        "hong-gil-dong Lieutenant General Hong, Gil Dong"},
    {"Vice Minister Noh Ha-neul came.", "noh-ha-neul Vice Minister Noh Ha-neul"},
    {"Brigadier General Noh Ha Neul came.", "noh-ha-neul Brigadier General Noh Ha Neul"},
    {"Vice Minister Noh Ha-neul came; Dr. Noh Haneul left.",
        "noh-ha-neul Vice Minister Noh Ha-neul ; noh-ha-neul Dr. Noh Haneul"},
    {"Professor Dalgi Seo-yun came.", "dalgi-seo-yun Professor Dalgi Seo-yun"},
    {"Spokesperson Byun Sol-a came.", "byun-sol-a Spokesperson Byun Sol-a"},
    {"Mr. Ferris O'Dell came.", "odell-ferris Mr. Ferris O'Dell"},
    {"Mr. Ferris O’Dell came.", "odell-ferris Mr. Ferris O’Dell"},
    {"Vice Minister Tanaka Haruto came.", "tanaka-haruto Vice Minister Tanaka Haruto"},
    {"Rear Admiral Ines Corvo, Deputy Commander, came.",
        "corvo-ines Rear Admiral Ines Corvo, Deputy Commander"},
    {"Ambassador Corwin Latch and Captain Una Brill came.",
        "latch-corwin Ambassador Corwin Latch ; brill-una Captain Una Brill"},
    {"Assistant Secretaries Bram Smith, Odile Jones, and Lee Su-hyang came.",
        "smith-bram Assistant Secretaries Bram Smith ; jones-odile Odile Jones ; lee-su-hyang "
        "Lee Su-hyang"},
    {"Ministers Bram Smith and Odile Jones came.",
        "smith-bram Ministers Bram Smith ; jones-odile Odile Jones"},
    {"Senators Ada Wren and Una Brill came.",
        "wren-ada Senators Ada Wren ; brill-una Una Brill"},
    {"His Excellency Corwin Latch came.", "latch-corwin His Excellency Corwin Latch"},
    {"Foreign Minister Ro Dam of the Republic of Korea came.",
        "ro-dam Foreign Minister Ro Dam"},
    {"Secretary of the Navy Pell Anders came.",
        "anders-pell Secretary of the Navy Pell Anders"},
    {"Vice Minister Mori Kenta of Japan came.", "mori-kenta Vice Minister Mori Kenta"},
    {"Deputy Ministers Ok Da-som, Pell Anders and Una Brill came.",
        "ok-da-som Deputy Ministers Ok Da-som ; anders-pell Pell Anders ; brill-una Una Brill"},
    {"Generals Orrin Pask and Ada Wren came.",
        "pask-orrin Generals Orrin Pask ; wren-ada Ada Wren"},
    {"Under Secretary Marrick Vale came. Mr. Vale left.",
        "vale-marrick Under Secretary Marrick Vale ; vale-marrick Mr. Vale"},
    {"Professor Adaeze Okoro-Lindt came.", "adaeze-okoro-lindt Professor Adaeze Okoro-Lindt"},
    {"Marrick Vale, Under Secretary of Defense for Policy, came.",
        "vale-marrick Marrick Vale, Under Secretary of Defense for Policy"},
};
TEST(unlisted_officials, mentions, BIT(SCM_OFFICIAL), UNLISTED)

static const struct row NO_OFFICIALS[] = {
    {"The Secretary and the Minister spoke.", ""},
    {"A general strike was called by the press secretary.", ""},
    {"The Minister of Fisheries was away.", ""},
    {"The defense ministers of the region met.", ""},
    {"Captain and crew came home. They slept.", ""},
    {"The major Harbor Watch Group event was late.", ""},
    {"General agreement was reached by all.", ""},
    {"The President spoke. Korea listened.", ""},
};
TEST(what_is_no_official, mentions, BIT(SCM_OFFICIAL), NO_OFFICIALS)

static const struct row ROLES[] = {
    {"The Secretary and the Minister sat.", US "The Secretary ; " ROK "the Minister"},
    {"The Minister thanked the Secretary.", ROK "The Minister ; " US "the Secretary"},
    {"The two leaders sat.", BOTH "The two leaders"},
    {"Both sides sat, and so did both leaders.", BOTH "Both sides ; " BOTH "both leaders"},
    {"The two sides and the leaders sat.", BOTH "The two sides ; " BOTH "the leaders"},
    {"Each side sat.", BOTH "Each side"},
    {"The two Ministers sat.", BOTH "The two Ministers"},
    {"Both Ministers sat.", BOTH "Both Ministers"},
    {"The two parties sat.", BOTH "The two parties"},
    {"The two defense ministers sat.", BOTH "The two defense ministers"},
    {"The leaders of the two countries sat.", BOTH "The leaders of the two countries"},
    {"The U.S. side sat.", US "The U.S. side"},
    {"The ROK side sat.", ROK "The ROK side"},
    {"The Korean side thanked the American side.",
        ROK "The Korean side ; " US "the American side"},
    {"The CFC Commander sat.", "cfc-commander=brooks-vincent The CFC Commander"},
    {"They saw the Commander of the Combined Forces Command.",
        "cfc-commander=brooks-vincent the Commander of the Combined Forces Command"},
    {"The President of the United States sat.",
        "us-president=trump-donald The President of the United States"},
    {"They saw the President of the Republic of Korea.",
        "rok-president=moon-jae-in the President of the Republic of Korea"},
    {"The U.S. President thanked the Korean President.",
        "us-president=trump-donald The U.S. President ; rok-president=moon-jae-in the Korean "
        "President"},
    {"The U.S. Chairman of the Joint Chiefs of Staff sat.",
        "us-cjcs=dunford-joseph The U.S. Chairman of the Joint Chiefs of Staff"},
    {"They saw the ROK Chairman of the Joint Chiefs of Staff.",
        "rok-cjcs=park-han-ki the ROK Chairman of the Joint Chiefs of Staff"},
    {"The Secretary of State and the Minister sat.",
        US "The Secretary of State ; " ROK "the Minister"},
    {"The Secretary’s words pleased the Minister.", US "The Secretary ; " ROK "the Minister"},
    {"The Secretary of Defense and the Minister of National Defense sat.",
        US "The Secretary of Defense ; " ROK "the Minister of National Defense"},
};
TEST(roles, mentions, BIT(SCM_ROLE), ROLES)

static const struct row NO_ROLES[] = {
    {"The defense ministers of the region met.", ""},
    {"Industry leaders and a secretary met.", ""},
    {"Secretary Mattis thanked Minister Jeong.", ""},
    {"Lamps stood on both sides of the channel.", ""},
    {"The two sides of the harbor were dark.", ""},
    {"The leaders of the fishing villages were heard.", ""},
    {"Minister-level talks and ministers met.", ""},
    {"The Secretary-General spoke.", ""},
    {"The secretariat met.", ""},
    {"The ministerial meeting began.", ""},
    {"The Minister of Fisheries was away.", ""},
    {"The two countries and both governments agree.", ""},
    {"Each country has its own view.", ""},
    {"Either coast may freeze.", ""},
    {"The two sides of the coin differ.", ""},
    {"Business leaders, both old and young, met.", ""},
};
TEST(what_is_no_role, mentions, BIT(SCM_ROLE), NO_ROLES)

static const struct row DEFINITIONS[] = {
    {"The Harbor Watch Group (HWG) met. The HWG left.",
        "HWG Harbor Watch Group ; HWG HWG ; HWG HWG"},
    {"The HWG (Harbor Watch Group) met. The HWG left.",
        "HWG HWG ; HWG Harbor Watch Group ; HWG HWG"},
    {"They founded the Harbor Watch Group (HWG).", "HWG Harbor Watch Group ; HWG HWG"},
    {"They praised and read the Harbor Logistics Arrangement (HLA).",
        "HLA Harbor Logistics Arrangement ; HLA HLA"},
    {"Reef Patrol Working Groups (RPWGs) met. The RPWGs left. An RPWG stayed.",
        "RPWG Reef Patrol Working Groups ; RPWG RPWGs ; RPWG RPWGs ; RPWG RPWG"},
    {"The Tidal Cooperation Dialogue (TCD) met. The TCD’s chair left.",
        "TCD Tidal Cooperation Dialogue ; TCD TCD ; TCD TCD"},
    {"The Tidal Security Dialogue (TSD) met. The TSD left.",
        "TSD Tidal Security Dialogue ; TSD TSD ; TSD TSD"},
    {"The Joint ROK-U.S. Tide Monitoring Group (JTMG) met.",
        "JTMG Joint ROK-U.S. Tide Monitoring Group ; JTMG JTMG"},
    {"The U.S.-ROK Beacon Maintenance Accord (BMA) holds.",
        "BMA Beacon Maintenance Accord ; BMA BMA"},
    {"The Beacon Maintenance Accord (“BMA”) holds. The BMA is old.",
        "BMA Beacon Maintenance Accord ; BMA BMA ; BMA BMA"},
    {"The Framework for Open Harbor Lights (FOHL) is new.",
        "FOHL Framework for Open Harbor Lights ; FOHL FOHL"},
    {"The Combined Littoral Command (CLC) moved.", "CLC Combined Littoral Command ; CLC CLC"},
    {"Admiral Corvo is Commander of the Combined Littoral Command (CLC).",
        "CLC Combined Littoral Command ; CLC CLC"},
    {"The 12th Tide Council Meeting (TCM) met. The 13th TCM is next.",
        "TCM=12 Tide Council Meeting ; TCM=12 TCM ; TCM=13 13th TCM"},
    {"Coastal Lantern Training 18 (CLT 18) ran. CLT 19 is next.",
        "CLT=18 Coastal Lantern Training 18 ; CLT=18 CLT 18 ; CLT=19 CLT 19"},
    {"The 18-2 Coastal Lantern Training (CLT) ran.",
        "CLT=18-2 18-2 Coastal Lantern Training ; CLT=18-2 CLT"},
    {"The Security Consultative Meeting (SCM) met.",
        "SCM Security Consultative Meeting ; SCM SCM"},
    {"The Security and Consultation Meeting (SCM) met.",
        "SCM Security and Consultation Meeting ; SCM SCM"},
    {"The Nightjar Coastal Radar System (NCRS) turned. The NCRS stopped.",
        "NCRS Nightjar Coastal Radar System ; NCRS NCRS ; NCRS NCRS"},
    {"The DSC Table-top Exercise (TTX) ran. The TTX ended.",
        "DSC-TTX DSC Table-top Exercise ; DSC-TTX TTX ; DSC-TTX TTX"},
    {"A Table-top Exercise (TTX) ran.", "TTX Table-top Exercise ; TTX TTX"},
    {"Both will use the Lamp Oil Supply Mechanism (LOSM) and the Reef Data Roadmap (RDR).",
        "LOSM Lamp Oil Supply Mechanism ; LOSM LOSM ; RDR Reef Data Roadmap ; RDR RDR"},
    {"The Signal Flag Interoperability Board (SFIB) met. The SFIB left.",
        "SFIB Signal Flag Interoperability Board ; SFIB SFIB ; SFIB SFIB"},
    {"The Agreement on Night Pilotage (ANP) holds. The ANP is old.",
        "ANP Agreement on Night Pilotage ; ANP ANP ; ANP ANP"},
};
TEST(definitions, mentions, NAMES, DEFINITIONS)

static const struct row NO_DEFINITIONS[] = {
    {"He sailed three nautical miles (NM) to the north.", ""},
    {"The boats of the fishing villages (see Annex) came home.", ""},
    {"Coal (C) and iron (Fe) are banned.", ""},
    {"The tide was high (and late). The HWG was not named.", ""},
    {"A small working group (wg) met.", ""},
    {"The crew of twelve (12) slept.", ""},
};
TEST(what_is_no_definition, mentions, NAMES, NO_DEFINITIONS)

static const struct row COINED[] = {
    {"They founded a Beacon Coordination Committee.",
        "BEACON-COORDINATION-COMMITTEE Beacon Coordination Committee"},
    {"The U.S.-ROK Lantern Council met.", "LANTERN-COUNCIL Lantern Council"},
    {"The ROK-U.S. Coastal Cyber Cooperation Strategy is new.",
        "COASTAL-CYBER-COOPERATION-STRATEGY Coastal Cyber Cooperation Strategy"},
    {"The 2016 Kestrel Point Declaration holds.",
        "KESTREL-POINT-DECLARATION Kestrel Point Declaration"},
    {"The Kestrel Point Declaration’s map is old.",
        "KESTREL-POINT-DECLARATION Kestrel Point Declaration"},
    {"The Kestrel Point Declaration's map is old.",
        "KESTREL-POINT-DECLARATION Kestrel Point Declaration"},
    {"The Third Annual Estuary Forum met.", "ESTUARY-FORUM=3 Estuary Forum"},
    {"The 7th ROK-U.S. Estuary Forum met.", "ESTUARY-FORUM=7 Estuary Forum"},
    {"The Plan for Safe Harbors is new.", "PLAN-FOR-SAFE-HARBORS Plan for Safe Harbors"},
    {"They read the Guidelines for Tidal Data Exchange twice.",
        "GUIDELINES-FOR-TIDAL-DATA-EXCHANGE Guidelines for Tidal Data Exchange"},
    {"A Memorandum of Understanding on Harbor Pilotage is due.",
        "MEMORANDUM-OF-UNDERSTANDING-ON-HARBOR-PILOTAGE Memorandum of Understanding on Harbor "
        "Pilotage"},
    {"The Anchorage Access Accord with the Republic of Korea holds.",
        "ANCHORAGE-ACCESS-ACCORD Anchorage Access Accord"},
    {"The Seabed Sensor Agreement between the United States and the Republic of Korea holds.",
        "SEABED-SENSOR-AGREEMENT Seabed Sensor Agreement"},
    {"The Harbor Vision 2030 is new.", "HARBOR-VISION-2030 Harbor Vision 2030"},
    {"The Harbor Lamp Working Groups met.",
        "HARBOR-LAMP-WORKING-GROUPS Harbor Lamp Working Groups"},
    {"The Silent Tern Exercise ran.", "SILENT-TERN-EXERCISE Silent Tern Exercise"},
    {"The Resilient Harbors Charter and the Lantern Council are old.",
        "RESILIENT-HARBORS-CHARTER Resilient Harbors Charter ; LANTERN-COUNCIL Lantern "
        "Council"},
    {"The Ministry of Tidal Affairs moved.",
        "MINISTRY-OF-TIDAL-AFFAIRS Ministry of Tidal Affairs"},
    {"The Coastal Signals Command moved.", "COASTAL-SIGNALS-COMMAND Coastal Signals Command"},
    {"A Tide Watch Initiative against North Korean smugglers began.",
        "TIDE-WATCH-INITIATIVE Tide Watch Initiative"},
    {"In the Blue Lantern Summit they sat.", "BLUE-LANTERN-SUMMIT Blue Lantern Summit"},
    {"The Port Ellery Joint Statement is short.",
        "PORT-ELLERY-JOINT-STATEMENT Port Ellery Joint Statement"},
    {"The Harbor and Reef Dialogue met.", "HARBOR-AND-REEF-DIALOGUE Harbor and Reef Dialogue"},
    {"The Night Lamp Committee, the Tide Council, and the Reef Forum met.",
        "NIGHT-LAMP-COMMITTEE Night Lamp Committee ; TIDE-COUNCIL Tide Council ; REEF-FORUM "
        "Reef Forum"},
    {"The Lamp Keepers’ Council of the Republic of Korea met.",
        "LAMP-KEEPERS-COUNCIL Lamp Keepers’ Council"},
    {"The Quartz Harbor Initiative, launched in 2017, goes on.",
        "QUARTZ-HARBOR-INITIATIVE Quartz Harbor Initiative"},
    {"The 2nd and 3rd Estuary Forums met.", "ESTUARY-FORUMS=3 Estuary Forums"},
    {"Exercise Copper Gull ran.", "COPPER-GULL Exercise Copper Gull"},
    {"The Secretary praised the Copper Gull Drill.", "COPPER-GULL-DRILL Copper Gull Drill"},
    {"The Guidelines for the Care of Lamps of 2016 hold.",
        "GUIDELINES-FOR-THE-CARE-OF-LAMPS Guidelines for the Care of Lamps"},
};
TEST(coined_names, mentions, NAMES, COINED)

static const struct row NO_NAMES[] = {
    {"A working group of pilots met.", ""},
    {"The Committee met, and the Group left.", ""},
    {"This Meeting was short.", ""},
    {"The annual dialogue and a new strategy were praised.", ""},
    {"Both sides praised the Alliance and the combined exercises.", ""},
    {"The study of harbor lights goes on.", ""},
    {"The Working Group met.", ""},
    {"Peacekeepers (PKO) wore masks against COVID-19.", ""},
    {"The Joint Committee met.", ""},
    {"The ministry moved to a new plan.", ""},
    {"They agreed in Group and in private.", ""},
    {"The Agreement was read.", ""},
};
TEST(what_is_no_name, mentions, NAMES, NO_NAMES)

static const struct row NUMBERED[] = {
    {"The 51st SCM is next.", "SCM=51 51st SCM"},
    {"The 51st Security Consultative Meeting is next.", "SCM=51 Security Consultative Meeting"},
    {"The 44th ROK-U.S. Military Committee Meeting is next.",
        "MCM=44 Military Committee Meeting"},
    {"The SCM’s and MCMs’ papers were read.", "SCM SCM ; MCM MCMs"},
    {"UFS 23 ran.", "UFS=23 UFS 23"},
    {"Ulchi Freedom Guardian 17 ran.", "UFG=17 Ulchi Freedom Guardian 17"},
    {"The 20-2 Combined Command Post Training ran.",
        "CCPT=20-2 20-2 Combined Command Post Training"},
    {"The 21-1 and 21-2 CCPT ran.", "CCPT=21-1 21-1 ; CCPT=21-2 21-2 CCPT"},
    {"The SCM of 50 people sat.", "SCM SCM"},
    {"The 3rd day of the SCM was long.", "SCM SCM"},
    {"The two SCMs met.", "SCM SCMs"},
};
TEST(editions_and_ordinals, mentions, NAMES, NUMBERED)

static const struct row LISTED[] = {
    {"The U.S.-ROK Mutual Defense Treaty holds.", "MDT Mutual Defense Treaty"},
    {"U.S. Forces Korea (USFK) moved.", "USFK U.S. Forces Korea ; USFK USFK"},
    {"United Nations Security Council Resolutions 2375 and 2397 bind.",
        "UNSCR United Nations Security Council Resolutions 2375 and 2397"},
    {"UNSCR 2397 binds.", "UNSCR UNSCR 2397"},
    {"Special Measures Agreement No. 9 holds.", "SMA Special Measures Agreement No. 9"},
    {"The armistice agreement and Armistice Agreement hold.",
        "ARMISTICE armistice agreement ; ARMISTICE Armistice Agreement"},
    {"The wartime OPCON transition and COTP Change One wait.",
        "OPCON wartime OPCON transition ; COTP COTP Change One"},
    {"OPLANs and operational plans wait.", "OPLAN OPLANs ; OPLAN operational plans"},
    {"THAAD and SSBNs stood.", "THAAD THAAD ; SSBN SSBNs"},
    {"The Camp Humphreys gate in Pyeongtaek opened.",
        "CAMP-HUMPHREYS Camp Humphreys ; PYEONGTAEK Pyeongtaek"},
    {"Washington, D.C., was cold.", "WASHINGTON-DC Washington, D.C."},
    {"The Northern Limit Line (NLL) holds.", "NLL Northern Limit Line ; NLL NLL"},
    {"The DPRK, Japan, Russian and Chinese boats sailed.",
        "PRK DPRK ; JPN Japan ; RUS Russian ; CHN Chinese"},
    {"The U.S.-ROK-Japan boats sailed.", "JPN Japan"},
    {"The Democratic People's Republic of Korea answered.",
        "PRK Democratic People's Republic of Korea"},
    {"The Indo-Pacific and the Korean peninsula are wide.",
        "INDO-PACIFIC Indo-Pacific ; KOREAN-PENINSULA Korean peninsula"},
    {"The United States, the ROK and South Korea agree.", ""},
    {"The Alliance and the Peninsula are calm.", ""},
    {"A turkey ran; the guinea pig did not, nor the china cup.", ""},
    {"Camp Wexcombe is small.", "CAMP-WEXCOMBE Camp Wexcombe"},
    {"The Selwyn Strait is narrow.", "SELWYN-STRAIT Selwyn Strait"},
    {"Halloran Air Base is quiet.", "HALLORAN-AIR-BASE Halloran Air Base"},
    {"The campfire and the straits are ours.", ""},
    {"Fort Brannick and Port Tessaly lie by the Sea of Merrow.",
        "FORT-BRANNICK Fort Brannick ; PORT-TESSALY Port Tessaly ; SEA-OF-MERROW Sea of "
        "Merrow"},
    {"Osker Garrison and Lindow Island are quiet.",
        "OSKER-GARRISON Osker Garrison ; LINDOW-ISLAND Lindow Island"},
    {"The port and the fort are ours; this Island is not.", ""},
};
TEST(listed_names, mentions, ALL, LISTED)

static const struct row LONGEST[] = {
    {"The Japan Self-Defense Forces moved.", "JSDF Japan Self-Defense Forces"},
    {"The Camp David Summit was held.", "CAMP-DAVID-SUMMIT Camp David Summit"},
    {"The ROK Strategic Command moved.", "ROK-STRATCOM ROK Strategic Command"},
    {"The Seoul Tide Declaration holds.", "SEOUL-TIDE-DECLARATION Seoul Tide Declaration"},
    {"The SOFA Joint Committee met about the SOFA.",
        "SOFA-JOINT-COMMITTEE SOFA Joint Committee ; SOFA SOFA"},
    {"The U.S. Indo-Pacific Command moved to the Indo-Pacific.",
        "INDOPACOM U.S. Indo-Pacific Command ; INDO-PACIFIC Indo-Pacific"},
    {"The Future Combined Forces Command and the Combined Forces Command moved.",
        "F-CFC Future Combined Forces Command ; CFC Combined Forces Command"},
    {"The Panmunjom Declaration was signed in Panmunjom.",
        "PANMUNJOM-DECLARATION Panmunjom Declaration ; PANMUNJOM Panmunjom"},
};
TEST(names_do_not_overlap, mentions, ALL, LONGEST)

static const struct row TERMS[] = {
    {"The denuclearization of the Korean Peninsula is far.",
        "DENUCLEARIZATION-OF-THE-KOREAN-PENINSULA denuclearization of the Korean Peninsula ; "
        "KOREAN-PENINSULA Korean Peninsula"},
    {"Peace and stability in the Taiwan Strait matter.",
        "PEACE-IN-THE-TAIWAN-STRAIT Peace and stability in the Taiwan Strait ; TAIWAN-STRAIT "
        "Taiwan Strait"},
    {"Extended deterrence is ironclad.",
        "EXTENDED-DETERRENCE Extended deterrence ; IRONCLAD ironclad"},
    {"A free and open Indo-Pacific is near.",
        "FREE-AND-OPEN-INDO-PACIFIC free and open Indo-Pacific ; INDO-PACIFIC Indo-Pacific"},
    {"The deterrence of gulls and the shared lamp matter.", ""},
};
TEST(terms_overlap_names, mentions, ALL | BIT(SCM_TERM), TERMS)

/* What a text says of its own meeting. */
struct stated {
    const char *text, *expected; /* "61 2019-11-02 Busan" */
};

static const struct stated STATED[] = {
    {"Joint Communiqué\n\n1. The 61st Security Consultative Meeting (SCM) was held in Busan, "
     "ROK, on November 2, 2019. On November 1, 2019, the 40th Military Committee Meeting (MCM) "
     "was held in Jeju.\n\n2. Both sides gave thanks.\n",
        "61 2019-11-02 Busan"},
    {"1. On December 4, 2018, the 63rd Security Consultation Meeting was held in Washington, "
     "D.C. The 2 ministers of the 47th MCM of December 3, 2018 came too.\n",
        "63 2018-12-04 Washington, D.C."},
    {"1. The 64th SCM was held on October 7-8, 1999, in Jeju, Republic of Korea.\n",
        "64 1999-10-07 Jeju"},
    {"1. Jeju was the venue of the 65th Security Consultative Meeting on May 2, 2000.\n",
        "65 2000-05-02 Jeju"},
    {"1. THE FOURTEENTH ANNUAL SECURITY CONSULTATIVE MEETING WAS HELD IN SEOUL ON MARCH 31, "
     "1982.\n",
        "14 1982-03-31 SEOUL"},
    {"The 66th SCM was to come, a fact sheet said.\n\nDuring the 67th Security Consultative "
     "Meeting on November 2, 2031, they spoke of it.\n",
        "66  "},
    /* Of a companion the table says when it was, where the text does not. */
    {"1. The 47th Military Committee Meeting of the Harbor Board was over soon, they said.\n",
        "0 2022-10-19 "},
};

static void test_stated_meeting(void **state)
{
    size_t wrong = 0;
    (void)state;
    for (size_t i = 0; i < sizeof STATED / sizeof *STATED; i++) {
        scm_document *d;
        scm_annotations *n;
        arena *a = arena_new();
        assert_int_equal(scm_document_parse(&d, str_of(STATED[i].text), NULL, NULL), SCM_OK);
        assert_int_equal(scm_annotate(&n, d, authority, NULL, NULL), SCM_OK);
        str got =
            str_printf(a, "%d %.*s %.*s", n->meeting, SCM_STR(n->date), SCM_STR(n->venue));
        if (!str_eq(got, str_of(STATED[i].expected))) {
            print_error("%s    got: %.*s\n", STATED[i].text, SCM_STR(got));
            wrong++;
        }
        scm_annotations_free(n);
        scm_document_free(d);
        arena_free(a);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_stated_meeting),
        cmocka_unit_test(officials_with_titles),
        cmocka_unit_test(unlisted_officials),
        cmocka_unit_test(what_is_no_official),
        cmocka_unit_test(roles),
        cmocka_unit_test(what_is_no_role),
        cmocka_unit_test(definitions),
        cmocka_unit_test(what_is_no_definition),
        cmocka_unit_test(coined_names),
        cmocka_unit_test(what_is_no_name),
        cmocka_unit_test(editions_and_ordinals),
        cmocka_unit_test(listed_names),
        cmocka_unit_test(names_do_not_overlap),
        cmocka_unit_test(terms_overlap_names),
    };
    return cmocka_run_group_tests(tests, load_authority, free_authority);
}
