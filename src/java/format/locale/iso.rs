//! Codes of ISO 639 and ISO 3166, and BCP 47 language tags.

use super::Locale;
use crate::java::format::thrown::Thrown;

/// Language codes of two letters, each with the one of three letters.
#[rustfmt::skip]
const LANGUAGES: &str =
    "aaaar ababk aeave afafr akaka amamh anarg arara asasm avava ayaym azaze babak bebel bgbul bhbih bibis bmbam \
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

/// Country codes of two letters, each with the one of three letters.
#[rustfmt::skip]
const COUNTRIES: &str =
    "ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE BABIH BBBRB \
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

/// `Locale.getISOLanguages()`
pub(crate) fn languages() -> impl Iterator<Item = &'static str> {
    LANGUAGES.split(' ').map(|codes| &codes[..2])
}

/// `Locale.getISOCountries()`
pub(crate) fn countries() -> impl Iterator<Item = &'static str> {
    COUNTRIES.split(' ').map(|codes| &codes[..2])
}

impl Locale {
    /// `getISO3Language()`
    pub(crate) fn iso3_language(&self) -> Result<&str, Thrown> {
        let language = self.language();
        if language.is_empty() || language.encode_utf16().count() == 3 {
            return Ok(language);
        }
        three_letters(LANGUAGES, language)
    }

    /// `getISO3Country()`
    pub(crate) fn iso3_country(&self) -> Result<&str, Thrown> {
        if self.country().is_empty() {
            Ok("")
        } else {
            three_letters(COUNTRIES, self.country())
        }
    }

    /// `toLanguageTag()`: `fr-FR`. Parts that a tag cannot hold are left out, variants moved to the private part.
    pub(crate) fn language_tag(&self) -> String {
        if (self.language(), self.country(), self.variant()) == ("no", "NO", "NY") {
            return "nn-NO".to_string();
        }
        let alphabetic = |text: &str| text.chars().all(|c| c.is_ascii_alphabetic());
        let language =
            Some(self.language()).filter(|it| (2..=8).contains(&it.len()) && alphabetic(it));
        let mut tag = language.unwrap_or("und").to_string();
        let script = Some(self.script()).filter(|it| it.len() == 4 && alphabetic(it));
        let country = Some(self.country()).filter(|it| is_region(it));
        let mut variants = self
            .variant()
            .split('_')
            .filter(|it| !it.is_empty())
            .peekable();
        for part in script.into_iter().chain(country) {
            tag = tag + "-" + part;
        }
        while let Some(variant) = variants.next_if(|it| is_variant(it)) {
            tag = tag + "-" + variant;
        }
        let private = |it: &&str| (1..=8).contains(&it.len()) && is_alphanumeric(it);
        let rest: Vec<_> = variants.take_while(private).collect();
        if rest.is_empty() {
            tag
        } else {
            tag + "-x-lvariant-" + &rest.join("-")
        }
    }
}

fn three_letters(codes: &'static str, code: &str) -> Result<&'static str, Thrown> {
    let found = codes
        .split(' ')
        .find_map(|codes| codes.strip_prefix(code))
        .filter(|_| code.len() == 2);
    found.ok_or_else(|| {
        Thrown::new(
            "java.util.MissingResourceException",
            format!("no code of three letters for `{code}`"),
        )
    })
}

fn is_region(text: &str) -> bool {
    let letters = text.len() == 2 && text.chars().all(|c| c.is_ascii_alphabetic());
    letters || text.len() == 3 && text.chars().all(|c| c.is_ascii_digit())
}

fn is_variant(text: &str) -> bool {
    let length = if text.starts_with(|c: char| c.is_ascii_digit()) {
        4..=8
    } else {
        5..=8
    };
    length.contains(&text.len()) && is_alphanumeric(text)
}

fn is_alphanumeric(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Language, country, variant, tag, country and language of three letters (`!` for none); from Java 25.
    const LOCALES: &[(&str, &str, &str, &str, &str, &str)] = &[
        ("", "", "", "und", "", ""),
        ("fr", "FR", "", "fr-FR", "FRA", "fra"),
        ("", "FR", "", "und-FR", "FRA", ""),
        ("de", "", "POSIX", "de-POSIX", "", "deu"),
        ("xx", "YY", "", "xx-YY", "!", "!"),
        ("iw", "", "", "he", "", "heb"),
        ("Hello", "World", "", "hello", "!", "!"),
        ("x", "Y", "", "und", "!", "!"),
        ("fr", "FR", "a", "fr-FR-x-lvariant-a", "FRA", "fra"),
        (
            "fr",
            "FR",
            "abcde_x",
            "fr-FR-abcde-x-lvariant-x",
            "FRA",
            "fra",
        ),
        ("de", "DE", "1996", "de-DE-1996", "DEU", "deu"),
        ("zh", "", "Hans", "zh-x-lvariant-Hans", "", "zho"),
        ("toolonglang", "", "", "und", "", "!"),
        ("fra", "FRA", "", "fra", "!", "fra"),
        ("no", "NO", "NY", "nn-NO", "NOR", "nor"),
    ];

    #[test]
    fn tags_and_codes_leave_out_what_they_cannot_hold() {
        for &(language, country, variant, tag, country3, language3) in LOCALES {
            let locale = Locale::with_variant(language, country, variant);
            let codes =
                [locale.iso3_country(), locale.iso3_language()].map(|code| code.unwrap_or("!"));
            assert_eq!(
                (locale.language_tag().as_str(), codes),
                (tag, [country3, language3]),
                "{}",
                locale.text()
            );
        }
        let traditional = Locale::new("zh", "TW").with_script("Hant");
        assert_eq!(traditional.language_tag(), "zh-Hant-TW");
        assert_eq!((languages().count(), countries().count()), (188, 249));
    }
}
