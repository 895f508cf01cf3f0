//! Key types that records are signed and verified with.

use ssh_key::{Algorithm, EcdsaCurve};

/// Key types that records are signed and verified with.
///
/// RSA is left out: the only implementation at hand lets others learn the private key from the time that signing takes
/// (RUSTSEC-2023-0071), and is not mended.
pub(super) const fn is_supported(algorithm: &Algorithm) -> bool {
    matches!(algorithm, Algorithm::Ed25519 | Algorithm::Ecdsa { curve: EcdsaCurve::NistP256 })
}
