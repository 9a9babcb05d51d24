//! Alignment: which article-events of several articles are one event, and which of its claims speak of the same fact.

mod blocks;
mod cluster;
mod compare;
mod components;
mod event;
mod keys;
mod link;
mod names;
mod places;
mod rarity;
mod slots;
mod teller;
mod told;
mod utterances;
mod weights;
mod words;

pub use blocks::Item;
pub use compare::{Comparison, Telling, compare_events};
pub use event::{Event, EventPair, Linked, NearMiss, Obstacle, Step};
pub use link::{link, telling};
pub use names::names;
pub use rarity::{Context, Rarity};
pub use slots::{ClaimAt, Difference, Group, Slot, apart, group, slot};
pub use weights::THRESHOLD;
