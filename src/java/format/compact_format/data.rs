//! Compact number patterns and plural rules by locale (values of the CLDR as Java 25 carries them).
//!
//! A row holds the patterns for 1, 10, 100 …, separated by `|`; `*n` stands for `n` patterns, each with one zero more than
//! the one before. A locale without a row of its own uses its parent's.

/// Patterns of the short style; locales.
#[rustfmt::skip]
pub(super) const SHORT: &[(&str, &str)] = &[
    ("*3|{one:0\u{a0}K other:0\u{a0}K}|{one:00\u{a0}k other:00\u{a0}k}*2|{one:0\u{a0}M other:0\u{a0}M}*4|\
      {one:00\u{a0}mil\u{a0}M other:00\u{a0}mil\u{a0}M}*2|{one:0\u{a0}B other:0\u{a0}B}*3",
     "es_419 es_AR es_BO es_BR es_BZ es_CL es_CO es_CR es_CU es_DO es_EC es_GT es_HN es_NI es_PA es_PE es_PR es_PY \
      es_SV es_UY es_VE"),
    ("*3|{one:0\u{a0}mil other:0\u{a0}mil}*3|{one:0\u{a0}M other:0\u{a0}M}*3|{one:0\u{a0}mM other:0\u{a0}mM}*3|\
      {one:0\u{a0}Bi other:0\u{a0}Bi}*3",
     "pt_AO pt_CH pt_CV pt_GQ pt_GW pt_LU pt_MO pt_MZ pt_PT pt_ST pt_TL"),
    ("*3|{other:0K}*3|{other:0M}*3|{one:0B other:0B}*3|{other:0T}*3", "chr cy ee fil gd ml pcm so zu"),
    ("*3|{other:0K}*3|{other:0M}*3|{other:0G}*3|{other:0T}*3",
     "root az_Cyrl kxv_Deva kxv_Orya kxv_Telu pa_Arab sd_Deva uz_Arab zh_Latn"),
    ("*3|{other:0K}*3|{other:0M}*3|{other:0B}*3|{other:0T}*3", "kok th wo zh_HK zh_Hant_HK zh_Hant_MO zh_MO"),
    ("*3|{one:0k other:0k}*3|{one:0\u{a0}mill'.' other:0\u{a0}mill'.'}*3|{one:0\u{a0}mrd'.' other:0\u{a0}mrd'.'}*3|\
      {one:0\u{a0}bill'.' other:0\u{a0}bill'.'}*3",
     "nb nn no"),
    ("*3|{other:0}|{other:0万}*4|{other:0亿}*4|{other:0万亿}*3", "zh zh_Hans_HK zh_Hans_MO"),
    ("*3|{one:0 other:0}|{one:0 other:0}|{one:0 other:0}|{one:0\u{a0}M other:0\u{a0}M}*6|\
      {one:0\u{a0}B other:0\u{a0}B}*3",
     "eu gl"),
    ("*3|{one:0K other:0K}*2|{one:0L other:0L}*2|{one:0Cr other:0Cr}*3|{one:0KCr other:0KCr}*2|\
      {one:0LCr other:0LCr}*3",
     "en_IN hi_Latn"),
    ("*3|{one:0\u{a0}hilj'.' other:0\u{a0}hilj'.'}*3|{one:0\u{a0}mil'.' other:0\u{a0}mil'.'}*3|\
      {one:0\u{a0}mlrd'.' other:0\u{a0}mlrd'.'}*3|{one:0\u{a0}bil'.' other:0\u{a0}bil'.'}*3",
     "bs sr_Latn"),
    ("*3|{one:0\u{a0}k other:0\u{a0}k}*3|{one:0\u{a0}M other:0\u{a0}M}*3|{one:0\u{a0}Md other:0\u{a0}Md}*3|\
      {one:0\u{a0}Bn other:0\u{a0}Bn}*3",
     "fr ht"),
    ("*3|{one:0\u{a0}mil other:0\u{a0}mil}*3|{one:0\u{a0}mi other:0\u{a0}mi}*3|{one:0\u{a0}bi other:0\u{a0}bi}*3|\
      {one:0\u{a0}tri other:0\u{a0}tri}*3",
     "kgp pt"),
    ("*3|{one:0\u{a0}tis'.' other:0\u{a0}tis'.'}*3|{one:0\u{a0}mil'.' other:0\u{a0}mil'.'}*3|\
      {one:0\u{a0}mld'.' other:0\u{a0}mld'.'}*3|{one:0\u{a0}bil'.' other:0\u{a0}bil'.'}*3",
     "cs sk"),
    ("*3|{one:0\u{a0}tys'.' other:0\u{a0}tys'.'}*3|{one:0\u{a0}mio'.' other:0\u{a0}mio'.'}*3|\
      {one:0\u{a0}mrd'.' other:0\u{a0}mrd'.'}*3|{one:0\u{a0}bil'.' other:0\u{a0}bil'.'}*3",
     "dsb hsb"),
    ("*3|{one:0\u{a0}тыс'.' other:0\u{a0}тыс'.'}*3|{one:0\u{a0}млн other:0\u{a0}млн}*3|\
      {one:0\u{a0}млрд other:0\u{a0}млрд}*3|{one:0\u{a0}трлн other:0\u{a0}трлн}*3",
     "be ru"),
    ("*3|{other:0K}*3|{one:0\u{a0}mln'.' other:0\u{a0}mln'.'}*3|{one:0\u{a0}mld'.' other:0\u{a0}mld'.'}*3|\
      {one:0\u{a0}bln'.' other:0\u{a0}bln'.'}*3",
     "fy nl"),
    ("*3|{other:0}|{other:0萬}*4|{other:0億}*4|{other:0兆}*3", "zh_Hant zh_TW"),
    ("*3|{one:0 other:0}|{one:0 other:0}|{one:0 other:0}|{one:0\u{a0}Mio'.' other:0\u{a0}Mio'.'}*3|\
      {one:0\u{a0}Mrd'.' other:0\u{a0}Mrd'.'}*3|{one:0\u{a0}Bio'.' other:0\u{a0}Bio'.'}*3",
     "de"),
    ("*3|{one:0 other:0}|{one:0 other:0}|{one:0 other:0}|{one:0\u{a0}Mln other:0\u{a0}Mln}*3|\
      {one:0\u{a0}Mld other:0\u{a0}Mld}*3|{one:0\u{a0}Bln other:0\u{a0}Bln}*3",
     "it"),
    ("*3|{one:0 other:0}|{one:00\u{a0}хиљ other:00\u{a0}хиљ}*2|{one:0\u{a0}мил other:0\u{a0}мил}*3|\
      {one:0\u{a0}млрд other:0\u{a0}млрд}*3|{one:0\u{a0}бил other:0\u{a0}бил}*3",
     "bs_Cyrl"),
    ("*3|{one:0 other:0\u{a0}mila}|{one:00\u{a0}mila other:00\u{a0}mila}*2|{one:0\u{a0}mln other:0\u{a0}mln}*3|\
      {one:0\u{a0}mld other:0\u{a0}mld}*3|{one:0\u{a0}bln other:0\u{a0}bln}*3",
     "vec"),
    ("*3|{one:0H other:0H}*3|{one:0MN other:0MN}*3|{one:0MR other:0MR}*3|{one:0TN other:0TN}*3", "ku"),
    ("*3|{one:0H other:0H}*3|{other:0M}*3|{one:0Kr other:0Kr}*3|{other:0T}*3", "bal_Latn"),
    ("*3|{one:0K other:0K}*3|{one:0M other:0M}*3|{one:0B other:0B}*3|{one:0T other:0T}*3", "en"),
    ("*3|{one:0K other:0K}|{one:00D other:00D}*2|{other:0M}*3|{one:0B other:0B}*3|{other:0T}*3", "ha"),
    ("*3|{one:0K\u{200f} other:0K\u{200f}}*3|{one:0M\u{200f} other:0M\u{200f}}*3|\
      {one:0B\u{200f} other:0B\u{200f}}*3|{one:0T\u{200f} other:0T\u{200f}}*3",
     "he"),
    ("*3|{one:0k other:0k}*3|{other:0M}*3|{one:0B other:0B}*3|{other:0T}*3", "ga"),
    ("*3|{one:0k other:0k}*3|{other:0M}*3|{other:0G}*3|{other:0T}*3", "br"),
    ("*3|{one:0\u{a0}B other:0\u{a0}B}*3|{one:0\u{a0}Mn other:0\u{a0}Mn}*3|{one:0\u{a0}Mr other:0\u{a0}Mr}*3|\
      {one:0\u{a0}Tn other:0\u{a0}Tn}*3",
     "tr"),
    ("*3|{one:0\u{a0}Dsd'.' other:0\u{a0}Dsd'.'}*3|{one:0\u{a0}Mio'.' other:0\u{a0}Mio'.'}*3|\
      {one:0\u{a0}Mrd'.' other:0\u{a0}Mrd'.'}*3|{one:0\u{a0}Bio'.' other:0\u{a0}Bio'.'}*3",
     "lb"),
    ("*3|{one:0\u{a0}E other:0\u{a0}E}*3|{one:0\u{a0}M other:0\u{a0}M}*3|{one:0\u{a0}Mrd other:0\u{a0}Mrd}*3|\
      {one:0\u{a0}B other:0\u{a0}B}*3",
     "hu"),
    ("*3|{one:0\u{a0}K other:0\u{a0}K}*3", "es_US"),
    ("*3|{one:0\u{a0}K other:0\u{a0}K}*3|{one:0\u{a0}mil'.' other:0\u{a0}mil'.'}*3|\
      {one:0\u{a0}mld'.' other:0\u{a0}mld'.'}*3|{one:0\u{a0}tril'.' other:0\u{a0}tril'.'}*3",
     "ro"),
    ("*3|{one:0\u{a0}Tsg'.' other:0\u{a0}Tsg'.'}*3|{one:0\u{a0}Mio'.' other:0\u{a0}Mio'.'}*3|\
      {one:0\u{a0}Mrd'.' other:0\u{a0}Mrd'.'}*3|{one:0\u{a0}Bio'.' other:0\u{a0}Bio'.'}*3",
     "gsw"),
    ("*3|{one:0\u{a0}dt other:0\u{a0}dt}*3|{one:0\u{a0}mn other:0\u{a0}mn}*3|{one:0\u{a0}md other:0\u{a0}md}*3|\
      {one:0\u{a0}bn other:0\u{a0}bn}*3",
     "se"),
    ("*3|{one:0\u{a0}k other:0\u{a0}k}*3", "es_MX"),
    ("*3|{one:0\u{a0}k other:0\u{a0}k}*3|{one:0\u{a0}M other:0\u{a0}M}*3|{one:0\u{a0}G other:0\u{a0}G}*3|\
      {one:0\u{a0}T other:0\u{a0}T}*3",
     "fr_CA"),
    ("*3|{one:0\u{a0}k other:0\u{a0}k}*3|{one:0\u{a0}M other:0\u{a0}M}*4|{one:00\u{a0}kM other:00\u{a0}kM}*2|\
      {one:0\u{a0}B other:0\u{a0}B}*3",
     "ca"),
    ("*3|{one:0\u{a0}k other:0\u{a0}k}*3|{one:0\u{a0}m other:0\u{a0}m}*3|{one:0\u{a0}mjd other:0\u{a0}mjd}*3|\
      {one:0\u{a0}bn other:0\u{a0}bn}*3",
     "af"),
    ("*3|{one:0\u{a0}mijë other:0\u{a0}mijë}*3|{one:0\u{a0}mln other:0\u{a0}mln}*3|\
      {one:0\u{a0}mld other:0\u{a0}mld}*3|{one:0\u{a0}bln other:0\u{a0}bln}*3",
     "sq"),
    ("*3|{one:0\u{a0}mil other:0\u{a0}mil}*3|{one:0\u{a0}M other:0\u{a0}M}*4|\
      {one:00\u{a0}mil\u{a0}M other:00\u{a0}mil\u{a0}M}*2|{one:0\u{a0}B other:0\u{a0}B}*3",
     "es"),
    ("*3|{one:0\u{a0}mil other:0\u{a0}mil}*3|{one:0\u{a0}mln other:0\u{a0}mln}*3|\
      {one:0\u{a0}mld other:0\u{a0}mld}*3|{one:0\u{a0}bln other:0\u{a0}bln}*3",
     "ia"),
    ("*3|{one:0\u{a0}ming other:0\u{a0}ming}*3|{one:0\u{a0}mln other:0\u{a0}mln}*3|\
      {one:0\u{a0}mlrd other:0\u{a0}mlrd}*3|{one:0\u{a0}trln other:0\u{a0}trln}*3",
     "uz"),
    ("*3|{one:0\u{a0}miu other:0\u{a0}miu}*3|{one:0\u{a0}mi other:0\u{a0}mi}*3|{one:0\u{a0}bi other:0\u{a0}bi}*3|\
      {one:0\u{a0}tiri other:0\u{a0}tiri}*3",
     "yrl"),
    ("*3|{one:0\u{a0}mìg other:0\u{a0}mìg}*3|{one:0\u{a0}Mln other:0\u{a0}Mln}*3|\
      {one:0\u{a0}Mrd other:0\u{a0}Mrd}*3|{one:0\u{a0}Bln other:0\u{a0}Bln}*3",
     "sc"),
    ("*3|{one:0\u{a0}müň other:0\u{a0}müň}*3|{one:0\u{a0}mln other:0\u{a0}mln}*3|\
      {one:0\u{a0}mlrd other:0\u{a0}mlrd}*3|{one:0\u{a0}trln other:0\u{a0}trln}*3",
     "tk"),
    ("*3|{one:0\u{a0}t other:0\u{a0}t}*3|{one:0\u{a0}mio'.' other:0\u{a0}mio'.'}*3|\
      {one:0\u{a0}mia'.' other:0\u{a0}mia'.'}*3|{one:0\u{a0}bio'.' other:0\u{a0}bio'.'}*3",
     "da"),
    ("*3|{one:0\u{a0}t'.' other:0\u{a0}t'.'}*3|{one:0\u{a0}milj'.' other:0\u{a0}milj'.'}*3|\
      {one:0\u{a0}mrd'.' other:0\u{a0}mrd'.'}*3|{one:0\u{a0}bilj'.' other:0\u{a0}bilj'.'}*3",
     "fi"),
    ("*3|{one:0\u{a0}tis'.' other:0\u{a0}tis'.'}*3|{one:0\u{a0}mil'.' other:0\u{a0}mil'.'}*3|\
      {one:0\u{a0}mlr'.' other:0\u{a0}mlr'.'}*3|{one:0\u{a0}bil'.' other:0\u{a0}bil'.'}*3",
     "hr"),
    ("*3|{one:0\u{a0}tis'.' other:0\u{a0}tis'.'}*3|{one:0\u{a0}mio'.' other:0\u{a0}mio'.'}*3|\
      {one:0\u{a0}mrd'.' other:0\u{a0}mrd'.'}*3|{one:0\u{a0}bil'.' other:0\u{a0}bil'.'}*3",
     "sl"),
    ("*3|{one:0\u{a0}tn other:0\u{a0}tn}*3|{one:0\u{a0}mn other:0\u{a0}mn}*3|{one:0\u{a0}md other:0\u{a0}md}*3|\
      {one:0\u{a0}bn other:0\u{a0}bn}*3",
     "sv"),
    ("*3|{one:0\u{a0}tsd other:0\u{a0}tsd}*3|{one:0\u{a0}Mio other:0\u{a0}Mio}*3|\
      {one:0\u{a0}Mrd other:0\u{a0}Mrd}*3|{one:0\u{a0}Bio other:0\u{a0}Bio}*3",
     "ksh"),
    ("*3|{one:0\u{a0}tuh other:0\u{a0}tuh}*3|{one:0\u{a0}mln other:0\u{a0}mln}*3|\
      {one:0\u{a0}mld other:0\u{a0}mld}*3|{one:0\u{a0}trln other:0\u{a0}trln}*3",
     "et"),
    ("*3|{one:0\u{a0}tys'.' other:0\u{a0}tys'.'}*3|{one:0\u{a0}mln other:0\u{a0}mln}*3|\
      {one:0\u{a0}mld other:0\u{a0}mld}*3|{one:0\u{a0}bln other:0\u{a0}bln}*3",
     "pl"),
    ("*3|{one:0\u{a0}tús'.' other:0\u{a0}tús'.'}*3|{one:0\u{a0}mió'.' other:0\u{a0}mió'.'}*3|\
      {one:0\u{a0}mia'.' other:0\u{a0}mia'.'}*3|{one:0\u{a0}bió'.' other:0\u{a0}bió'.'}*3",
     "fo"),
    ("*3|{one:0\u{a0}tūkst'.' other:0\u{a0}tūkst'.'}*3|{one:0\u{a0}milj'.' other:0\u{a0}milj'.'}*3|\
      {one:0\u{a0}mljrd'.' other:0\u{a0}mljrd'.'}*3|{one:0\u{a0}trilj'.' other:0\u{a0}trilj'.'}*3",
     "lv"),
    ("*3|{one:0\u{a0}tūkst'.' other:0\u{a0}tūkst'.'}*3|{one:0\u{a0}mln'.' other:0\u{a0}mln'.'}*3|\
      {one:0\u{a0}mlrd'.' other:0\u{a0}mlrd'.'}*3|{one:0\u{a0}trln'.' other:0\u{a0}trln'.'}*3",
     "lt"),
    ("*3|{one:0\u{a0}þ'.' other:0\u{a0}þ'.'}*3|{one:0\u{a0}m'.' other:0\u{a0}m'.'}*3|\
      {one:0\u{a0}ma'.' other:0\u{a0}ma'.'}*3|{one:0\u{a0}bn other:0\u{a0}bn}*3",
     "is"),
    ("*3|{one:0\u{a0}χιλ'.' other:0\u{a0}χιλ'.'}*3|{one:0\u{a0}εκ'.' other:0\u{a0}εκ'.'}*3|\
      {one:0\u{a0}δισ'.' other:0\u{a0}δισ'.'}*3|{one:0\u{a0}τρισ'.' other:0\u{a0}τρισ'.'}*3",
     "el"),
    ("*3|{one:0\u{a0}илј'.' other:0\u{a0}илј'.'}*3|{one:0\u{a0}мил'.' other:0\u{a0}мил'.'}*2|\
      {one:000\u{a0}М other:000\u{a0}М}|{one:0\u{a0}милј'.' other:0\u{a0}милј'.'}*2|\
      {one:000\u{a0}мј'.' other:000\u{a0}ми'.'}|{one:0\u{a0}бил'.' other:0\u{a0}бил'.'}*3",
     "mk"),
    ("*3|{one:0\u{a0}миң other:0\u{a0}миң}*3|{one:0\u{a0}млн other:0\u{a0}млн}*3|\
      {one:0\u{a0}млд other:0\u{a0}млд}*3|{one:0\u{a0}трлн other:0\u{a0}трлн}*3",
     "ky"),
    ("*3|{one:0\u{a0}мың other:0\u{a0}мың}*2|{one:000\u{a0}м'.' other:000\u{a0}м'.'}|\
      {one:0\u{a0}млн other:0\u{a0}млн}*3|{one:0\u{a0}млрд other:0\u{a0}млрд}*3|\
      {one:0\u{a0}трлн other:0\u{a0}трлн}*3",
     "kk"),
    ("*3|{one:0\u{a0}мянга other:0\u{a0}мянга}*3|{one:0\u{a0}сая other:0\u{a0}сая}*3|\
      {one:0\u{a0}тэрбум other:0\u{a0}тэрбум}*2|{one:000Т other:000Т}|{one:0ИН other:0ИН}*3",
     "mn"),
    ("*3|{one:0\u{a0}тис'.' other:0\u{a0}тис'.'}*3|{one:0\u{a0}млн other:0\u{a0}млн}*3|\
      {one:0\u{a0}млрд other:0\u{a0}млрд}*3|{one:0\u{a0}трлн other:0\u{a0}трлн}*3",
     "uk"),
    ("*3|{one:0\u{a0}хил'.' other:0\u{a0}хил'.'}*3|{one:0\u{a0}млн'.' other:0\u{a0}млн'.'}*3|\
      {one:0\u{a0}млрд'.' other:0\u{a0}млрд'.'}*3|{one:0\u{a0}трлн'.' other:0\u{a0}трлн'.'}*3",
     "bg"),
    ("*3|{one:0\u{a0}хиљ'.' other:0\u{a0}хиљ'.'}*3|{one:0\u{a0}мил'.' other:0\u{a0}мил'.'}*3|\
      {one:0\u{a0}млрд'.' other:0\u{a0}млрд'.'}*3|{one:0\u{a0}бил'.' other:0\u{a0}бил'.'}*3",
     "sr"),
    ("*3|{one:0\u{a0}эзар other:0\u{a0}эзар}*3|{one:0\u{a0}млн other:0\u{a0}млн}*3|\
      {one:0\u{a0}млрд other:0\u{a0}млрд}*3|{one:0\u{a0}трлн other:0\u{a0}трлн}*3",
     "ce"),
    ("*3|{one:0\u{a0}հզր other:0\u{a0}հզր}*3|{one:0\u{a0}մլն other:0\u{a0}մլն}*3|\
      {one:0\u{a0}մլրդ other:0\u{a0}մլրդ}*3|{one:0\u{a0}տրլն other:0\u{a0}տրլն}*3",
     "hy"),
    ("*3|{one:0\u{a0}هزار other:0\u{a0}هزار}*3|{one:0\u{a0}ملين other:0\u{a0}ملين}*3|\
      {one:0\u{a0}بلين other:0\u{a0}بلين}*3|{one:0\u{a0}ٽرلين other:0\u{a0}ٽرلين}*3",
     "sd"),
    ("*3|{one:0\u{a0}هزار other:0\u{a0}هزار}*3|{one:0\u{a0}میلیون other:0\u{a0}میلیون}*3|\
      {one:0\u{a0}میلیارد other:0\u{a0}میلیارد}*3|{one:0\u{a0}تریلیون other:0\u{a0}تریلیون}*3",
     "fa"),
    ("*3|{one:0\u{a0}ہزار other:0\u{a0}ہزار}*2|{one:0\u{a0}لاکھ other:0\u{a0}لاکھ}*2|\
      {one:0\u{a0}کروڑ other:0\u{a0}کروڑ}*2|{one:0\u{a0}ارب other:0\u{a0}ارب}*2|\
      {one:0\u{a0}کھرب other:0\u{a0}کھرب}*2|{one:00\u{a0}ٹریلین other:00\u{a0}ٹریلین}*2",
     "ur"),
    ("*3|{one:0\u{a0}ह other:0\u{a0}ह}*2|{one:0\u{a0}लाख other:0\u{a0}लाख}*2|{one:0\u{a0}कोटी other:0\u{a0}कोटी}*2|\
      {one:0\u{a0}अब्ज other:0\u{a0}अब्ज}*2|{one:0\u{a0}खर्व other:0\u{a0}खर्व}*2|\
      {one:0\u{a0}पद्म other:0\u{a0}पद्म}*2",
     "mr"),
    ("*3|{one:0\u{a0}हज़ार other:0\u{a0}हज़ार}*2|{one:0\u{a0}लाख other:0\u{a0}लाख}*2|\
      {one:0\u{a0}क॰ other:0\u{a0}क॰}*2|{one:0\u{a0}अ॰ other:0\u{a0}अ॰}*2|{one:0\u{a0}ख॰ other:0\u{a0}ख॰}*2|\
      {one:0\u{a0}नील other:0\u{a0}नील}*2",
     "hi"),
    ("*3|{one:0\u{a0}हजार other:0\u{a0}हजार}*2|{one:0\u{a0}लाख other:0\u{a0}लाख}*2|\
      {one:0\u{a0}करोड other:0\u{a0}करोड}*2|{one:0\u{a0}अरब other:0\u{a0}अरब}*2|\
      {one:0\u{a0}खरब other:0\u{a0}खरब}*2|{one:0\u{a0}शंख other:0\u{a0}शंख}*2",
     "ne"),
    ("*3|{one:0\u{a0}হা other:0\u{a0}হা}*2|{one:0\u{a0}লা other:0\u{a0}লা}*2|{one:0\u{a0}কো other:0\u{a0}কো}*3|\
      {one:00\u{a0}শত\u{a0}কো other:00শত\u{a0}কো}|{one:000কো other:000কো}|\
      {one:0\u{a0}লা'.'কো'.' other:0\u{a0}লা'.'কো'.'}*3",
     "bn"),
    ("*3|{one:0\u{a0}হাজাৰ other:0\u{a0}হাজাৰ}*2|{one:0\u{a0}লাখ other:0\u{a0}লাখ}|\
      {one:0\u{a0}নিযুত other:0\u{a0}নিযুত}*2|{one:000\u{a0}নিঃ other:000\u{a0}নিঃ}|\
      {one:0\u{a0}শঃ\u{a0}কোঃ other:0\u{a0}শঃ\u{a0}কোঃ}*2|{one:000\u{a0}শঃ\u{a0}কঃ other:000\u{a0}শঃ\u{a0}কঃ}|\
      {one:0\u{a0}শঃ\u{a0}পঃ other:0\u{a0}শঃ\u{a0}পঃ}*3",
     "as"),
    ("*3|{one:0\u{a0}ਹਜ਼ਾਰ other:0\u{a0}ਹਜ਼ਾਰ}*2|{one:0\u{a0}ਲੱਖ other:0\u{a0}ਲੱਖ}*2|\
      {one:0\u{a0}ਕਰੋੜ other:0\u{a0}ਕਰੋੜ}*2|{one:0\u{a0}ਅਰਬ other:0\u{a0}ਅਰਬ}*2|\
      {one:0\u{a0}ਖਰਬ other:0\u{a0}ਖਰਬ}*2|{one:0\u{a0}ਨੀਲ other:0\u{a0}ਨੀਲ}*2",
     "pa"),
    ("*3|{one:0\u{a0}હજાર other:0\u{a0}હજાર}*2|{one:0\u{a0}લાખ other:0\u{a0}લાખ}*2|\
      {one:0\u{a0}કરોડ other:0\u{a0}કરોડ}*2|{one:0\u{a0}અબજ other:0\u{a0}અબજ}*2|\
      {one:0\u{a0}નિખર્વ other:0\u{a0}નિખર્વ}|{one:0\u{a0}મહાપદ્મ other:0\u{a0}મહાપદ્મ}|\
      {one:0\u{a0}શંકુ other:0\u{a0}શંકુ}|{one:0\u{a0}જલધિ other:0\u{a0}જલધિ}",
     "gu"),
    ("*3|{one:0\u{a0}ათ'.' other:0\u{a0}ათ'.'}*3|{one:0\u{a0}მლნ'.' other:0\u{a0}მლნ'.'}*3|\
      {one:0\u{a0}მლრდ'.' other:0\u{a0}მლრდ'.'}*2|{one:000\u{a0}მლრ'.' other:000\u{a0}მლრ'.'}|\
      {one:0\u{a0}ტრლ'.' other:0\u{a0}ტრლ'.'}*3",
     "ka"),
    ("*3|{one:0\u{a0}ሺ other:0\u{a0}ሺ}*3|{one:0\u{a0}ሚ other:0\u{a0}ሚ}*3|{one:0\u{a0}ቢ other:0\u{a0}ቢ}*3|\
      {one:0\u{a0}ት other:0\u{a0}ት}*3",
     "am"),
    ("*3|{one:0\u{a0}ሽ other:0\u{a0}ሽ}*3|{one:0\u{a0}ሚ other:0\u{a0}ሚ}*3|{one:0\u{a0}ቢ other:0\u{a0}ቢ}*3|\
      {one:0\u{a0}ት other:0\u{a0}ት}*3",
     "ti"),
    ("*3|{one:0минг other:0минг}*3|{one:0млн other:0млн}*3|{one:0млрд other:0млрд}*3|{one:0трлн other:0трлн}*3",
     "uz_Cyrl"),
    ("*3|{one:0مىڭ other:0مىڭ}*3|{one:0مىليون other:0مىليون}*3|{one:0مىليارد other:0مىليارد}*3|{other:0T}*3",
     "ug"),
    ("*3|{one:0के other:0के}*3|{one:0एम other:0एम}*3|{one:0बि other:0बि}*3|{one:0ति other:0ति}*3", "brx"),
    ("*3|{one:0ହ other:0ହ}*3|{one:0ନି other:0ନି}*3|{one:0ବି other:0ବି}*3|{one:0ଟ୍ରି other:0ଟ୍ରି}*3", "or"),
    ("*3|{one:0ஆ other:0ஆ}*3|{one:0மி other:0மி}*3|{one:0பி other:0பி}*3|{one:0டி other:0டி}*3", "ta"),
    ("*3|{one:0వే other:0వే}*3|{one:0మి other:0మి}*3|{one:0బి other:0బి}*3|{one:0ట్రి other:0ట్రి}*3", "te"),
    ("*3|{one:0ಸಾ other:0ಸಾ}*3|{one:0ಮಿ other:0ಮಿ}*3|{one:0ಬಿ other:0ಬಿ}*3|{one:0ಟ್ರಿ other:0ಟ್ರಿ}*3", "kn"),
    ("*3|{one:0𞤓 other:0𞤓}*3|{one:0𞤁 other:0𞤁}*3|{one:0𞤁 one:𞤶 other:0𞤁 other:𞤶}*3|{one:0𞤚 other:0𞤚}*3",
     "ff_Adlm"),
    ("*3|{one:elfu\u{a0}0 other:elfu\u{a0}0}*3|{one:M0 other:M0}*3|{one:B0 other:B0}*3|{one:T0 other:T0}*3",
     "sw_KE"),
    ("*3|{one:elfu\u{a0}0;elfu\u{a0}-0 other:elfu\u{a0}0;elfu\u{a0}-0}*3|{one:0M;-0M other:0M}*3|\
      {one:0B;-0B other:0B;-0B}*3|{one:0T;-0T other:0T}*3",
     "sw"),
    ("*3|{one:ද0 other:ද0}*3|{one:මි0 other:මි0}*3|{one:බි0 other:බි0}*3|{one:ට්\u{200d}රි0 other:ට්\u{200d}රි0}*3",
     "si"),
    ("*3|{other:0K}*3|{one:0\u{a0}mln other:0\u{a0}mln}*3|{one:0\u{a0}mlrd other:0\u{a0}mlrd}*3|\
      {one:0\u{a0}trln other:0\u{a0}trln}*3",
     "az"),
    ("*3|{other:0K}*3|{other:0J}*3|{other:0B}*3|{other:0T}*3", "ms"),
    ("*3|{other:0K}*3|{other:0M}*3|{one:0B other:0B}*2|{one:000G other:000B}|{other:0T}*3", "ps"),
    ("*3|{other:0a}|{other:0m}|{other:0k}|{other:0M}*3|{other:0P}*3|{other:0T}*3", "to"),
    ("*3|{other:0hoz}*2|{other:0lak}*2|{other:0ko}*2|{other:0obz}*2|{other:0nikh}*3|{other:0hoz'.'nikh'.'}",
     "kok_Latn"),
    ("*3|{other:0}|{other:0万}*4|{other:0亿}*4|{other:0兆}*3", "yue_Hans"),
    ("*3|{other:0}|{other:0万}*4|{other:0億}*4|{other:0兆}*4|{other:0京}*4", "ja"),
    ("*3|{other:0\u{a0}N}*3|{other:0\u{a0}Tr}*3|{other:0\u{a0}T}*3|{other:0\u{a0}NT}*3", "vi"),
    ("*3|{other:0\u{a0}h}*3|{other:0\u{a0}mi}*3|{other:0\u{a0}bi}*3|{other:0\u{a0}tri}*3", "kxv"),
    ("*3|{other:0\u{a0}mil}*3|{other:0\u{a0}M}*3|{other:0\u{a0}MM}*3|{other:0\u{a0}Bi}*3", "kea"),
    ("*3|{other:0\u{a0}rb}*3|{other:0\u{a0}jt}*3|{other:0\u{a0}M}*3|{other:0\u{a0}T}*3", "id"),
    ("*3|{other:0\u{a0}мең}*3|{other:0\u{a0}млн}*3|{other:0\u{a0}млрд}*2|{other:000млрд}|{other:0\u{a0}трлн}*3",
     "tt"),
    ("*3|{other:0\u{a0}тыһ'.'}*3|{other:0\u{a0}мөл}*3|{other:0\u{a0}млрд}*3|{other:0\u{a0}трлн}*3", "sah"),
    ("*3|{other:0\u{a0}ҳзр'.'}*3|{other:0\u{a0}млн'.'}*3|{other:0\u{a0}млрд'.'}*3|{other:0\u{a0}трлн'.'}*3", "tg"),
    ("*3|{other:0\u{a0}हजार}*2|{other:0\u{a0}लख}*2|{other:0\u{a0}क॰}*2|{other:0\u{a0}अ॰}*2|{other:0\u{a0}ख॰}*2|\
      {other:0\u{a0}नील}*2",
     "xnr"),
    ("*3|{other:0\u{a0}ພັນ}*3|{other:0\u{a0}ລ້ານ}*3|{other:0\u{a0}ຕື້}*3|{other:0\u{a0}ລ້ານລ້ານ}|{other:00ລລ}*2",
     "lo"),
    ("*3|{other:0\u{a0}ထောင်}|{other:0\u{a0}သောင်း}|{other:0\u{a0}သိန်း}|{other:0\u{a0}သန်း}|{other:0\u{a0}ကုဋေ}*2|\
      {other:000\u{a0}ဋေ}|{other:ဋေ\u{a0}0\u{a0}ထ}|{other:ဋေ\u{a0}0\u{a0}သ}|{other:ဋေ\u{a0}0\u{a0}သိန်း}|\
      {other:ဋေ\u{a0}0\u{a0}သန်း}|{other:0\u{a0}ကောဋိ}",
     "my"),
    ("*3|{other:0È}*3|{other:0Y}*3|{other:0M}*3|{other:0T}*3", "jv"),
    ("*3|{other:0ពាន់}|{other:00\u{a0}ពាន់}*2|{other:0\u{a0}លាន}*3|{other:0\u{a0}ប៊ីលាន}*3|\
      {other:0\u{a0}ទ្រីលាន}*3",
     "km"),
    ("*3|{other:0千}|{other:0萬}*4|{other:0億}*4|{other:0兆}*3", "yue"),
    ("*3|{other:0천}|{other:0만}*4|{other:0억}*4|{other:0조}*3", "ko"),
    ("*3|{zero:0\u{a0}ألف one:0\u{a0}ألف two:0\u{a0}ألف few:0\u{a0}آلاف many:0\u{a0}ألف other:0\u{a0}ألف}|\
      {zero:00\u{a0}ألف one:00\u{a0}ألف two:00\u{a0}ألف few:00\u{a0}ألف many:00\u{a0}ألف other:00\u{a0}ألف}*2|\
      {one:0\u{a0}مليون other:0\u{a0}مليون}*3|{one:0\u{a0}مليار other:0\u{a0}مليار}*3|\
      {one:0\u{a0}ترليون other:0\u{a0}ترليون}*3",
     "ar"),
];

/// Patterns of the long style; locales.
#[rustfmt::skip]
pub(super) const LONG: &[(&str, &str)] = &[
    ("*3|{one:0\u{a0}K other:0\u{a0}K}|{one:00\u{a0}k other:00\u{a0}k}*2|{one:0\u{a0}M other:0\u{a0}M}*4|\
      {one:00\u{a0}mil\u{a0}M other:00\u{a0}mil\u{a0}M}*2|{one:0\u{a0}B other:0\u{a0}B}*3",
     "es_419 es_AR es_BO es_BR es_BZ es_CL es_CO es_CR es_CU es_DO es_EC es_GT es_HN es_NI es_PA es_PE es_PR es_PY \
      es_SV es_UY es_VE"),
    ("*3|{one:0' 'mil other:0' 'mil}*3|{one:0' 'milhão other:0' 'milhões}|{one:00' 'milhões other:00' 'milhões}*2|\
      {one:0' 'mil' 'milhões other:0' 'mil' 'milhões}*3|{one:0' 'bilião other:0' 'biliões}|\
      {one:00' 'biliões other:00' 'biliões}*2",
     "pt_AO pt_CH pt_CV pt_GQ pt_GW pt_LU pt_MO pt_MZ pt_PT pt_ST pt_TL"),
    ("*3|{other:0K}*3|{other:0M}*3|{other:0G}*3|{other:0T}*3",
     "root az_Cyrl kxv_Deva kxv_Orya kxv_Telu pa_Arab sd_Deva uz_Arab zh_Latn"),
    ("*3|{other:0K}*3|{other:0M}*3|{other:0B}*3|{other:0T}*3", "zh_HK zh_Hant_HK zh_Hant_MO zh_MO"),
    ("*3|{other:0}|{other:0万}*4|{other:0亿}*4|{other:0万亿}*3", "zh zh_Hans_HK zh_Hans_MO"),
    ("*3|{1:mille one:0' 'millier other:0' 'mille}|{one:00' 'mille other:00' 'mille}*2|\
      {one:0' 'million other:0' 'millions}*3|{one:0' 'milliard other:0' 'milliards}*3|\
      {one:0' 'billion other:0' 'billions}*3",
     "fr ht"),
    ("*3|{one:0' 'hiljada few:0' 'hiljade other:0' 'hiljada}*3|\
      {one:0' 'milion few:0' 'miliona other:0' 'miliona}*3|\
      {one:0' 'milijarda few:0' 'milijarde other:0' 'milijardi}*3|\
      {one:0' 'bilion few:0' 'biliona other:0' 'biliona}*3",
     "bs sr_Latn"),
    ("*3|{one:0' 'miu other:0' 'miu}*3|{one:0' 'millón other:0' 'millón-ita}*3|\
      {one:0' 'billón other:0' 'billón-ita}*3|{one:0' 'tirillón other:0' 'tirillón-ita}*3",
     "yrl_CO yrl_VE"),
    ("*3|{one:0' 'tusen other:0' 'tusen}*3|{one:0' 'million other:0' 'millioner}|\
      {one:00' 'millioner other:00' 'millioner}*2|{one:0' 'milliard other:0' 'milliarder}|\
      {one:00' 'milliarder other:00' 'milliarder}*2|{one:0' 'billion other:0' 'billioner}|\
      {one:00' 'billioner other:00' 'billioner}*2",
     "nb no"),
    ("*3|{one:0K other:0K}*2|{one:0L other:0L}*2|{one:0Cr other:0Cr}*3|{one:0KCr other:0KCr}*2|\
      {one:0LCr other:0LCr}*3",
     "en_IN hi_Latn"),
    ("*3|{other:0}|{other:0萬}*4|{other:0億}*4|{other:0兆}*3", "zh_Hant zh_TW"),
    ("*3|{1:0' 'mille one:0' 'mille other:0' 'mille}|{one:00' 'mille other:00' 'mille}*2|\
      {one:0' 'million other:0' 'millions}*3|{one:0' 'milliard other:0' 'milliards}*3|\
      {one:0' 'billion other:0' 'billions}*3",
     "fr_CA"),
    ("*3|{one:0 few:0 other:0}|{one:00' 'хиљ few:00' 'хиљ other:00' 'хиљ}*2|\
      {one:0' 'мил few:0' 'мил other:0' 'мил}*3|{one:0' 'млрд few:0' 'млрд other:0' 'млрд}*3|\
      {one:0' 'бил few:0' 'бил other:0' 'бил}*3",
     "bs_Cyrl"),
    ("*3|{one:0' 'Dausend other:0' 'Dausend}*3|{one:0' 'Millioun other:0' 'Milliounen}|\
      {one:00' 'Milliounen other:00' 'Milliounen}*2|{one:0' 'Milliard other:0' 'Milliarden}|\
      {one:00' 'Milliarden other:00' 'Milliarden}*2|{one:0' 'Billioun other:0' 'Billiounen}|\
      {one:00' 'Billiounen other:00' 'Billiounen}*2",
     "lb"),
    ("*3|{one:0' 'Tausend other:0' 'Tausend}*3|{one:0' 'Million other:0' 'Millionen}|\
      {one:00' 'Millionen other:00' 'Millionen}*2|{one:0' 'Milliarde other:0' 'Milliarden}|\
      {one:00' 'Milliarden other:00' 'Milliarden}*2|{one:0' 'Billion other:0' 'Billionen}|\
      {one:00' 'Billionen other:00' 'Billionen}*2",
     "de"),
    ("*3|{one:0' 'Taúzan other:0' 'Taúzan}*3|{one:0' 'Míliọn other:0' 'Míliọn}*3|\
      {one:0' 'Bíliọn other:0' 'Bíliọn}*3|{one:0' 'Tríliọn other:0' 'Tríliọn}*3",
     "pcm"),
    ("*3|{one:0' 'Tuusig other:0' 'Tuusig}*3|{one:0' 'Millioon other:0' 'Millioone}*3|\
      {one:0' 'Milliarde other:0' 'Milliarde}*3|{one:0' 'Billioon other:0' 'Billioone}*3",
     "gsw"),
    ("*3|{one:0' 'bin other:0' 'bin}*3|{one:0' 'milyon other:0' 'milyon}*3|{one:0' 'milyar other:0' 'milyar}*3|\
      {one:0' 'trilyon other:0' 'trilyon}*3",
     "tr"),
    ("*3|{one:0' 'duhát two:0' 'duháhat other:0' 'duháhat}*3|\
      {one:0' 'miljona two:0' 'miljonat other:0' 'miljonat}*3|\
      {one:0' 'miljardi two:0' 'miljardit other:0' 'miljardit}*3|\
      {one:0' 'biljona two:0' 'biljonat other:0' 'biljonat}*3",
     "se"),
    ("*3|{one:0' 'duisend other:0' 'duisend}*3|{one:0' 'miljoen other:0' 'miljoen}*3|\
      {one:0' 'miljard other:0' 'miljard}*3|{one:0' 'biljoen other:0' 'biljoen}*3",
     "af"),
    ("*3|{one:0' 'duizend other:0' 'duizend}*3|{one:0' 'miljoen other:0' 'miljoen}*3|\
      {one:0' 'miljard other:0' 'miljard}*3|{one:0' 'biljoen other:0' 'biljoen}*3",
     "nl"),
    ("*3|{one:0' 'ezer other:0' 'ezer}*3|{one:0' 'millió other:0' 'millió}*3|\
      {one:0' 'milliárd other:0' 'milliárd}*3|{one:0' 'billió other:0' 'billió}*3",
     "hu"),
    ("*3|{one:0' 'hezar other:0' 'hezar}*3|{one:0' 'milyon other:0' 'milyon}*3|{one:0' 'milyar other:0' 'milyar}*3|\
      {one:0' 'trilyon other:0' 'trilyon}*3",
     "ku"),
    ("*3|{one:0' 'inkulungwane other:0' 'inkulungwane}*3|{one:0' 'isigidi other:0' 'isigidi}*3|\
      {one:0' 'isigidi' 'sezigidi other:0' 'isigidi' 'sezigidi}*3|\
      {one:0' 'isigidintathu other:0' 'isigidintathu}*3",
     "zu"),
    ("*3|{one:0' 'kun other:0' 'Kun}|{one:00' 'Kun other:00' 'Kun}*2|{one:0' 'Milyan other:0' 'Milyan}*3|\
      {one:0' 'Bilyan other:0' 'Bilyan}*3|{one:0' 'Tirilyan other:0' 'Tirilyan}*3",
     "so"),
    ("*3|{one:0' 'libo other:0' 'na' 'libo}*3|{one:0' 'milyon other:0' 'na' 'milyon}*3|\
      {one:0' 'bilyon other:0' 'na' 'bilyon}*3|{one:0' 'trilyon other:0' 'na' 'trilyon}*3",
     "fil"),
    ("*3|{one:0' 'mhìle two:0' 'mhìle few:0' 'mìltean other:0' 'mìle}*3|\
      {one:0' 'mhillean two:0' 'mhillean few:0' 'milleanan other:0' 'millean}*3|\
      {one:0' 'bhillean two:0' 'bhillean few:0' 'billeanan other:0' 'billean}*3|\
      {one:0' 'trillean two:0' 'thrillean few:0' 'trilleanan other:0' 'trillean}*3",
     "gd"),
    ("*3|{one:0' 'mhíle two:0' 'mhíle few:0' 'mhíle many:0' 'míle other:0' 'míle}|\
      {one:00' 'míle two:00' 'míle few:00' 'míle many:00' 'míle other:00' 'míle}*2|\
      {one:0' 'mhilliún two:0' 'mhilliún few:0' 'mhilliún many:0' 'milliún other:0' 'milliún}|\
      {one:00' 'milliún two:00' 'milliún few:00' 'milliún many:00' 'milliún other:00' 'milliún}*2|\
      {one:0' 'bhilliún two:0' 'bhilliún few:0' 'bhilliún many:0' 'mbilliún other:0' 'billiún}|\
      {one:00' 'billiún two:00' 'billiún few:00' 'billiún many:00' 'mbilliún other:00' 'billiún}|\
      {one:000' 'billiún two:000' 'billiún few:000' 'billiún many:000' 'billiún other:000' 'billiún}|\
      {one:0' 'trilliún two:0' 'thrilliún few:0' 'thrilliún many:0' 'dtrilliún other:0' 'trilliún}|\
      {one:00' 'trilliún two:00' 'trilliún few:00' 'trilliún many:00' 'dtrilliún other:00' 'trilliún}|\
      {one:000' 'trilliún two:000' 'trilliún few:000' 'trilliún many:000' 'trilliún other:000' 'trilliún}",
     "ga"),
    ("*3|{one:0' 'mie few:0' 'mii other:0' 'de' 'mii}*3|\
      {one:0' 'milion few:0' 'milioane other:0' 'de' 'milioane}*3|\
      {one:0' 'miliard few:0' 'miliarde other:0' 'de' 'miliarde}*3|\
      {one:0' 'trilion few:0' 'trilioane other:0' 'de' 'trilioane}*3",
     "ro"),
    ("*3|{one:0' 'mijë other:0' 'mijë}*3|{one:0' 'milion other:0' 'milion}*3|{one:0' 'miliard other:0' 'miliard}*3|\
      {one:0' 'bilion other:0' 'bilion}*3",
     "sq"),
    ("*3|{one:0' 'mil other:0' 'mil}*3|{one:0' 'milhão other:0' 'milhão' 'ag}*3|\
      {one:0' 'bilhão other:0' 'bilhão' 'ag}*3|{one:0' 'trilhão other:0' 'trilhão' 'ag}*3",
     "kgp"),
    ("*3|{one:0' 'mil other:0' 'mil}*3|{one:0' 'milhão other:0' 'milhões}*3|{one:0' 'bilhão other:0' 'bilhões}*3|\
      {one:0' 'trilhão other:0' 'trilhões}*3",
     "pt"),
    ("*3|{one:0' 'mil other:0' 'mil}*3|{one:0' 'millón other:0' 'millones}|\
      {one:00' 'millones other:00' 'millones}*2|{one:0' 'mil' 'millones other:0' 'mil' 'millones}*3|\
      {one:0' 'billón other:0' 'billones}|{one:00' 'billones other:00' 'billones}*2",
     "es"),
    ("*3|{one:0' 'miler other:0' 'milers}|{one:00' 'milers other:00' 'milers}*2|{one:0' 'milió other:0' 'milions}|\
      {one:00' 'milions other:00' 'milions}*2|{one:0' 'miler' 'de' 'milions other:0' 'milers' 'de' 'milions}|\
      {one:00' 'milers' 'de' 'milions other:00' 'milers' 'de' 'milions}*2|{one:0' 'bilió other:0' 'bilions}|\
      {one:00' 'bilions other:00' 'bilions}*2",
     "ca"),
    ("*3|{one:0' 'miliad two:0' 'viliad few:0' 'miliad many:0' 'a' 'viliadoù other:0' 'miliad}*3|\
      {one:0' 'milion two:0' 'v/milion few:0' 'milion many:0' 'a' 'v/milionoù other:0' 'milion}*3|\
      {one:0' 'miliard two:0' 'viliard few:0' 'miliard many:0' 'a' 'viliardoù other:0' 'miliard}*3|\
      {one:0' 'bilion two:0' 'v/bilion few:0' 'bilion many:0' 'a' 'v/bilionoù other:0' 'bilion}*3",
     "br"),
    ("*3|{one:0' 'millar other:0' 'millares}|{one:00' 'millares other:00' 'millares}*2|\
      {one:0' 'millón other:0' 'millones}|{one:00' 'millones other:00' 'millones}*2",
     "ast"),
    ("*3|{one:0' 'mille other:0' 'milles}*3|{one:0' 'million other:0' 'milliones}*3|\
      {one:0' 'milliardo other:0' 'milliardos}*3|{one:0' 'billion other:0' 'billiones}*3",
     "ia"),
    ("*3|{one:0' 'min other:0' 'min}*3|{one:0' 'milyon other:0' 'milyon}*3|{one:0' 'milyard other:0' 'milyard}*3|\
      {one:0' 'trilyon other:0' 'trilyon}*3",
     "az"),
    ("*3|{one:0' 'ming other:0' 'ming}*3|{one:0' 'million other:0' 'million}*3|\
      {one:0' 'milliard other:0' 'milliard}*3|{one:0' 'trillion other:0' 'trillion}*3",
     "uz"),
    ("*3|{one:0' 'miu other:0' 'miu}*3|{one:0' 'miliãu other:0' 'miliãu-ita}*3|\
      {one:0' 'biliãu other:0' 'biliãu-ita}*3|{one:0' 'tiriliãu other:0' 'tiriliãu-ita}*3",
     "yrl"),
    ("*3|{one:0' 'mìgia other:0' 'mìgia}*3|{one:0' 'millione other:0' 'milliones}|\
      {one:00' 'milliones other:00' 'milliones}*2|{one:0' 'milliardu other:0' 'milliardos}|\
      {one:00' 'milliardos other:00' 'milliardos}*2|{one:0' 'mìgia' 'milliardos other:0' 'mìgia' 'milliardos}*3",
     "sc"),
    ("*3|{one:0' 'müň other:0' 'müň}*3|{one:0' 'million other:0' 'million}*3|\
      {one:0' 'milliard other:0' 'milliard}*3|{one:0' 'trillion other:0' 'trillion}*3",
     "tk"),
    ("*3|{one:0' 'thousand other:0' 'thousand}*3|{one:0' 'million other:0' 'million}*3|\
      {one:0' 'billion other:0' 'billion}*3|{one:0' 'trillion other:0' 'trillion}*3",
     "en"),
    ("*3|{one:0' 'tisoč two:0' 'tisoč few:0' 'tisoč other:0' 'tisoč}*3|\
      {one:0' 'milijon two:0' 'milijona few:0' 'milijone other:0' 'milijonov}|\
      {one:00' 'milijon two:00' 'milijona few:00' 'milijoni other:00' 'milijonov}*2|\
      {one:0' 'milijarda two:0' 'milijardi few:0' 'milijarde other:0' 'milijard}*3|\
      {one:0' 'bilijon two:0' 'bilijona few:0' 'bilijoni other:0' 'bilijonov}*3",
     "sl"),
    ("*3|{one:0' 'tisuća few:0' 'tisuće other:0' 'tisuća}*3|\
      {one:0' 'milijun few:0' 'milijuna other:0' 'milijuna}*3|\
      {one:0' 'milijarda few:0' 'milijarde other:0' 'milijardi}*3|\
      {one:0' 'bilijun few:0' 'bilijuna other:0' 'bilijuna}*3",
     "hr"),
    ("*3|{one:0' 'tisíc few:0' 'tisíce many:0' 'tisíca other:0' 'tisíc}|\
      {one:00' 'tisíc few:00' 'tisíc many:00' 'tisíca other:00' 'tisíc}*2|\
      {one:0' 'milión few:0' 'milióny many:0' 'milióna other:0' 'miliónov}|\
      {one:00' 'miliónov few:00' 'miliónov many:00' 'milióna other:00' 'miliónov}*2|\
      {one:0' 'miliarda few:0' 'miliardy many:0' 'miliardy other:0' 'miliárd}|\
      {one:00' 'miliárd few:00' 'miliárd many:00' 'miliardy other:00' 'miliárd}*2|\
      {one:0' 'bilión few:0' 'bilióny many:0' 'bilióna other:0' 'biliónov}|\
      {one:00' 'biliónov few:00' 'biliónov many:00' 'bilióna other:00' 'biliónov}*2",
     "sk"),
    ("*3|{one:0' 'tisíc few:0' 'tisíce many:0' 'tisíce other:0' 'tisíc}|\
      {one:00' 'tisíc few:00' 'tisíc many:00' 'tisíce other:00' 'tisíc}*2|\
      {one:0' 'milion few:0' 'miliony many:0' 'milionu other:0' 'milionů}|\
      {one:00' 'milionů few:00' 'milionů many:00' 'milionu other:00' 'milionů}*2|\
      {one:0' 'miliarda few:0' 'miliardy many:0' 'miliardy other:0' 'miliard}|\
      {one:00' 'miliard few:00' 'miliard many:00' 'miliardy other:00' 'miliard}*2|\
      {one:0' 'bilion few:0' 'biliony many:0' 'bilionu other:0' 'bilionů}|\
      {one:00' 'bilionů few:00' 'bilionů many:00' 'bilionu other:00' 'bilionů}*2",
     "cs"),
    ("*3|{one:0' 'tuhat other:0' 'tuhatta}|{one:00' 'tuhatta other:00' 'tuhatta}*2|\
      {one:0' 'miljoona other:0' 'miljoonaa}|{one:00' 'miljoonaa other:00' 'miljoonaa}*2|\
      {one:0' 'miljardi other:0' 'miljardia}|{one:00' 'miljardia other:00' 'miljardia}*2|\
      {one:0' 'biljoona other:0' 'biljoonaa}|{one:00' 'biljoonaa other:00' 'biljoonaa}*2",
     "fi"),
    ("*3|{one:0' 'tuhat other:0' 'tuhat}*3|{one:0' 'miljon other:0' 'miljonit}|\
      {one:00' 'miljonit other:00' 'miljonit}*2|{one:0' 'miljard other:0' 'miljardit}|\
      {one:00' 'miljardit other:00' 'miljardit}*2|{one:0' 'triljon other:0' 'triljonit}|\
      {one:00' 'triljonit other:00' 'triljonit}*2",
     "et"),
    ("*3|{one:0' 'tuhháát two:0' 'tuhháát other:0' 'tuhháát}*3|\
      {one:0' 'miljovn two:0' 'miljovn other:0' 'miljovn}*3|{one:0' 'miljard two:0' 'miljard other:0' 'miljard}*3|\
      {one:0' 'biljovn two:0' 'biljovn other:0' 'biljovn}*3",
     "smn"),
    ("*3|{one:0' 'tusen other:0' 'tusen}*3|{one:0' 'miljon other:0' 'miljoner}*2|\
      {one:000' 'miljoner other:000' 'miljoner}|{one:0' 'miljard other:0' 'miljarder}|\
      {one:00' 'miljarder other:00' 'miljarder}*2|{one:0' 'biljon other:0' 'biljoner}|\
      {one:00' 'biljoner other:00' 'biljoner}*2",
     "sv"),
    ("*3|{one:0' 'tusen other:0' 'tusen}*3|{one:0' 'million other:0' 'millionar}|\
      {one:00' 'millionar other:00' 'millionar}*2|{one:0' 'milliard other:0' 'milliardar}|\
      {one:00' 'milliardar other:00' 'milliardar}*2|{one:0' 'billion other:0' 'billionar}|\
      {one:00' 'billionar other:00' 'billionar}*2",
     "nn"),
    ("*3|{one:0' 'tusind other:0' 'tusind}*3|{one:0' 'million other:0' 'millioner}|\
      {one:00' 'millioner other:00' 'millioner}*2|{one:0' 'milliard other:0' 'milliarder}|\
      {one:00' 'milliarder other:00' 'milliarder}*2|{one:0' 'billion other:0' 'billioner}|\
      {one:00' 'billioner other:00' 'billioner}*2",
     "da"),
    ("*3|{one:0' 'tysac two:0' 'tysac few:0' 'tysac other:0' 'tysac}*3|\
      {one:0' 'milion two:0' 'miliona few:0' 'miliony other:0' 'milionow}|\
      {one:00' 'milionow two:00' 'milionow few:00' 'milionow other:00' 'milionow}*2|\
      {one:0' 'miliarda two:0' 'miliarźe few:0' 'miliardy other:0' 'miliardow}|\
      {one:00' 'miliardow two:00' 'miliardow few:00' 'miliardow other:00' 'miliardow}*2|\
      {one:0' 'bilion two:0' 'biliona few:0' 'biliony other:0' 'bilionow}|\
      {one:00' 'bilionow two:00' 'bilionow few:00' 'bilionow other:00' 'bilionow}*2",
     "dsb"),
    ("*3|{one:0' 'tysac two:0' 'tysac few:0' 'tysac other:0' 'tysac}*3|\
      {one:0' 'milion two:0' 'milionaj few:0' 'miliony other:0' 'milionow}|\
      {one:00' 'milionow two:00' 'milionow few:00' 'milionow other:00' 'milionow}*2|\
      {one:0' 'miliarda two:0' 'miliardźe few:0' 'miliardy other:0' 'miliardow}|\
      {one:00' 'miliardow two:00' 'miliardow few:00' 'miliardow other:00' 'miliardow}*2|\
      {one:0' 'bilion two:0' 'bilionaj few:0' 'biliony other:0' 'bilionow}|\
      {one:00' 'bilionow two:00' 'bilionow few:00' 'bilionow other:00' 'bilionow}*2",
     "hsb"),
    ("*3|{one:0' 'tysiąc few:0' 'tysiące many:0' 'tysięcy other:0' 'tysiąca}*3|\
      {one:0' 'milion few:0' 'miliony many:0' 'milionów other:0' 'miliona}*3|\
      {one:0' 'miliard few:0' 'miliardy many:0' 'miliardów other:0' 'miliarda}*3|\
      {one:0' 'bilion few:0' 'biliony many:0' 'bilionów other:0' 'biliona}*3",
     "pl"),
    ("*3|{one:0' 'túsund other:0' 'túsund}*3|{one:0' 'millión other:0' 'milliónir}|\
      {one:00' 'milliónir other:00' 'milliónir}*2|{one:0' 'milliard other:0' 'milliardir}|\
      {one:00' 'milliardir other:00' 'milliardir}*2|{one:0' 'billión other:0' 'billiónir}|\
      {one:00' 'billiónir other:00' 'billiónir}*2",
     "fo"),
    ("*3|{one:0' 'tûzen other:0' 'tûzen}*3|{one:0' 'miljoen other:0' 'miljoen}*3|\
      {one:0' 'miljard other:0' 'miljard}*3|{one:0' 'biljoen other:0' 'biljoen}*3",
     "fy"),
    ("*3|{one:0' 'tūkstantis few:0' 'tūkstančiai many:0' 'tūkstančio other:0' 'tūkstančių}*3|\
      {one:0' 'milijonas few:0' 'milijonai many:0' 'milijono other:0' 'milijonų}*3|\
      {one:0' 'milijardas few:0' 'milijardai many:0' 'milijardo other:0' 'milijardų}*3|\
      {one:0' 'trilijonas few:0' 'trilijonai many:0' 'trilijono other:0' 'trilijonų}*3",
     "lt"),
    ("*3|{one:0' 'þúsund other:0' 'þúsund}*3|{one:0' 'milljón other:0' 'milljónir}*3|\
      {one:0' 'milljarður other:0' 'milljarðar}*3|{one:0' 'billjón other:0' 'billjónir}*3",
     "is"),
    ("*3|{one:0' 'χιλιάδα other:0' 'χιλιάδες}|{one:00' 'χιλιάδες other:00' 'χιλιάδες}*2|\
      {one:0' 'εκατομμύριο other:0' 'εκατομμύρια}|{one:00' 'εκατομμύρια other:00' 'εκατομμύρια}*2|\
      {one:0' 'δισεκατομμύριο other:0' 'δισεκατομμύρια}|{one:00' 'δισεκατομμύρια other:00' 'δισεκατομμύρια}*2|\
      {one:0' 'τρισεκατομμύριο other:0' 'τρισεκατομμύρια}|{one:00' 'τρισεκατομμύρια other:00' 'τρισεκατομμύρια}*2",
     "el"),
    ("*3|{one:0' 'илјада other:0' 'илјади}*3|{one:0' 'милион other:0' 'милиони}*3|\
      {one:0' 'милијарда other:0' 'милијарди}*3|{one:0' 'билион other:0' 'билиони}*3",
     "mk"),
    ("*3|{one:0' 'минг other:0' 'минг}*3|{one:0' 'миллион other:0' 'миллион}*3|\
      {one:0' 'миллиард other:0' 'миллиард}*3|{one:0' 'трилион other:0' 'трилион}*3",
     "uz_Cyrl"),
    ("*3|{one:0' 'миң other:0' 'миң}*3|{one:0' 'миллион other:0' 'миллион}*3|\
      {one:0' 'миллиард other:0' 'миллиард}*3|{one:0' 'триллион other:0' 'триллион}*3",
     "ky"),
    ("*3|{one:0' 'мың other:0' 'мың}*3|{one:0' 'миллион other:0' 'миллион}*3|\
      {one:0' 'миллиард other:0' 'миллиард}*3|{one:0' 'триллион other:0' 'триллион}*3",
     "kk"),
    ("*3|{one:0' 'мянга other:0' 'мянга}*3|{one:0' 'сая other:0' 'сая}*3|{one:0' 'тэрбум other:0' 'тэрбум}*3|\
      {one:0' 'их' 'наяд other:0' 'их' 'наяд}*3",
     "mn"),
    ("*3|{one:0' 'тисяча few:0' 'тисячі many:0' 'тисяч other:0' 'тисячі}*3|\
      {one:0' 'мільйон few:0' 'мільйони many:0' 'мільйонів other:0' 'мільйона}*3|\
      {one:0' 'мільярд few:0' 'мільярди many:0' 'мільярдів other:0' 'мільярда}*3|\
      {one:0' 'трильйон few:0' 'трильйони many:0' 'трильйонів other:0' 'трильйона}*3",
     "uk"),
    ("*3|{one:0' 'тысяча few:0' 'тысячи many:0' 'тысяч other:0' 'тысячи}*3|\
      {one:0' 'миллион few:0' 'миллиона many:0' 'миллионов other:0' 'миллиона}*3|\
      {one:0' 'миллиард few:0' 'миллиарда many:0' 'миллиардов other:0' 'миллиарда}*3|\
      {one:0' 'триллион few:0' 'триллиона many:0' 'триллионов other:0' 'триллиона}*3",
     "ru"),
    ("*3|{one:0' 'тысяча few:0' 'тысячы many:0' 'тысяч other:0' 'тысячы}*3|\
      {one:0' 'мільён few:0' 'мільёны many:0' 'мільёнаў other:0' 'мільёна}*3|\
      {one:0' 'мільярд few:0' 'мільярды many:0' 'мільярдаў other:0' 'мільярда}*3|\
      {one:0' 'трыльён few:0' 'трыльёны many:0' 'трыльёнаў other:0' 'трыльёна}*3",
     "be"),
    ("*3|{one:0' 'хил'.' other:0' 'хиляди}|{one:00' 'хиляди other:00' 'хиляди}*2|\
      {one:0' 'милион other:0' 'милиона}|{one:00' 'милиона other:00' 'милиона}*2|\
      {one:0' 'милиард other:0' 'милиарда}|{one:00' 'милиарда other:00' 'милиарда}*2|\
      {one:0' 'трилион other:0' 'трилиона}|{one:00' 'трилиона other:00' 'трилиона}*2",
     "bg"),
    ("*3|{one:0' 'хиљада few:0' 'хиљаде other:0' 'хиљада}*3|{one:0' 'милион few:0' 'милиона other:0' 'милиона}*3|\
      {one:0' 'милијарда few:0' 'милијарде other:0' 'милијарди}*3|\
      {one:0' 'билион few:0' 'билиона other:0' 'билиона}*3",
     "sr"),
    ("*3|{one:0' 'эзар other:0' 'эзар}*3|{one:0' 'миллион other:0' 'миллион}*3|\
      {one:0' 'миллиард other:0' 'миллиард}*3|{one:0' 'триллион other:0' 'триллион}*3",
     "ce"),
    ("*3|{one:0' 'հազար other:0' 'հազար}*3|{one:0' 'միլիոն other:0' 'միլիոն}*3|\
      {one:0' 'միլիարդ other:0' 'միլիարդ}*3|{one:0' 'տրիլիոն other:0' 'տրիլիոն}*3",
     "hy"),
    ("*3|{one:0' 'مىڭ other:0' 'مىڭ}*3|{one:0' 'مىليون other:0' 'مىليون}*3|{one:0' 'مىليارد other:0' 'مىليارد}*3|\
      {one:0' 'تىرىليون other:0' 'تىرىليون}*3",
     "ug"),
    ("*3|{one:0' 'هزار other:0' 'هزار}*3|{one:0' 'میلیون other:0' 'میلیون}*3|{one:0' 'میلیارد other:0' 'میلیارد}*3|\
      {one:0' 'هزارمیلیارد other:0' 'هزارمیلیارد}*3",
     "fa"),
    ("*3|{one:0' 'ھزار other:0' 'ھزار}|{one:00' 'ھزار other:00' 'هزار}|{one:000' 'هزار other:000' 'هزار}|\
      {one:0' 'ملين other:0' 'ملين}*3|{one:0' 'بلين other:0' 'بلين}*3|{one:0' 'ٽرلين other:0' 'ٽرلين}*3",
     "sd"),
    ("*3|{one:0' 'ہزار other:0' 'ہزار}*2|{one:0' 'لاکھ other:0' 'لاکھ}*2|{one:0' 'کروڑ other:0' 'کروڑ}*2|\
      {one:0' 'ارب other:0' 'ارب}*2|{one:0' 'کھرب other:0' 'کھرب}*2|{one:00' 'ٹریلین other:00' 'ٹریلین}*2",
     "ur"),
    ("*3|{one:0' 'रोजा other:0' 'रोजा}*3|{one:0' 'निजुत other:0' 'निजुत}*3|{one:0' 'बिलियन other:0' 'बिलियन}*3|\
      {one:0' 'त्रिलियन other:0' 'त्रिलियन}*3",
     "brx"),
    ("*3|{one:0' 'हज़ार other:0' 'हज़ार}*2|{one:0' 'लाख other:0' 'लाख}*2|{one:0' 'करोड़ other:0' 'करोड़}*2|\
      {one:0' 'अरब other:0' 'अरब}*2|{one:0' 'खरब other:0' 'खरब}*4",
     "hi"),
    ("*3|{one:0' 'हजार other:0' 'हजार}*2|{one:0' 'लाख other:0' 'लाख}*2|{one:0' 'कोटी other:0' 'कोटी}*2|\
      {one:0' 'अब्ज other:0' 'अब्ज}*2|{one:0' 'खर्व other:0' 'खर्व}*2|{one:0' 'पद्म other:0' 'पद्म}*2",
     "mr"),
    ("*3|{one:0' 'हजार other:0' 'हजार}*2|{one:0' 'लाख other:0' 'लाख}|{one:0' 'करोड other:0' 'करोड}*3|\
      {one:0' 'अरब other:0' 'अरब}*3|{one:00' 'खरब other:00' 'खरब}|{one:0' 'शंख other:0' 'शंख}*2",
     "ne"),
    ("*3|{one:0' 'হাজার other:0' 'হাজার}*2|{one:0' 'লাখ other:0' 'লাখ}*2|{one:0' 'কোটি other:0' 'কোটি}*5|\
      {one:0' 'লাখ' 'কোটি other:0' 'লাখ' 'কোটি}*3",
     "bn"),
    ("*3|{one:0' 'হাজাৰ other:0' 'হাজাৰ}*2|{one:0' 'লাখ other:0' 'লাখ}|{one:0' 'নিযুত other:0' 'নিযুত}*3|\
      {one:0' 'শত' 'কোটি other:0' 'শত' 'কোটি}*3|{one:0' 'শত' 'পৰাৰ্দ্ধ other:0' 'শত' 'পৰাৰ্দ্ধ}*3",
     "as"),
    ("*3|{one:0' 'ਹਜ਼ਾਰ other:0' 'ਹਜ਼ਾਰ}*2|{one:0' 'ਲੱਖ other:0' 'ਲੱਖ}*2|{one:0' 'ਕਰੋੜ other:0' 'ਕਰੋੜ}*2|\
      {one:0' 'ਅਰਬ other:0' 'ਅਰਬ}*2|{one:0' 'ਖਰਬ other:0' 'ਖਰਬ}*2|{one:0' 'ਨੀਲ other:0' 'ਨੀਲ}*2",
     "pa"),
    ("*3|{one:0' 'હજાર other:0' 'હજાર}*2|{one:0' 'લાખ other:0' 'લાખ}*2|{one:0' 'કરોડ other:0' 'કરોડ}*2|\
      {one:0' 'અબજ other:0' 'અબજ}*2|{one:0' 'નિખર્વ other:0' 'નિખર્વ}|{one:0' 'મહાપદ્મ other:0' 'મહાપદ્મ}|\
      {one:0' 'શંકુ other:0' 'શંકુ}|{one:0' 'જલધિ other:0' 'જલધિ}",
     "gu"),
    ("*3|{one:0' 'ହଜାର other:0' 'ହଜାର}*3|{one:0' 'ନିୟୁତ other:0' 'ନିୟୁତ}*3|{one:0' 'ଶହକୋଟି other:0' 'ଶହକୋଟି}*3|\
      {one:0' 'ଲକ୍ଷକୋଟି other:0' 'ଲକ୍ଷକୋଟି}*3",
     "or"),
    ("*3|{one:0' 'ஆயிரம் other:0' 'ஆயிரம்}*3|{one:0' 'மில்லியன் other:0' 'மில்லியன்}*3|\
      {one:0' 'பில்லியன் other:0' 'பில்லியன்}*3|{one:0' 'டிரில்லியன் other:0' 'டிரில்லியன்}*3",
     "ta"),
    ("*3|{one:0' 'వేయి other:0' 'వేలు}|{one:00' 'వేలు other:00' 'వేలు}*2|{one:0' 'మిలియన్ other:0' 'మిలియన్లు}|\
      {one:00' 'మిలియన్లు other:00' 'మిలియన్లు}*2|{one:0' 'బిలియన్ other:0' 'బిలియన్లు}|\
      {one:00' 'బిలియన్లు other:00' 'బిలియన్లు}*2|{one:0' 'ట్రిలియన్ other:0' 'ట్రిలియన్లు}|\
      {one:00' 'ట్రిలియన్లు other:00' 'ట్రిలియన్లు}*2",
     "te"),
    ("*3|{one:0' 'ಸಾವಿರ other:0' 'ಸಾವಿರ}*3|{one:0' 'ಮಿಲಿಯನ್ other:0' 'ಮಿಲಿಯನ್}*3|\
      {one:0' 'ಬಿಲಿಯನ್ other:0' 'ಬಿಲಿಯನ್}*3|{one:0' 'ಟ್ರಿಲಿಯನ್\u{200c} other:0' 'ಟ್ರಿಲಿಯನ್\u{200c}}*3",
     "kn"),
    ("*3|{one:0' 'ആയിരം other:0' 'ആയിരം}*3|{one:0' 'ദശലക്ഷം other:0' 'ദശലക്ഷം}*3|\
      {one:0' 'ബില്യൺ other:0' 'ബില്യൺ}*3|{one:0' 'ട്രില്യൺ other:0' 'ട്രില്യൺ}*3",
     "ml"),
    ("*3|{one:0' 'ათასი other:0' 'ათასი}*3|{one:0' 'მილიონი other:0' 'მილიონი}*3|\
      {one:0' 'მილიარდი other:0' 'მილიარდი}*3|{one:0' 'ტრილიონი other:0' 'ტრილიონი}*3",
     "ka"),
    ("*3|{one:0' 'ሺ other:0' 'ሺ}*3|{one:0' 'ሚሊዮን other:0' 'ሚሊዮን}*3|{one:0' 'ቢሊዮን other:0' 'ቢሊዮን}*3|\
      {one:0' 'ትሪሊዮን other:0' 'ትሪሊዮን}*3",
     "am"),
    ("*3|{one:0' 'ሽሕ other:0' 'ሽሕ}*3|{one:0' 'ሚልዮን other:0' 'ሚልዮን}*3|{one:0' 'ቢልዮን other:0' 'ቢልዮን}*3|\
      {one:0' 'ትሪልዮን other:0' 'ትሪልዮን}*3",
     "ti"),
    ("*3|{one:0' 'ᎢᏯᎦᏴᎵ other:0' 'ᎢᏯᎦᏴᎵ}*3|{one:0' 'ᎢᏳᏆᏗᏅᏛ other:0' 'ᎢᏳᏆᏗᏅᏛ}*3|\
      {one:0' 'ᎢᏯᏔᎳᏗᏅᏛ other:0' 'ᎢᏯᏔᎳᏗᏅᏛ}*3|{one:0' 'ᎢᏯᏦᎠᏗᏅᏛ other:0' 'ᎢᏯᏦᎠᏗᏅᏛ}*3",
     "chr"),
    ("*3|\
      {one:0' '𞤵 one:𞤶 one:𞤵 one:𞤲 one:𞤫 one:𞤪 one:𞤫 other:0' '𞤵 other:𞤶 other:𞤵 other:𞤲 other:𞤫 other:𞤪 other:𞤫}*3|\
      {one:0' '𞤣 one:𞤵 one:𞤦 one:𞤵 one:𞤲 one:𞤫 one:𞤪 one:𞤫 other:0' '𞤣 other:𞤵 other:𞤦 other:𞤵 other:𞤲 other:𞤫 other:𞤪 other:𞤫}*3|\
      {one:0' '𞤣 one:𞤵 one:𞤶 one:𞤵 one:𞤲 one:𞤫 one:𞤪 one:𞤫 other:0' '𞤣 other:𞤵 other:𞤶 other:𞤵 other:𞤲 other:𞤫 other:𞤪 other:𞤫}*3|\
      {one:0' '𞤼 one:𞤵 one:𞤶 one:𞤵 one:𞤲 one:𞤫 one:𞤪 one:𞤫 other:0' '𞤼 other:𞤵 other:𞤶 other:𞤵 other:𞤲 other:𞤫 other:𞤪 other:𞤫}*3",
     "ff_Adlm"),
    ("*3|{one:0H other:0H}*3|*3|{one:0Kr other:0Kr}*3", "bal_Latn"),
    ("*3|{one:0\u{a0}K other:0\u{a0}K}*3", "es_US"),
    ("*3|{one:0\u{a0}k other:0\u{a0}k}*3", "es_MX"),
    ("*3|{one:Dubu' '0 other:Dubu' '0}*3|{one:Miliyan' '0 other:Miliyan' '0}*3|\
      {one:Biliyan' '0 other:Biliyan' '0}*3|{one:Triliyan' '0 other:Triliyan' '0}*3",
     "ha"),
    ("*3|{one:Kuma' '0 other:kuma' '0}|{one:kuma' '00 other:kuma' '00}*2|\
      {one:miiliyoona' '0 other:miiliyoona' '0}*3|{one:biiliyoona' '0 other:biiliyoona' '0}*3|\
      {one:tiriiliyoona' '0 other:tiriiliyoona' '0}*3",
     "om"),
    ("*3|{one:akpe' '0 other:akpe' '0}*3|{one:miliɔn' '0 other:miliɔn' '0}*3|{one:biliɔn' '0 other:biliɔn' '0}*3|\
      {one:0' 'triliɔn other:0' 'triliɔn}|{one:triliɔn' '00 other:triliɔn' '00}*2",
     "ee"),
    ("*3|{one:apem' '0 other:apem' '0}|{one:mpem' '00 other:mpem' '00}*2|{one:ɔpepem' '0 other:ɔpepem' '0}*3|\
      {one:ɔpepepem' '0 other:ɔpepepem' '0}*3|{one:ɔpepepepem' '0 other:ɔpepepepem' '0}*3",
     "ak"),
    ("*3|{one:elfu' '0;elfu' '-0 other:elfu' '0;elfu' '-0}*3|\
      {one:milioni' '0;milioni' '-0 other:milioni' '0;milioni' '-0}*3|\
      {one:bilioni' '0;bilioni' '-0 other:bilioni' '0;bilioni' '-0}*3|\
      {one:trilioni' '0;trilioni' '-0 other:trilioni' '0;trilioni' '-0}*3",
     "sw"),
    ("*3|{one:elfu' '0;elfu' '-0 other:elfu' '0;elfu' '-0}|{one:elfu' '00;elfu' '-00 other:elfu' '00}|\
      {one:elfu' '000 other:elfu' '000}|{one:milioni' '0 other:milioni' '0}*3|\
      {one:bilioni' '0 other:bilioni' '0}*3|{one:trilioni' '0 other:trilioni' '0}*3",
     "sw_KE"),
    ("*3|{one:mile other:0' 'mila}|{one:00' 'mila other:00' 'mila}*2|{one:0' 'milion other:0' 'milioni}|\
      {one:00' 'milioni other:00' 'milioni}*2|{one:0' 'miliardo other:0' 'miliardi}|\
      {one:00' 'miliardi other:00' 'miliardi}*2|{one:0' 'bilion other:0' 'bilioni}|\
      {one:00' 'bilioni other:00' 'bilioni}*2",
     "vec"),
    ("*3|{one:mille other:0' 'mila}|{one:00' 'mila other:00' 'mila}*2|{one:0' 'milione other:0' 'milioni}|\
      {one:00' 'milioni other:00' 'milioni}*2|{one:0' 'miliardo other:0' 'miliardi}|\
      {one:00' 'miliardi other:00' 'miliardi}*2|{one:0' 'mille' 'miliardi other:0' 'mila' 'miliardi}|\
      {one:00' 'mila' 'miliardi other:00' 'mila' 'miliardi}*2",
     "it"),
    ("*3|{one:දහස' '0 other:දහස' '0}*3|{one:මිලියන' '0 other:මිලියන' '0}*3|{one:බිලියන' '0 other:බිලියන' '0}*3|\
      {one:ට්\u{200d}රිලියන' '0 other:ට්\u{200d}රිලියන' '0}*3",
     "si"),
    ("*3|{one:\u{200f}0' 'אלף two:\u{200f}0' 'אלף many:\u{200f}0' 'אלף other:\u{200f}0' 'אלף}*3|\
      {one:\u{200f}0' 'מיליון two:\u{200f}0' 'מיליון many:\u{200f}0' 'מיליון other:\u{200f}0' 'מיליון}*3|\
      {one:\u{200f}0' 'מיליארד two:\u{200f}0' 'מיליארד many:\u{200f}0' 'מיליארד other:\u{200f}0' 'מיליארד}*3|\
      {one:\u{200f}0' 'טריליון two:\u{200f}0' 'טריליון many:\u{200f}0' 'טריליון other:\u{200f}0' 'טריליון}*3",
     "he"),
    ("*3|{other:0' 'afe}|{other:0' 'mano}|{other:0' 'kilu}|{other:0' 'miliona}*3|{other:0' 'piliona}*3|\
      {other:0' 'tiliona}*3",
     "to"),
    ("*3|{other:0' 'hjar}*3|{other:0' 'million}*3|{other:0' 'billion}*3|{other:0' 'trillion}*3", "kxv"),
    ("*3|{other:0' 'hozar}*2|{other:0' 'lakh}*2|{other:0' 'kotti}*2|{other:0' 'obz}*2|{other:0' 'nikhorv}*3|\
      {other:0' 'hozar' 'nikhorv}",
     "kok_Latn"),
    ("*3|{other:0' 'mil}*3|{other:0' 'milhãu}*3|{other:0' 'mil' 'milhãu}*3|{other:0' 'bilhãu}*3", "kea"),
    ("*3|{other:0' 'nghìn}*3|{other:0' 'triệu}*3|{other:0' 'tỷ}*3|{other:0' 'nghìn' 'tỷ}*3", "vi"),
    ("*3|{other:0' 'ribu}*3|{other:0' 'juta}*3|{other:0' 'bilion}*3|{other:0' 'trilion}*3", "ms"),
    ("*3|{other:0' 'ribu}*3|{other:0' 'juta}*3|{other:0' 'miliar}*3|{other:0' 'triliun}*3", "id"),
    ("*3|{other:0' 'thousand}*3|{other:0M}|{other:Vote' '00M}*2|{other:0B}*2|{other:Vote' '000G}", "wo"),
    ("*3|{other:0' 'èwu}*3|{other:0' 'yuta}*3|{other:0' 'milyar}*3|{other:0' 'trilyun}*3", "jv"),
    ("*3|{other:0' 'ɛgbɛ̀rún}*3|{other:0' 'mílíɔ̀nù}*3|{other:0' 'bilíɔ̀nù}*3|{other:0' 'tiriliɔ̀nù}*3", "yo_BJ"),
    ("*3|{other:0' 'мең}*3|{other:0' 'миллион}*3|{other:0' 'миллиард}*3|{other:0' 'триллион}*3", "tt"),
    ("*3|{other:0' 'тыһыынча}*3|{other:0' 'мөлүйүөн}*3|{other:0' 'миллиард}*3|{other:0' 'триллион}*3", "sah"),
    ("*3|{other:0' 'ҳазор}*3|{other:0' 'миллион}*3|{other:0' 'миллиард}*3|{other:0' 'триллион}*3", "tg"),
    ("*3|{other:0' 'हजार}*2|{other:0' 'लख}*2|{other:0' 'करोड़}*2|{other:0' 'अरब}*2|{other:0' 'खरब}*4", "xnr"),
    ("*3|{other:0' 'हजार}*3|{other:0' 'दशलक्ष}*3|{other:0' 'अब्ज}*3|{other:0' 'ट्रिलियन}*3", "kok"),
    ("*3|{other:0' 'พัน}|{other:0' 'หมื่น}|{other:0' 'แสน}|{other:0' 'ล้าน}*3|{other:0' 'พันล้าน}|\
      {other:0' 'หมื่นล้าน}|{other:0' 'แสนล้าน}|{other:0' 'ล้านล้าน}*3",
     "th"),
    ("*3|{other:0' 'ພັນ}*2|{other:0' 'ແສນ}|{other:0' 'ລ້ານ}*3|{other:0' 'ຕື້}*3|{other:0' 'ລ້ານລ້ານ}*3", "lo"),
    ("*3|{other:0' 'ထောင်}|{other:0' 'သောင်း}|{other:0' 'သိန်း}|{other:0' 'သန်း}|{other:0' 'ကုဋေ}*4|\
      {other:ကုဋေ' '0' 'သောင်း}|{other:ကုဋေ' '0' 'သိန်း}|{other:ကုဋေ' '0' 'သန်း}|{other:0' 'ကောဋိ}",
     "my"),
    ("*3|{other:0' 'ពាន់}*2|{other:000ពាន់}|{other:0' 'លាន}*3|{other:0' 'ប៊ីលាន}*3|{other:0' 'ទ្រីលាន}*3", "km"),
    ("*3|{other:0' 'ẹgbẹ̀rún}*3|{other:0' 'mílíọ̀nù}*3|{other:0' 'bilíọ̀nù}*3|{other:0' 'tiriliọ̀nù}*3", "yo"),
    ("*3|{other:0}|{other:0万}*4|{other:0亿}*4|{other:0兆}*3", "yue_Hans"),
    ("*3|{other:0}|{other:0万}*4|{other:0億}*4|{other:0兆}*4|{other:0京}*4", "ja"),
    ("*3|{other:0千}|{other:0萬}*4|{other:0億}*4|{other:0兆}*3", "yue"),
    ("*3|{other:0천}|{other:0만}*4|{other:0억}*4|{other:0조}*3", "ko"),
    ("*3|{other:སྟོང་ཕྲག' '0}|{other:ཁྲི་ཕྲག' '0}|{other:འབུམ་ཕྲག' '0}|{other:ས་ཡ་' '0}|{other:བྱེ་བ་' '0}|\
      {other:དུང་ཕྱུར་' '0}*2|{other:དུང་ཕྱུར་བརྒྱ་' '0}|{other:དུང་ཕྱུར་སྟོང' '0}|{other:དུང་ཕྱུར་ཁྲི་' '0}|\
      {other:དུང་ཕྱུར་འབུམ་' '0}|{other:དུང་ཕྱུར་ས་ཡ་' '0}",
     "dz"),
    ("*3|{two:0' 'dt other:0' 'duháhat}|{one:00' 'duháhat two:00' 'dt}*2|{two:0' 'mn}|\
      {one:00' 'miljonat two:00' 'mn}*2|{one:0' 'miljárda two:0' 'miljárdat other:0' 'miljárdat}|\
      {one:00' 'miljárdat two:00' 'md other:00' 'miljárdat}*2|{one:0' 'biljovdna two:0' 'bn other:0' 'biljovdnat}|\
      {one:00' 'biljovdnat two:00' 'bn other:00' 'biljovdnat}*2",
     "se_FI"),
    ("*3|{zero:0' 'Dousend one:0' 'Dousend other:0' 'Dousend}*3|\
      {zero:0' 'Milljuhne one:0' 'Million other:0' 'Milljuhne}|\
      {zero:00' 'Milljuhne one:00' 'Milljuhne other:00' 'Millionen}*2|\
      {zero:0' 'Milljard one:0' 'Milliarde other:0' 'Milljarde}|\
      {zero:00' 'Milljarde one:00' 'Milljarde other:00' 'Milliarden}|\
      {zero:000' 'Milljarde one:000' 'Milliarde other:000' 'Milliarden}|\
      {zero:0' 'Billjuhn one:0' 'Billjuhn other:0' 'Billjuhn}|\
      {zero:00' 'Billjuhn one:00' 'Billion other:00' 'Billionen}*2",
     "ksh"),
    ("*3|{zero:0' 'mil one:0' 'mil two:0K few:0K many:0K other:0' 'mil}|\
      {zero:00K one:00' 'mil two:00K few:00K many:00K other:00' 'mil}*2|{one:0' 'miliwn other:0' 'miliwn}*3|\
      {one:0' 'biliwn other:0' 'biliwn}*3|{one:0' 'triliwn other:0' 'triliwn}*2|{one:000T other:000' 'triliwn}",
     "cy"),
    ("*3|{zero:0' 'tūkstošu one:0' 'tūkstotis other:0' 'tūkstoši}|\
      {zero:00' 'tūkstoši one:00' 'tūkstotis other:00' 'tūkstoši}*2|\
      {zero:0' 'miljonu one:0' 'miljons other:0' 'miljoni}|\
      {zero:00' 'miljoni one:00' 'miljons other:00' 'miljoni}*2|\
      {zero:0' 'miljardu one:0' 'miljards other:0' 'miljardi}|\
      {zero:00' 'miljardi one:00' 'miljards other:00' 'miljardi}*2|\
      {zero:0' 'triljonu one:0' 'triljons other:0' 'triljoni}|\
      {zero:00' 'triljoni one:00' 'triljons other:00' 'triljoni}*2",
     "lv"),
    ("*3|{zero:0' 'ألف one:0' 'ألف two:0' 'ألف few:0' 'آلاف many:0' 'ألف other:0' 'ألف}|\
      {zero:00' 'ألف one:00' 'ألف two:00' 'ألف few:00' 'ألف many:00' 'ألف other:00' 'ألف}*2|\
      {zero:0' 'مليون one:0' 'مليون two:0' 'مليون few:0' 'ملايين many:0' 'مليون other:0' 'مليون}*2|\
      {zero:000' 'مليون one:000' 'مليون two:000' 'مليون few:000' 'مليون many:000' 'مليون other:000' 'مليون}|\
      {zero:0' 'مليار one:0' 'مليار two:0' 'مليار few:0' 'مليار many:0' 'مليار other:0' 'مليار}*3|\
      {zero:0' 'ترليون one:0' 'ترليون two:0' 'ترليون few:0' 'ترليون many:0' 'ترليون other:0' 'ترليون}*3",
     "ar"),
    ("*6|{one:0' 'milioi other:0' 'milioi}*6|{one:0' 'bilioi other:0' 'bilioi}*3", "eu"),
    ("*6|{one:0' 'millón other:0' 'millóns}|{one:00' 'millóns other:00' 'millóns}*5|\
      {one:0' 'billón other:0' 'billóns}|{one:00' 'billóns other:00' 'billóns}*2",
     "gl"),
    ("*9|{one:0G other:0G}*3", "ps"),
];

/// Rules for the plural forms; locales.
#[rustfmt::skip]
pub(super) const PLURALS: &[(&str, &str)] = &[
    ("one:n = 1",
     "af asa az bem bez bg brx ce cgg chr ckb ee el eo eu fo fur gsw ha haw hu jgo jmc ka kk kkj kl ks ksb ku ky \
      lb lg mas mgo ml mn mr nb nd ne nn nnh no nyn om or os ps rm rof rwk saq sd seh sn so sq st syr ta te teo \
      tk tn tr ug uz vun wae xh xog"),
    ("one:i = 1 and v = 0", "ast de en et fi fy gl hi_Latn ia lij nl sc sv sw ur yi"),
    ("one:i = 1 and v = 0;many:e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5",
     "ca it pt_AO pt_CH pt_CV pt_GQ pt_GW pt_LU pt_MO pt_MZ pt_PT pt_ST pt_TL vec"),
    ("", "root az_Cyrl bs_Cyrl ff_Adlm ks_Deva pa_Arab sd_Deva shi_Latn sr_Latn uz_Arab uz_Cyrl"),
    ("one:i = 0 or n = 1", "am as bn doi fa gu hi kn pcm zu"),
    ("one:n = 0..1", "ak bho csw ln mg nso pa ti"),
    ("one:n = 1;two:n = 2", "naq sat se smn sms"),
    ("one:i = 0,1", "ff hy kab"),
    ("one:v = 0 and i % 10 = 1 and i % 100 != 11 or f % 10 = 1 and f % 100 != 11;\
      few:v = 0 and i % 10 = 2..4 and i % 100 != 12..14 or f % 10 = 2..4 and f % 100 != 12..14",
     "bs hr sr"),
    ("one:i = 0,1;many:e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5", "fr ht"),
    ("one:i = 1 and v = 0;few:i = 2..4 and v = 0;many:v != 0", "cs sk"),
    ("one:v = 0 and i % 10 = 1 and i % 100 != 11;few:v = 0 and i % 10 = 2..4 and i % 100 != 12..14;\
      many:v = 0 and i % 10 = 0 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 11..14",
     "ru uk"),
    ("one:v = 0 and i % 100 = 1 or f % 100 = 1;few:v = 0 and i % 100 = 3..4 or f % 100 = 3..4;\
      two:v = 0 and i % 100 = 2 or f % 100 = 2",
     "dsb hsb"),
    ("one:v = 0 and i = 1,2,3 or v = 0 and i % 10 != 4,6,9 or v != 0 and f % 10 != 4,6,9", "ceb fil"),
    ("zero:n = 0;one:n = 1", "blo ksh"),
    ("one:i = 0 or n = 1;few:n = 2..10", "shi"),
    ("one:i = 0..1;many:e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5", "pt"),
    ("one:i = 1 and v = 0 or i = 0 and v != 0;two:i = 2 and v = 0", "he"),
    ("one:i = 1 and v = 0;few:v != 0 or n = 0 or n != 1 and n % 100 = 1..19", "ro"),
    ("one:i = 1 and v = 0;few:v = 0 and i % 10 = 2..4 and i % 100 != 12..14;\
      many:v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 12..14",
     "pl"),
    ("one:n % 10 = 1 and n % 100 != 11,71,91;few:n % 10 = 3..4,9 and n % 100 != 10..19,70..79,90..99;\
      many:n != 0 and n % 1000000 = 0;two:n % 10 = 2 and n % 100 != 12,72,92",
     "br"),
    ("one:n % 10 = 1 and n % 100 != 11..19;few:n % 10 = 2..9 and n % 100 != 11..19;many:f != 0", "lt"),
    ("one:n % 10 = 1 and n % 100 != 11;few:n % 10 = 2..4 and n % 100 != 12..14;\
      many:n % 10 = 0 or n % 10 = 5..9 or n % 100 = 11..14",
     "be"),
    ("one:n = 0,1 or i = 0 and f = 1", "si"),
    ("one:n = 0..1 or n = 11..99", "tzm"),
    ("one:n = 1 or t != 0 and i = 0,1", "da"),
    ("one:n = 1,11;few:n = 3..10,13..19;two:n = 2,12", "gd"),
    ("one:n = 1;few:n = 0 or n % 100 = 3..10;many:n % 100 = 11..19;two:n = 2", "mt"),
    ("one:n = 1;few:n = 3..6;many:n = 7..10;two:n = 2", "ga"),
    ("one:n = 1;many:e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5", "es"),
    ("one:t = 0 and i % 10 = 1 and i % 100 != 11 or t % 10 = 1 and t % 100 != 11", "is"),
    ("one:v = 0 and i % 10 = 1 and i % 100 != 11 or f % 10 = 1 and f % 100 != 11", "mk"),
    ("one:v = 0 and i % 10 = 1;few:v = 0 and i % 100 = 0,20,40,60,80;many:v != 0;two:v = 0 and i % 10 = 2", "gv"),
    ("one:v = 0 and i % 100 = 1;few:v = 0 and i % 100 = 3..4 or v != 0;two:v = 0 and i % 100 = 2", "sl"),
    ("zero:n % 10 = 0 or n % 100 = 11..19 or v = 2 and f % 100 = 11..19;\
      one:n % 10 = 1 and n % 100 != 11 or v = 2 and f % 10 = 1 and f % 100 != 11 or v != 2 and f % 10 = 1",
     "lv"),
    ("zero:n = 0;one:i = 0,1 and n != 0", "lag"),
    ("zero:n = 0;one:n = 1;few:n % 100 = 3,23,43,63,83;many:n != 1 and n % 100 = 1,21,41,61,81;\
      two:n % 100 = 2,22,42,62,82 or n % 1000 = 0 and n % 100000 = 1000..20000,40000,60000,80000 or n != 0 and n % 1000000 = 100000",
     "kw"),
    ("zero:n = 0;one:n = 1;few:n % 100 = 3..10;many:n % 100 = 11..99;two:n = 2", "ar"),
    ("zero:n = 0;one:n = 1;few:n = 3;many:n = 6;two:n = 2", "cy"),
];
