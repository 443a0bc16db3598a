//! Number symbols and number patterns of every locale that Java 25 knows (values of the CLDR as Java carries them).
//!
//! A row serves all locales named in its last column; a locale without a row of its own uses its parent's (script and
//! country dropped, then the language alone, then `root`).

/// Decimal and grouping separator, the two for money, minus, percent and per mille texts, exponent, infinity, NaN, zero
/// digit, pattern separator; locales.
#[rustfmt::skip]
pub(super) const SYMBOLS: &[([&str; 12], &str)] = &[
    ([",", ".", ",", ".", "-", "%", "‰", "E", "∞", "NaN", "0", ";"],
     "az bs ca da de dsb en_AT en_BE en_DE en_DK en_ES en_ID en_IT en_NL en_PL en_RO es fr_LU fr_MA fur fy gl hsb \
      ia id is it jgo jv kgp kkj kl ku lb lij ln lu mgh mk ms_BN ms_ID mua nds nl nnh pt qu_BO rn ro rw sc seh sg \
      sr su sw_CD tr vi vmw wo yrl"),
    ([",", "\u{a0}", ",", "\u{a0}", "-", "%", "‰", "E", "∞", "NaN", "0", ";"],
     "af agq bas be bg blo br cs cv dua dyo en_CZ en_FI en_HU en_NO en_PT en_ZA eo es_CR ewo ff fr_CA ht hu ie kab \
      kea ksf nmg oc pl pt_AO pt_CH pt_CV pt_GQ pt_GW pt_LU pt_MO pt_MZ pt_PT pt_ST pt_TL shi sq szl tg tok tt \
      tzm yav zgh"),
    (["٫", "٬", "٫", "٬", "\u{61c}-", "٪\u{61c}", "؉", "أس", "∞", "ليس\u{a0}رقمًا", "٠", "؛"],
     "ar_BH ar_DJ ar_EG ar_ER ar_IL ar_IQ ar_JO ar_KM ar_KW ar_LB ar_MR ar_OM ar_PS ar_QA ar_SA ar_SD ar_SO ar_SS \
      ar_SY ar_TD ar_YE"),
    ([".", ",", ".", ",", "-", "%", "‰", "E", "∞", "NaN", "0", ";"],
     "root es_419 es_BR es_BZ es_CU es_DO es_GT es_HN es_MX es_NI es_PA es_PE es_PR es_SV es_US ks_Deva sd_Deva \
      zh_Hans_HK zh_Hans_MO"),
    ([".", "\u{a0}", ".", "\u{a0}", "-", "%", "‰", "E", "∞", "NaN", "0", ";"], "dje khq mfe nso ses twq xh"),
    ([".", ",", ".", ",", "-", "%", "‰", "E", "∞", "NaN", "०", ";"], "bgc bho mr ne raj sa"),
    (["٫", "٬", "٫", "٬", "\u{200e}-\u{200e}", "٪", "؉", "×۱۰^", "∞", "NaN", "۰", "؛"],
     "ks lrc mzn pa_Arab ps uz_Arab"),
    ([".", ",", ".", ",", "-", "%", "‰", "E", "∞", "非數值", "0", ";"], "yue zh_HK zh_Hant zh_MO zh_TW"),
    ([".", "’", ".", "’", "-", "%", "‰", "E", "∞", "NaN", "0", ";"], "de_CH de_LI en_CH it_CH tn"),
    ([",", ".", ",", ".", "\u{200e}-", "\u{200e}%\u{200e}", "‰", "E", "∞", "ليس\u{a0}رقمًا", "0", ";"],
     "ar_DZ ar_LY ar_MA ar_TN"),
    ([",", "\u{a0}", ",", "\u{a0}", "−", "%", "‰", "×10^", "∞", "NaN", "0", ";"], "et ksh lt sv"),
    ([",", ".", ",", ".", "−", "%", "‰", "E", "∞", "NaN", "0", ";"], "eu fo hr"),
    ([",", "\u{a0}", ",", "\u{a0}", "−", "%", "‰", "E", "∞", "NaN", "0", ";"], "nb nn no"),
    ([",", "\u{202f}", ",", "\u{202f}", "-", "%", "‰", "E", "∞", "NaN", "0", ";"], "en_FR fr vec"),
    ([".", ",", ".", ",", "-", "%", "‰", "E", "∞", "NaN", "০", ";"], "as bn mni"),
    ([",", ".", ",", ".", "-", "%", "‰", "e", "∞", "NaN", "0", ";"], "el en_SI"),
    ([",", "\u{a0}", ",", "\u{a0}", "-", "%", "‰", "e", "∞", "NaN", "0", ";"], "en_SK sk"),
    ([",", "’", ",", "’", "-", "%", "‰", "E", "∞", "NaN", "0", ";"], "lmo wae"),
    ([".", ",", ".", ",", "\u{200e}-", "%", "‰", "E", "∞", "NaN", "0", ";"], "he ur"),
    ([".", "’", ".", "’", "−", "%", "‰", "E", "∞", "NaN", "0", ";"], "gsw rm"),
    ([",", ".", ",", ".", "-", "%", "‰", "E", "∞", "ND", "0", ";"], "ast"),
    ([",", ".", ",", ".", "-", "%", "‰", "E", "∞", "ບໍ່\u{200b}ແມ່ນ\u{200b}ໂຕ\u{200b}ເລກ", "0", ";"], "lo"),
    ([",", ".", ",", ".", "−", "%", "‰", "e", "∞", "NaN", "0", ";"], "sl"),
    ([",", "\u{a0}", ",", ".", "-", "%", "‰", "E", "∞", "NaN", "0", ";"], "de_AT"),
    ([",", "\u{a0}", ",", "\u{a0}", "-", "%", "‰", "E", "∞", "NS", "0", ";"], "lv"),
    ([",", "\u{a0}", ",", "\u{a0}", "-", "%", "‰", "E", "∞", "epiloho", "0", ";"], "smn"),
    ([",", "\u{a0}", ",", "\u{a0}", "-", "%", "‰", "E", "∞", "san\u{a0}däl", "0", ";"], "tk"),
    ([",", "\u{a0}", ",", "\u{a0}", "-", "%", "‰", "E", "∞", "son\u{a0}emas", "0", ";"], "uz"),
    ([",", "\u{a0}", ",", "\u{a0}", "-", "%", "‰", "E", "∞", "НН", "0", ";"], "os"),
    ([",", "\u{a0}", ",", "\u{a0}", "-", "%", "‰", "E", "∞", "не\u{a0}число", "0", ";"], "ru"),
    ([",", "\u{a0}", ",", "\u{a0}", "-", "%", "‰", "E", "∞", "сан\u{a0}емес", "0", ";"], "kk"),
    ([",", "\u{a0}", ",", "\u{a0}", "-", "%", "‰", "E", "∞", "сан\u{a0}эмес", "0", ";"], "ky"),
    ([",", "\u{a0}", ",", "\u{a0}", "-", "%", "‰", "E", "∞", "чыыһыла\u{a0}буотах", "0", ";"], "sah"),
    ([",", "\u{a0}", ",", "\u{a0}", "-", "%", "‰", "E", "∞", "ҳақиқий\u{a0}сон\u{a0}эмас", "0", ";"], "uz_Cyrl"),
    ([",", "\u{a0}", ",", "\u{a0}", "-", "%", "‰", "E", "∞", "ՈչԹ", "0", ";"], "hy"),
    ([",", "\u{a0}", ",", "\u{a0}", "-", "%", "‰", "E", "∞", "არ\u{a0}არის\u{a0}რიცხვი", "0", ";"], "ka"),
    ([",", "\u{a0}", ",", "\u{a0}", "-", "%", "‰", "×10^", "∞", "NaN", "0", ";"], "en_SE"),
    ([",", "\u{a0}", ",", "\u{a0}", "-", "%", "‰", "Е", "∞", "NaN", "0", ";"], "uk"),
    ([",", "\u{a0}", ",", "\u{a0}", "−", "%", "‰", "E", "∞", "epäluku", "0", ";"], "fi"),
    ([",", "\u{a0}", ",", "\u{a0}", "−", "%", "‰", "·10^", "∞", "NaN", "0", ";"], "se"),
    ([",", "\u{202f}", ".", "\u{202f}", "-", "%", "‰", "E", "∞", "NaN", "0", ";"], "fr_CH"),
    ([".", ",", ".", ",", "-", "%", "‰", "E", "གྲངས་མེད", "ཨང་མད", "༠", ";"], "dz"),
    ([".", ",", ".", ",", "-", "%", "‰", "E", "∞", "MaL", "0", ";"], "so"),
    ([".", ",", ".", ",", "-", "%", "‰", "E", "∞", "NaN", "၀", "၊"], "my"),
    ([".", ",", ".", ",", "-", "%", "‰", "E", "∞", "NaN", "᱐", ";"], "sat"),
    ([".", ",", ".", ",", "-", "%", "‰", "E", "∞", "Nuimh", "0", ";"], "ga"),
    ([".", ",", ".", ",", "-", "%", "‰", "E", "∞", "TF", "0", ";"], "to"),
    ([".", ",", ".", ",", "-", "%", "‰", "E", "∞", "mnn", "0", ";"], "ee"),
    ([".", ",", ".", ",", "-", "%", "‰", "E", "∞", "Терхьаш\u{a0}дац", "0", ";"], "ce"),
    ([".", ",", ".", ",", "-", "%", "‰", "E", "∞", "በቁጥር\u{a0}ሊገለጽ\u{a0}የማይችል", "0", ";"], "am"),
    ([".", ",", ".", ",", "-", "%", "‰", "E", "∞", "非数值", "0", ";"], "yue_Hans"),
    ([".", ",", ".", ",", "-", "%", "‰", "e", "∞", "NaN", "0", ";"], "en_AU"),
    ([".", ",", ".", ",", "-", "%", "‰", "𞤉", "∞", "NaN", "0", ";"], "ff_Adlm"),
    ([".", ",", ".", ",", "\u{200e}-", "\u{200e}%\u{200e}", "‰", "E", "∞", "ليس\u{a0}رقمًا", "0", ";"], "ar"),
    ([".", "،", ".", "،", "-", "%", "‰", "E", "∞", "NaN", "߀", ";"], "nqo"),
    ([".", "٬", ".", "٬", "\u{61c}-", "٪\u{61c}", "؉", "اس", "∞", "NaN", "٠", "؛"], "sd"),
    (["٫", "٬", "٫", "٬", "\u{200e}-\u{200e}", "%", "‰", "×۱۰^", "∞", "NaN", "۰", ";"], "ur_IN"),
    (["٫", "٬", "٫", "٬", "\u{200e}−", "٪", "؉", "×۱۰^", "∞", "ناعدد", "۰", "؛"], "fa"),
    (["٫", "٬", "٫", "٬", "\u{200f}-", "٪", "؉", "اس", "∞", "NaN", "٠", "؛"], "ckb"),
];

/// Number, percent and currency pattern; locales.
#[rustfmt::skip]
pub(super) const PATTERNS: &[([&str; 3], &str)] = &[
    (["#,##0.###", "#,##0%", "¤#,##0.00"],
     "af ak am bem bm ceb cgg chr cy dav doi ebu ee en es_419 es_BO es_BR es_BZ es_CR es_CU es_DO es_GT es_HN \
      es_MX es_NI es_PA es_PR es_SV es_US fil ga gd guz gv haw id ig ja jmc kam kde ki kln kn ko kw mas mer ms mt \
      mua naq nd nus nyn om pcm rof saq si sn so st su teo th ti tn ug ur vai vun xh yo yue zh zu"),
    (["#,##0.###", "#,##0%", "#,##0.00\u{a0}¤"],
     "asa ast az bg bs dyo el en_150 en_BE en_CZ en_ES en_FR en_HU en_IT en_PL en_PT en_RO en_SI en_SK eo et ewo \
      ff fr_CH hu hy is it ka kea kk ksf ky lij ln lv nmg pl pt_AO pt_CH pt_CV pt_GQ pt_GW pt_LU pt_MO pt_MZ \
      pt_PT pt_ST pt_TL sah sc sd sq sr szl tg tzm uk uz vi vmw xog yav"),
    (["#,##0.###", "#,##0\u{a0}%", "#,##0.00\u{a0}¤"],
     "bas be br ca ce ckb cs cv da de dsb dua en_DE en_DK en_FI en_NO en_SE es fi fo fr gl gsw hr hsb ht ksh lb lt \
      mk nb nds nn no rm ro ru se sk sl smn sv tk tt"),
    (["#,##0.###", "#,##0%", "\u{200f}#,##0.00\u{a0}¤"],
     "ar_BH ar_DJ ar_EG ar_ER ar_IL ar_IQ ar_JO ar_KM ar_KW ar_LB ar_MR ar_OM ar_PS ar_QA ar_SA ar_SD ar_SO ar_SS \
      ar_SY ar_TD ar_YE"),
    (["#,##0.###", "#,##0%", "¤\u{a0}#,##0.00"],
     "root de_LI en_MV es_AR es_CO es_PE es_UY fa_AF ff_Adlm ms_BN pa_Arab sd_Deva ta_MY ta_SG ur_IN uz_Arab \
      zh_Latn"),
    (["#,##0.###", "#,##0%", "#,##0.00¤"], "agq bez dje kab khq km ksb lg lu luo rwk sbp seh ses shi twq"),
    (["#,##,##0.###", "#,##0%", "¤#,##0.00"], "en_IN gu hi kok_Latn kxv ml or pa ta te xnr"),
    (["#,##0.###", "#,##0%", "¤#,##0.00;¤-#,##0.00"], "es_CL es_EC es_VE lo sg"),
    (["#,##0.###", "#,##0%", "¤\u{a0}#,##0.00;¤\u{a0}-#,##0.00"], "en_NL es_PY ie nl"),
    (["#,##0.###", "#,##0%", "¤\u{a0}#,##0.00;¤-#,##0.00"], "de_CH en_CH it_CH"),
    (["#,##0.###", "#,##0\u{a0}%", "¤\u{a0}#,##0.00"], "de_AT en_AT qu"),
    (["#,##0.###", "#,##0\u{a0}%", "#,##0.00¤"], "rn zgh"),
    (["#,##,##0.###", "#,##0%", "#,##0.00¤"], "bn_IN"),
    (["#,##,##0.###", "#,##0%", "¤\u{a0}#,##0.00"], "brx"),
    (["#,##0.###", "#,##0%", "#,##0.00\u{202f}¤"], "vec"),
    (["#,##0.###", "#,##0%", "¤#,##0.00;¤-\u{a0}#,##0.00"], "luy"),
    (["#,##0.###", "#,##0%", "¤\u{a0}#,##0.00;¤\u{a0}#,##0.00-"], "fy"),
    (["#,##0.###", "#,##0%", "\u{200e}¤#,##0.00"], "fa"),
    (["#,##0.###", "#,##0%", "\u{200f}#,##0.00\u{a0}¤;\u{200f}-#,##0.00\u{a0}¤"], "ar"),
    (["#,##0.###", "#,##0%", "\u{200f}#,##0.00\u{a0}\u{200f}¤;\u{200f}-#,##0.00\u{a0}\u{200f}¤"], "he"),
    (["#,##0.###", "#,##0\u{a0}%", "¤#,##0.00"], "es_GQ"),
    (["#,##0.###", "#,##0\u{a0}%", "¤#,##0.00;¤-#,##0.00"], "kl"),
    (["#,##0.###", "#,##0\u{202f}%", "#,##0.00¤"], "oc"),
    (["#,##0.###", "%#,##0", "#,##0.00\u{a0}¤"], "ku"),
    (["#,##0.###", "%#,##0", "¤#,##0.00"], "tr"),
    (["#,##0.###", "%\u{a0}#,##0", "#,##0.00\u{a0}¤"], "eu"),
    (["#,##0.###", "%\u{a0}#,#0;%\u{a0}-#,#0", "¤\u{a0}#,##0.00;¤\u{a0}-#,##0.00"], "blo"),
    (["#,#0.###", "%#,#0", "¤#,#0.00"], "tok"),
];
