//! Texts, hash codes and order of the plain values.

use crate::java::time::date::Date;
use crate::java::time::instant::Instant;
use crate::java::time::local_date::LocalDate;
use crate::java::time::local_date_time::LocalDateTime;
use crate::java::time::time_zone::TimeZone;
use crate::java::time::zone::ZoneId;
use crate::java::time::zoned::ZonedDateTime;

#[test]
fn iso_text_is_read_and_written() {
    let dates = [
        "2024-02-29",
        "-0005-03-01",
        "0000-01-01",
        "+12345-01-01",
        "+999999999-12-31",
        "-999999999-01-01",
    ];
    for text in dates {
        assert_eq!(
            LocalDate::parse(text)
                .map(|date| date.to_string())
                .as_deref(),
            Ok(text)
        );
    }
    let zoned = [
        ("2024-02-29T13:14:15.123+01:00[Europe/Paris]", 769_608_172),
        ("2024-02-29T13:14:15Z", -1_956_139_574),
        ("2024-03-31T01:30+01:00[Europe/Paris]", -161_084_208),
    ];
    for (text, hash) in zoned {
        let value = ZonedDateTime::parse(text).expect(text);
        assert_eq!(
            (value.to_string().as_str(), value.hash_code()),
            (text, hash)
        );
    }
    assert_eq!(
        Instant::parse("2024-03-31T00:30:00Z")
            .expect("instant")
            .to_string(),
        "2024-03-31T00:30:00Z"
    );
    assert_eq!(Instant::MIN.to_string(), "-1000000000-01-01T00:00:00Z");
    assert_eq!(
        Instant::MAX.to_string(),
        "+1000000000-12-31T23:59:59.999999999Z"
    );
}

#[test]
fn hash_codes_are_those_of_java() {
    assert_eq!(LocalDate::MAX.hash_code(), -304_794_849);
    assert_eq!(LocalDateTime::MAX.hash_code(), 2_090_566_260);
    let local = LocalDateTime::parse("2024-01-31T10:20:30.000000001").expect("local");
    assert_eq!(local.hash_code(), 1_221_832_066);
    assert_eq!(
        ZoneId::of("Europe/Paris").expect("zone").hash_code(),
        -672_549_154
    );
}

#[test]
fn dates_read_as_in_the_julian_calendar_before_its_end() {
    let utc = TimeZone::get_time_zone("UTC");
    let rows = [
        (
            i64::MIN,
            "Sun Dec 02 16:47:04 UTC 292269055",
            "2 Dec 292269055 16:47:04 GMT",
            292_267_155,
            0,
        ),
        (
            i64::MAX,
            "Sun Aug 17 07:12:55 UTC 292278994",
            "17 Aug 292278994 07:12:55 GMT",
            292_277_094,
            0,
        ),
        (
            -62_135_596_800_000,
            "Mon Jan 03 00:00:00 UTC 1",
            "3 Jan 1 00:00:00 GMT",
            -1899,
            1,
        ),
        (
            -62_135_769_600_001,
            "Fri Dec 31 23:59:59 UTC 1",
            "31 Dec 1 23:59:59 GMT",
            -1899,
            5,
        ),
        (
            -62_198_755_200_000,
            "Fri Jan 03 00:00:00 UTC 2",
            "3 Jan 2 00:00:00 GMT",
            -1898,
            5,
        ),
        (
            -12_219_292_800_000,
            "Fri Oct 15 00:00:00 UTC 1582",
            "15 Oct 1582 00:00:00 GMT",
            -318,
            5,
        ),
        (
            -12_219_292_800_001,
            "Thu Oct 04 23:59:59 UTC 1582",
            "4 Oct 1582 23:59:59 GMT",
            -318,
            4,
        ),
        (
            -100_000_000_000_000,
            "Thu Feb 26 14:13:20 UTC 1200",
            "26 Feb 1200 14:13:20 GMT",
            -700,
            4,
        ),
        (
            253_402_300_800_000,
            "Sat Jan 01 00:00:00 UTC 10000",
            "1 Jan 10000 00:00:00 GMT",
            8100,
            6,
        ),
    ];
    for (millis, text, gmt, year, day) in rows {
        let date = Date::new(millis);
        let found = (
            date.to_text(utc),
            date.to_gmt_string(),
            date.get_year(utc),
            date.get_day(utc),
        );
        assert_eq!(found, (text.to_owned(), gmt.to_owned(), year, day));
    }
}

#[test]
fn dates_follow_the_default_zone() {
    let paris = TimeZone::get_time_zone("Europe/Paris");
    let rows = [
        (i64::MIN, "Sun Dec 02 17:47:04 CET 292269055"),
        (
            9_223_371_907_315_200_000,
            "Sat Jul 10 02:00:00 CEST 292278990",
        ),
        (1_711_846_800_000, "Sun Mar 31 03:00:00 CEST 2024"),
        (1_729_990_800_000, "Sun Oct 27 02:00:00 CET 2024"),
        (-3_000_000_000_000, "Mon Dec 07 19:40:00 CET 1874"),
        (-1_000_000_000_000, "Sun Apr 24 23:13:20 CEST 1938"),
        (-900_000_000_000, "Wed Jun 25 10:00:00 CEST 1941"),
    ];
    for (millis, text) in rows {
        assert_eq!(Date::new(millis).to_text(paris), text);
    }
    // A time in a gap goes forward, one in an overlap is the second.
    assert_eq!(
        Date::of([124, 2, 31, 2, 30, 0], paris).millis,
        1_711_848_600_000
    );
    assert_eq!(
        Date::of([124, 9, 27, 2, 30, 0], paris).millis,
        1_729_992_600_000
    );
    assert_eq!(
        Date::new(0).to_text(TimeZone::get_time_zone("Asia/Kabul")),
        "Thu Jan 01 04:30:00 GMT+04:30 1970"
    );
}
