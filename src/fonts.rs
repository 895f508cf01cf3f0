//! The fonts the program carries, as bytes. The window and the PDF take them from here; nothing is read from the system.

/// BIZ UDPGothic Regular: all text. SIL Open Font License 1.1, `assets/fonts/OFL-BIZUDGothic.txt`.
pub static BIZ_UDP_GOTHIC: &[u8] = include_bytes!("../assets/fonts/BIZUDPGothic-Regular.ttf");

/// BIZ UDPGothic Bold: headings and what must stand out.
pub static BIZ_UDP_GOTHIC_BOLD: &[u8] = include_bytes!("../assets/fonts/BIZUDPGothic-Bold.ttf");

/// A part of Noto Sans JP: characters BIZ UDPGothic lacks. SIL Open Font License 1.1, `assets/fonts/OFL-NotoSansJP.txt`.
pub static NOTO_SANS_JP_EXTRAS: &[u8] = include_bytes!("../assets/fonts/NotoSansJP-extras.ttf");
