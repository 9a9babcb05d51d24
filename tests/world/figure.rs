//! Figures as newspapers print them: digits or words, rounded, bounded, slipped.

use fastrand::Rng;

/// How a figure is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// As it is.
    Plain,
    /// Rounded, and said so: "about 1,200".
    Rounded,
    /// From below: "at least 12".
    Bounded,
    /// Wrong: it cannot be true together with the plain figure.
    Slipped,
}

/// A count, as it stands in a sentence.
pub fn count(n: u64, manner: Manner, chance: &mut Rng) -> String {
    match manner {
        Manner::Plain => plain(n, chance),
        Manner::Rounded => rounded(n, chance).unwrap_or_else(|| bounded(n, chance)),
        Manner::Bounded => bounded(n, chance),
        Manner::Slipped => plain(slip(n, chance), chance),
    }
}

/// A length of time in minutes.
pub fn duration(minutes: u64, manner: Manner, chance: &mut Rng) -> String {
    match manner {
        Manner::Plain | Manner::Bounded if minutes.is_multiple_of(60) || minutes % 60 == 30 => hours(minutes),
        Manner::Plain if minutes < 120 => format!("{minutes} minutes"),
        Manner::Plain => format!("{} and {} minutes", whole_hours(minutes), minutes % 60),
        Manner::Rounded => {
            format!("{} {}", choose(chance, &["about", "around", "roughly"]), hours(to_half_hour(minutes)))
        }
        Manner::Bounded => format!("more than {}", hours(minutes / 30 * 30)),
        Manner::Slipped => hours(to_half_hour(minutes) + choose(chance, &[60, 90, 120])),
    }
}

/// Money in dollars.
pub fn money(dollars: u64, manner: Manner, chance: &mut Rng) -> String {
    match manner {
        Manner::Plain => dollars_of(dollars),
        Manner::Rounded => {
            format!("{} {}", choose(chance, &["about", "roughly", "around"]), dollars_of(to_digits(dollars, 2)))
        }
        Manner::Bounded => format!("more than {}", dollars_of(below(dollars, 1))),
        Manner::Slipped => dollars_of(slip_of_money(dollars, chance)),
    }
}

pub fn choose<T: Copy>(chance: &mut Rng, of: &[T]) -> T {
    of[chance.usize(..of.len())]
}

/// The words of a number below a hundred.
pub fn spelled(n: u64) -> String {
    const SMALL: [&str; 20] = [
        "no",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let [tens, ones] = [n / 10, n % 10].map(|digit| usize::try_from(digit).unwrap_or(0));
    match (n, ones) {
        (0..20, _) => SMALL[usize::try_from(n).unwrap_or(0)].to_owned(),
        (_, 0) => TENS[tens].to_owned(),
        _ => format!("{}-{}", TENS[tens], SMALL[ones]),
    }
}

/// Words for small numbers, as most style books have it, else digits in groups.
fn plain(n: u64, chance: &mut Rng) -> String {
    match n {
        0..=9 if chance.u8(..10) > 0 => spelled(n),
        10..=99 if chance.u8(..10) == 0 => spelled(n),
        _ => grouped(n),
    }
}

/// Nobody rounds by more than a twelfth, or calls "nearly 30" what is 25.
fn rounded(n: u64, chance: &mut Rng) -> Option<String> {
    let near =
        [1, 2].map(|digits| to_digits(n, digits)).into_iter().find(|near| near.abs_diff(n) * 12 <= n && *near != n)?;
    let word = match near.cmp(&n) {
        std::cmp::Ordering::Greater => choose(chance, &["nearly", "almost", "about"]),
        _ => choose(chance, &["about", "some", "around", "roughly"]),
    };
    Some(format!("{word} {}", grouped(near)))
}

fn bounded(n: u64, chance: &mut Rng) -> String {
    let low = if n < 20 { n - chance.u64(..=1).min(n - 1) } else { below(n, 1) };
    if low == n || n < 20 {
        return format!("at least {}", plain(low, chance));
    }
    format!("{} {}", choose(chance, &["more than", "at least", "over"]), grouped(low))
}

/// Two digits swapped, a digit more, or another number altogether.
fn slip(n: u64, chance: &mut Rng) -> u64 {
    let (tens, ones) = (n / 10 % 10, n % 10);
    if (10..100).contains(&n) && ones != 0 && tens.abs_diff(ones) > 1 && chance.bool() {
        return ones * 10 + tens;
    }
    if n >= 100 && chance.bool() {
        return n * 10;
    }
    n + (n / 3).max(2) + chance.u64(..=n / 4)
}

fn slip_of_money(dollars: u64, chance: &mut Rng) -> u64 {
    if chance.bool() { dollars * 10 } else { to_digits(dollars * 3 / 2, 2) }
}

fn dollars_of(dollars: u64) -> String {
    let (scale, word) = if dollars >= 1_000_000_000 { (1_000_000_000, "billion") } else { (1_000_000, "million") };
    let hundredths = dollars * 100 / scale;
    let (whole, part) = (hundredths / 100, hundredths % 100);
    match part {
        0 => format!("${whole} {word}"),
        part if part % 10 == 0 => format!("${whole}.{} {word}", part / 10),
        part => format!("${whole}.{part:02} {word}"),
    }
}

fn hours(minutes: u64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, part) => format!("{part} minutes"),
        (1, 0) => "an hour".to_owned(),
        (1, _) => "an hour and a half".to_owned(),
        (whole, 0) => format!("{} hours", spelled(whole)),
        (whole, _) => format!("{} and a half hours", spelled(whole)),
    }
}

fn whole_hours(minutes: u64) -> String {
    match minutes / 60 {
        1 => "one hour".to_owned(),
        whole => format!("{} hours", spelled(whole)),
    }
}

fn to_half_hour(minutes: u64) -> u64 {
    (minutes + 15) / 30 * 30
}

/// The nearest number of so many leading digits.
fn to_digits(n: u64, digits: u32) -> u64 {
    let step = step(n, digits);
    (n + step / 2) / step * step
}

/// The number of so many leading digits below it.
fn below(n: u64, digits: u32) -> u64 {
    let step = step(n, digits);
    let low = n / step * step;
    if low == n { n - step.min(n) / 2 } else { low }
}

fn step(n: u64, digits: u32) -> u64 {
    10_u64.pow((n.max(1).ilog10() + 1).saturating_sub(digits))
}

fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
