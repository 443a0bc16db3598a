//! `java.util.Random`: the 48-bit linear congruential generator, so that a seed gives Java's numbers.

use crate::java::format::thrown::Thrown;

const MULTIPLIER: u64 = 0x5_DEEC_E66D;
const INCREMENT: u64 = 0xB;
const MASK: u64 = (1 << 48) - 1;

/// A generator.
#[derive(Clone, Debug)]
pub(crate) struct Random {
    seed: u64,
    /// The second of the two Gaussian numbers that are made at once.
    spare_gaussian: Option<f64>,
}

impl Random {
    /// `new Random(seed)`.
    pub(crate) fn new(seed: i64) -> Self {
        Random {
            seed: (seed as u64 ^ MULTIPLIER) & MASK,
            spare_gaussian: None,
        }
    }

    /// `nextInt()`.
    pub(crate) fn next_int(&mut self) -> i32 {
        self.bits(32)
    }

    /// `nextInt(bound)`: 0 up to, not including, `bound`.
    pub(crate) fn next_int_below(&mut self, bound: i32) -> Result<i32, Thrown> {
        if bound <= 0 {
            return Err(Thrown::illegal_argument("bound must be positive"));
        }
        if bound & (bound - 1) == 0 {
            return Ok(((i64::from(bound) * i64::from(self.bits(31))) >> 31) as i32);
        }
        loop {
            let bits = self.bits(31);
            let value = bits % bound;
            if bits.wrapping_sub(value).wrapping_add(bound - 1) >= 0 {
                return Ok(value);
            }
        }
    }

    /// `nextInt(origin, bound)`: `origin` up to, not including, `bound`.
    pub(crate) fn next_int_between(&mut self, origin: i32, bound: i32) -> Result<i32, Thrown> {
        if origin >= bound {
            return Err(Thrown::illegal_argument(
                "bound must be greater than origin",
            ));
        }
        let first = self.next_int();
        let Some(range) = bound.checked_sub(origin) else {
            let mut value = first;
            while !(origin..bound).contains(&value) {
                value = self.next_int();
            }
            return Ok(value);
        };
        if range & (range - 1) == 0 {
            return Ok((first & (range - 1)) + origin);
        }
        let mut bits = (first as u32 >> 1) as i32;
        loop {
            let value = bits % range;
            if bits.wrapping_add(range - 1).wrapping_sub(value) >= 0 {
                return Ok(value + origin);
            }
            bits = (self.next_int() as u32 >> 1) as i32;
        }
    }

    /// `nextLong()`.
    pub(crate) fn next_long(&mut self) -> i64 {
        let high = i64::from(self.bits(32)) << 32;
        high.wrapping_add(i64::from(self.bits(32)))
    }

    /// `nextBoolean()`.
    pub(crate) fn next_boolean(&mut self) -> bool {
        self.bits(1) != 0
    }

    /// `nextFloat()`: 0 up to, not including, 1.
    pub(crate) fn next_float(&mut self) -> f32 {
        self.bits(24) as f32 / (1 << 24) as f32
    }

    /// `nextDouble()`: 0 up to, not including, 1.
    pub(crate) fn next_double(&mut self) -> f64 {
        let high = i64::from(self.bits(26)) << 27;
        (high + i64::from(self.bits(27))) as f64 / (1_i64 << 53) as f64
    }

    /// `nextGaussian()`: normal distribution of mean 0 and deviation 1, by the polar method.
    pub(crate) fn next_gaussian(&mut self) -> f64 {
        if let Some(spare) = self.spare_gaussian.take() {
            return spare;
        }
        loop {
            let x = 2.0 * self.next_double() - 1.0;
            let y = 2.0 * self.next_double() - 1.0;
            let square = x * x + y * y;
            if square < 1.0 && square != 0.0 {
                let scale = (-2.0 * strict_log(square) / square).sqrt();
                self.spare_gaussian = Some(y * scale);
                return x * scale;
            }
        }
    }

    /// `nextBytes(bytes)`.
    pub(crate) fn next_bytes(&mut self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(4) {
            let random = self.next_int().to_le_bytes();
            chunk.copy_from_slice(&random[..chunk.len()]);
        }
    }

    /// The next `count` (up to 32) bits, signed when there are 32.
    fn bits(&mut self, count: u32) -> i32 {
        self.seed = self.seed.wrapping_mul(MULTIPLIER).wrapping_add(INCREMENT) & MASK;
        (self.seed >> (48 - count)) as i32
    }
}

/// `StrictMath.log` of a normal positive number: fdlibm's series, whose last bit the platform's logarithm may not share.
///
/// With `x = 2ᵏ(1+f)` and `s = f/(2+f)`, `log(1+f)` is `f - f²/2 + s(f²/2 + R)`, or `f - s(f - R)` where `f` is outside
/// the middle of its range; `R` is an odd/even pair of polynomials in `s²`.
fn strict_log(x: f64) -> f64 {
    const LN2_HIGH: f64 = f64::from_bits(0x3fe6_2e42_fee0_0000);
    const LN2_LOW: f64 = f64::from_bits(0x3dea_39ef_3579_3c76);
    const EVEN: [u64; 3] = [
        0x3fd9_9999_9997_fa04,
        0x3fcc_71c5_1d8e_78af,
        0x3fc3_9a09_d078_c69f,
    ];
    const ODD: [u64; 4] = [
        0x3fe5_5555_5555_5593,
        0x3fd2_4924_9422_9359,
        0x3fc7_4664_96cb_03de,
        0x3fc2_f112_df3e_5244,
    ];
    let bits = x.to_bits();
    let high = (bits >> 32) as i32 & 0xf_ffff;
    let carry = (high + 0x9_5f64) & 0x10_0000;
    let exponent = (bits >> 52) as i32 - 1023 + (carry >> 20);
    let mantissa = ((high | (carry ^ 0x3ff0_0000)) as u64) << 32 | bits & 0xffff_ffff;
    let f = f64::from_bits(mantissa) - 1.0;
    let k = f64::from(exponent);
    if (high + 2) & 0xf_ffff < 3 {
        let r = f * f * (0.5 - 0.333_333_333_333_333_3 * f);
        return if exponent == 0 {
            f - r
        } else {
            k * LN2_HIGH - ((r - k * LN2_LOW) - f)
        };
    }
    let s = f / (2.0 + f);
    let z = s * s;
    let w = z * z;
    let polynomial = |terms: &[u64]| {
        terms
            .iter()
            .rev()
            .fold(0.0, |sum, &term| f64::from_bits(term) + w * sum)
    };
    let r = z * polynomial(&ODD) + w * polynomial(&EVEN);
    if (high - 0x6_147a) | (0x6_b851 - high) > 0 {
        let half = 0.5 * f * f;
        let inner = s * (half + r);
        if exponent == 0 {
            f - (half - inner)
        } else {
            k * LN2_HIGH - ((half - (inner + k * LN2_LOW)) - f)
        }
    } else if exponent == 0 {
        f - s * (f - r)
    } else {
        k * LN2_HIGH - ((s * (f - r) - k * LN2_LOW) - f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_javas_numbers() {
        let seeded = || Random::new(42);
        assert_eq!(seeded().next_int(), -1_170_105_035);
        assert_eq!(seeded().next_int_below(10), Ok(0));
        assert_eq!(seeded().next_int_below(16), Ok(11));
        assert_eq!(seeded().next_long(), -5_025_562_857_975_149_833);
        assert_eq!(seeded().next_double(), 0.727_563_680_032_868_1);
        assert_eq!(seeded().next_float(), 0.727_563_7);
        assert!(seeded().next_boolean());
        assert_eq!(seeded().next_gaussian(), 1.141_905_315_473_054_7);
        let mut bytes = [0; 6];
        seeded().next_bytes(&mut bytes);
        assert_eq!(bytes, [0x35, 0x9d, 0x41, 0xba, 0xf7, 0x8a]);
    }

    #[test]
    fn bounds_are_checked_and_kept() {
        let mut random = Random::new(7);
        assert_eq!(
            random.next_int_below(0).map_err(|thrown| thrown.message),
            Err("bound must be positive".into())
        );
        assert!(random.next_int_between(3, 3).is_err());
        let found: Vec<_> = (0..6)
            .map(|_| random.next_int_below(1_500_000_000))
            .collect();
        assert_eq!(
            found,
            [
                1_371_249_164,
                20_678_044,
                747_989_380,
                1_053_566_254,
                1_222_239_534,
                755_731_200
            ]
            .map(Ok)
        );
        let ranges = [
            (-5, 5),
            (0, 8),
            (i32::MIN, i32::MAX),
            (-1_000_000_000, 1_500_000_000),
            (10, 11),
        ];
        let found: Vec<_> = ranges
            .iter()
            .map(|&(low, high)| random.next_int_between(low, high))
            .collect();
        assert_eq!(found, [-3, 1, 1_085_177_823, -644_618_305, 10].map(Ok));
        let gaussian = [
            random.next_gaussian(),
            random.next_gaussian(),
            random.next_gaussian(),
        ];
        assert_eq!(
            gaussian,
            [
                0.599_049_892_177_836,
                1.204_570_743_449_295,
                2.482_009_399_560_361_4
            ]
        );
    }

    #[test]
    fn gaussians_agree_to_the_last_bit() {
        let mut random = Random::new(42);
        let sum = (0..10_000).fold(0_i64, |sum, _| {
            sum.wrapping_mul(31)
                .wrapping_add(random.next_gaussian().to_bits() as i64)
        });
        assert_eq!(sum, 4_808_266_481_834_196_558);
    }
}
