//! Pairs of our own with the relation that a careful reader sees. Those of `KEPT` were written before any threshold was
//! set and took no part in setting one.

use super::*;

/// Bits from which two remarks of one speaker are one utterance, as the alignment asks of them.
const BAR: f64 = 8.0;

type Row = (&'static str, &'static str, Sense);

const TUNED: &[Row] = &[
    ("We will rebuild every bridge on this river", "“We will rebuild every bridge on this river.”", Sense::Same),
    ("I don't believe the figures they've given us", "I do not believe the figures they have given us,", Sense::Same),
    ("The harbour won’t close this winter", "The harbour will not close this winter, the mayor added", Sense::Same),
    ("Nobody [in the council] told us about the tunnel", "Nobody told us about the tunnel", Sense::Same),
    (
        "We will rebuild every bridge on this river before the first snow falls",
        "rebuild every bridge on this river",
        Sense::Trimmed,
    ),
    (
        "The ferry was old, it was overloaded and it should never have left the port",
        "it should never have left the port",
        Sense::Trimmed,
    ),
    (
        "We are looking for a quick solution to the shortage of doctors",
        "We're searching for a rapid answer to the lack of doctors",
        Sense::Reworded,
    ),
    (
        "The committee decided to purchase new fire engines for the island",
        "The committee has made the decision to buy new fire engines for the island",
        Sense::Reworded,
    ),
    (
        "In reality the dam was never inspected after the flood",
        "Actually, the dam was never inspected following the flood",
        Sense::Reworded,
    ),
    ("This government is unable to stay in office", "this government cannot remain in office", Sense::Reworded),
    ("I have not signed that contract", "He has not signed that contract", Sense::Changed),
    (
        "We will negotiate with the strikers on Monday",
        "We will not negotiate with the strikers on Monday",
        Sense::Changed,
    ),
    ("The storm destroyed 40 homes on the coast", "The storm destroyed 400 homes on the coast", Sense::Changed),
    (
        "I had a long talk with Emmanuel Macron about fishing",
        "I had a long talk with Olaf Scholz about fishing",
        Sense::Changed,
    ),
    ("The ceasefire is acceptable to our side", "The ceasefire is unacceptable to our side", Sense::Changed),
    ("We will defend the valley", "The valley needs a hospital and a railway", Sense::Other),
    ("Thank you very much", "Thank you very much", Sense::Other),
    ("No comment", "No comment at this time", Sense::Other),
    (
        "We will support Ukraine's farmers through the winter",
        "We have always supported Ukraine's right to join the union",
        Sense::Other,
    ),
    ("Our soldiers are fighting for every street", "Our soldiers need ammunition and winter clothing", Sense::Other),
    ("The talks were useful and open", "The talks will continue in Geneva next week", Sense::Other),
    ("I am proud of this team", "This team has to score more goals", Sense::Other),
];

const KEPT: &[Row] = &[
    ("The mine is safe and it will stay open", "'The mine is safe, and it will stay open'", Sense::Same),
    ("It's a disgrace that children can't read", "It is a disgrace that children cannot read", Sense::Same),
    ("They've poisoned the lake for twenty years", "They have poisoned the lake for 20 years", Sense::Same),
    (
        "My message to the drivers is simple: slow down in front of schools or lose your licence",
        "slow down in front of schools or lose your licence",
        Sense::Trimmed,
    ),
    (
        "Every family in the village lost a house, a barn or a herd in that fire",
        "Every family in the village lost a house in that fire",
        Sense::Trimmed,
    ),
    (
        "The company must compensate the workers who became ill",
        "The firm has to compensate the employees who fell ill",
        Sense::Reworded,
    ),
    (
        "We need to begin constructing the railway immediately",
        "We have to start building the railway at once",
        Sense::Reworded,
    ),
    (
        "The witnesses are frightened and refuse to testify in court",
        "The witnesses are scared and decline to testify before the court",
        Sense::Reworded,
    ),
    (
        "It was a tragic error, and we deeply regret the suffering of the passengers",
        "It was a tragic mistake and we profoundly regret the suffering of the travellers",
        Sense::Reworded,
    ),
    (
        "There is an agreement between the unions to end the strike",
        "The unions have agreed to end the strike",
        Sense::Reworded,
    ),
    (
        "I never promised lower taxes to the fishermen",
        "They never promised lower taxes to the fishermen",
        Sense::Changed,
    ),
    ("We were not warned about the avalanche", "We were warned about the avalanche", Sense::Changed),
    ("The reactor will run for another ten years", "The reactor will run for another thirty years", Sense::Changed),
    ("Japan betrayed the treaty on whaling", "Norway betrayed the treaty on whaling", Sense::Changed),
    ("The verdict was just and lawful", "The verdict was unjust and lawful", Sense::Changed),
    ("You're welcome", "You're welcome", Sense::Other),
    ("I have nothing to add", "I have nothing to add to the statement of the ministry", Sense::Other),
    ("The economy is growing again", "The economy of the south depends on tourists", Sense::Other),
    (
        "We expect the first trains to run in spring",
        "We expect that passengers will pay more for their tickets",
        Sense::Other,
    ),
    ("He is a great player", "She is a great singer and a great friend", Sense::Other),
    ("The police acted correctly that night", "The police were late that night and badly equipped", Sense::Other),
    ("Peace is possible if both sides want it", "Both sides have lost too many soldiers in this war", Sense::Other),
];

fn found(a: &str, b: &str) -> Likeness {
    let lexicon = Lexicon::embedded();
    let mut likeness = Utterance::read(a, lexicon).likeness(&Utterance::read(b, lexicon), true);
    if likeness.evidence < BAR {
        likeness.sense = Sense::Other;
    }
    likeness
}

fn wrong(rows: &[Row]) -> Vec<String> {
    let told = |(a, b, wanted): &Row| {
        let likeness = found(a, b);
        (likeness.sense != *wanted).then(|| {
            let (evidence, share) = (likeness.evidence, likeness.share);
            format!("{a} | {b}: {:?}, not {wanted:?} ({evidence:.1} bits, share {share:.2})", likeness.sense)
        })
    };
    rows.iter().filter_map(told).collect()
}

#[test]
fn pairs_that_set_the_thresholds() {
    assert_eq!(wrong(TUNED), Vec::<String>::new());
}

/// Of those kept apart: pairs that are missed, and why.
const GAPS: &[(&str, &str)] = &[(
    "The company must compensate the workers who became ill",
    "nearly every word was replaced, two of them by words that are neither synonyms nor wider verbs",
)];

#[test]
fn pairs_that_did_not() {
    let mut wrong = wrong(KEPT);
    for (gap, why) in GAPS {
        let known = wrong.iter().position(|row| row.starts_with(gap));
        assert!(known.is_some(), "holds now, so that the gap can go ({why}): {gap}");
        wrong.retain(|row| !row.starts_with(gap));
    }
    assert_eq!(wrong, Vec::<String>::new());
}
