//! The scripts of Unicode 16 under the names that `\p{Is…}` and `\p{script=…}` know.

use super::super::charset::CharSet;

/// The set of the script called `name` (long name or four-letter code), in any case.
pub(in super::super) fn script(name: &str) -> Option<CharSet> {
    let name = name.to_uppercase();
    let (long, _) = SCRIPTS
        .iter()
        .find(|(long, code)| *long == name || *code == name)?;
    if *long == "UNKNOWN" {
        // Code points without a character belong to no script, and neither do lone surrogates.
        return super::class(r"[\p{Cn}\p{Co}]").map(|set| set.union(&super::surrogates()));
    }
    super::class(&format!(r"\p{{sc={long}}}"))
}

/// Long name and code.
#[rustfmt::skip]
const SCRIPTS: &[(&str, &str)] = &[
    ("ADLAM", "ADLM"), ("AHOM", "AHOM"), ("ANATOLIAN_HIEROGLYPHS", "HLUW"), ("ARABIC", "ARAB"), ("ARMENIAN", "ARMN"), ("AVESTAN", "AVST"),
    ("BALINESE", "BALI"), ("BAMUM", "BAMU"), ("BASSA_VAH", "BASS"), ("BATAK", "BATK"), ("BENGALI", "BENG"), ("BHAIKSUKI", "BHKS"),
    ("BOPOMOFO", "BOPO"), ("BRAHMI", "BRAH"), ("BRAILLE", "BRAI"), ("BUGINESE", "BUGI"), ("BUHID", "BUHD"),
    ("CANADIAN_ABORIGINAL", "CANS"), ("CARIAN", "CARI"), ("CAUCASIAN_ALBANIAN", "AGHB"), ("CHAKMA", "CAKM"), ("CHAM", "CHAM"),
    ("CHEROKEE", "CHER"), ("CHORASMIAN", "CHRS"), ("COMMON", "ZYYY"), ("COPTIC", "COPT"), ("CUNEIFORM", "XSUX"), ("CYPRIOT", "CPRT"),
    ("CYPRO_MINOAN", "CPMN"), ("CYRILLIC", "CYRL"), ("DESERET", "DSRT"), ("DEVANAGARI", "DEVA"), ("DIVES_AKURU", "DIAK"),
    ("DOGRA", "DOGR"), ("DUPLOYAN", "DUPL"), ("EGYPTIAN_HIEROGLYPHS", "EGYP"), ("ELBASAN", "ELBA"), ("ELYMAIC", "ELYM"),
    ("ETHIOPIC", "ETHI"), ("GARAY", "GARA"), ("GEORGIAN", "GEOR"), ("GLAGOLITIC", "GLAG"), ("GOTHIC", "GOTH"), ("GRANTHA", "GRAN"),
    ("GREEK", "GREK"), ("GUJARATI", "GUJR"), ("GUNJALA_GONDI", "GONG"), ("GURMUKHI", "GURU"), ("GURUNG_KHEMA", "GUKH"), ("HAN", "HANI"),
    ("HANGUL", "HANG"), ("HANIFI_ROHINGYA", "ROHG"), ("HANUNOO", "HANO"), ("HATRAN", "HATR"), ("HEBREW", "HEBR"), ("HIRAGANA", "HIRA"),
    ("IMPERIAL_ARAMAIC", "ARMI"), ("INHERITED", "ZINH"), ("INSCRIPTIONAL_PAHLAVI", "PHLI"), ("INSCRIPTIONAL_PARTHIAN", "PRTI"),
    ("JAVANESE", "JAVA"), ("KAITHI", "KTHI"), ("KANNADA", "KNDA"), ("KATAKANA", "KANA"), ("KAWI", "KAWI"), ("KAYAH_LI", "KALI"),
    ("KHAROSHTHI", "KHAR"), ("KHITAN_SMALL_SCRIPT", "KITS"), ("KHMER", "KHMR"), ("KHOJKI", "KHOJ"), ("KHUDAWADI", "SIND"),
    ("KIRAT_RAI", "KRAI"), ("LAO", "LAOO"), ("LATIN", "LATN"), ("LEPCHA", "LEPC"), ("LIMBU", "LIMB"), ("LINEAR_A", "LINA"),
    ("LINEAR_B", "LINB"), ("LISU", "LISU"), ("LYCIAN", "LYCI"), ("LYDIAN", "LYDI"), ("MAHAJANI", "MAHJ"), ("MAKASAR", "MAKA"),
    ("MALAYALAM", "MLYM"), ("MANDAIC", "MAND"), ("MANICHAEAN", "MANI"), ("MARCHEN", "MARC"), ("MASARAM_GONDI", "GONM"),
    ("MEDEFAIDRIN", "MEDF"), ("MEETEI_MAYEK", "MTEI"), ("MENDE_KIKAKUI", "MEND"), ("MEROITIC_CURSIVE", "MERC"),
    ("MEROITIC_HIEROGLYPHS", "MERO"), ("MIAO", "PLRD"), ("MODI", "MODI"), ("MONGOLIAN", "MONG"), ("MRO", "MROO"), ("MULTANI", "MULT"),
    ("MYANMAR", "MYMR"), ("NABATAEAN", "NBAT"), ("NAG_MUNDARI", "NAGM"), ("NANDINAGARI", "NAND"), ("NEWA", "NEWA"),
    ("NEW_TAI_LUE", "TALU"), ("NKO", "NKOO"), ("NUSHU", "NSHU"), ("NYIAKENG_PUACHUE_HMONG", "HMNP"), ("OGHAM", "OGAM"),
    ("OLD_HUNGARIAN", "HUNG"), ("OLD_ITALIC", "ITAL"), ("OLD_NORTH_ARABIAN", "NARB"), ("OLD_PERMIC", "PERM"), ("OLD_PERSIAN", "XPEO"),
    ("OLD_SOGDIAN", "SOGO"), ("OLD_SOUTH_ARABIAN", "SARB"), ("OLD_TURKIC", "ORKH"), ("OLD_UYGHUR", "OUGR"), ("OL_CHIKI", "OLCK"),
    ("OL_ONAL", "ONAO"), ("ORIYA", "ORYA"), ("OSAGE", "OSGE"), ("OSMANYA", "OSMA"), ("PAHAWH_HMONG", "HMNG"), ("PALMYRENE", "PALM"),
    ("PAU_CIN_HAU", "PAUC"), ("PHAGS_PA", "PHAG"), ("PHOENICIAN", "PHNX"), ("PSALTER_PAHLAVI", "PHLP"), ("REJANG", "RJNG"),
    ("RUNIC", "RUNR"), ("SAMARITAN", "SAMR"), ("SAURASHTRA", "SAUR"), ("SHARADA", "SHRD"), ("SHAVIAN", "SHAW"), ("SIDDHAM", "SIDD"),
    ("SIGNWRITING", "SGNW"), ("SINHALA", "SINH"), ("SOGDIAN", "SOGD"), ("SORA_SOMPENG", "SORA"), ("SOYOMBO", "SOYO"),
    ("SUNDANESE", "SUND"), ("SUNUWAR", "SUNU"), ("SYLOTI_NAGRI", "SYLO"), ("SYRIAC", "SYRC"), ("TAGALOG", "TGLG"), ("TAGBANWA", "TAGB"),
    ("TAI_LE", "TALE"), ("TAI_THAM", "LANA"), ("TAI_VIET", "TAVT"), ("TAKRI", "TAKR"), ("TAMIL", "TAML"), ("TANGSA", "TNSA"),
    ("TANGUT", "TANG"), ("TELUGU", "TELU"), ("THAANA", "THAA"), ("THAI", "THAI"), ("TIBETAN", "TIBT"), ("TIFINAGH", "TFNG"),
    ("TIRHUTA", "TIRH"), ("TODHRI", "TODR"), ("TOTO", "TOTO"), ("TULU_TIGALARI", "TUTG"), ("UGARITIC", "UGAR"), ("UNKNOWN", "ZZZZ"),
    ("VAI", "VAII"), ("VITHKUQI", "VITH"), ("WANCHO", "WCHO"), ("WARANG_CITI", "WARA"), ("YEZIDI", "YEZI"), ("YI", "YIII"),
    ("ZANABAZAR_SQUARE", "ZANB"),
];
