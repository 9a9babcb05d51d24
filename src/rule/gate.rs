//! Gates: what the two symbols on either side of a value tell of the expressions of a rule. News repeats its words, so what was
//! found beside one value turns most expressions away from the next, before any walk begins.

use rustc_hash::FxHashMap;

use super::side::Side;
use super::walk::Path;

/// The most places that are remembered of one side; beyond it they are found again.
const REMEMBERED: usize = 1 << 13;

/// Two symbols in the direction that leads away from a value; where the sentence ends there is none.
type Beside = [u64; 2];

/// What is known of a place, a bit for each expression of the rule; one beyond the bits there are is always let through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Gate {
    tried: u128,
    open: u128,
}

/// The gates of one rule.
#[derive(Debug, Default)]
pub(super) struct Gates {
    before: FxHashMap<Beside, Gate>,
    after: FxHashMap<Beside, Gate>,
}

/// The gates on both sides of one value, taken out while its expressions are tried.
#[derive(Clone, Copy, Debug)]
pub(super) struct Doorway {
    beside: [Beside; 2],
    known: [Gate; 2],
    now: [Gate; 2],
}

impl Gates {
    /// The gates around the symbol `at`.
    pub(super) fn around(&self, path: Path<'_>, at: usize) -> Doorway {
        let key = |index: Option<usize>| index.and_then(|index| path.symbols.get(index)).map_or(0, |symbol| symbol.key);
        let before = [key(at.checked_sub(1)), key(at.checked_sub(2))];
        let after = [key(Some(at + 1)), key(Some(at + 2))];
        let known = [self.before.get(&before), self.after.get(&after)].map(|gate| gate.copied().unwrap_or_default());
        Doorway { beside: [before, after], known, now: known }
    }

    /// Remembers what was learnt while the expressions were tried.
    pub(super) fn keep(&mut self, doorway: &Doorway) {
        for (at, gates) in [&mut self.before, &mut self.after].into_iter().enumerate() {
            if doorway.now[at] != doorway.known[at] {
                if gates.len() >= REMEMBERED {
                    gates.clear();
                }
                gates.insert(doorway.beside[at], doorway.now[at]);
            }
        }
    }
}

impl Doorway {
    /// Whether an expression of the rule is known to match nowhere around the value.
    pub(super) fn is_shut(&self, expression: usize) -> bool {
        bit_of(expression).is_some_and(|bit| self.now.iter().any(|gate| gate.tried & !gate.open & bit != 0))
    }

    /// Whether an expression of the rule may match around the value; `opens` says so of one side where it is not known yet.
    pub(super) fn lets(&mut self, expression: usize, mut opens: impl FnMut(Side) -> bool) -> bool {
        let Some(bit) = bit_of(expression) else { return true };
        let open = |(gate, side): (&mut Gate, Side)| {
            if gate.tried & bit == 0 {
                gate.tried |= bit;
                gate.open |= if opens(side) { bit } else { 0 };
            }
            gate.open & bit != 0
        };
        self.now.iter_mut().zip([Side::Before, Side::After]).all(open)
    }
}

/// The bit of an expression, where there is one.
fn bit_of(expression: usize) -> Option<u128> {
    1_u128.checked_shl(u32::try_from(expression).ok()?)
}
