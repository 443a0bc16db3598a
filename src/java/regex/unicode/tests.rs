use super::super::syntax::ast::Node;
use super::super::syntax::parse;
use super::*;

/// The set of a pattern of one element.
fn set_of(pattern: &str) -> CharSet {
    match parse(pattern.chars().map(u32::from).collect()).map(|ast| ast.root) {
        Ok(Node::One(set)) => set,
        other => panic!("`{pattern}` is no set: {other:?}"),
    }
}

/// Number of members, and a number that depends on the bounds of all ranges.
fn fingerprint(set: &CharSet) -> (u32, u32) {
    let count = set
        .ranges()
        .iter()
        .map(|(first, last)| last - first + 1)
        .sum();
    let bounds = set.ranges().iter().flat_map(|&(first, last)| [first, last]);
    (
        count,
        bounds.fold(0, |sum: u32, bound| {
            sum.wrapping_mul(31).wrapping_add(bound)
        }),
    )
}

#[test]
fn sets_have_the_members_that_java_gives_them() {
    let wrong: Vec<_> = SETS
        .iter()
        .filter(|(pattern, count, bounds)| fingerprint(&set_of(pattern)) != (*count, *bounds))
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn blocks_have_up_to_three_spellings() {
    let greek = Some(CharSet::range(0x370, 0x3FF));
    for name in ["Greek", "GREEK", "Greek and Coptic", "greekandcoptic"] {
        assert_eq!(block(name), greek, "{name}");
    }
    for name in [
        "LATIN-1 SUPPLEMENT",
        "LATIN-1SUPPLEMENT",
        "LATIN_1_SUPPLEMENT",
    ] {
        assert_eq!(block(name), Some(CharSet::range(0x80, 0xFF)), "{name}");
    }
    for name in ["", "GREEK_AND_COPTIC", "LATIN 1 SUPPLEMENT", "NO_BLOCK"] {
        assert_eq!(block(name), None, "{name}");
    }
    assert_eq!(block("SURROGATES_AREA"), Some(CharSet::default()));
}

#[test]
fn names_are_spelled_as_java_spells_them() {
    let known = [
        ("LATIN SMALL LETTER A", 0x61),
        (" latin small letter a ", 0x61),
        ("LINE FEED (LF)", 0x0A),
        ("BEL", 0x07),
        ("BELL", 0x1F514),
        ("LATIN 1 SUPPLEMENT 84", 0x84),
        ("CJK UNIFIED IDEOGRAPHS 4E00", 0x4E00),
        ("HANGUL SYLLABLES AC00", 0xAC00),
        ("TANGUT 17000", 0x17000),
        ("HIGH SURROGATES D800", 0xD800),
        ("SUPPLEMENTARY PRIVATE USE AREA A F0000", 0xF0000),
    ];
    for (name, c) in known {
        assert_eq!(code_point_of(name), Some(c), "{name}");
    }
    let unknown = [
        "",
        "-",
        "LATIN SMALL LETTERA",
        "LATIN_SMALL_LETTER_A",
        "LF",
        "CJK UNIFIED IDEOGRAPH-4E00",
        "HANGUL SYLLABLE GA",
        "CJK UNIFIED IDEOGRAPHS 04E00",
        "BASIC LATIN 41",
        "GREEK 378",
    ];
    for name in unknown {
        assert_eq!(code_point_of(name), None, "{name}");
    }
}

/// Pattern, number of characters that it matches in Java 25, fingerprint of the ranges.
#[rustfmt::skip]
const SETS: &[(&str, u32, u32)] = &[
    (r"\p{Cn}", 819533, 0x8FC6512), (r"\p{Lu}", 1858, 0x53109E57), (r"(?i)\p{Lu}", 4147, 0xC018802),
    (r"\p{Ll}", 2258, 0x64C42D7C), (r"(?i)\p{Ll}", 4147, 0xC018802), (r"\p{Lt}", 31, 0xC28DEDD5),
    (r"(?i)\p{Lt}", 4147, 0xC018802), (r"\p{Lm}", 404, 0x2DF9CE9), (r"\p{Lo}", 136477, 0x8908A96D), (r"\p{Mn}", 2020, 0x83FEE8FF),
    (r"\p{Me}", 13, 0xE6B0FBA8), (r"\p{Mc}", 468, 0x9621A316), (r"\p{Nd}", 760, 0x74A77091), (r"\p{Nl}", 236, 0xA80D6D00),
    (r"\p{No}", 915, 0xA7C699EB), (r"\p{Zs}", 17, 0x204AE24A), (r"\p{Zl}", 1, 0x40500), (r"\p{Zp}", 1, 0x40520),
    (r"\p{Cc}", 65, 0x845F), (r"\p{Cf}", 170, 0x478C2A55), (r"\p{Co}", 137468, 0x1FB7639), (r"\p{Cs}", 2048, 0x1B07FF),
    (r"\p{Pd}", 27, 0xBFA3FCE7), (r"\p{Ps}", 79, 0x9C66CFE0), (r"\p{Pe}", 77, 0xCC89F9A1), (r"\p{Pc}", 10, 0xA106F424),
    (r"\p{Po}", 640, 0xBF40EE9F), (r"\p{Sm}", 950, 0x5915B2F5), (r"\p{Sc}", 63, 0x8057E70A), (r"\p{Sk}", 125, 0x2E23271E),
    (r"\p{So}", 7376, 0x18067D55), (r"\p{Pi}", 12, 0x939FDFA1), (r"\p{Pf}", 10, 0xD8B7E100), (r"\p{L}", 141028, 0x72A4F77F),
    (r"\p{M}", 2501, 0xDDB9FD44), (r"\p{N}", 1911, 0xE2B4F247), (r"\p{Z}", 19, 0xC8B1680B), (r"\p{C}", 959284, 0xE82ED154),
    (r"\p{P}", 855, 0xC48E4631), (r"\p{S}", 8514, 0xC04F9996), (r"\p{LC}", 4147, 0xC018802), (r"\p{LD}", 141788, 0x7A6DD2C4),
    (r"\p{L1}", 256, 0xFF), (r"\p{all}", 1114112, 0x10FFFF), (r"\p{ASCII}", 128, 0x7F), (r"\p{Alnum}", 62, 0x552AC3BB),
    (r"(?U)\p{Alnum}", 143519, 0xA11DFA7D), (r"\p{Alpha}", 52, 0x1EEA32), (r"(?U)\p{Alpha}", 142759, 0x362729B2),
    (r"\p{Blank}", 2, 0x43D20), (r"(?U)\p{Blank}", 18, 0x37226B6A), (r"\p{Cntrl}", 33, 0x843F), (r"(?U)\p{Cntrl}", 65, 0x845F),
    (r"\p{Digit}", 10, 0x609), (r"(?U)\p{Digit}", 760, 0x74A77091), (r"\p{Graph}", 94, 0x47D),
    (r"(?U)\p{Graph}", 292447, 0xA14DDC5E), (r"\p{Lower}", 26, 0xC39), (r"(?i)\p{Lower}", 52, 0x1EEA32),
    (r"(?U)\p{Lower}", 2569, 0x56A1B1E6), (r"(?iU)\p{Lower}", 4578, 0x9A4422C3), (r"\p{Print}", 95, 0x45E),
    (r"(?U)\p{Print}", 292464, 0xEFA66893), (r"\p{Punct}", 32, 0x80F5737C), (r"(?U)\p{Punct}", 855, 0xC48E4631),
    (r"\p{Space}", 6, 0x44C24), (r"(?U)\p{Space}", 25, 0x789E60CF), (r"\p{Upper}", 26, 0x839), (r"(?i)\p{Upper}", 52, 0x1EEA32),
    (r"(?U)\p{Upper}", 1978, 0x1A07E88A), (r"(?iU)\p{Upper}", 4578, 0x9A4422C3), (r"\p{XDigit}", 22, 0x552A7893),
    (r"(?U)\p{XDigit}", 784, 0xBF8852A5), (r"\p{javaLowerCase}", 2569, 0x56A1B1E6), (r"(?i)\p{javaLowerCase}", 4578, 0x9A4422C3),
    (r"\p{javaUpperCase}", 1978, 0x1A07E88A), (r"(?i)\p{javaUpperCase}", 4578, 0x9A4422C3),
    (r"\p{javaAlphabetic}", 142759, 0x362729B2), (r"\p{javaIdeographic}", 106477, 0xEC9EE6D8),
    (r"\p{javaTitleCase}", 31, 0xC28DEDD5), (r"(?i)\p{javaTitleCase}", 4578, 0x9A4422C3), (r"\p{javaDigit}", 760, 0x74A77091),
    (r"\p{javaDefined}", 294579, 0x7E0A6318), (r"\p{javaLetter}", 141028, 0x72A4F77F),
    (r"\p{javaLetterOrDigit}", 141788, 0x7A6DD2C4), (r"\p{javaJavaIdentifierStart}", 141337, 0x8CA1FCBC),
    (r"\p{javaJavaIdentifierPart}", 144811, 0x64616034), (r"\p{javaUnicodeIdentifierStart}", 141270, 0xEA667B70),
    (r"\p{javaUnicodeIdentifierPart}", 144766, 0xBAFBA4F7), (r"\p{javaIdentifierIgnorable}", 226, 0x7DC7AEAA),
    (r"\p{javaSpaceChar}", 19, 0xC8B1680B), (r"\p{javaWhitespace}", 25, 0x600F6191), (r"\p{javaISOControl}", 65, 0x845F),
    (r"\p{javaMirrored}", 554, 0xB0C64F8), (r"\p{IsALPHABETIC}", 142759, 0x362729B2), (r"\p{IsASSIGNED}", 294579, 0x7E0A6318),
    (r"\p{IsCONTROL}", 65, 0x845F), (r"\p{IsEMOJI}", 1431, 0x413FE901), (r"\p{IsEMOJI_PRESENTATION}", 1212, 0x9B8483EC),
    (r"\p{IsEMOJI_MODIFIER}", 5, 0x3E7F64), (r"\p{IsEMOJI_MODIFIER_BASE}", 134, 0x1EACA7BE),
    (r"\p{IsEMOJI_COMPONENT}", 146, 0x749B74E8), (r"\p{IsEXTENDED_PICTOGRAPHIC}", 3537, 0x3BB6BC23),
    (r"\p{IsHEXDIGIT}", 784, 0xBF8852A5), (r"\p{IsHEX_DIGIT}", 784, 0xBF8852A5), (r"\p{IsIDEOGRAPHIC}", 106477, 0xEC9EE6D8),
    (r"\p{IsJOINCONTROL}", 2, 0x40181), (r"\p{IsJOIN_CONTROL}", 2, 0x40181), (r"\p{IsLETTER}", 141028, 0x72A4F77F),
    (r"\p{IsLOWERCASE}", 2569, 0x56A1B1E6), (r"(?i)\p{IsLOWERCASE}", 4578, 0x9A4422C3),
    (r"\p{IsNONCHARACTERCODEPOINT}", 66, 0x51D6C30), (r"\p{IsTITLECASE}", 31, 0xC28DEDD5),
    (r"(?i)\p{IsTITLECASE}", 4578, 0x9A4422C3), (r"\p{IsPUNCTUATION}", 855, 0xC48E4631), (r"\p{IsUPPERCASE}", 1978, 0x1A07E88A),
    (r"(?i)\p{IsUPPERCASE}", 4578, 0x9A4422C3), (r"\p{IsWHITESPACE}", 25, 0x789E60CF), (r"\p{IsWORD}", 144667, 0x23F397FF),
    (r"\p{IsALPHA}", 142759, 0x362729B2), (r"\p{IsLOWER}", 2569, 0x56A1B1E6), (r"(?i)\p{IsLOWER}", 4578, 0x9A4422C3),
    (r"\p{IsUPPER}", 1978, 0x1A07E88A), (r"(?i)\p{IsUPPER}", 4578, 0x9A4422C3), (r"\p{IsSPACE}", 25, 0x789E60CF),
    (r"\p{IsPUNCT}", 855, 0xC48E4631), (r"\p{IsXDIGIT}", 784, 0xBF8852A5), (r"\p{IsALNUM}", 143519, 0xA11DFA7D),
    (r"\p{IsCNTRL}", 65, 0x845F), (r"\p{IsDIGIT}", 760, 0x74A77091), (r"\p{IsBLANK}", 18, 0x37226B6A),
    (r"\p{IsGRAPH}", 292447, 0xA14DDC5E), (r"\p{IsPRINT}", 292464, 0xEFA66893), (r"\d", 10, 0x609), (r"(?U)\d", 760, 0x74A77091),
    (r"\w", 63, 0xB5877F1B), (r"(?U)\w", 144667, 0x23F397FF), (r"\s", 6, 0x44C24), (r"(?U)\s", 25, 0x789E60CF),
    (r"\h", 19, 0x22CFE52A), (r"(?U)\h", 19, 0x22CFE52A), (r"\v", 7, 0x120A1564), (r"(?U)\v", 7, 0x120A1564),
    (r".", 1114107, 0x47D21416), (r"(?U).", 1114107, 0x47D21416), (r"(?s).", 1114112, 0x10FFFF),
    (r"(?U)(?s).", 1114112, 0x10FFFF), (r"(?d).", 1114111, 0x11231D), (r"(?U)(?d).", 1114111, 0x11231D),
    (r"\p{IsCOMMON}", 9053, 0x2515656F), (r"\p{IsLATIN}", 1487, 0xD58B66C8), (r"\p{IsGREEK}", 518, 0x971BC702),
    (r"\p{IsCYRILLIC}", 508, 0xFFA31052), (r"\p{IsARMENIAN}", 96, 0xFD5CECDC), (r"\p{IsHEBREW}", 134, 0x562CA0FD),
    (r"\p{IsARABIC}", 1373, 0xA77155A2), (r"\p{IsSYRIAC}", 88, 0x99345414), (r"\p{IsTHAANA}", 50, 0xF031),
    (r"\p{IsDEVANAGARI}", 164, 0x2698C93F), (r"\p{IsBENGALI}", 96, 0xDE5C3DB2), (r"\p{IsGURMUKHI}", 80, 0xB04DEC60),
    (r"\p{IsGUJARATI}", 91, 0x3C2BB1CD), (r"\p{IsORIYA}", 91, 0x1E3D1C6D), (r"\p{IsTAMIL}", 123, 0xA7F4D4C9),
    (r"\p{IsTELUGU}", 100, 0x2181BEB7), (r"\p{IsKANNADA}", 91, 0x37A7B7CE), (r"\p{IsMALAYALAM}", 118, 0x109BD36F),
    (r"\p{IsSINHALA}", 111, 0x784EBB22), (r"\p{IsTHAI}", 86, 0x694D634), (r"\p{IsLAO}", 83, 0x309F4468),
    (r"\p{IsTIBETAN}", 207, 0x9D7398C8), (r"\p{IsMYANMAR}", 243, 0xDE5464EF), (r"\p{IsGEORGIAN}", 173, 0x35FF88C3),
    (r"\p{IsHANGUL}", 11739, 0x13E2A24D), (r"\p{IsETHIOPIC}", 523, 0xBEF93347), (r"\p{IsCHEROKEE}", 172, 0x9FCA81E9),
    (r"\p{IsCANADIAN_ABORIGINAL}", 726, 0x69A91A13), (r"\p{IsOGHAM}", 29, 0x2D01C), (r"\p{IsRUNIC}", 86, 0xAA1C794),
    (r"\p{IsKHMER}", 146, 0x9F95220E), (r"\p{IsMONGOLIAN}", 168, 0xF7439BE2), (r"\p{IsHIRAGANA}", 381, 0xF5B19E57),
    (r"\p{IsKATAKANA}", 321, 0x86769EF3), (r"\p{IsBOPOMOFO}", 77, 0x39251F2A), (r"\p{IsHAN}", 99030, 0x11552FC0),
    (r"\p{IsYI}", 1220, 0x4B39A3C2), (r"\p{IsOLD_ITALIC}", 39, 0x79A94905), (r"\p{IsGOTHIC}", 27, 0x20661A),
    (r"\p{IsDESERET}", 80, 0x20804F), (r"\p{IsINHERITED}", 657, 0x1E58B9B4), (r"\p{IsTAGALOG}", 23, 0xACE12B5),
    (r"\p{IsHANUNOO}", 21, 0x2E414), (r"\p{IsBUHID}", 20, 0x2E813), (r"\p{IsTAGBANWA}", 18, 0x3857798F),
    (r"\p{IsLIMBU}", 68, 0xFD5C4AFF), (r"\p{IsTAI_LE}", 35, 0xBE444E1), (r"\p{IsLINEAR_B}", 211, 0xBCFAD80C),
    (r"\p{IsUGARITIC}", 31, 0x79E550BD), (r"\p{IsSHAVIAN}", 48, 0x208A2F), (r"\p{IsOSMANYA}", 40, 0x7A5D90E6),
    (r"\p{IsCYPRIOT}", 55, 0x116E61B1), (r"\p{IsBRAILLE}", 256, 0x500FF), (r"\p{IsBUGINESE}", 30, 0xC36E91C),
    (r"\p{IsCOPTIC}", 137, 0xEC886CA6), (r"\p{IsNEW_TAI_LUE}", 83, 0xC83C0CF), (r"\p{IsGLAGOLITIC}", 134, 0x415DBA00),
    (r"\p{IsTIFINAGH}", 59, 0xB1211C38), (r"\p{IsSYLOTI_NAGRI}", 45, 0x15002C), (r"\p{IsOLD_PERSIAN}", 50, 0x79F47070),
    (r"\p{IsKHAROSHTHI}", 68, 0x5342B33C), (r"\p{IsBALINESE}", 127, 0xCAFE73D), (r"\p{IsCUNEIFORM}", 1234, 0x8EBF740E),
    (r"\p{IsPHOENICIAN}", 29, 0x7C7AA93B), (r"\p{IsPHAGS_PA}", 56, 0x150837), (r"\p{IsNKO}", 62, 0x3A4D15C),
    (r"\p{IsSUNDANESE}", 72, 0xCEBF486), (r"\p{IsBATAK}", 56, 0xD09B6F6), (r"\p{IsLEPCHA}", 74, 0x628D7A47),
    (r"\p{IsOL_CHIKI}", 48, 0x38A2F), (r"\p{IsVAI}", 300, 0x14A12B), (r"\p{IsSAURASHTRA}", 82, 0x4F272CD0),
    (r"\p{IsKAYAH_LI}", 47, 0x4F62EECD), (r"\p{IsREJANG}", 37, 0x4F795543), (r"\p{IsLYCIAN}", 29, 0x20501C),
    (r"\p{IsCARIAN}", 49, 0x205430), (r"\p{IsLYDIAN}", 27, 0x7C89A9B9), (r"\p{IsCHAM}", 83, 0xC89E708F),
    (r"\p{IsTAI_THAM}", 127, 0xF0BA801A), (r"\p{IsTAI_VIET}", 72, 0x5017A326), (r"\p{IsAVESTAN}", 61, 0x7D6B8E1B),
    (r"\p{IsEGYPTIAN_HIEROGLYPHS}", 5105, 0x8EDCDEAF), (r"\p{IsSAMARITAN}", 61, 0x3C2AEFB), (r"\p{IsMANDAIC}", 29, 0x3E0791B),
    (r"\p{IsLISU}", 49, 0x4D7AC06F), (r"\p{IsBAMUM}", 657, 0x4E5E1CCF), (r"\p{IsJAVANESE}", 90, 0xE5FE5957),
    (r"\p{IsMEETEI_MAYEK}", 79, 0x4FEB000C), (r"\p{IsIMPERIAL_ARAMAIC}", 31, 0x7C2061BD),
    (r"\p{IsOLD_SOUTH_ARABIAN}", 32, 0x214C1F), (r"\p{IsINSCRIPTIONAL_PARTHIAN}", 30, 0x7D8921DC),
    (r"\p{IsINSCRIPTIONAL_PAHLAVI}", 27, 0x7D981E99), (r"\p{IsOLD_TURKIC}", 73, 0x218048), (r"\p{IsBRAHMI}", 115, 0xA34A1F50),
    (r"\p{IsKAITHI}", 68, 0x80012162), (r"\p{IsMEROITIC_HIEROGLYPHS}", 32, 0x21301F), (r"\p{IsMEROITIC_CURSIVE}", 90, 0x627E29D7),
    (r"\p{IsSORA_SOMPENG}", 35, 0x80261221), (r"\p{IsCHAKMA}", 71, 0x803D0A05), (r"\p{IsSHARADA}", 96, 0x22305F),
    (r"\p{IsTAKRI}", 68, 0x82D27E02), (r"\p{IsMIAO}", 149, 0x26DA6152), (r"\p{IsCAUCASIAN_ALBANIAN}", 53, 0x7AB09353),
    (r"\p{IsBASSA_VAH}", 36, 0xAA6CA4E2), (r"\p{IsDUPLOYAN}", 143, 0x2AE05ECA), (r"\p{IsELBASAN}", 40, 0x20A027),
    (r"\p{IsGRANTHA}", 85, 0x9AE81A86), (r"\p{IsPAHAWH_HMONG}", 127, 0x741C221A), (r"\p{IsKHOJKI}", 65, 0x80B4C25F),
    (r"\p{IsLINEAR_A}", 341, 0xE795912), (r"\p{IsMAHAJANI}", 39, 0x222A26), (r"\p{IsMANICHAEAN}", 51, 0x7D4D4411),
    (r"\p{IsMENDE_KIKAKUI}", 213, 0xE53CF8B3), (r"\p{IsMODI}", 79, 0x8296894D), (r"\p{IsMRO}", 43, 0xC427C4A8),
    (r"\p{IsOLD_NORTH_ARABIAN}", 32, 0x21501F), (r"\p{IsNABATAEAN}", 40, 0x7C3E9586), (r"\p{IsPALMYRENE}", 32, 0x210C1F),
    (r"\p{IsPAU_CIN_HAU}", 57, 0x235838), (r"\p{IsOLD_PERMIC}", 43, 0x206A2A), (r"\p{IsPSALTER_PAHLAVI}", 29, 0xB08BAB1A),
    (r"\p{IsSIDDHAM}", 92, 0x825A2E1A), (r"\p{IsKHUDAWADI}", 69, 0x81080DC3), (r"\p{IsTIRHUTA}", 82, 0x81E23490),
    (r"\p{IsWARANG_CITI}", 84, 0x83D267B2), (r"\p{IsAHOM}", 65, 0xF83CD95E), (r"\p{IsANATOLIAN_HIEROGLYPHS}", 583, 0x288246),
    (r"\p{IsHATRAN}", 26, 0xFA564B7), (r"\p{IsMULTANI}", 38, 0x6B085521), (r"\p{IsOLD_HUNGARIAN}", 108, 0x75D81A29),
    (r"\p{IsSIGNWRITING}", 672, 0x6D80239D), (r"\p{IsADLAM}", 88, 0x46A5FA55), (r"\p{IsBHAIKSUKI}", 97, 0xBAA3C75D),
    (r"\p{IsMARCHEN}", 68, 0x8F0D4CE1), (r"\p{IsNEWA}", 97, 0x81A6613F), (r"\p{IsOSAGE}", 72, 0x7A743486),
    (r"\p{IsTANGUT}", 6914, 0x4FD21FBE), (r"\p{IsMASARAM_GONDI}", 75, 0x69BBEF84), (r"\p{IsNUSHU}", 397, 0xACD5A3AB),
    (r"\p{IsSOYOMBO}", 83, 0x234A52), (r"\p{IsZANABAZAR_SQUARE}", 72, 0x234047), (r"\p{IsHANIFI_ROHINGYA}", 50, 0x7E5BD870),
    (r"\p{IsOLD_SOGDIAN}", 40, 0x21E027), (r"\p{IsSOGDIAN}", 42, 0x21E629), (r"\p{IsDOGRA}", 60, 0x23003B),
    (r"\p{IsGUNJALA_GONDI}", 63, 0x5BDBA2B9), (r"\p{IsMAKASAR}", 25, 0x23DC18), (r"\p{IsMEDEFAIDRIN}", 91, 0x2DC85A),
    (r"\p{IsELYMAIC}", 23, 0x21FC16), (r"\p{IsNANDINAGARI}", 65, 0x981AA1FE), (r"\p{IsNYIAKENG_PUACHUE_HMONG}", 71, 0x3EB51A43),
    (r"\p{IsWANCHO}", 59, 0xE2C38DD9), (r"\p{IsYEZIDI}", 47, 0xFC1F6E8C), (r"\p{IsCHORASMIAN}", 28, 0x21F61B),
    (r"\p{IsDIVES_AKURU}", 72, 0xACBAF80), (r"\p{IsKHITAN_SMALL_SCRIPT}", 472, 0xC16D9CF5), (r"\p{IsVITHKUQI}", 70, 0x5FC957BE),
    (r"\p{IsOLD_UYGHUR}", 26, 0x21EE19), (r"\p{IsCYPRO_MINOAN}", 99, 0x25F262), (r"\p{IsTANGSA}", 89, 0xAA404AD7),
    (r"\p{IsTOTO}", 31, 0x3C521E), (r"\p{IsKAWI}", 87, 0x12EE2854), (r"\p{IsNAG_MUNDARI}", 42, 0x3C9A29),
    (r"\p{IsTODHRI}", 52, 0x20B833), (r"\p{IsGARAY}", 69, 0xC7A40DA2), (r"\p{IsTULU_TIGALARI}", 80, 0x109CDEC5),
    (r"\p{IsSUNUWAR}", 44, 0x854971EA), (r"\p{IsGURUNG_KHEMA}", 58, 0x2C2039), (r"\p{IsKIRAT_RAI}", 58, 0x2DA839),
    (r"\p{IsOL_ONAL}", 44, 0xE433978A), (r"\p{IsUNKNOWN}", 959049, 0x47D7DAD0),
];
