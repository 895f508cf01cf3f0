//! What stands around a step: menu, result strip, rail, guidance, footer; and the start page.

mod case_name;
mod comments;
mod footer;
mod guidance;
mod left_here;
mod menu;
mod place;
mod provider_strip;
mod rail;
mod start;
mod strip;
mod tour;
mod trial;

pub use case_name::case_name;
pub use comments::{CommentPanel, Commented, comments};
pub use footer::{Inside, footer};
pub use guidance::{approver_guidance, guidance, guidance_id};
pub use left_here::left_here;
pub use menu::{MenuState, menu_bar};
pub use place::Place;
pub use provider_strip::provider_strip;
pub use rail::{rail, rail_line};
pub use start::{Recent, RecentState, StartPage, start_page};
pub use strip::{Results, least_result_width, result_in_short, result_strip};
pub use tour::tour;
pub use trial::trial;
