//! Numbers of twice the precision of a `double`, as the sum of two.
//!
//! The elementary functions are computed in them and rounded once, which gives the nearest `double` in all but the
//! rarest cases, on every machine. That is also what Java answers almost always: it does not promise the nearest
//! number, but the code it runs on current processors stays within a few hundredths of a unit of it.

/// `hi + lo`, where `lo` is at most half a unit in the last place of `hi`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dd {
    pub(super) hi: f64,
    pub(super) lo: f64,
}

impl Dd {
    pub(super) const fn new(hi: f64, lo: f64) -> Self {
        Self { hi, lo }
    }

    pub(super) const fn from(value: f64) -> Self {
        Self::new(value, 0.0)
    }

    /// The exact sum of two doubles.
    pub(super) fn sum(a: f64, b: f64) -> Self {
        let hi = a + b;
        let part = hi - a;
        Self::new(hi, (a - (hi - part)) + (b - part))
    }

    /// The exact sum where `a` is not the smaller.
    fn ordered_sum(a: f64, b: f64) -> Self {
        let hi = a + b;
        Self::new(hi, b - (hi - a))
    }

    /// The exact product of two doubles.
    pub(super) fn product(a: f64, b: f64) -> Self {
        let hi = a * b;
        Self::new(hi, a.mul_add(b, -hi))
    }

    pub(super) fn plus(self, other: Self) -> Self {
        let (high, low) = (Self::sum(self.hi, other.hi), Self::sum(self.lo, other.lo));
        let carried = Self::ordered_sum(high.hi, high.lo + low.hi);
        Self::ordered_sum(carried.hi, carried.lo + low.lo)
    }

    pub(super) const fn negated(self) -> Self {
        Self::new(-self.hi, -self.lo)
    }

    pub(super) fn minus(self, other: Self) -> Self {
        self.plus(other.negated())
    }

    pub(super) fn times(self, other: Self) -> Self {
        let product = Self::product(self.hi, other.hi);
        let cross = self.hi.mul_add(other.lo, self.lo * other.hi);
        Self::ordered_sum(product.hi, product.lo + cross)
    }

    pub(super) fn over(self, other: Self) -> Self {
        let first = self.hi / other.hi;
        let rest = self.minus(other.times(Self::from(first)));
        let second = rest.hi / other.hi;
        let rest = rest.minus(other.times(Self::from(second)));
        Self::ordered_sum(first, second).plus(Self::from(rest.hi / other.hi))
    }

    /// Multiplied by a power of two, which is exact.
    pub(super) fn scaled(self, factor: f64) -> Self {
        Self::new(self.hi * factor, self.lo * factor)
    }
}

/// `1/n!` for n from 1.
#[rustfmt::skip]
pub(super) const INVERSE_FACTORIALS: [Dd; 28] = [
    Dd::new(1.0, 0.0),
    Dd::new(0.5, 0.0),
    Dd::new(0.16666666666666666, 9.25185853854297e-18),
    Dd::new(0.041666666666666664, 2.3129646346357427e-18),
    Dd::new(0.008333333333333333, 1.1564823173178714e-19),
    Dd::new(0.001388888888888889, -5.300543954373577e-20),
    Dd::new(0.0001984126984126984, 1.7209558293420705e-22),
    Dd::new(2.48015873015873e-05, 2.1511947866775882e-23),
    Dd::new(2.7557319223985893e-06, -1.858393274046472e-22),
    Dd::new(2.755731922398589e-07, 2.3767714622250297e-23),
    Dd::new(2.505210838544172e-08, -1.448814070935912e-24),
    Dd::new(2.08767569878681e-09, -1.20734505911326e-25),
    Dd::new(1.6059043836821613e-10, 1.2585294588752098e-26),
    Dd::new(1.1470745597729725e-11, 2.0655512752830745e-28),
    Dd::new(7.647163731819816e-13, 7.03872877733453e-30),
    Dd::new(4.779477332387385e-14, 4.399205485834081e-31),
    Dd::new(2.8114572543455206e-15, 1.6508842730861433e-31),
    Dd::new(1.5619206968586225e-16, 1.1910679660273754e-32),
    Dd::new(8.22063524662433e-18, 2.2141894119604265e-34),
    Dd::new(4.110317623312165e-19, 1.4412973378659527e-36),
    Dd::new(1.9572941063391263e-20, -1.3643503830087908e-36),
    Dd::new(8.896791392450574e-22, -7.911402614872376e-38),
    Dd::new(3.868170170630684e-23, -8.843177655482344e-40),
    Dd::new(1.6117375710961184e-24, -3.6846573564509766e-41),
    Dd::new(6.446950284384474e-26, -1.9330404233703465e-42),
    Dd::new(2.4795962632247976e-27, -1.2953730964765229e-43),
    Dd::new(9.183689863795546e-29, 1.4303150396787322e-45),
    Dd::new(3.279889237069838e-30, 1.5117542744029879e-46),
];

/// `Σ coefficients[i] × x^i`.
pub(super) fn polynomial(x: Dd, coefficients: impl DoubleEndedIterator<Item = Dd>) -> Dd {
    coefficients.rev().fold(Dd::from(0.0), |sum, coefficient| {
        sum.times(x).plus(coefficient)
    })
}
