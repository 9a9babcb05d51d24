//! Frames of sentences. In braces: `{k}` `{w}` `{d}` `{m}` `{n}` the figures, the rest what a story fills in.

/// What can happen to people: the noun with "the", with "a", and as a clause.
pub const HAPPENINGS: &[[&str; 3]] = &[
    ["the bus crash", "a bus crash", "a bus plunged off a mountain road"],
    ["the factory fire", "a factory fire", "a fire swept through a textile factory"],
    ["the ferry disaster", "a ferry disaster", "a crowded ferry went down"],
    ["the landslide", "a landslide", "a landslide buried several homes"],
    ["the gas explosion", "a gas explosion", "a gas explosion tore through an apartment block"],
    ["the shooting", "a shooting", "gunmen opened fire at a market"],
    ["the flash flood", "a flash flood", "a flash flood swept away cars and houses"],
    ["the train derailment", "a train derailment", "a passenger train came off the rails"],
    ["the bombing", "a bombing", "a bomb went off near a police station"],
    ["the earthquake", "an earthquake", "a strong earthquake shook the city"],
    ["the stampede", "a stampede", "a crowd rushed for the exits of a stadium"],
    ["the mine accident", "a mine accident", "a shaft caved in at a coal mine"],
];

/// Both figures in one sentence.
pub const TOLLS: &[&str] = &[
    "{k} people were killed and {w} injured when {clause} in {place} {day}, {who} said.",
    "{a_what} in {place} {day} has left {k} people dead and {w} wounded, according to {who}.",
    "{k} people lost their lives and {w} others were hurt in {a_what} in {place} {day}.",
    "{clause} in {place} {day}, killing {k} people and injuring {w}, {who} said.",
    "{the_what} that struck {place} {day} killed {k} people and wounded {w} others, {who} reported.",
    "{k} people have died and {w} are in hospital with injuries after {a_what} in {place} {day}.",
    "{k} dead and {w} injured: that is the toll of {the_what} in {place} {day}, as {who} gave it.",
];

/// The dead alone.
pub const DEAD: &[&str] = &[
    "{k} people died {day} when {clause} in {place}, {who} said.",
    "The death toll from {the_what} in {place} {day} has reached {k}, {who} said.",
    "{the_what} in {place} {day} claimed the lives of {k} people, {who} confirmed.",
    "{who} said {k} people had perished in {the_what} in {place} {day}.",
    "{a_what} {day} killed {k} people in {place}, {country}.",
    "{k} people were killed {day} in {a_what} in {place}.",
];

/// The injured, after the dead.
pub const INJURED: &[&str] = &[
    "{w} people were injured, some of them seriously, {who} said.",
    "Doctors were treating {w} people for injuries, {who} said.",
    "{w} others were hurt.",
    "{who} said {w} people had been wounded.",
];

/// The titles of such articles.
pub const TOLL_TITLES: &[&str] = &[
    "{k} dead in {place} {bare}",
    "{place} {bare} kills {k}",
    "{k} killed in {bare} in {place}",
    "Grief in {place} after {bare}",
];

/// An older event of the same place, in passing.
pub const RECALLED: &[&str] = &[
    "In {month} {year}, {a_what} in the same city killed {k} people.",
    "{k} people died there in {a_what} in {year}.",
    "It was the worst such event since {month} {year}, when {k} people were killed in {place}.",
];

/// How long two people talked.
pub const CALLS: &[&str] = &[
    "{a} and {b} spoke by telephone for {d} {day}, their offices said.",
    "The telephone call between {a} and {b} {day} lasted {d}, according to a spokeswoman.",
    "{a} held a telephone conversation with {b} {day} that went on for {d}.",
    "In a phone call {day} that lasted {d}, {a} and {b} discussed {topic}.",
    "{a} spent {d} on the phone with {b} {day}, officials said.",
    "{a} called {b} {day}. The conversation, about {topic}, took {d}.",
];

/// Titles of such articles.
pub const CALL_TITLES: &[&str] =
    &["{a_last} and {b_last} talk by telephone", "{a_last} calls {b_last}", "A call between two capitals"];

/// What is given to a state.
pub const AID: &[&str] = &[
    "{giver} will provide {m} in {thing} to {taker}, its government announced {day}.",
    "{taker} is to receive {m} in {thing} from {giver} under a decision announced {day}.",
    "The {people} government {day} announced {thing} worth {m} for {taker}.",
    "{giver} pledged {m} in {thing} for {taker} {day}.",
    "A package of {thing} for {taker} worth {m} was announced {day} by the {people} foreign ministry.",
];

/// Titles of such articles.
pub const AID_TITLES: &[&str] =
    &["{giver} pledges {m} for {taker}", "{taker} to get {thing} from {giver}", "{giver} to help {taker}"];

/// Where an army stands.
pub const TROOPS: &[&str] = &[
    "{giver} has massed {n} troops on its border with {taker}, a Western official said {day}.",
    "{n} {people} soldiers are now stationed along the border with {taker}, officials said {day}.",
    "The number of {people} troops near the border with {taker} stands at {n}, diplomats said {day}.",
    "{giver} has deployed {n} soldiers along the border with {taker}, the defence ministry said {day}.",
];

/// Titles of such articles.
pub const TROOPS_TITLES: &[&str] = &["{people} troops at the border", "Tension between {giver} and {taker}"];

pub const TOPICS: &[&str] =
    &["trade", "fishing rights", "a new pipeline", "the fighting in the region", "energy prices", "border crossings"];
pub const THINGS: &[&str] = &["military aid", "humanitarian assistance", "reconstruction aid", "humanitarian aid"];
pub const AUTHORITIES: &[&str] =
    &["police", "the governor's office", "rescue services", "the health ministry", "local officials", "the mayor"];
pub const OFFICES: &[&str] = &["President", "Prime Minister"];
pub const FIRST: &[&str] = &[
    "Anna", "Josef", "Maria", "Tomas", "Ines", "Karl", "Lucia", "Pavel", "Nadia", "Stefan", "Elena", "Marcus", "Irena",
    "Victor", "Sofia", "Daniel",
];
pub const LAST: &[&str] = &[
    "Halvorsen",
    "Brankov",
    "Okello",
    "Tervonen",
    "Castellan",
    "Dumitrescu",
    "Varga",
    "Lindqvist",
    "Moravec",
    "Adeyemi",
    "Sorokina",
    "Petrosyan",
    "Kowalczyk",
    "Haugen",
    "Baptiste",
    "Ferreira",
    "Mwangi",
    "Takala",
    "Oyelaran",
    "Zelenka",
    "Kristensen",
    "Marinescu",
    "Quispe",
    "Rosario",
];
pub const OUTLETS: &[&str] = &[
    "Harbour Gazette",
    "Morning Ledger",
    "Northern Post",
    "Capital Wire",
    "The Beacon",
    "Valley Tribune",
    "Evening Standard of the Coast",
    "Global Dispatch",
    "The Meridian",
    "Southern Star",
    "City Observer",
    "The Lantern",
    "Daily Compass",
    "River Times",
    "Highland Herald",
    "Inter Press",
    "The Sentinel",
    "Radio One",
    "Channel Four News Desk",
    "The Courier",
    "Plain Dealer of the Plains",
    "Metro Bulletin",
];
