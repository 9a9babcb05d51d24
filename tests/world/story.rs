//! Stories: what happened, and what each outlet makes of it.

use fastrand::Rng;
use jiff::ToSpan as _;
use jiff::civil::{Date, date};

use super::figure::{self, Manner, choose};
use super::frames::{
    AID, AID_TITLES, AUTHORITIES, CALL_TITLES, CALLS, DEAD, FIRST, HAPPENINGS, INJURED, LAST, OFFICES, OUTLETS,
    RECALLED, THINGS, TOLL_TITLES, TOLLS, TOPICS, TROOPS, TROOPS_TITLES,
};
use super::places::{Place, country, somewhere};
use super::told::{Draft, Figure, Line, day, fill, for_title, month, person};
use super::{Fact, Measure, Told};

/// What makes two figures of a story differ, if anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// Nothing.
    None,
    /// One outlet errs.
    Slip,
    /// One outlet copies another's article and errs in a figure.
    Copy,
}

/// An event and what may be said of it.
struct Event {
    number: usize,
    kind: Kind,
    day: Date,
}

/// What happened.
enum Kind {
    Toll {
        place: &'static Place,
        what: &'static [&'static str; 3],
        killed: u64,
        wounded: u64,
        grows: bool,
        older: Option<(usize, Date, u64)>,
    },
    Call {
        people: [(String, String); 2],
        topic: &'static str,
        minutes: u64,
    },
    Aid {
        giver: Side,
        taker: Side,
        thing: &'static str,
        dollars: u64,
    },
    Troops {
        giver: Side,
        taker: Side,
        troops: u64,
    },
}

/// A country and the name of its people.
type Side = (&'static str, &'static str);

/// The articles of one story, and of the neighbour that it may have. `event` counts the events.
pub fn write(event: &mut usize, chance: &mut Rng) -> Vec<Told> {
    let story = Event::new(event, chance);
    let mut articles = story.articles(chance);
    if let Some(neighbour) = story.neighbour(event, chance) {
        articles.extend(neighbour.articles(chance));
    }
    articles
}

/// Many articles on the toll of one event, all of one day.
pub fn crowd(count: usize, chance: &mut Rng) -> Vec<Told> {
    let mut story = Event::new(&mut 0, chance);
    let (place, what) = (somewhere(chance), &HAPPENINGS[0]);
    story.kind = Kind::Toll { place, what, killed: 34, wounded: 61, grows: false, older: None };
    let one = |index| story.draft(story.day, Manner::Plain, chance).told(format!("crowd-{index}"));
    (0..count).map(one).collect()
}

impl Event {
    fn new(counter: &mut usize, chance: &mut Rng) -> Self {
        let day = date(2024, 1, 8) + chance.i64(0..340).days();
        let number = next(counter);
        let kind = match chance.u8(..20) {
            0..=11 => Kind::toll(somewhere(chance), day, counter, chance),
            12..=14 => Kind::call(chance),
            15..=17 => Kind::aid(chance),
            _ => Kind::troops(chance),
        };
        Self { number, kind, day }
    }

    /// Another event of the same place and week: something else, or the same on another day.
    fn neighbour(&self, counter: &mut usize, chance: &mut Rng) -> Option<Self> {
        let Kind::Toll { place, what, .. } = &self.kind else { return None };
        if chance.u8(..6) > 0 {
            return None;
        }
        let number = next(counter);
        let mut kind = Kind::toll(place, self.day, counter, chance);
        let Kind::Toll { what: other, .. } = &mut kind else { return None };
        let same = chance.u8(..3) == 0;
        if same {
            *other = what;
        } else {
            while other[0] == what[0] {
                *other = &HAPPENINGS[chance.usize(..HAPPENINGS.len())];
            }
        }
        let apart = if same { chance.i64(2..=5) } else { chance.i64(1..=5) };
        Some(Self { number, kind, day: self.day + apart.days() })
    }

    fn articles(&self, chance: &mut Rng) -> Vec<Told> {
        let count = match chance.u8(..20) {
            0..=5 => 1,
            6..=10 => 2,
            11..=15 => chance.usize(3..=4),
            16..=18 => chance.usize(5..=8),
            _ => chance.usize(9..=14),
        };
        let fault = match (count, chance.u8(..10)) {
            (2.., 0..=1) => Fault::Slip,
            (2.., 2) => Fault::Copy,
            _ => Fault::None,
        };
        let mut drafts: Vec<Draft> = (0..count).map(|index| self.one(index, fault, chance)).collect();
        if fault == Fault::Copy {
            let copy = self.copied(&drafts[0], true, chance);
            drafts.push(copy);
        } else if chance.u8(..12) == 0 {
            let copy = self.copied(&drafts[0], false, chance);
            drafts.push(copy);
        }
        for (index, outlet) in outlets(drafts.len(), chance).into_iter().enumerate() {
            drafts[index].outlet = outlet;
        }
        drafts.iter().enumerate().map(|(index, draft)| draft.told(format!("{:06}-{index:02}", self.number))).collect()
    }

    /// The first two articles are of one day and plain, so that a slip of the second is beyond doubt.
    fn one(&self, index: usize, fault: Fault, chance: &mut Rng) -> Draft {
        let published = self.day + [0, 1, 1, 1, 2, 3][chance.usize(..6)].days();
        match (fault, index) {
            (Fault::Slip | Fault::Copy, 0) => self.draft(self.day + 1.days(), Manner::Plain, chance),
            (Fault::Slip, 1) => self.draft(self.day + 1.days(), Manner::Slipped, chance),
            _ => {
                let manner =
                    choose(chance, &[Manner::Plain, Manner::Plain, Manner::Plain, Manner::Rounded, Manner::Bounded]);
                self.draft(published, manner, chance)
            }
        }
    }

    /// The same article elsewhere, perhaps with another figure in its lead.
    fn copied(&self, draft: &Draft, changed: bool, chance: &mut Rng) -> Draft {
        let mut copy = draft.clone();
        if chance.bool() {
            copy.padding.pop();
        }
        if changed {
            copy.title = Line { frame: "Latest from the agencies".to_owned(), figures: Vec::new() };
            let figure = &mut copy.lines[0].figures[0];
            figure.words = self.figure(figure.fact.1, copy.published, Manner::Slipped, chance);
            figure.deviates = true;
        }
        copy
    }

    fn draft(&self, published: Date, manner: Manner, chance: &mut Rng) -> Draft {
        let when = day(self.day, published, chance);
        let (title, lines) = match &self.kind {
            Kind::Toll { .. } => self.toll(published, &when, manner, chance),
            Kind::Call { .. } => self.call(published, &when, manner, chance),
            Kind::Aid { .. } | Kind::Troops { .. } => self.states(published, &when, manner, chance),
        };
        Draft::new("", published, title, lines, chance)
    }

    fn toll(&self, published: Date, when: &str, manner: Manner, chance: &mut Rng) -> (Line, Vec<Line>) {
        let Kind::Toll { place, what, older, .. } = &self.kind else { unreachable!("a toll") };
        let full = if chance.bool() { place.city.clone() } else { format!("{}, {}", place.city, place.country) };
        let bare = what[0].trim_start_matches("the ");
        let slots = [
            ("the_what", what[0]),
            ("a_what", what[1]),
            ("clause", what[2]),
            ("bare", bare),
            ("country", &place.country),
            ("day", when),
            ("who", choose(chance, AUTHORITIES)),
        ];
        let with = |frame: &str, place: &str| fill(&fill(frame, &slots), &[("place", place)]);
        let killed = self.telling("k", Measure::Killed, published, manner, chance);
        // A slip is of one figure: the other is as everybody has it.
        let others = if manner == Manner::Slipped { Manner::Plain } else { manner };
        let wounded = self.telling("w", Measure::Wounded, published, others, chance);
        let mut title = Line { frame: with(choose(chance, TOLL_TITLES), &place.city), figures: vec![killed.clone()] };
        if manner == Manner::Plain {
            title.figures[0].words = for_title(self.truth(Measure::Killed, published));
        }
        let mut lines = if chance.bool() {
            vec![Line { frame: with(choose(chance, TOLLS), &full), figures: vec![killed, wounded] }]
        } else {
            let dead = Line { frame: with(choose(chance, DEAD), &full), figures: vec![killed] };
            vec![dead, Line { frame: with(choose(chance, INJURED), &full), figures: vec![wounded] }]
        };
        lines.extend(older.filter(|_| chance.u8(..3) == 0).map(|older| recalled(older, place, chance)));
        (title, lines)
    }

    fn call(&self, published: Date, when: &str, manner: Manner, chance: &mut Rng) -> (Line, Vec<Line>) {
        let Kind::Call { people, topic, .. } = &self.kind else { unreachable!("a call") };
        let [a, b] = if chance.bool() { [&people[0], &people[1]] } else { [&people[1], &people[0]] };
        let slots = [
            ("a", a.0.as_str()),
            ("b", b.0.as_str()),
            ("a_last", a.1.as_str()),
            ("b_last", b.1.as_str()),
            ("topic", topic),
            ("day", when),
        ];
        let title = Line { frame: fill(choose(chance, CALL_TITLES), &slots), figures: Vec::new() };
        let figure = self.telling("d", Measure::CallLength, published, manner, chance);
        (title, vec![Line { frame: fill(choose(chance, CALLS), &slots), figures: vec![figure] }])
    }

    fn states(&self, published: Date, when: &str, manner: Manner, chance: &mut Rng) -> (Line, Vec<Line>) {
        let (giver, taker, thing, frames, titles, slot, measure) = match &self.kind {
            Kind::Aid { giver, taker, thing, .. } => (giver, taker, *thing, AID, AID_TITLES, "m", Measure::Aid),
            Kind::Troops { giver, taker, .. } => (giver, taker, "", TROOPS, TROOPS_TITLES, "n", Measure::Troops),
            _ => unreachable!("between states"),
        };
        let slots = [("giver", giver.0), ("people", giver.1), ("taker", taker.0), ("thing", thing), ("day", when)];
        let figure = self.telling(slot, measure, published, manner, chance);
        let title = Line { frame: fill(choose(chance, titles), &slots), figures: vec![figure.clone()] };
        (title, vec![Line { frame: fill(choose(chance, frames), &slots), figures: vec![figure] }])
    }

    fn telling(
        &self,
        slot: &'static str,
        measure: Measure,
        published: Date,
        manner: Manner,
        chance: &mut Rng,
    ) -> Figure {
        let words = self.figure(measure, published, manner, chance);
        Figure { slot, words, fact: (self.number, measure), deviates: manner == Manner::Slipped }
    }

    fn figure(&self, measure: Measure, published: Date, manner: Manner, chance: &mut Rng) -> String {
        let n = self.truth(measure, published);
        match measure {
            Measure::CallLength => figure::duration(n, manner, chance),
            Measure::Aid => figure::money(n, manner, chance),
            _ => figure::count(n, manner, chance),
        }
    }

    /// What is true on a day: a toll may grow from one day to the next.
    fn truth(&self, measure: Measure, published: Date) -> u64 {
        let days = u64::try_from((published - self.day).get_days()).unwrap_or(0);
        match (&self.kind, measure) {
            (Kind::Toll { killed, grows: true, .. }, Measure::Killed) => killed + days * (killed / 6 + 1),
            (Kind::Toll { killed, .. }, Measure::Killed) => *killed,
            (Kind::Toll { wounded, .. }, _) => *wounded,
            (Kind::Call { minutes, .. }, _) => *minutes,
            (Kind::Aid { dollars, .. }, _) => *dollars,
            (Kind::Troops { troops, .. }, _) => *troops,
        }
    }
}

impl Kind {
    fn toll(place: &'static Place, day: Date, counter: &mut usize, chance: &mut Rng) -> Self {
        let killed = if chance.u8(..4) > 0 { chance.u64(2..40) } else { chance.u64(40..600) };
        let older =
            (chance.u8(..3) == 0).then(|| (next(counter), day - chance.i64(400..3000).days(), chance.u64(3..90)));
        let wounded = killed + chance.u64(1..=killed * 3);
        let what = &HAPPENINGS[chance.usize(..HAPPENINGS.len())];
        Self::Toll { place, what, killed, wounded, grows: chance.u8(..3) == 0, older }
    }

    fn call(chance: &mut Rng) -> Self {
        let [one, other] = [leader(chance), leader(chance)];
        Self::Call {
            people: [one, other],
            topic: choose(chance, TOPICS),
            minutes: chance.u64(2..=8) * 30 + chance.u64(0..=10) - 5,
        }
    }

    fn aid(chance: &mut Rng) -> Self {
        let (giver, taker) = two_countries(chance);
        let dollars = chance.u64(11..=99) * choose(chance, &[1_000_000, 10_000_000, 100_000_000]);
        Self::Aid { giver, taker, thing: choose(chance, THINGS), dollars }
    }

    fn troops(chance: &mut Rng) -> Self {
        let (giver, taker) = two_countries(chance);
        Self::Troops { giver, taker, troops: chance.u64(11..=990) * 100 }
    }
}

fn recalled((number, when, killed): (usize, Date, u64), place: &Place, chance: &mut Rng) -> Line {
    let what = HAPPENINGS[number % HAPPENINGS.len()][1];
    let year = when.year().to_string();
    let slots = [("month", month(when)), ("year", year.as_str()), ("a_what", what), ("place", &place.city)];
    let fact: Fact = (number, Measure::Killed);
    let figure = Figure { slot: "k", words: figure::count(killed, Manner::Plain, chance), fact, deviates: false };
    Line { frame: fill(choose(chance, RECALLED), &slots), figures: vec![figure] }
}

fn leader(chance: &mut Rng) -> (String, String) {
    let (name, last) = person(FIRST, LAST, chance);
    let (land, people) = country(chance);
    let office = choose(chance, OFFICES);
    if chance.bool() {
        (format!("{people} {office} {name}"), last)
    } else {
        (format!("{office} {name} of {land}"), last)
    }
}

fn two_countries(chance: &mut Rng) -> (Side, Side) {
    let giver = country(chance);
    loop {
        let taker = country(chance);
        if taker.0 != giver.0 {
            return (giver, taker);
        }
    }
}

fn outlets(count: usize, chance: &mut Rng) -> Vec<&'static str> {
    let mut outlets = OUTLETS.to_vec();
    chance.shuffle(&mut outlets);
    outlets.truncate(count);
    outlets
}

fn next(counter: &mut usize) -> usize {
    *counter += 1;
    *counter
}
