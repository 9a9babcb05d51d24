//! FNV-1a in 64 bits: the same on every machine and in every version, unlike the standard hashers, and known when the program
//! is built.

/// The hash of no bytes.
pub(crate) const BASIS: u64 = 0xcbf2_9ce4_8422_2325;

/// A hash with one byte more.
#[inline]
pub(crate) const fn with_byte(hash: u64, byte: u8) -> u64 {
    (hash ^ byte as u64).wrapping_mul(0x0100_0000_01b3)
}

/// The hash of bytes.
pub(crate) const fn fnv(bytes: &[u8]) -> u64 {
    let mut hash = BASIS;
    let mut at = 0;
    while at < bytes.len() {
        hash = with_byte(hash, bytes[at]);
        at += 1;
    }
    hash
}

/// The hash of bytes, letters of ASCII lower-cased: what words are looked up by.
pub(crate) const fn folded_fnv(bytes: &[u8]) -> u64 {
    let mut hash = BASIS;
    let mut at = 0;
    while at < bytes.len() {
        hash = with_byte(hash, bytes[at].to_ascii_lowercase());
        at += 1;
    }
    hash
}
