//! `java.util.Locale`.

use crate::java::args::{array, class_cast, give, ok, throw, unavailable};
use crate::java::format::locale::Locale;
use crate::java::member::{Call, Members, f, p};
use crate::java::object::JavaObject;
use crate::java::signature::{BOOL, INT, OBJECT, STRING, array_of, class};
use crate::value::fault::Outcome;
use crate::value::{ClassId, ClassRef, Value};

const LOCALE: ClassRef = ClassRef::of(ClassId::LOCALE);
const SET: ClassRef = class("java.util.Set");

#[rustfmt::skip]
pub(in crate::java) static MEMBERS: Members = Members::of(ClassId::LOCALE).methods(&[
    p("getLanguage", STRING, |_, t, _| Ok(Value::Str(locale(t)?.language())), "the code of the language"),
    p("getScript", STRING, |_, t, _| Ok(Value::Str(locale(t)?.script())), "the code of the script"),
    p("getCountry", STRING, |_, t, _| Ok(Value::Str(locale(t)?.country())), "the code of the country"),
    p("getVariant", STRING, |_, t, _| Ok(Value::Str(locale(t)?.variant())), "the variant"),
    p("getDisplayLanguage", STRING, |_, t, _| Ok(Value::Str(locale(t)?.display_language())), "the name of the language"),
    p("getDisplayScript", STRING, |_, t, _| Ok(Value::Str(locale(t)?.display_script())), "the name of the script"),
    p("getDisplayCountry", STRING, |_, t, _| Ok(Value::Str(locale(t)?.display_country())), "the name of the country"),
    p("getDisplayVariant", STRING, |_, t, _| Ok(Value::Str(locale(t)?.variant())), "the name of the variant"),
    p("getDisplayName", STRING, |c, t, _| give(c, locale(t)?.display_name()), "the name of the locale"),
    p("getISO3Language", STRING, |_, t, _| three_letters(LANGUAGES, locale(t)?.language()), "the code of the language in three letters"),
    p("getISO3Country", STRING, |_, t, _| three_letters(COUNTRIES, locale(t)?.country()), "the code of the country in three letters"),
    p("toLanguageTag", STRING, |c, t, _| give(c, language_tag(locale(t)?)), "the locale as BCP 47 writes it"),
    p("toString", STRING, |c, t, _| give(c, locale(t)?.text()), "language, country, variant, script"),
    p("hashCode", INT, |_, t, _| ok(locale(t)?.hash_code()), "a number that equal locales share"),
    p("clone", OBJECT, |_, t, _| Ok(t), "the locale itself"),
    p("stripExtensions", LOCALE, |_, t, _| Ok(t), "the locale without extensions; it has none"),
    p("hasExtensions", BOOL, |_, _, _| ok(false), "whether there are extensions"),
    p("getExtensionKeys", SET, |c, _, _| c.arena.list(ClassId::EMPTY_SET, &[]), "the keys of extensions"),
    p("getUnicodeLocaleAttributes", SET, |c, _, _| c.arena.list(ClassId::EMPTY_SET, &[]), "the attributes of an extension"),
    p("getUnicodeLocaleKeys", SET, |c, _, _| c.arena.list(ClassId::EMPTY_SET, &[]), "the keys of an extension"),
    p("getDefault", LOCALE, |c, _, _| Ok(c.arena.object(c.environment.locale.clone())), "the locale of this engine").stat(),
    p("getAvailableLocales", array_of(LOCALE), unavailable, "all locales").stat(),
    p("getISOCountries", array_of(STRING), |c, _, _| codes(c, COUNTRIES), "the codes of all countries").stat(),
    p("getISOLanguages", array_of(STRING), |c, _, _| codes(c, LANGUAGES), "the codes of all languages").stat(),
]).fields(&[
    f("ENGLISH", |c, _, _| of(c, "en", ""), "the locale `en`"),
    f("FRENCH", |c, _, _| of(c, "fr", ""), "the locale `fr`"),
    f("GERMAN", |c, _, _| of(c, "de", ""), "the locale `de`"),
    f("ITALIAN", |c, _, _| of(c, "it", ""), "the locale `it`"),
    f("JAPANESE", |c, _, _| of(c, "ja", ""), "the locale `ja`"),
    f("KOREAN", |c, _, _| of(c, "ko", ""), "the locale `ko`"),
    f("CHINESE", |c, _, _| of(c, "zh", ""), "the locale `zh`"),
    f("SIMPLIFIED_CHINESE", |c, _, _| of(c, "zh", "CN"), "the locale `zh_CN`"),
    f("TRADITIONAL_CHINESE", |c, _, _| of(c, "zh", "TW"), "the locale `zh_TW`"),
    f("FRANCE", |c, _, _| of(c, "fr", "FR"), "the locale `fr_FR`"),
    f("GERMANY", |c, _, _| of(c, "de", "DE"), "the locale `de_DE`"),
    f("ITALY", |c, _, _| of(c, "it", "IT"), "the locale `it_IT`"),
    f("JAPAN", |c, _, _| of(c, "ja", "JP"), "the locale `ja_JP`"),
    f("KOREA", |c, _, _| of(c, "ko", "KR"), "the locale `ko_KR`"),
    f("UK", |c, _, _| of(c, "en", "GB"), "the locale `en_GB`"),
    f("US", |c, _, _| of(c, "en", "US"), "the locale `en_US`"),
    f("CANADA", |c, _, _| of(c, "en", "CA"), "the locale `en_CA`"),
    f("CANADA_FRENCH", |c, _, _| of(c, "fr", "CA"), "the locale `fr_CA`"),
    f("ROOT", |c, _, _| of(c, "", ""), "the locale of nowhere"),
    f("CHINA", |c, _, _| of(c, "zh", "CN"), "the locale `zh_CN`"),
    f("PRC", |c, _, _| of(c, "zh", "CN"), "the locale `zh_CN`"),
    f("TAIWAN", |c, _, _| of(c, "zh", "TW"), "the locale `zh_TW`"),
    f("PRIVATE_USE_EXTENSION", |_, _, _| Ok(Value::Char(u16::from(b'x'))), "the key of a private extension"),
    f("UNICODE_LOCALE_EXTENSION", |_, _, _| Ok(Value::Char(u16::from(b'u'))), "the key of the extension of Unicode"),
]);

impl JavaObject for Locale {
    fn java_class(&self) -> ClassId {
        ClassId::LOCALE
    }

    fn java_text(&self) -> String {
        self.text()
    }

    fn java_hash(&self) -> i32 {
        self.hash_code()
    }
}

fn locale(this: Value<'_>) -> Outcome<&Locale> {
    this.instance()
        .ok_or_else(|| class_cast(this, "java.util.Locale"))
}

fn of<'a>(call: &Call<'a>, language: &str, country: &str) -> Outcome<Value<'a>> {
    Ok(call.arena.object(Locale::new(language, country)))
}

/// The three letters behind a two-letter code; other codes stand for themselves.
fn three_letters<'a>(table: &'static str, code: &'a str) -> Outcome<Value<'a>> {
    if code.len() != 2 {
        return Ok(Value::Str(code));
    }
    let found = table.split(' ').find_map(|row| row.strip_prefix(code));
    let missing = || {
        throw(
            "MissingResourceException",
            format!("there is no three-letter code for `{code}`"),
        )
    };
    found.map(Value::Str).ok_or_else(missing)
}

fn codes<'a>(call: &Call<'a>, table: &'static str) -> Outcome<Value<'a>> {
    let codes: Vec<Value<'a>> = table.split(' ').map(|row| Value::Str(&row[..2])).collect();
    array(call, STRING, &codes)
}

/// `toLanguageTag` of a locale without variant or extensions.
fn language_tag(locale: &Locale) -> String {
    let language = if locale.language().is_empty() {
        "und"
    } else {
        locale.language()
    };
    let parts = [language, locale.script(), locale.country()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("-")
}

/// Countries: two letters, three letters.
const COUNTRIES: &str = "\
    ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE BABIH BBBRB \
    BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR \
    BZBLZ CACAN CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW CXCXR \
    CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK \
    FMFSM FOFRO FRFRA GAGAB GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS \
    GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN \
    ISISL ITITA JEJEY JMJAM JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO \
    LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD \
    MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NCNCL NENER \
    NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM \
    PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC SDSDN SESWE SGSGP \
    SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF \
    TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON TRTUR TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY \
    UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR VNVNM VUVUT WFWLF WSWSM YEYEM YTMYT ZAZAF ZMZMB ZWZWE";

/// Languages: two letters, three letters.
const LANGUAGES: &str = "\
    aaaar ababk aeave afafr akaka amamh anarg arara asasm avava ayaym azaze babak bebel bgbul bhbih bibis bmbam \
    bnben bobod brbre bsbos cacat ceche chcha cocos crcre csces cuchu cvchv cycym dadan dedeu dvdiv dzdzo eeewe \
    elell eneng eoepo esspa etest eueus fafas ffful fifin fjfij fofao frfra fyfry gagle gdgla glglg gngrn guguj \
    gvglv hahau heheb hihin hohmo hrhrv hthat huhun hyhye hzher iaina idind ieile igibo iiiii ikipk inind ioido \
    isisl itita iuiku iwheb jajpn jiyid jvjav kakat kgkon kikik kjkua kkkaz klkal kmkhm knkan kokor krkau kskas \
    kukur kvkom kwcor kykir lalat lbltz lglug lilim lnlin lolao ltlit lulub lvlav mgmlg mhmah mimri mkmkd mlmal \
    mnmon momol mrmar msmsa mtmlt mymya nanau nbnob ndnde nenep ngndo nlnld nnnno nonor nrnbl nvnav nynya ococi \
    ojoji omorm orori ososs papan pipli plpol pspus ptpor quque rmroh rnrun roron rurus rwkin sasan scsrd sdsnd \
    sesme sgsag sisin skslk slslv smsmo snsna sosom sqsqi srsrp ssssw stsot susun svswe swswa tatam tetel tgtgk \
    ththa titir tktuk tltgl tntsn toton trtur tstso tttat twtwi tytah uguig ukukr ururd uzuzb veven vivie vovol \
    wawln wowol xhxho yiyid yoyor zazha zhzho zuzul";
