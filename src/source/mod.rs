//! Sources: what an editor declares of outlets in a file: how reliable, of one house with whom, speaking for which side.

mod grade;
mod register;

pub use grade::Grade;
pub use register::{Declared, Register, RegisterError};
