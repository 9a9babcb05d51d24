//! Checks of the texts that a rule must find and must leave alone.

use crate::rule::spanned::Spanned;
use jiff::civil::Date;
use toml::value::Datetime;

use super::Checker;
use crate::rule::compiled::{Accept, Reject};
use crate::rule::kind::ProblemKind;
use crate::rule::spec;
use crate::value::Bound;

impl Checker<'_> {
    pub(super) fn accept(&mut self, spec: Spanned<spec::AcceptSpec>) -> Accept {
        let line = self.problems.line(spec.span().start);
        let mut spec = spec.into_inner();
        let published = spec.published.take().and_then(|date| self.date(&date));
        Accept { scope: scope_of(&spec), ..self.accept_text(spec, published, line) }
    }

    #[allow(clippy::unused_self)]
    pub(super) fn accept_text(&self, spec: spec::AcceptSpec, published: Option<Date>, line: usize) -> Accept {
        let figure = |figure| match figure {
            spec::Figure::Whole(number) => number.to_string(),
            spec::Figure::Text(text) => text,
        };
        let values = spec.value.into_vec().into_iter().map(figure).collect();
        Accept { text: spec.text.into_inner(), title: spec.title, published, values, scope: Vec::new(), line }
    }

    pub(super) fn reject(&mut self, spec: Spanned<spec::RejectSpec>) -> Reject {
        let line = self.problems.line(spec.span().start);
        let spec = spec.into_inner();
        let published = spec.published.and_then(|date| self.date(&date));
        let (text, why) = (spec.text.into_inner(), spec.why.into_inner());
        Reject { text, title: spec.title, published, why, line }
    }

    pub(super) fn date(&mut self, written: &Spanned<Datetime>) -> Option<Date> {
        let date = day_of(written.get_ref());
        if date.is_none() {
            let message = format!("`{}` is no day", written.get_ref());
            self.problems.add(ProblemKind::BadDate, written.span(), message, "write it as 2020-05-01");
        }
        date
    }
}

/// The day of a date as TOML has it.
pub(crate) fn day_of(written: &Datetime) -> Option<Date> {
    let date = written.date?;
    let (year, month, day) = (i16::try_from(date.year).ok()?, date.month, date.day);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The fields of the scope that an accept text states.
fn scope_of(spec: &spec::AcceptSpec) -> Vec<(String, String)> {
    let participants = match &spec.participants {
        None => &[][..],
        Some(spec::OneOrMany::One(one)) => std::slice::from_ref(one),
        Some(spec::OneOrMany::Many(many)) => many,
    };
    let participants = participants.iter().map(|key| Some(("participants", key.clone())));
    let truth = |truth: bool| truth.to_string();
    let fields = [
        spec.party.clone().map(|text| ("party", text)),
        spec.subgroup.clone().map(|text| ("subgroup", text)),
        spec.place.clone().map(|text| ("place", text)),
        spec.date.clone().map(|text| ("date", text)),
        spec.since.clone().map(|text| ("since", text)),
        spec.as_of.clone().map(|text| ("as_of", text)),
        spec.stage.clone().map(|text| ("stage", text)),
        spec.polarity.map(|polarity| ("polarity", spec::polarity_name(polarity.into()).to_owned())),
        spec.bound.map(|bound| ("bound", Bound::from(bound).name().to_owned())),
        spec.cumulative.map(|cumulative| ("cumulative", truth(cumulative))),
        spec.background.map(|background| ("background", truth(background))),
    ];
    participants.chain(fields).flatten().map(|(name, text)| (name.to_owned(), text)).collect()
}
