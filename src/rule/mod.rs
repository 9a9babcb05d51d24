//! Rules: claim types as data. What a TOML file says is the spec; the compiled [`Rule`] is what runs over the shadow of each
//! sentence.

mod anatomy;
mod check;
mod compiled;
mod expression;
mod hits;
mod kind;
mod limits;
mod lint;
mod listed;
mod matched;
mod matcher;
mod memory;
mod pattern;
mod place;
mod problem;
mod read;
mod schema;
mod set;
mod shadow;
mod signs;
mod slots;
mod spanned;
mod spec;
mod stage;
mod template;
mod terms;
mod trigger;
mod vocabulary;
mod walk;

pub use anatomy::{Anatomy, slots};
pub use compiled::{Accept, Compare, Reconcile, Reject, Rule, ScopeField, ScopeKind, ScopeRule, Severity};
pub use kind::{Level, ProblemKind};
pub use limits::{Limit, Limits};
pub use lint::{Linted, lint, repair};
pub use matched::{Match, Matches, Rejected, Stopped};
pub use matcher::match_rules;
pub use pattern::{Fixed, Pattern, Unless};
pub(crate) use problem::did_you_mean;
pub use problem::{Fix, Problem, RuleErrors, RuleFile};
pub use schema::{rule_schema, words_schema};
pub use set::{BESIDE, LoadError, RuleSet, Selection, embedded_files, rule_files};
pub use signs::{Placed, Sign, signs};
pub(crate) use spec::polarity_name;
pub use stage::Stage;
pub use terms::{Found, Polarity, ValueKind};
