//! The nodes of the accessibility tree as they are told to the system.
#![allow(dead_code, reason = "each test that looks at the tree uses a part of it")]
#![allow(clippy::unwrap_used, reason = "a broken lock is a broken test")]

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use egui::accesskit::{Node, NodeId};
use egui::{Context, FullOutput, Plugin};

/// Keeps them. Clones share what is kept.
#[derive(Clone, Default)]
pub struct Told(pub Arc<Mutex<HashMap<NodeId, Node>>>);

impl Plugin for Told {
    fn debug_name(&self) -> &'static str {
        "told"
    }

    fn output_hook(&mut self, _ctx: &Context, output: &mut FullOutput) {
        if let Some(update) = &output.platform_output.accesskit_update {
            self.0.lock().unwrap().extend(update.nodes.iter().cloned());
        }
    }
}
