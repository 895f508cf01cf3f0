//! The least window there can be with the same fonts and renderer: what start-up is measured against.
//!
//! It closes after its first frame, as `liu-wizard` does with `LIU_WIZARD_CLOSE_AFTER_FIRST_FRAME=1`.

use eframe::egui;

struct Bare;

impl eframe::App for Bare {
    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        egui::CentralPanel::default().show(ui, |ui| ui.label("影響度評価"));
        ui.send_viewport_cmd(egui::ViewportCommand::Close);
    }
}

fn main() -> eframe::Result {
    let options = eframe::NativeOptions { renderer: eframe::Renderer::Glow, ..eframe::NativeOptions::default() };
    eframe::run_native(
        "bare window",
        options,
        Box::new(|cc| {
            liu_wizard::window::theme::install(&cc.egui_ctx);
            Ok(Box::new(Bare))
        }),
    )
}
