//! English names of languages, countries and scripts: the default locale shows other locales with them.

/// Language code and name.
#[rustfmt::skip]
pub(super) const LANGUAGES: &str =
    "aa Afar|ab Abkhazian|ae Avestan|af Afrikaans|agq Aghem|ak Akan|am Amharic|an Aragonese|ann Obolo|ar Arabic|\
     as Assamese|asa Asu|ast Asturian|av Avaric|ay Aymara|az Azerbaijani|ba Bashkir|bal Baluchi|bas Basaa|\
     be Belarusian|bem Bemba|bez Bena|bg Bulgarian|bgc Haryanvi|bh Bihari|bho Bhojpuri|bi Bislama|blo Anii|\
     bm Bambara|bn Bangla|bo Tibetan|br Breton|brx Bodo|bs Bosnian|ca Catalan|ccp Chakma|ce Chechen|ceb Cebuano|\
     cgg Chiga|ch Chamorro|chr Cherokee|ckb Central Kurdish|co Corsican|cr Cree|cs Czech|csw Swampy Cree|\
     cu Church Slavic|cv Chuvash|cy Welsh|da Danish|dav Taita|de German|dje Zarma|doi Dogri|dsb Lower Sorbian|\
     dua Duala|dv Divehi|dyo Jola-Fonyi|dz Dzongkha|ebu Embu|ee Ewe|el Greek|en English|eo Esperanto|es Spanish|\
     et Estonian|eu Basque|ewo Ewondo|fa Persian|ff Fula|fi Finnish|fil Filipino|fj Fijian|fo Faroese|fr French|\
     frr Northern Frisian|fur Friulian|fy Western Frisian|ga Irish|gaa Ga|gd Scottish Gaelic|gl Galician|\
     gn Guarani|gsw Swiss German|gu Gujarati|guz Gusii|gv Manx|ha Hausa|haw Hawaiian|he Hebrew|hi Hindi|\
     ho Hiri Motu|hr Croatian|hsb Upper Sorbian|ht Haitian Creole|hu Hungarian|hy Armenian|hz Herero|\
     ia Interlingua|id Indonesian|ie Interlingue|ig Igbo|ii Sichuan Yi|ik Inupiaq|in Indonesian|io Ido|\
     is Icelandic|it Italian|iu Inuktitut|iw Hebrew|ja Japanese|jgo Ngomba|ji Yiddish|jmc Machame|jv Javanese|\
     ka Georgian|kab Kabyle|kam Kamba|kde Makonde|kea Kabuverdianu|kg Kongo|kgp Kaingang|khq Koyra Chiini|\
     ki Kikuyu|kj Kuanyama|kk Kazakh|kkj Kako|kl Kalaallisut|kln Kalenjin|km Khmer|kn Kannada|ko Korean|\
     kok Konkani|kr Kanuri|ks Kashmiri|ksb Shambala|ksf Bafia|ksh Colognian|ku Kurdish|kv Komi|kw Cornish|\
     kxv Kuvi|ky Kyrgyz|la Latin|lag Langi|lb Luxembourgish|lg Ganda|li Limburgish|lij Ligurian|lkt Lakota|\
     lmo Lombard|ln Lingala|lo Lao|lrc Northern Luri|lt Lithuanian|lu Luba-Katanga|luo Luo|luy Luyia|lv Latvian|\
     mai Maithili|mas Masai|mdf Moksha|mer Meru|mfe Morisyen|mg Malagasy|mgh Makhuwa-Meetto|mgo Metaʼ|\
     mh Marshallese|mi Māori|mk Macedonian|ml Malayalam|mn Mongolian|mni Manipuri|mo Moldavian|mr Marathi|\
     ms Malay|mt Maltese|mua Mundang|my Burmese|mzn Mazanderani|na Nauru|naq Nama|nb Norwegian Bokmål|\
     nd North Ndebele|nds Low German|ne Nepali|ng Ndonga|nl Dutch|nmg Kwasio|nn Norwegian Nynorsk|nnh Ngiemboon|\
     no Norwegian|nqo N’Ko|nr South Ndebele|nso Northern Sotho|nus Nuer|nv Navajo|ny Nyanja|nyn Nyankole|\
     oc Occitan|oj Ojibwa|om Oromo|or Odia|os Ossetic|pa Punjabi|pcm Nigerian Pidgin|pi Pali|pis Pijin|pl Polish|\
     ps Pashto|pt Portuguese|qu Quechua|raj Rajasthani|rm Romansh|rn Rundi|ro Romanian|rof Rombo|ru Russian|\
     rw Kinyarwanda|rwk Rwa|sa Sanskrit|sah Yakut|saq Samburu|sat Santali|sbp Sangu|sc Sardinian|sd Sindhi|\
     se Northern Sami|seh Sena|ses Koyraboro Senni|sg Sango|shi Tachelhit|si Sinhala|sk Slovak|sl Slovenian|\
     sm Samoan|smn Inari Sami|sms Skolt Sami|sn Shona|so Somali|sq Albanian|sr Serbian|ss Swati|st Southern Sotho|\
     su Sundanese|sv Swedish|sw Swahili|syr Syriac|szl Silesian|ta Tamil|te Telugu|teo Teso|tg Tajik|th Thai|\
     ti Tigrinya|tk Turkmen|tl Tagalog|tn Tswana|to Tongan|tok Toki Pona|tr Turkish|ts Tsonga|tt Tatar|tw Twi|\
     twq Tasawaq|ty Tahitian|tzm Central Atlas Tamazight|ug Uyghur|uk Ukrainian|ur Urdu|uz Uzbek|vai Vai|ve Venda|\
     vec Venetian|vi Vietnamese|vmw Makhuwa|vo Volapük|vun Vunjo|wa Walloon|wae Walser|wo Wolof|xh Xhosa|\
     xnr Kangri|xog Soga|yav Yangben|yi Yiddish|yo Yoruba|yrl Nheengatu|yue Cantonese|za Zhuang|\
     zgh Standard Moroccan Tamazight|zh Chinese|zu Zulu";

/// Country code and name.
#[rustfmt::skip]
pub(super) const COUNTRIES: &str =
    "001 world|150 Europe|419 Latin America|AD Andorra|AE United Arab Emirates|AF Afghanistan|AG Antigua & Barbuda|\
     AI Anguilla|AL Albania|AM Armenia|AO Angola|AQ Antarctica|AR Argentina|AS American Samoa|AT Austria|\
     AU Australia|AW Aruba|AX Åland Islands|AZ Azerbaijan|BA Bosnia & Herzegovina|BB Barbados|BD Bangladesh|\
     BE Belgium|BF Burkina Faso|BG Bulgaria|BH Bahrain|BI Burundi|BJ Benin|BL St. Barthélemy|BM Bermuda|BN Brunei|\
     BO Bolivia|BQ Caribbean Netherlands|BR Brazil|BS Bahamas|BT Bhutan|BV Bouvet Island|BW Botswana|BY Belarus|\
     BZ Belize|CA Canada|CC Cocos (Keeling) Islands|CD Congo - Kinshasa|CF Central African Republic|\
     CG Congo - Brazzaville|CH Switzerland|CI Côte d’Ivoire|CK Cook Islands|CL Chile|CM Cameroon|CN China|\
     CO Colombia|CR Costa Rica|CS Serbia and Montenegro|CU Cuba|CV Cape Verde|CW Curaçao|CX Christmas Island|\
     CY Cyprus|CZ Czechia|DE Germany|DG Diego Garcia|DJ Djibouti|DK Denmark|DM Dominica|DO Dominican Republic|\
     DZ Algeria|EA Ceuta & Melilla|EC Ecuador|EE Estonia|EG Egypt|EH Western Sahara|ER Eritrea|ES Spain|\
     ET Ethiopia|FI Finland|FJ Fiji|FK Falkland Islands|FM Micronesia|FO Faroe Islands|FR France|GA Gabon|\
     GB United Kingdom|GD Grenada|GE Georgia|GF French Guiana|GG Guernsey|GH Ghana|GI Gibraltar|GL Greenland|\
     GM Gambia|GN Guinea|GP Guadeloupe|GQ Equatorial Guinea|GR Greece|GS South Georgia & South Sandwich Islands|\
     GT Guatemala|GU Guam|GW Guinea-Bissau|GY Guyana|HK Hong Kong SAR China|HM Heard & McDonald Islands|\
     HN Honduras|HR Croatia|HT Haiti|HU Hungary|IC Canary Islands|ID Indonesia|IE Ireland|IL Israel|\
     IM Isle of Man|IN India|IO British Indian Ocean Territory|IQ Iraq|IR Iran|IS Iceland|IT Italy|JE Jersey|\
     JM Jamaica|JO Jordan|JP Japan|KE Kenya|KG Kyrgyzstan|KH Cambodia|KI Kiribati|KM Comoros|KN St. Kitts & Nevis|\
     KP North Korea|KR South Korea|KW Kuwait|KY Cayman Islands|KZ Kazakhstan|LA Laos|LB Lebanon|LC St. Lucia|\
     LI Liechtenstein|LK Sri Lanka|LR Liberia|LS Lesotho|LT Lithuania|LU Luxembourg|LV Latvia|LY Libya|MA Morocco|\
     MC Monaco|MD Moldova|ME Montenegro|MF St. Martin|MG Madagascar|MH Marshall Islands|MK North Macedonia|\
     ML Mali|MM Myanmar (Burma)|MN Mongolia|MO Macao SAR China|MP Northern Mariana Islands|MQ Martinique|\
     MR Mauritania|MS Montserrat|MT Malta|MU Mauritius|MV Maldives|MW Malawi|MX Mexico|MY Malaysia|MZ Mozambique|\
     NA Namibia|NC New Caledonia|NE Niger|NF Norfolk Island|NG Nigeria|NI Nicaragua|NL Netherlands|NO Norway|\
     NP Nepal|NR Nauru|NU Niue|NZ New Zealand|OM Oman|PA Panama|PE Peru|PF French Polynesia|PG Papua New Guinea|\
     PH Philippines|PK Pakistan|PL Poland|PM St. Pierre & Miquelon|PN Pitcairn Islands|PR Puerto Rico|\
     PS Palestinian Territories|PT Portugal|PW Palau|PY Paraguay|QA Qatar|RE Réunion|RO Romania|RS Serbia|\
     RU Russia|RW Rwanda|SA Saudi Arabia|SB Solomon Islands|SC Seychelles|SD Sudan|SE Sweden|SG Singapore|\
     SH St. Helena|SI Slovenia|SJ Svalbard & Jan Mayen|SK Slovakia|SL Sierra Leone|SM San Marino|SN Senegal|\
     SO Somalia|SR Suriname|SS South Sudan|ST São Tomé & Príncipe|SV El Salvador|SX Sint Maarten|SY Syria|\
     SZ Eswatini|TC Turks & Caicos Islands|TD Chad|TF French Southern Territories|TG Togo|TH Thailand|\
     TJ Tajikistan|TK Tokelau|TL Timor-Leste|TM Turkmenistan|TN Tunisia|TO Tonga|TR Türkiye|TT Trinidad & Tobago|\
     TV Tuvalu|TW Taiwan|TZ Tanzania|UA Ukraine|UG Uganda|UM U.S. Outlying Islands|US United States|UY Uruguay|\
     UZ Uzbekistan|VA Vatican City|VC St. Vincent & Grenadines|VE Venezuela|VG British Virgin Islands|\
     VI U.S. Virgin Islands|VN Vietnam|VU Vanuatu|WF Wallis & Futuna|WS Samoa|XK Kosovo|YE Yemen|YT Mayotte|\
     ZA South Africa|ZM Zambia|ZW Zimbabwe";

/// Script code and name.
#[rustfmt::skip]
pub(super) const SCRIPTS: &str =
    "Adlm Adlam|Arab Arabic|Armn Armenian|Beng Bangla|Cakm Chakma|Cans Unified Canadian Aboriginal Syllabics|\
     Cher Cherokee|Cyrl Cyrillic|Deva Devanagari|Ethi Ethiopic|Geor Georgian|Grek Greek|Gujr Gujarati|\
     Guru Gurmukhi|Hans Simplified|Hant Traditional|Hebr Hebrew|Jpan Japanese|Khmr Khmer|Knda Kannada|Kore Korean|\
     Laoo Lao|Latn Latin|Mlym Malayalam|Mymr Myanmar|Nkoo N’Ko|Olck Ol Chiki|Orya Odia|Sinh Sinhala|Syrc Syriac|\
     Taml Tamil|Telu Telugu|Tfng Tifinagh|Tibt Tibetan|Vaii Vai|Yiii Yi";

/// Variant and name.
#[rustfmt::skip]
pub(super) const VARIANTS: &str =
    "1606NICT Late Middle French to 1606|1694ACAD Early Modern French|1901 Traditional German orthography|\
     1959ACAD Academic|1994 Standardized Resian orthography|1996 German orthography of 1996|\
     ABL1943 Orthographic formulation of 1943|ALALC97 ALA-LC Romanization, 1997 edition|ALUKU Aluku dialect|\
     AO1990 Portuguese Language Orthographic Agreement of 1990|AREVELA Eastern Armenian|AREVMDA Western Armenian|\
     B Bokmål|BAKU1926 Unified Turkic Latin Alphabet|BALANKA Balanka dialect of Anii|\
     BARLA Barlavento dialect group of Kabuverdianu|BISKE San Giorgio/Bila dialect|BOHORIC Bohorič alphabet|\
     BOONT Boontling|COLB1945 Portuguese-Brazilian Orthographic Convention of 1945|DAJNKO Dajnko alphabet|\
     EKAVSK Serbian with Ekavian pronunciation|EMODENG Early Modern English|EURO Euro|FONIPA IPA Phonetics|\
     FONUPA UPA Phonetics|HEPBURN Hepburn romanization|IJEKAVSK Serbian with Ijekavian pronunciation|\
     KKCOR Common Orthography|KSCOR Standard Orthography|LIPAW The Lipovaz dialect of Resian|\
     METELKO Metelko alphabet|MONOTON Monotonic|NDYUKA Ndyuka dialect|NEDIS Natisone dialect|\
     NJIVA Gniva/Njiva dialect|NULIK Modern Volapük|NY Nynorsk|OSOJS Oseacco/Osojane dialect|\
     OXENDICT Oxford English Dictionary spelling|PAMAKA Pamaka dialect|PINYIN Pinyin Romanization|\
     POLYTON Polytonic|POSIX Computer|REVISED Revised Orthography|RIGIK Classic Volapük|ROZAJ Resian|SAAHO Saho|\
     SCOTLAND Scottish Standard English|SCOUSE Scouse|SOLBA Stolvizza/Solbica dialect|\
     SOTAV Sotavento dialect group of Kabuverdianu|TARASK Taraskievica orthography|UCCOR Unified Orthography|\
     UCRCOR Unified Revised Orthography|UNIFON Unifon phonetic alphabet|VALENCIA Valencian|\
     WADEGILE Wade-Giles Romanization";
