//! What Java 25 answered.

/// Pattern, text, whether the whole text matches.
#[rustfmt::skip]
pub(super) const MATCHES: &[(&str, &str, bool)] = &[
    (r"\w", "é", false), (r"(?U)\w", "é", true), (r"(?u)\w", "é", false), (r"\d", "٣", false), (r"(?U)\d", "٣", true),
    (r"\s", "\u{A0}", false), (r"(?U)\s", "\u{A0}", true), (r"\s\s\s", "\t\u{B}\r", true), (r"\h", "\u{A0}", true),
    (r"\v", "\u{2028}", true), (r"[\v-\x10]", "\u{B}", true), ("(?i)é", "É", false), ("(?iu)é", "É", true),
    ("(?i)k", "\u{212A}", false), ("(?iu)k", "\u{212A}", true), ("(?iu)[k]", "\u{212A}", true), ("(?iu)ß", "ẞ", false),
    ("(?iu)aß", "aẞ", true), ("(?iu)[à]", "À", true), ("(?iu)\u{130}", "i", true), ("(?iu)[i]", "\u{131}", true),
    ("(?i)[a-z]", "K", true), ("(?i)[^a]", "A", false), ("(?iu)[é-ü]", "Ë", true), (r"(?i)\p{Lower}", "A", true),
    (r"(?i)\p{Lu}", "a", true), (r"\p{Lower}", "A", false), (r"\p{Punct}", "$", true), (r"\p{Punct}", "—", false),
    (r"(?U)\p{Punct}", "—", true), (r"\p{Alpha}", "é", false), (r"\p{IsAlphabetic}", "é", true),
    (r"(?U)\p{Alpha}", "é", true), (r"\p{javaLowerCase}", "ª", true), (r"\p{InGreek}", "α", true),
    (r"\p{InGREEK AND COPTIC}", "α", true), (r"\p{blk=Greek}", "α", true), (r"\p{sc=Grek}", "α", true),
    (r"\p{IsGreek}", "α", true), (r"\p{gc=Lu}", "A", true), (r"\p{IsEmoji}", "😀", true), (r"\P{L}", "1", true),
    (r"\p{L1}", "ÿ", true), (".", "\n", false), (".", "\r", false), (".", "\u{85}", false), (".", "\u{2028}", false),
    ("(?d).", "\r", true), ("(?s).", "\n", true), (".", "😀", true), ("..", "😀", false), ("[^a]", "😀", true),
    (r"\x{1F600}", "😀", true), (r"\uD83D\uDE00", "😀", true), (r"\uD83D", "😀", false), (r"\N{GRINNING FACE}", "😀", true),
    (r"\N{CJK UNIFIED IDEOGRAPHS 4E00}", "一", true), ("[a-z&&[^aeiou]]", "b", true), ("[a-z&&[^aeiou]]", "e", false),
    ("[a-c[x-z]]", "y", true), ("[[^a]b]", "b", true), ("[a&&&&a]", "a", true), ("[&&a]", "a", true),
    ("[a&&[b]&c]", "a", true), ("[^a&&b]", "a", true), ("[^a&&b]", "b", true), ("[a-z--[aeiou]]", "e", true),
    ("[[:alpha:]]", "p", true), ("[[:alpha:]]", "z", false), ("[]a]", "]", true), ("[a-]", "-", true), ("[a&b]", "&", true),
    ("(?x)[a b]", " ", false), ("(?x)a b", "ab", true), (r"(?x)a\ b", "a b", true), ("(?x)a#c\nb", "ab", true),
    (r"\Qa.b\E", "a.b", true), (r"\Qa.b\E", "axb", false), (r"[\Qa]\E]", "]", true), ("a{2}{3}", "aa", true),
    ("a{0}", "", true), (r"\07", "\u{7}", true), (r"\0101", "A", true), (r"\cA", "\u{1}", true),
    (r"\e\a", "\u{1B}\u{7}", true), (r"\<", "<", true), (r"\R", "\r\n", true), (r"\R{2}", "\r\n", false),
    (r"\R\R", "\r\n", true), (r"\X", "e\u{301}", true), (r"\X", "\r\n", true), (r"\X", "🇫🇷🇩🇪", false),
    (r"\X{2}", "🇫🇷🇩🇪", true), ("a*+a", "aaa", false), ("(?>a|ab)c", "abc", false), ("(?:a|ab)*+c", "abc", false),
    (r"(?=a)\w+", "abc", true), (r"(?!a)\w+", "abc", false), ("a(?<=a)b", "ab", true), ("a(?<!a)b", "ab", false),
    ("aa(?<=a+)b", "aab", true), ("aab(?<=a+b+)", "aab", false), (r"(a)\1", "aa", true), (r"(?i)(a)\1", "aA", true),
    (r"(a)|\1b", "b", false), (r"(a)\11", "aa1", true), (r"(?<n>a)\k<n>", "aa", true), (r"(\w+)\s\1", "hello hello", true),
    ("^a$", "a\n", false), ("a$\n", "a\n", true), ("a$\r\n", "a\r\n", true), ("a$\n\n", "a\n\n", false),
    ("(?m)a$\nb", "a\nb", true), ("(?m)a\r\n^b", "a\r\nb", true), ("(?m)^", "", false), ("(?m)$", "", true),
    ("(?d)a$\n", "a\n", true), ("a\\Z\n", "a\n", true), ("a\\z\n", "a\n", false), (r"\Ga", "a", true),
    (r"a\Gb", "ab", false), (r"\bé", "é", false), (r"(?U)\bé", "é", true), ("a\u{301}\\b", "a\u{301}", true),
    ("a\\b\u{301}", "a\u{301}", false), (r"\b{g}a", "a", true), ("(?:a|b)*c", "ababc", true), ("(a*)*", "aa", true),
    ("(a|b|)+", "ab", true), ("(?:a?){3}", "a", true), ("(?:a{2,3}){2}", "aaaaa", true), (r"\d{3}-\d{4}", "555-1234", true),
    (r"^[\w.+-]+@[\w-]+\.[\w.]+$", "ann@example.com", true), ("^(?!.*admin).*$", "/api/users", true),
    ("^(?!.*admin).*$", "/api/admin/x", false),
];

/// Pattern, text, the matches in turn: start and end of the whole and of each group in UTF-16 units, `_` for a group without a part.
#[rustfmt::skip]
pub(super) const SEARCHES: &[(&str, &str, &str)] = &[
    ("a|ab", "abab", "0-1|2-3"), ("x*", "axb", "0-0|1-2|2-2|3-3"), ("", "ab", "0-0|1-1|2-2"), ("", "a😀", "0-0|1-1|2-2|3-3"),
    (".", "a😀", "0-1|1-3"), ("[^a]*", "a😀b", "0-0|1-4|4-4"), ("(?=(a))", "aba", "0-0 0-1|2-2 2-3"),
    ("(a*)*", "aab", "0-2 2-2|2-2 2-2|3-3 3-3"), ("(a*)+", "b", "0-0 0-0|1-1 1-1"),
    ("(a|ab)(c|bcd)(d*)", "abcd", "0-4 0-1 1-4 4-4"), ("(?:(a)|b)*", "ab", "0-2 0-1|2-2 _"),
    ("(?:([ab])*;)+", "a;b;", "0-4 0-1"), ("(?:([ab])+;)+", "a;b;", "0-4 2-3"), (r"(?:(?=(a))b|a\1)", "aa", "0-2 0-1"),
    (r"((.)x)*\2", "axbxb", "0-5 2-4 2-3"), ("(?>(a)|b)*", "ab", "0-2 0-1|2-2 _"), ("(a)?b", "b", "0-1 _"),
    ("(a?)?b", "b", "0-1 0-0"), ("(a?)*?b", "aab", "0-3 1-2"), ("(a??)+", "aa", "0-0 0-0|1-1 1-1|2-2 2-2"),
    (r"\b", "ab cd", "0-0|2-2|3-3|5-5"), (r"\B", "abc", "1-1|2-2"), (r"\b{g}", "ae\u{301}", "0-0|1-1|3-3"),
    ("$", "a\n", "1-1|2-2"), ("$", "a\r\n", "1-1|3-3"), ("$", "a\n\n", "2-2|3-3"), ("(?m)$", "a\r\nb\n", "1-1|4-4|5-5"),
    ("(?m)^", "a\r\nb\n", "0-0|3-3"), ("(?dm)$", "a\r\nb", "2-2|4-4"), ("^a", "aa", "0-1"), (r"\Ga", "aaba", "0-1|1-2"),
    (r"\G", "ab", "0-0"), ("(?<=a)b", "ab bb", "1-2"), ("(?<=a{1,2})b", "aab", "2-3"),
    (r"(?<=^|,)\w", "a,b,c", "0-1|2-3|4-5"), ("(?<!a)b", "ab bb", "3-4|4-5"), ("(?<=😀)a", "😀a", "2-3"),
    ("(?<=.)a", "😀a", "2-3"), (r"(\w)\1", "aabbc", "0-2 0-1|2-4 2-3"), (r"(?i)(a)\1", "aAbB", "0-2 0-1"),
    (r"(?<y>\d{4})-(?<m>\d\d)", "2024-02", "0-7 0-4 5-7"), (r"\w+@\w+", "x ann@example", "2-13"),
    ("a{1,2}?", "aaa", "0-1|1-2|2-3"), ("(a|b){2}", "abab", "0-2 1-2|2-4 3-4"), ("(?:a|b){2,}?c?", "abc", "0-3"),
    ("(a{1,2}){2}", "aaa", "0-3 2-3"), ("((a)|(b))+", "ab", "0-2 1-2 0-1 1-2"), ("(a+|b+)*", "aabb", "0-4 2-4|4-4 _"),
    ("(?:(a+)(b*))*", "aabab", "0-5 3-4 4-5|5-5 _ _"), ("([^,]*),?", "a,,b", "0-2 0-1|2-3 2-2|3-4 3-4|4-4 4-4"),
    (r"\s+|$", "a b ", "1-2|3-4|4-4"), (r"\R", "a\r\nb\n", "1-3|4-5"), (r"\X", "e\u{301}a", "0-2|2-3"),
    (r"(?<=\b)\w", "ab cd", "0-1|3-4"), ("(a)(?=(b)?)", "ab a", "0-1 0-1 1-2|3-4 3-4 _"),
    ("(?!(a))b", "bab", "0-1 _|2-3 1-2"), ("(?:(x)|y)+?z", "xyz", "0-3 0-1"), ("/+$", "/a//", "2-4"), ("[^b]", "😀", "0-2"),
];

/// Pattern, text, replacement, results of `replaceAll` and `replaceFirst`.
#[rustfmt::skip]
pub(super) const REPLACEMENTS: &[Replacement] = &[
    ("a", "aba", "<$0>", Ok("<a>b<a>"), Ok("<a>ba")), ("(a)(b)?", "abac", "[$1$2]", Ok("[ab][a]c"), Ok("[ab]ac")),
    (r"(?<n>\d)", "a1b2", "${n}${n}", Ok("a11b22"), Ok("a11b2")), ("x*", "axb", "-", Ok("-a--b-"), Ok("-axb")),
    ("", "abc", "-", Ok("-a-b-c-"), Ok("-abc")), ("b", "abc", r"\$\\", Ok(r"a$\c"), Ok(r"a$\c")),
    ("b", "abc", "$", Err("IllegalArgumentException"), Err("IllegalArgumentException")),
    ("b", "abc", r"\", Err("IllegalArgumentException"), Err("IllegalArgumentException")),
    ("b", "abc", "$1", Err("IndexOutOfBoundsException"), Err("IndexOutOfBoundsException")),
    ("(b)", "abc", "$12", Ok("ab2c"), Ok("ab2c")),
    ("b", "abc", "${n}", Err("IllegalArgumentException"), Err("IllegalArgumentException")),
    ("b", "abc", "${1}", Err("IllegalArgumentException"), Err("IllegalArgumentException")),
    ("b", "abc", "${", Err("IllegalArgumentException"), Err("IllegalArgumentException")),
    ("(?<n>b)", "abc", "${n", Err("IllegalArgumentException"), Err("IllegalArgumentException")),
    ("b", "abc", "$x", Err("IllegalArgumentException"), Err("IllegalArgumentException")),
    ("z", "abc", "$9", Ok("abc"), Ok("abc")), (r"\s+", "a  b\tc", " ", Ok("a b c"), Ok("a b\tc")),
    ("^", "a\nb", "> ", Ok("> a\nb"), Ok("> a\nb")), ("(?m)^", "a\nb", "> ", Ok("> a\n> b"), Ok("> a\nb")),
    ("/+$", "/a/b//", "", Ok("/a/b"), Ok("/a/b")), ("[aeiou]", "hello world", "*", Ok("h*ll* w*rld"), Ok("h*llo world")),
    (r"(\w+) (\w+)", "hello world", "$2 $1", Ok("world hello"), Ok("world hello")),
    (r"\.", "a.b.c", r"\.", Ok("a.b.c"), Ok("a.b.c")), ("é", "été", "E", Ok("EtE"), Ok("Eté")),
    ("o(?=r)", "foo for", "0", Ok("foo f0r"), Ok("foo f0r")), ("(?i)A", "abA", "_", Ok("_b_"), Ok("_bA")),
];

/// Pattern, text, replacement, result or exception for all matches and for the first.
pub(super) type Replacement = (
    &'static str,
    &'static str,
    &'static str,
    Result<&'static str, &'static str>,
    Result<&'static str, &'static str>,
);

/// Pattern, text, parts with limits 0, -1 and 2.
pub(super) type Split = (
    &'static str,
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
    &'static [&'static str],
);

/// Results of `split`.
#[rustfmt::skip]
pub(super) const SPLITS: &[Split] = &[
    (",", "a,b,,c,,", &["a", "b", "", "c"], &["a", "b", "", "c", "", ""], &["a", "b,,c,,"]), (",", "", &[""], &[""], &[""]),
    (",", ",", &[], &["", ""], &["", ""]), (",", "abc", &["abc"], &["abc"], &["abc"]),
    ("", "abc", &["a", "b", "c"], &["a", "b", "c", ""], &["a", "bc"]), (".", "abc", &[], &["", "", "", ""], &["", "bc"]),
    (r"\.", "a.b.c", &["a", "b", "c"], &["a", "b", "c"], &["a", "b.c"]),
    (r"\|", "a|b", &["a", "b"], &["a", "b"], &["a", "b"]),
    ("|", "a|b", &["a", "|", "b"], &["a", "|", "b", ""], &["a", "|b"]),
    (r"\s*,\s*", "a , b,c", &["a", "b", "c"], &["a", "b", "c"], &["a", "b,c"]),
    ("(?=b)", "abab", &["a", "ba", "b"], &["a", "ba", "b"], &["a", "bab"]),
    (r"\d", "a1b2c", &["a", "b", "c"], &["a", "b", "c"], &["a", "b2c"]),
    ("o", "boo:and:foo", &["b", "", ":and:f"], &["b", "", ":and:f", "", ""], &["b", "o:and:foo"]),
    (":", "boo:and:foo", &["boo", "and", "foo"], &["boo", "and", "foo"], &["boo", "and:foo"]),
    ("(?<=,)", "a,b", &["a,", "b"], &["a,", "b"], &["a,", "b"]), ("^a", "aab", &["", "ab"], &["", "ab"], &["", "ab"]),
    ("a", "", &[""], &[""], &[""]), ("b*", "abc", &["a", "", "c"], &["a", "", "c", ""], &["a", "c"]),
    (r"\b", "hi you", &["hi", " ", "you"], &["hi", " ", "you", ""], &["hi", " you"]),
    ("é", "aéb", &["a", "b"], &["a", "b"], &["a", "b"]), ("/", "/p/q", &["", "p", "q"], &["", "p", "q"], &["", "p/q"]),
];
