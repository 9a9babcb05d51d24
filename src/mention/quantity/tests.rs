//! Sentences of our own and the figures that must be read in them.

#![allow(clippy::unwrap_used)]
use crate::article::Article;
use crate::lexicon::Lexicon;
use crate::mention::{Leaf, LeafKind, Mentions, QuantityMention, scan_with};
use crate::value::{Bound, Figure, Trend, VaguePreset};

/// Every figure of a text as `kind written unit bound trend`, the parts that say nothing left out.
fn read(text: &str) -> Vec<String> {
    read_with(text, VaguePreset::Wide)
}

fn read_with(text: &str, vague: VaguePreset) -> Vec<String> {
    let mentions = scan_with(&Article::plain("test", text, None), &Lexicon::default(), vague);
    shown(&leaves(&mentions.leaves, &mentions))
}

/// The lengths of time inside dates.
fn lengths(text: &str) -> Vec<String> {
    let mentions = scan_with(&Article::plain("test", text, None), &Lexicon::default(), VaguePreset::Wide);
    shown(&leaves(&mentions.lengths, &mentions))
}

fn leaves<'a>(leaves: &'a [Leaf], mentions: &'a Mentions) -> Vec<(&'a Leaf, &'a QuantityMention)> {
    leaves.iter().filter_map(|leaf| mentions.quantity(leaf).map(|mention| (leaf, mention))).collect()
}

fn shown(figures: &[(&Leaf, &QuantityMention)]) -> Vec<String> {
    let shown = figures.iter().map(|(leaf, mention)| {
        let quantity = &mention.quantity;
        let written = match quantity.written {
            Figure::One(number) => number.to_string(),
            Figure::Range(from, to) => format!("{from}..{to}"),
        };
        let trend = quantity.trend.map_or("", |trend| if trend == Trend::Up { " up" } else { " down" });
        format!("{} {written} {}{}{trend}", kind(leaf.kind), quantity.written_unit, bound(quantity.bound))
    });
    shown.collect()
}

fn kind(kind: LeafKind) -> &'static str {
    match kind {
        LeafKind::Number => "#",
        LeafKind::Money => "money",
        LeafKind::Duration => "time",
        LeafKind::Percent => "part",
        LeafKind::Measure => "measure",
        _ => "other",
    }
}

fn bound(bound: Bound) -> &'static str {
    match bound {
        Bound::Exact => "",
        Bound::About => " ~",
        Bound::MoreThan => " >",
        Bound::AtLeast => " >=",
        Bound::LessThan => " <",
        Bound::AtMost => " <=",
        Bound::Between => " ..",
        Bound::Vague => " ?",
    }
}

#[track_caller]
fn table(rows: &[(&str, &[&str])]) {
    for (text, figures) in rows {
        assert_eq!(read(text), *figures, "{text}");
    }
}

#[test]
fn digits_with_any_grouping() {
    table(&[
        ("The port moved 48,250 crates.", &["# 48250 crate"]),
        ("It holds 1,00,000 seeds.", &["# 100000 seed"]),
        ("It holds 48 250 crates.", &["# 48250 crate"]),
        ("Costs were 1.234.567,5 in all, and 48.250 crates came.", &["# 1234567.5 -", "# 48250 crate"]),
        ("The index stood at 48.250 points.", &["# 48.25 point"]),
        ("A ratio of 2,5 was found.", &["# 2.5 -"]),
        ("It grew to 3.5e6 cells.", &["# 3500000 cell"]),
    ]);
}

#[test]
fn scale_words_and_letters() {
    table(&[
        ("a city of 2.4 million people", &["# 2400000 person"]),
        ("a fund of €7bn", &["money 7000000000 EUR"]),
        ("a fund of $ 7 bn", &["money 7000000000 $"]),
        ("a £3.5m bridge", &["money 3500000 GBP"]),
        ("some 5m people left", &["# 5000000 person ~"]),
        ("a 5m wall", &["measure 5 metre"]),
        ("3 lakh voters and 2 crore rupees", &["# 300000 voter", "money 20000000 rupee"]),
    ]);
}

#[test]
fn numbers_in_words() {
    table(&[
        ("two hundred and seven ships", &["# 207 ship"]),
        ("thirty-four thousand five hundred trees", &["# 34500 tree"]),
        ("a hundred boats", &["# 100 boat"]),
        ("half a million homes", &["# 500000 home"]),
        ("one and a half million doses", &["# 1500000 dose"]),
        ("two and a half hours", &["time 2.5 hour"]),
        ("a two-and-a-half-hour talk", &["time 2.5 hour"]),
        ("two dozen goats", &["# 24 goat"]),
        ("half a dozen goats", &["# 6 goat"]),
        ("a couple of weeks", &["time 2 week ~"]),
        ("4 thousand 2 hundred and 11 bricks", &["# 4211 brick"]),
        ("five point two percent", &["part 5.2 percent"]),
        ("minus six degrees Celsius", &["measure -6 celsius"]),
    ]);
}

#[test]
fn fractions_and_proportions() {
    table(&[
        ("two-thirds of the crop", &["# 0.666666666666 -"]),
        ("a quarter of the crop", &["# 0.25 -"]),
        ("2 1/2 cups of flour", &["measure 2.5 cup"]),
        ("7½ hours", &["time 7.5 hour"]),
        ("one in five farms", &["# 0.2 -"]),
        ("three in 10 voters", &["# 0.3 -"]),
        ("9 of 25 boats sank", &["# 9 boat", "# 25 boat"]),
        ("four attacks in 10 days", &["# 4 attack", "time 10 day"]),
        ("in the second half", &[]),
    ]);
}

#[test]
fn what_is_reached_or_never_passed() {
    table(&[
        ("Shares went up to 312 pence.", &["money 312 penny"]),
        ("Unemployment edged up to 5.2 percent.", &["part 5.2 percent"]),
        ("That brings the number up to 212.", &["# 212 -"]),
        ("It will go up to $15.", &["money 15 $"]),
        ("Fines go up to $5,000.", &["money 5000 $ <="]),
        ("The gunman shot up to 40 people.", &["# 40 person <="]),
        ("Speeds must not exceed 30 mph.", &["measure 30 mile-per-hour <="]),
        ("The rate has never fallen below 2 percent.", &["part 2 percent >="]),
        ("Support dropped from 21 to 15 percent.", &["part 21 percent", "part 15 percent"]),
        ("Output slid to 14 from 19 percent.", &["part 14 percent", "part 19 percent"]),
        ("a rate of 2%-3%", &["part 2..3 percent .."]),
        ("three or more hours", &["time 3 hour >="]),
    ]);
}

#[test]
fn hours_and_minutes_by_their_letters() {
    table(&[
        ("He ran it in 2h 10m.", &["time 130 minute"]),
        ("The clip lasts 3m 20s.", &["time 200 second"]),
        ("two hours & ten minutes", &["time 130 minute"]),
        ("1 minute, 12.4 seconds", &["time 72.4 second"]),
        ("7 pounds, 4 ounces", &["measure 7.25 pound"]),
        ("The hall is 3m long.", &["measure 3 metre"]),
    ]);
}

#[test]
fn bounds_before_and_after() {
    table(&[
        ("more than 40 farms", &["# 40 farm >"]),
        ("at least a dozen farms", &["# 12 farm >="]),
        ("40 farms or more", &["# 40 farm >="]),
        ("$40 or more", &["money 40 $ >="]),
        ("up to 40 farms", &["# 40 farm <="]),
        ("no more than six hours", &["time 6 hour <="]),
        ("fewer than 40 farms", &["# 40 farm <"]),
        ("just under 40 farms", &["# 40 farm <"]),
        ("nearly 40 farms", &["# 40 farm ~"]),
        ("an estimated 40 farms", &["# 40 farm ~"]),
        ("forty or so farms", &["# 40 farm ~"]),
        ("at least about 40 farms", &["# 40 farm >="]),
        ("the talks lasted over two hours", &["time 2 hour >"]),
        ("prices fell over two years", &["time 2 year"]),
        (">= 40", &["# 40 - >="]),
        ("more than 20 but fewer than 30 farms", &["# 20..30 farm .."]),
    ]);
}

#[test]
fn ranges_keep_both_ends() {
    table(&[
        ("between 8,000 and 9,500 sheep", &["# 8000..9500 sheep .."]),
        ("5 to 7 million euros", &["money 5000000..7000000 EUR .."]),
        ("$60-65 a barrel", &["money 60..65 $/barrel .."]),
        ("8- to 16-metre masts", &["measure 8..16 metre .."]),
        ("12.8–13.0 percent", &["part 12.8..13 percent .."]),
        ("two or three days", &["time 2..3 day .."]),
        ("from 44 kg to 50 kg", &["measure 44..50 kilogram .."]),
        ("from 44 ml to 50 mg", &["measure 44 millilitre", "measure 50 milligram"]),
        ("prices rose from $4 to $5", &["money 4 $", "money 5 $"]),
        ("output rose 3 percent to 15 percent", &["part 3 percent up", "part 15 percent"]),
    ]);
}

#[test]
fn the_size_of_a_change_and_what_it_reached() {
    table(&[
        ("Sales rose 9 percent to $27 billion.", &["part 9 percent up", "money 27000000000 $"]),
        ("It cut the fare by 50 cents to $4.", &["money 50 cent down", "money 4 $"]),
        ("a 9 percent increase", &["part 9 percent up"]),
        ("shares were down 34 cents", &["money 34 cent down"]),
        ("It fell to 12 degrees.", &["measure 12 degree"]),
    ]);
}

#[test]
fn vague_words_by_preset() {
    let text = "Dozens of barns and several hundred sheds burnt; tens of thousands of people fled.";
    assert_eq!(read(text), ["# 12 barn ?", "# 200 shed ?", "# 10000 person ?"]);
    assert_eq!(read_with("dozens of barns", VaguePreset::Strict), Vec::<String>::new());
    assert_eq!(read_with("several barns", VaguePreset::Acled), ["# 3 barn ?"]);
    assert_eq!(read("a few barns"), ["# 2..9 barn ?"]);
}

#[test]
fn money_of_many_kinds() {
    table(&[
        ("US$ 5 million", &["money 5000000 USD"]),
        ("HK$10.05", &["money 10.05 HKD"]),
        ("a $5 fee", &["money 5 $"]),
        ("He gave us $5 million.", &["money 5000000 $"]),
        ("USD 200 and 300 EUR", &["money 200 USD", "money 300 EUR"]),
        ("10,000 Swiss francs", &["money 10000 CHF"]),
        ("75 USD million", &["money 75000000 USD"]),
        ("30 MUSD", &["money 30000000 USD"]),
        ("3 dollars 50 cents", &["money 3.5 $"]),
        ("70 pence a share", &["money 70 penny/share"]),
        ("a fine of 300 pounds", &["money 300 GBP"]),
        ("a calf of 300 pounds", &["measure 300 pound"]),
        ("-$5", &["money -5 $"]),
        ("$13 million a year earlier", &["money 13000000 $"]),
    ]);
}

#[test]
fn durations_and_ages() {
    table(&[
        ("two hours and one minute", &["time 121 minute"]),
        ("2 h 45 min", &["time 165 minute"]),
        ("an hour and a half", &["time 1.5 hour"]),
        ("half an hour", &["time 0.5 hour"]),
        ("two years and three months", &["time 27 month"]),
        ("It lasted for a day.", &["time 1 day"]),
        ("PT2H45M", &["time 165 minute"]),
        ("a 44-year-old baker", &["measure 44 year"]),
        ("Ann Lee, 44, bakes.", &["measure 44 year"]),
        ("a boy aged 12", &["measure 12 year"]),
        ("six weeks of age", &["measure 6 week"]),
        ("a truce of 24 hours", &["time 24 hour"]),
    ]);
}

#[test]
fn measures_and_rates() {
    table(&[
        ("130 km/h winds", &["measure 130 kilometre/hour"]),
        ("30 square miles", &["measure 30 square-mile"]),
        ("4km2, 4 km², 4 sq km", &["measure 4 square-kilometre"; 3]),
        ("5 feet 3 inches", &["measure 5.25 foot"]),
        ("a lake 2 in deep", &["measure 2 inch"]),
        ("There are 2 in the car.", &["# 2 -"]),
        ("1.2 GW of power", &["measure 1.2 gigawatt"]),
        ("98.6°F", &["measure 98.6 fahrenheit"]),
        ("2 million barrels of oil a day", &["measure 2000000 barrel/day"]),
        ("20 rockets a day", &["# 20 rocket/day"]),
        ("0.5 percentage points", &["part 0.5 percentage-point"]),
        ("20 (kg)", &["measure 20 kilogram"]),
    ]);
}

#[test]
fn what_is_counted() {
    table(&[
        ("94 tall Danish sailors", &["# 94 sailor"]),
        ("three Opel and Ford vans", &["# 3 van"]),
        ("15 of the stations", &["# 15 station"]),
        ("70 of us", &["# 70 -"]),
        ("two men died", &["# 2 man"]),
        ("one sailor died", &["# 1 sailor"]),
        ("9 people hurt", &["# 9 person"]),
        ("12, officials said", &["# 12 -"]),
        ("a five-member panel", &["# 5 member"]),
        ("they tried 3 times", &["# 3 -"]),
    ]);
}

#[test]
fn figures_of_a_list_share_their_unit() {
    table(&[
        ("doses of 45 and 50 mg", &["measure 45 milligram", "measure 50 milligram"]),
        ("falls of 5, 10 and 15 percent", &["part 5 percent", "part 10 percent", "part 15 percent"]),
        ("Two boys, aged 9 and 11, swam.", &["# 2 boy", "measure 9 year", "measure 11 year"]),
        ("five- and 10-year bonds", &["time 5 year", "time 10 year"]),
        ("It hit 12 and 30 minutes later 40 more.", &["# 12 -", "time 30 minute", "# 40 -"]),
    ]);
}

#[test]
fn fractions_in_long_words() {
    table(&[
        ("one hundred thirty-fifths", &["# 2.857142857142 -"]),
        ("two hundred and fifty-four hundredths", &["# 200.54 -"]),
        ("one one hundred and fifth", &["# 0.009523809523 -"]),
        ("three hundred and two dozen", &["# 324 -"]),
        ("a couple of hundred goats", &["# 200 goat ~"]),
        ("three out of four voters", &["# 0.75 -"]),
        ("three out of four hostages", &["# 3 hostage", "# 4 hostage"]),
        ("three-quarters of a mile", &["measure 0.75 mile"]),
        ("for a third day", &[]),
    ]);
}

#[test]
fn what_restates_a_change_is_its_size_too() {
    table(&[
        (
            "Shares fell 34 cents, or 1.2 percent, to $28.",
            &["money 34 cent down", "part 1.2 percent down", "money 28 $"],
        ),
        ("Lakes may rise by 30 to 60 centimetres.", &["measure 30..60 centimetre .. up"]),
        ("The coin lost 44 percent.", &["part 44 percent down"]),
        ("It rose above 40 degrees Celsius.", &["measure 40 celsius >"]),
        ("The firm raised $30 million.", &["money 30000000 $"]),
        ("The stone fell 4 billion years ago.", &["time 4000000000 year"]),
    ]);
}

#[test]
fn bounds_that_stand_between_figure_and_unit() {
    table(&[
        ("20+ years", &["time 20 year >="]),
        ("a 50-plus mile walk", &["measure 50 mile >="]),
        ("5 ± 1 km", &["measure 4..6 kilometre .."]),
        ("well above the 1 million mark", &["# 1000000 - >"]),
        ("17 or younger", &["measure 17 year <="]),
    ]);
}

#[test]
fn grouping_by_point_where_people_are_counted() {
    table(&[
        ("a village of 1.200 people", &["# 1200 person"]),
        ("The rate was 1.200 dollars.", &["money 1.2 $"]),
        ("22,24,26,31", &["# 22 -", "# 24 -", "# 26 -", "# 31 -"]),
        ("100 M113 carriers", &["# 100 carrier"]),
    ]);
}

#[test]
fn units_of_machines_and_of_science() {
    table(&[
        ("4.2 light-years", &["measure 4.2 light-year"]),
        ("a 3,000-square-foot house", &["measure 3000 square-foot"]),
        ("295 pound-feet of torque", &["measure 295 pound-foot"]),
        ("5.6 litres per 100 km", &["measure 5.6 litre/100-kilometre"]),
        ("a 5,000mAh battery", &["measure 5000 milliampere-hour"]),
        ("1.2 Gbps", &["measure 1.2 gigabit/second"]),
        ("a 128gb card of 20 mb", &["measure 128 gigabyte", "measure 20 megabyte"]),
        ("a low of 965 mb", &["measure 965 millibar"]),
        ("heat of 104F", &["measure 104 fahrenheit"]),
        ("420 parts per million", &["measure 420 ppm"]),
        ("$40 per person per day", &["money 40 $/person/day"]),
        ("66 Ma ago", &["time 66 megayear"]),
        ("Nine died and 12 in Ohio.", &["# 9 -", "# 12 -"]),
        ("Percent of 10", &["part 10 percent"]),
    ]);
}

#[test]
fn numbers_of_models_places_and_sports() {
    table(&[
        ("The S&P 500 was flat.", &[]),
        ("a new Zephyr 12 costs", &[]),
        ("a 747 jet", &[]),
        ("50 Boeing 747 jets and two F-16 fighters", &["# 50 jet", "# 2 fighter"]),
        ("He hit eight 3-pointers.", &["# 8 -"]),
        ("He lives in the 200 block of Elm Street.", &[]),
        ("Call (313) 555-1616 or 1-800-222-TIPS.", &[]),
        ("She called 911.", &[]),
        ("a 1080p screen, 4K video, the 49ers", &[]),
        ("a BP station", &[]),
        ("its full-year forecast", &[]),
        ("The mayor, 52, won.", &["measure 52 year"]),
    ]);
}

#[test]
fn nothing_harmed_is_a_count_of_zero() {
    table(&[
        ("There were no casualties.", &["# 0 casualty"]),
        ("No sailors were hurt.", &["# 0 sailor"]),
        ("There is no doubt.", &[]),
        ("No one was hurt.", &[]),
        ("no longer", &[]),
    ]);
}

#[test]
fn what_is_no_figure() {
    for text in [
        "The F-16 and the Su-25 took off.",
        "Flight 815 left Terminal 2.",
        "They won 2-1.",
        "It began at 11:45 and ended at 3 p.m.",
        "Call 555-123-4567.",
        "See https://example.com/a/123?b=45 for more.",
        "Write to desk5@example.com.",
        "He lives at 221 Baker Street.",
        "the one who left, one of them, no one, one another",
        "She came first in the second race of the 21st century.",
        "the 1990s, 5G, 3D, Covid-19, the G7, 24/7",
        "In 2014 the 2016 elections were far off.",
        "It is 2018.",
    ] {
        assert_eq!(read(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn trade_and_daily_life_write_figures_their_own_way() {
    table(&[
        ("Maize gained 3-1/2 cents.", &["money 3.5 cent up"]),
        ("Wheat ended at $7.81-1/2 per bushel.", &["money 7.815 $/bushel"]),
        ("The home side won 3-1.", &[]),
        ("It pumps 500,000 bpd.", &["measure 500000 barrel/day"]),
        ("He weighs 16st 7lb, she 11st.", &["measure 16.5 stone", "measure 11 stone"]),
        ("It fell on the 21st.", &[]),
        ("The gas is cooled to minus 162C.", &["measure -162 celsius"]),
        ("The world has warmed by 1.2C.", &["measure 1.2 celsius"]),
        ("The 777F took off from row 12C.", &[]),
        ("A second man, 45, was cleared.", &["measure 45 year"]),
        ("The former Lions captain, 38, is back.", &["measure 38 year"]),
        ("The number, 45, was drawn.", &["# 45 -"]),
        ("Most wait over 12 hours.", &["time 12 hour >"]),
        ("Some 100-odd shells fell.", &["# 100 shell ~"]),
        ("The error is plus or minus 3 points.", &["# 3 point"]),
        ("Three in four people agree.", &["# 0.75 -"]),
        ("Women make up 6 percent of it.", &["part 6 percent"]),
        ("They won 2 in 3 games.", &["# 2 -", "# 3 game"]),
    ]);
}

#[test]
fn lengths_of_time_stand_inside_dates() {
    for (text, found) in [
        ("It sold two farms in the past three years.", "time 3 year"),
        ("Two weeks ago it had 40 cows.", "time 2 week"),
        ("It grew in the six months to June.", "time 6 month"),
        ("It rained in the 13 weeks to 27 March.", "time 13 week"),
        ("More than two years ago it shut.", "time 2 year >"),
        ("It happened in the last 48 hours.", "time 48 hour"),
    ] {
        assert_eq!(lengths(text), [found], "{text}");
    }
    assert_eq!(lengths("A few years ago, on 3 May 2019, it shut. A year later it rained."), Vec::<String>::new());
}

#[test]
fn markets_and_companies() {
    table(&[
        ("It bought shares for €3-4m.", &["money 3000000..4000000 EUR .."]),
        ("The levy was lifted by 2p to 14.5p.", &["money 2 penny up", "money 14.5 penny"]),
        ("The board approved a 12-for-1 split.", &[]),
        ("Fares will go up by an average of £31 to £473.", &["money 31 GBP up", "money 473 GBP"]),
        ("Traffic was 11% more than in May and 6% below plan.", &["part 11 percent up", "part 6 percent"]),
        ("Sales were 20% more than $4 million.", &["part 20 percent up", "money 4000000 $"]),
        ("They fire 20,000 artillery shells a day.", &["# 20000 shell/day"]),
        ("It opened to $108 million two hours late.", &["money 108000000 $", "time 2 hour"]),
        ("The clan has 31 farms and 207,000 paid members.", &["# 31 farm", "# 207000 member"]),
        ("It beat the 168,000 analysts had expected.", &["# 168000 -"]),
        ("raises of 10 percent", &["part 10 percent up"]),
        ("It owes 5,000 tomans.", &["money 5000 toman"]),
    ]);
}

#[test]
fn rates_to_many_and_to_things() {
    table(&[
        ("68 cases per 100,000 people", &["# 68 case/100000-person"]),
        ("12.4 points per game", &["# 12.4 point/game"]),
        ("2.1 grams of gold per tonne of ore", &["measure 2.1 gram/tonne"]),
        ("5g of sugar per 100ml", &["measure 5 gram/100-millilitre"]),
        ("€1.20 a kilo", &["money 1.2 EUR/kilogram"]),
        ("340 kilos of tea", &["measure 340 kilogram"]),
        ("a disk of 7,000MB/s", &["measure 7000 megabyte/second"]),
        ("She slept five hours a night.", &["time 5 hour/night"]),
    ]);
}

#[test]
fn heads_of_what_is_counted() {
    table(&[
        ("The herd of 340 cows produces 9,000 litres.", &["# 340 cow", "measure 9000 litre"]),
        ("A family of four spends about $250.", &["# 4 -", "money 250 $ ~"]),
        ("One dose cut the risk.", &["# 1 dose"]),
        ("One teen dead after a fall.", &["# 1 teen"]),
        ("10 all-electric vans and 11 grandchildren", &["# 10 van", "# 11 grandchild"]),
        ("a 20-time champion", &["# 20 -"]),
        ("At one point the line was cut.", &[]),
        ("The odds are about four in a million.", &["# 0.000004 - ~"]),
        ("He lost two farms and then a third.", &["# 2 farm"]),
        ("1.3m new cars and a 1.3m wall", &["# 1300000 car", "measure 1.3 metre"]),
    ]);
}

#[test]
fn sizes_of_things() {
    table(&[
        ("9.8 x 6.8 x 0.24 inches", &["measure 9.8 inch", "measure 6.8 inch", "measure 0.24 inch"]),
        ("a 2,560 by 1,440 pixel panel", &["measure 2560 pixel", "measure 1440 pixel"]),
        ("He cut the 200 by 5 percent.", &["# 200 -", "part 5 percent down"]),
        ("a 6-foot-6 forward", &["measure 6.5 foot"]),
        ("Bake at 180C for an hour and a quarter.", &["measure 180 celsius", "time 1.25 hour"]),
        ("The fan runs at 120Hz.", &["measure 120 hertz"]),
    ]);
}

#[test]
fn ages_by_their_place() {
    table(&[
        ("John Lee Jr., 22, fell.", &["measure 22 year"]),
        ("Justine E. Baez, 24.", &["measure 24 year"]),
        ("Ann Lee, 54; Bo Lund, 26; and others", &["measure 54 year", "measure 26 year"]),
        ("Gebhardt, 63, who has a farm", &["measure 63 year"]),
        ("Children between the ages of 5 and 11", &["measure 5..11 year .."]),
        ("Ann Lee and Bo Lund, both 28, swam.", &["measure 28 year"]),
        ("In Paris, 12 fell.", &["# 12 -"]),
    ]);
}

#[test]
fn what_only_names_a_thing() {
    for text in [
        "The claim is doubtful.[12][13]",
        "NBC10 and FOX59 said so.",
        "Call 410-212-STOP or (305) 471-TIPS, or text TIP to 274637.",
        "They called in 911 dispatchers.",
        "The Porsche 911 GT3 and Android 12 are new.",
        "a K-12 school with an inline-six",
        "It lies between junctions 8 and 10.",
        "He lives at 800 W. Saratoga Street, she at 16411 Saybrook.",
        "It began around three o'clock, around 10 Saturday night, at 0312 GMT.",
        "She swam it in 14:06.62.",
        "He was at 12 under par in a two-on-two game.",
        "Image 4 of 16",
        "It runs on iOS 14.5 near Ground Zero.",
        "The popular band Maroon 5 plays at Studio 54, with a Wi-Fi 6 box at PO Box 12 in Season 3.",
        "We filed a 10-K, a 401(k) and a 529 plan at 7-Eleven by COP26, for a 50/50 share of 3Q.",
        "The nine-to-five crowd of the Big Three saw it.",
    ] {
        assert_eq!(read(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn what_stands_behind_a_name_and_is_counted() {
    table(&[
        ("Crash Kills 12 in Ohio", &["# 12 -"]),
        ("She won 306 and Lee 232.", &["# 306 -", "# 232 -"]),
        ("They sank in Kyiv 12 and elsewhere five.", &["# 12 -", "# 5 -"]),
        ("The army sent Norway 12 tanks.", &["# 12 tank"]),
        ("a third of one percent", &["part 0.333333333333 percent"]),
        ("a 3,000-strong guard", &["# 3000 -"]),
        ("the 18-to-24 group", &["# 18..24 - .."]),
    ]);
}

#[test]
fn particles_of_verbs_tell_no_change() {
    table(&[
        ("They shot down 39 drones.", &["# 39 drone"]),
        ("Officers rounded up 20 goats.", &["# 20 goat"]),
        ("Shares were up 20 points.", &["# 20 point up"]),
    ]);
}
