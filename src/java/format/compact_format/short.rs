//! Short compact number patterns by locale (values of the CLDR as Java 25 carries them).
//!
//! A row holds the patterns for 1, 10, 100 …, separated by `|`; `*n` stands for `n` patterns, each with one zero more than
//! the one before. A locale without a row of its own uses its parent's.

/// Patterns of the short style; locales.
#[rustfmt::skip]
pub(super) const PATTERNS: &[(&str, &str)] = &[
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
