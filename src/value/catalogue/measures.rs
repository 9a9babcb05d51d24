//! Units of time and of physical measure. Factors are the legal definitions, exact.

/// A unit of time.
pub(super) struct Time {
    pub(super) name: &'static str,
    /// Length as a fraction of seconds; a month is 30 days and a year 365.
    pub(super) seconds: (i128, i128),
    /// Calendar months, where it is a calendar unit.
    pub(super) months: Option<i64>,
    pub(super) names: &'static str,
    pub(super) symbols: &'static str,
}

const fn time(
    name: &'static str,
    seconds: i128,
    months: Option<i64>,
    names: &'static str,
    symbols: &'static str,
) -> Time {
    Time { name, seconds: (seconds, 1), months, names, symbols }
}

const DAY: i128 = 86_400;

pub(super) const TIMES: &[Time] = &[
    time("minute", 60, None, "minute|min", ""),
    time("hour", 3600, None, "hour|hr", "h"),
    time("day", DAY, None, "day|calendar day", ""),
    time("business-day", DAY, None, "business day|working day|trading day", ""),
    time("week", 7 * DAY, None, "week|wk", ""),
    time("fortnight", 14 * DAY, None, "fortnight", ""),
    time("month", 30 * DAY, Some(1), "month|calendar month", ""),
    time("year", 365 * DAY, Some(12), "year|yr|calendar year", ""),
    time("decade", 3650 * DAY, Some(120), "decade", ""),
    time("century", 36_500 * DAY, Some(1200), "century", ""),
    time("millennium", 365_000 * DAY, Some(12_000), "millennium|millennia", ""),
    time("megayear", 365_000_000 * DAY, Some(12_000_000), "megayear|megaannum|myr", "Ma?|Myr"),
    time("gigayear", 365_000_000_000 * DAY, Some(12_000_000_000), "gigayear|gigaannum|gyr", "Ga?|Gyr"),
];

/// A unit without prefixes.
pub(super) struct Measure {
    pub(super) name: &'static str,
    pub(super) canonical: &'static str,
    pub(super) factor: (i128, i128),
    pub(super) offset: (i128, i128),
    pub(super) names: &'static str,
    pub(super) symbols: &'static str,
}

const fn unit(
    name: &'static str,
    canonical: &'static str,
    factor: (i128, i128),
    names: &'static str,
    symbols: &'static str,
) -> Measure {
    Measure { name, canonical, factor, offset: (0, 1), names, symbols }
}

/// A pound in kilograms.
const POUND: (i128, i128) = (45_359_237, 100_000_000);

pub(super) const MEASURES: &[Measure] = &[
    // Length
    unit("inch", "metre", (254, 10_000), "inch", "in?|″|\"?"),
    unit("foot", "metre", (3048, 10_000), "foot", "ft|′"),
    unit("yard", "metre", (9144, 10_000), "yard|yd", ""),
    unit("mile", "metre", (1_609_344, 1000), "mile", "mi"),
    unit("nautical-mile", "metre", (1852, 1), "nautical mile", "nmi"),
    unit("light-year", "metre", (9_460_730_472_580_800, 1), "light year|lightyear", "ly"),
    // Area
    unit("hectare", "square-metre", (10_000, 1), "hectare", "ha?"),
    unit("acre", "square-metre", (40_468_564_224, 10_000_000), "acre", ""),
    // Volume
    unit("gallon", "litre", (3_785_411_784, 1_000_000_000), "gallon|gal|us gallon", ""),
    unit("barrel", "litre", (158_987_294_928, 1_000_000_000), "barrel|bbl", ""),
    unit("pint", "litre", (473_176_473, 1_000_000_000), "pint", ""),
    unit("quart", "litre", (946_352_946, 1_000_000_000), "quart", ""),
    unit("cup", "litre", (2_365_882_365, 10_000_000_000), "cup", ""),
    unit("tablespoon", "litre", (147_867_648, 10_000_000_000), "tablespoon|tbsp", ""),
    unit("teaspoon", "litre", (49_289_216, 10_000_000_000), "teaspoon|tsp", ""),
    unit("fluid-ounce", "litre", (295_735_296, 10_000_000_000), "fluid ounce|fl oz", ""),
    unit("cubic-centimetre", "litre", (1, 1000), "cc", ""),
    unit("bushel", "litre", (3_523_907_016_688, 100_000_000_000), "bushel", ""),
    // Mass
    unit("pound", "kilogram", POUND, "pound|lb", ""),
    unit("ounce", "kilogram", (28_349_523_125, 1_000_000_000_000), "ounce|oz", ""),
    unit("stone", "kilogram", (635_029_318, 100_000_000), "", "st?"),
    unit("ton", "kilogram", (1000, 1), "ton", ""),
    unit("tonne", "kilogram", (1000, 1), "tonne|metric ton|metric tonne", "t?"),
    unit("short-ton", "kilogram", (90_718_474, 100_000), "short ton", ""),
    unit("long-ton", "kilogram", (10_160_469_088, 10_000_000), "long ton", ""),
    unit("kilotonne", "kilogram", (1_000_000, 1), "kilotonne|kiloton", "kt?"),
    unit("megatonne", "kilogram", (1_000_000_000, 1), "megatonne|megaton", "Mt?"),
    unit("carat", "kilogram", (2, 10_000), "carat", ""),
    unit("dram", "kilogram", (17_718_451_953_125, 10_000_000_000_000_000), "dram|drachma", ""),
    // Temperature
    unit("celsius", "celsius", (1, 1), CELSIUS, "°C|℃"),
    Measure { offset: (-160, 9), ..unit("fahrenheit", "celsius", (5, 9), FAHRENHEIT, "°F|℉") },
    unit("kelvin", "kelvin", (1, 1), "kelvin", ""),
    unit("degree", "degree", (1, 1), "degree|deg", "°"),
    // Angle, speed, flow, consumption
    unit("radian", "radian", (1, 1), "radian|rad", ""),
    unit("turn", "turn", (1, 1), "turn", ""),
    unit("arcminute", "arcminute", (1, 1), "arcminute|minute of arc", ""),
    unit("kilometre-per-hour", "metre/second", (1000, 3600), "kph|kmph|kmh", ""),
    unit("mile-per-hour", "metre/second", (1_609_344, 3_600_000), "mph", ""),
    unit("metre/second", "metre/second", (1, 1), "", "mps"),
    unit("knot", "metre/second", (1852, 3600), "knot", ""),
    unit("mile/gallon", "mile/gallon", (1, 1), "mpg", ""),
    unit("revolution/minute", "revolution/minute", (1, 1), "rpm", ""),
    unit("ton/day", "ton/day", (1, 1), "tpd", ""),
    unit("barrel/day", "barrel/day", (1, 1), "bpd", "b/d"),
    unit("frame/second", "frame/second", (1, 1), "fps", ""),
    unit("litre/100-kilometre", "litre/100-kilometre", (1, 1), CONSUMPTION, "L/100km|L/100 km|l/100km|l/100 km"),
    unit("bit/second", "bit/second", (1, 1), "bits per second", "bit/s"),
    unit("kilobit/second", "bit/second", (1000, 1), "kbps|kilobits per second", "kb/s|kbit/s"),
    unit("megabit/second", "bit/second", (1_000_000, 1), "mbps|megabits per second", "Mb/s|Mbit/s"),
    unit("gigabit/second", "bit/second", (1_000_000_000, 1), "gbps|gigabits per second", "Gb/s|Gbit/s"),
    // Energy, power, pressure
    unit("calorie", "joule", (4184, 1000), "calorie", "cal"),
    unit("kilocalorie", "joule", (4184, 1), "kilocalorie|kcal", ""),
    unit("newton-metre", "newton-metre", (1, 1), "newton metre|newton meter", "Nm|N·m"),
    unit("pound-foot", "newton-metre", (13_558_179_483_314_004, 10_000_000_000_000_000), TORQUE, ""),
    unit("btu", "joule", (105_505_585_262, 100_000_000), "btu|british thermal unit", ""),
    unit("horsepower", "watt", (74_569_987_158_227_022, 100_000_000_000_000), "horsepower|hp|bhp", ""),
    unit("psi", "pascal", (6_894_757_293_168, 1_000_000_000), "psi", ""),
    unit("atmosphere", "pascal", (101_325, 1), "atmosphere", ""),
    unit("inverse-second", "inverse-second", (1, 1), "", "s-1|s−1"),
    unit("inverse-femtobarn", "inverse-femtobarn", (1, 1), "inverse femtobarn", "fb-1|fb−1"),
    unit("decibel", "decibel", (1, 1), "decibel", "dB"),
    // Data and others
    unit("megapixel", "pixel", (1_000_000, 1), "megapixel", "MP"),
    unit("pixel", "pixel", (1, 1), "pixel", ""),
    unit("ppm", "ppb", (1000, 1), "ppm|part per million|parts per million", ""),
    unit("ppb", "ppb", (1, 1), "ppb|part per billion|parts per billion", ""),
    unit("acre-foot", "litre", (123_348_183_754_752, 100_000_000), "acre foot", ""),
    // Percent
    unit("percent", "percent", (1, 1), "percent|per cent|percentage|pct|pct .", "%|pc?|٪"),
    unit("per-mille", "percent", (1, 10), "per mille", "‰"),
    unit("percentage-point", "percentage-point", (1, 1), POINTS, ""),
    unit("basis-point", "percentage-point", (1, 100), "basis point|bp|bps", ""),
];

const TORQUE: &str = "pound foot|foot pound|lb ft|ft lb";
const CONSUMPTION: &str = "litre per 100 kilometre|litres per 100 kilometres|litres per 100 km|litres per 100km|liters per 100 kilometers|liters per 100 km";
const CELSIUS: &str = "celsius|celcius|centigrade|centigrate|degree celsius|degrees celsius|degree celcius|degrees celcius\
|degree centigrade|degrees centigrade|degree c|degrees c|deg celsius|deg c|deg . c|° c|° celsius|° centigrade";
const FAHRENHEIT: &str = "fahrenheit|farenheit|degree fahrenheit|degrees fahrenheit|degree farenheit|degrees farenheit\
|degree f|degrees f|deg fahrenheit|deg f|deg . f|° f|° fahrenheit";
const POINTS: &str = "percentage point|percent point|% point|percentage pt|pp|ppt";

/// More spellings of units that are made from prefixes and powers: the unit, its names, its symbols.
pub(super) const ALSO: &[(&str, &str, &str)] = &[
    ("kilogram", "kilo", ""),
    ("kilobyte", "kb", ""),
    ("megabyte", "", "mb?"),
    ("millibar", "", "mb?"),
    ("celsius", "", "C?"),
    ("fahrenheit", "", "F?"),
    ("gigabyte", "gb", ""),
    ("terabyte", "tb", ""),
    ("square-metre", "", "sqm"),
    ("square-foot", "", "sqft"),
    ("square-kilometre", "", "sqkm"),
];

/// A unit that takes prefixes.
pub(super) struct Prefixed {
    pub(super) name: &'static str,
    pub(super) canonical: &'static str,
    pub(super) factor: (i128, i128),
    pub(super) names: &'static str,
    pub(super) symbols: &'static str,
    /// Symbols of the prefixes it takes; `2` for the binary ones.
    pub(super) prefixes: &'static str,
}

const fn prefixed(
    name: &'static str,
    canonical: &'static str,
    factor: (i128, i128),
    names: &'static str,
    symbols: &'static str,
    prefixes: &'static str,
) -> Prefixed {
    Prefixed { name, canonical, factor, names, symbols, prefixes }
}

pub(super) const PREFIXED: &[Prefixed] = &[
    prefixed("second", "second", (1, 1), "second|sec", "s?", "pnµm"),
    prefixed("metre", "metre", (1, 1), "metre|meter", "m", "pnµmcdka"),
    prefixed("gram", "kilogram", (1, 1000), "gram|gramme", "g", "nµmk"),
    prefixed("litre", "litre", (1, 1), "litre|liter", "l|L", "µmcdhM"),
    prefixed("watt", "watt", (1, 1), "watt", "W", "mkMGT"),
    prefixed("watt-hour", "joule", (3600, 1), "watt hour|watthour", "Wh", "kMGT"),
    prefixed("joule", "joule", (1, 1), "joule", "J", "mkMGTP"),
    prefixed("electronvolt", "electronvolt", (1, 1), "electronvolt|electron volt", "eV", "mkMGT"),
    prefixed("ampere-hour", "ampere-hour", (1, 1), "ampere hour|amp hour", "Ah", "mk"),
    prefixed("joule-second", "joule-second", (1, 1), "", "Js", ""),
    prefixed("volt", "volt", (1, 1), "volt", "V", "mkM"),
    prefixed("ampere", "ampere", (1, 1), "ampere|amp", "", "m"),
    prefixed("hertz", "hertz", (1, 1), "hertz", "Hz", "kMGT"),
    prefixed("pascal", "pascal", (1, 1), "pascal", "Pa", "hkMG"),
    prefixed("bar", "pascal", (100_000, 1), "", "bar|bars", "m"),
    prefixed("newton", "newton", (1, 1), "newton", "", "kM"),
    prefixed("byte", "byte", (1, 1), "byte", "B?", "kMGTPE2"),
    prefixed("bit", "bit", (1, 1), "bit", "b?", "kMGT"),
    prefixed("sievert", "sievert", (1, 1), "sievert", "Sv", "µm"),
    prefixed("gray", "gray", (1, 1), "", "Gy", "µm"),
    prefixed("becquerel", "becquerel", (1, 1), "becquerel", "Bq", "kMGT"),
    prefixed("candela", "candela", (1, 1), "candela", "cd", ""),
    prefixed("candela-second", "candela-second", (1, 1), "", "cds", ""),
    prefixed("lumen", "lumen", (1, 1), "lumen", "", ""),
    prefixed("mole", "mole", (1, 1), "", "mol", "mµ"),
];
