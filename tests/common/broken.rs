//! Broken rule files, one mistake each: what `tests/rule_errors.rs` keeps the messages of, and `tests/schema.rs` what an editor notices.
#![allow(dead_code, unreachable_pub)]

/// What the schema makes of a broken file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Schema {
    /// It is no TOML, so there is nothing to check.
    Unread,
    /// It notices.
    Refuses,
    /// It cannot know: expressions, dates and what belongs together are for `rules lint` alone.
    Accepts,
}

use Schema::{Accepts, Refuses, Unread};

/// A broken file: a name, what is added to a sound beginning, what the schema makes of it.
pub type Broken = (&'static str, &'static str, Schema);

/// A rule file that is right but for what is added to it.
pub const SOUND: &str = "summary = \"What it finds.\"\nexplain = \"More of it.\"\n\n[value.count]\n";

/// A pattern that is right.
const PATTERN: &str = "[[pattern]]\nmatch = '{value} killed'\n";

/// A broken file as a whole.
pub fn text((_, addition, _): &Broken) -> String {
    // What begins with a key stands alone.
    if addition.starts_with("summary") {
        (*addition).to_owned()
    } else {
        format!("{SOUND}{addition}\n").replace("@\n", PATTERN)
    }
}

/// The broken files. `@` stands for a sound pattern.
pub const BROKEN: [Broken; 47] = [
    ("syntax", "[[pattern]]\nmatch = '{value} killed", Unread),
    ("syntax-twice-a-key", "@\nstage = 'a'\nstage = 'b'", Unread),
    ("syntax-bare-date", "@\n[[accept]]\ntext = 'x'\npublished = 2020-13-01\nvalue = 1", Unread),
    ("unknown-key", "@\n[[patern]]\nmatch = '{value} dead'", Refuses),
    ("unknown-key-in-section", "@\nstaeg = 'agreed'\n[compare]\nevolve = true", Refuses),
    ("unknown-key-of-a-limit", "@\n[value.count.mn]\nx = 1", Refuses),
    ("unknown-key-of-a-text", "@\n[[accept]]\ntext = 'x'\nvalue = 1\nparticipant = 'y'", Refuses),
    (
        "unknown-kind-of-value",
        "summary = 's'\nexplain = 'e'\n[value.moneys]\n[[pattern]]\nmatch = '{value} killed'\n",
        Refuses,
    ),
    ("two-kinds-of-value", "@\n[value.money]\nmin = 3", Refuses),
    ("wrong-type", "@\ncumulative = 'yes'", Refuses),
    ("wrong-type-of-a-list", "@\n[compare]\nneeds = 'date'", Refuses),
    ("wrong-type-of-a-section", "[pattern]\nmatch = '{value} killed'", Refuses),
    ("wrong-type-of-words", "@\n[words]\nvictims = 'people'", Refuses),
    ("unknown-word", "@\npolarity = 'denyed'", Refuses),
    (
        "unknown-severity",
        "summary = 's'\nexplain = 'e'\nseverity = 'fatal'\n[value.count]\n[[pattern]]\nmatch = '{value} killed'\n",
        Refuses,
    ),
    ("unknown-place-to-look", "@\n[scope.place]\nfrom = ['sentense']", Refuses),
    ("missing-key", "summary = 's'\n[value.count]\n[[pattern]]\nstage = 'x'\n", Refuses),
    ("missing-section", "summary = \"What it finds.\"\n", Refuses),
    ("missing-reason", "@\n[[reject]]\ntext = 'No one came.'", Refuses),
    ("missing-value-of-a-text", "@\n[[accept]]\ntext = '12 killed'", Refuses),
    ("bad-expression", "[[pattern]]\nmatch = '{value} {gap:2}(?:killed|dead'", Accepts),
    ("bad-expression-escaped", "[[pattern]]\nmatch = \"{value} \\\"dead\\\" \\\\bor [killed\"", Accepts),
    ("bad-expression-in-words", "@\n[words]\nvictims = ['people', '*men']", Accepts),
    ("bad-expression-in-a-stage", "@\n[stage]\nagreed = ['signed)']", Accepts),
    (
        "bad-expression-too-large",
        "[[pattern]]\nmatch = '{value} (?:(?:(?:[a-z]{1,90} ){1,90}){1,90}){1,90}killed'",
        Accepts,
    ),
    ("look-around", "[[pattern]]\nmatch = '{value} (?!not )killed'", Accepts),
    ("back-reference", "[[pattern]]\nmatch = '(a|b) {value} \\1'", Accepts),
    ("nothing-to-repeat", "[[pattern]]\nmatch = '{value} (?:|+)killed'", Accepts),
    ("unknown-slot", "[[pattern]]\nmatch = '{value} {gapp:2}killed'", Accepts),
    ("slot-with-a-number", "[[pattern]]\nmatch = '{value} {person:2} killed'", Accepts),
    ("unknown-words", "[words]\nvictims = ['people']\n[[pattern]]\nmatch = '{value} {victim} killed'", Accepts),
    ("words-name-themselves", "[words]\na = ['x{b}']\nb = ['y{a}']\n[[pattern]]\nmatch = '{value} killed'", Accepts),
    ("unknown-group", "[[pattern]]\nmatch = '{value} (?<subgruop>people) killed'", Accepts),
    ("no-value", "[[pattern]]\nmatch = '(?:{value} )?people killed'\n[[pattern]]\nmatch = 'nobody died'", Accepts),
    ("matches-empty", "@\n[[unless]]\nmatch = '(?:nearly )?'", Accepts),
    ("bad-gap", "[[pattern]]\nmatch = '{value}{gap:3}killed'\n[[pattern]]\nmatch = '{value} {gap:3} killed'", Accepts),
    (
        "gap-too-wide",
        "[[pattern]]\nmatch = '{value} {gap:40}killed'\n[[pattern]]\nmatch = '{value} {gap}killed'",
        Accepts,
    ),
    (
        "bad-limit-without-unit",
        "summary = 's'\nexplain = 'e'\n[value.duration]\nmin = 5\n[[pattern]]\nmatch = 'lasted {value}'\n",
        Accepts,
    ),
    ("bad-least-number", "@\n[scope.participants]\nmin = 0", Refuses),
    ("bad-threshold", "@\n[compare]\nthreshold = 1.5", Refuses),
    ("bad-stretch", "@\n[compare]\nstretch = 0.5", Refuses),
    ("bad-length-of-time", "@\n[compare]\nunique = true\nwithin = 'a while'", Accepts),
    ("bad-need", "@\n[compare]\nneeds = ['dat']", Refuses),
    ("bad-stage", "@\nstage = 'agred'\n[stage]\nagreed = ['signed']\nlater = []", Accepts),
    ("bad-date", "@\n[[accept]]\ntext = '12 killed'\nvalue = 12\npublished = 09:30:00", Refuses),
    ("unknown-scope-field", "@\n[scope.plase]\nfrom = ['sentence']", Refuses),
    ("allow-without-reason", "@\n[[allow]]\nlint = 'few-texts'", Refuses),
];
