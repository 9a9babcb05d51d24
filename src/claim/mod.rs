//! Claims: matches with their value, scope and attribution, gathered into article-events.

mod attribution;
mod capital;
mod elsewhen;
mod events;
mod extract;
mod happening;
mod locative;
mod matter;
mod memo;
mod namesake;
mod office;
mod participants;
mod past;
mod place;
mod polarity;
mod record;
mod scope;
mod site;
mod speaker;
mod start;
mod subgroup;
mod tally;
mod told;
mod unlisted;
mod when;
mod words;

pub(crate) use extract::stable_id;
pub use extract::{extract, extract_while};
pub use record::{ArticleEvent, ArticleRecord, Attribution, Claim, Extract, NotClaimed, Sketch, Value};
pub use scope::{Participant, ParticipantKind, Scope, Scoped, is_not_yet};
pub use start::Start;
pub(crate) use start::start_of;
pub use tally::{Extent, Tally};
pub use told::Told;
pub(crate) use words::{is_telling, stems_of};

pub use crate::rule::{Found, Polarity, ValueKind};
