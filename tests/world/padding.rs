//! Sentences that say nothing countable of a story: what fills a newspaper's paragraph. Each is put together from parts, so that
//! two articles seldom share one.

use fastrand::Rng;

use super::figure::choose;

const OPENERS: &[&str] = &[
    "Meanwhile, ",
    "By the evening, ",
    "For the moment, ",
    "As so often, ",
    "At the same time, ",
    "Not far away, ",
    "In the days before, ",
    "Under grey skies, ",
    "In the side streets, ",
    "On the other bank of the river, ",
    "Behind closed doors, ",
    "For all the talk, ",
    "",
    "",
    "",
    "",
    "",
    "",
];
const QUALITIES: &[&str] = &[
    "old",
    "narrow",
    "crowded",
    "half-empty",
    "new",
    "regional",
    "silent",
    "well-known",
    "rebuilt",
    "modest",
    "noisy",
    "northern",
    "southern",
    "abandoned",
    "popular",
    "wooden",
    "temporary",
    "central",
    "outer",
    "familiar",
    "neglected",
    "busy",
    "quiet",
    "cheerful",
    "official",
];
const THINGS: &[&str] = &[
    "market hall",
    "bus station",
    "library",
    "harbour road",
    "town council",
    "cathedral square",
    "main street",
    "railway bridge",
    "sports ground",
    "museum",
    "riverside path",
    "courthouse",
    "bakery",
    "university",
    "cinema",
    "ring road",
    "assembly",
    "chamber of commerce",
    "radio station",
    "printing house",
    "theatre",
    "school board",
    "port office",
    "tram line",
    "botanical garden",
    "post office",
    "orchestra",
    "dockyard",
    "weekly paper",
    "farmers' union",
    "tax office",
    "water company",
    "parish",
    "night market",
    "opera house",
    "archive",
    "planning office",
];
const DEEDS: &[&str] = &[
    "stayed closed",
    "opened later than usual",
    "kept to its timetable",
    "drew more visitors than it could hold",
    "waited for instructions",
    "went about its business",
    "became a meeting point",
    "filled with people looking for news",
    "remained an open question",
    "changed hands again",
    "had seen better days",
    "was about to be repainted",
    "took its time",
    "lost its lights for a while",
    "turned into a place of quiet talk",
    "found itself in the headlines",
    "prepared for the holiday",
    "put off its yearly fair",
    "sent its regrets",
    "held a short service",
    "called its members together",
    "looked much as before",
    "was covered with flags",
    "lay under a thin mist",
    "offered hot drinks to all comers",
    "postponed its programme",
    "asked for patience",
    "had been promised money for repairs",
    "stood at the centre of an old quarrel",
];
const CIRCUMSTANCES: &[&str] = &[
    "until well after dark",
    "in spite of the weather",
    "as the week went on",
    "to the surprise of many",
    "without a word of explanation",
    "while the rain held off",
    "for want of anything better",
    "as it does every year at this season",
    "under the eyes of the cameras",
    "much to the relief of the shopkeepers",
    "before the first trains ran",
    "in keeping with custom",
    "with the help of volunteers",
    "although nobody had asked",
    "as far as anyone could tell",
    "after a change of plan",
    "at the request of the neighbours",
    "because the roads were slippery",
    "long before the capital took notice",
    "in the way of such towns",
    "in front of a small crowd",
];

/// A paragraph of some sentences.
pub fn paragraph(chance: &mut Rng) -> String {
    let count = chance.usize(3..=5);
    (0..count).map(|_| sentence(chance)).collect::<Vec<_>>().join(" ")
}

fn sentence(chance: &mut Rng) -> String {
    let opener = choose(chance, OPENERS);
    let the = if opener.is_empty() { "The" } else { "the" };
    let [quality, thing] = [choose(chance, QUALITIES), choose(chance, THINGS)];
    let deed = choose(chance, DEEDS);
    let end = match chance.u8(..3) {
        0 => String::new(),
        1 => format!(", {}", choose(chance, CIRCUMSTANCES)),
        _ => format!(" and {}, {}", choose(chance, DEEDS), choose(chance, CIRCUMSTANCES)),
    };
    format!("{opener}{the} {quality} {thing} {deed}{end}.")
}
