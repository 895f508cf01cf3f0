//! The report as Markdown. Text of the record never acts: whatever could be markup is escaped.

use std::fmt::Write as _;

use super::report::{Block, Cell, Chapter, Emphasis, Fact, Report, Table};
use super::unseen::visible;

/// Writes a report as CommonMark with tables.
pub(super) fn write(report: &Report) -> String {
    let mut out = Output::default();
    out.paragraph(&report.head.handling.text);
    out.paragraph(&report.head.addressee.text);
    out.line(&format!("# {}", inline(&report.title)));
    out.paragraph(&report.subtitle);
    let running = &report.running;
    let mut head = vec![inline(&running.identity), inline(&running.state)];
    if !running.draft.is_empty() {
        head.push(format!("**{}**", inline(&running.draft)));
    }
    head.retain(|part| !part.is_empty());
    out.line(&head.join(" ・ "));
    out.facts(&report.head.facts);
    for notice in std::iter::once(&running.notice).chain(&report.notices) {
        out.line(&format!("> {}", lines(notice, "\\\n> ")));
    }
    if let Some(verdict) = &report.verdict {
        out.line(&format!("{}: {}", inline(&verdict.label), strong(&verdict.outcome.text)));
        out.line(&format!("{}: {}", inline(&verdict.state_label), strong(&verdict.state.text)));
        out.facts(&verdict.parts);
    }
    out.facts(&report.cover);
    let first = report.listed().next().map(|(first, _)| first);
    for (index, chapter) in report.chapters.iter().enumerate() {
        if !chapter.part.is_empty() {
            out.line(&format!("# {}", inline(&chapter.part)));
        }
        if first == Some(index) {
            out.contents(report);
        }
        // Readers do not agree on how a heading is called that a link leads to.
        if report.listed().any(|(listed, _)| listed == index) {
            out.line(&format!("<a id=\"{}\"></a>", anchor(index)));
        }
        out.chapter(chapter);
    }
    out.0
}

#[derive(Default)]
struct Output(String);

impl Output {
    /// A block of its own, whose text is Markdown already.
    fn line(&mut self, markdown: &str) {
        if !markdown.trim().is_empty() {
            // Writing to a string cannot fail.
            writeln!(self.0, "{markdown}\n").ok();
        }
    }

    fn paragraph(&mut self, text: &str) {
        self.line(&lines(text, "\\\n"));
    }

    fn quote(&mut self, text: &str) {
        self.line(&format!("> **{}**", lines(text, "**\\\n> **")));
    }

    /// The chapters, each a link.
    fn contents(&mut self, report: &Report) {
        self.line(&strong(&report.contents));
        let links = report.listed().map(|(index, chapter)| format!("- [{}](#{})", inline(&chapter.heading()), anchor(index)));
        self.line(&links.collect::<Vec<_>>().join("\n"));
    }

    fn chapter(&mut self, chapter: &Chapter) {
        self.line(&format!("## {}", inline(&chapter.heading())));
        for block in &chapter.blocks {
            match block {
                Block::Heading { text } => self.line(&format!("### {}", inline(text))),
                Block::Paragraph { text } | Block::Note { text } => self.paragraph(text),
                Block::Notice { text } => self.quote(text),
                Block::Facts { facts } => self.facts(facts),
                Block::Table(table) => self.table(table),
                Block::Picture(picture) => {
                    self.paragraph(&picture.legend);
                    self.table(&picture.table());
                }
                Block::List { points } => {
                    let points: Vec<String> = points.iter().map(|point| format!("- {}", lines(point, "\\\n  "))).collect();
                    self.line(&points.join("\n"));
                }
            }
        }
    }

    fn facts(&mut self, facts: &[Fact]) {
        if facts.is_empty() {
            return;
        }
        let rows = facts.iter().map(|fact| format!("| {} | {} |", strong(&fact.label), cell(&fact.value)));
        let rows: Vec<String> = rows.collect();
        self.line(&format!("|  |  |\n| --- | --- |\n{}", rows.join("\n")));
    }

    fn table(&mut self, table: &Table) {
        if !table.title.is_empty() {
            self.line(&strong(&table.title));
        }
        let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
        let mut rows = vec![
            row(table.columns.iter().map(|column| inline(&column.title)).collect()),
            row(table.columns.iter().map(|_| "---".to_owned()).collect()),
        ];
        rows.extend(table.rows.iter().map(|cells| row(cells.iter().map(cell).collect())));
        self.line(&rows.join("\n"));
    }
}

/// What a link to a chapter names.
fn anchor(index: usize) -> String {
    format!("chapter-{}", index + 1)
}

fn cell(cell: &Cell) -> String {
    let text = match cell.emphasis {
        Emphasis::Plain | Emphasis::Faint | Emphasis::ToWrite => lines(&cell.text, "<br>"),
        Emphasis::Strong | Emphasis::Good | Emphasis::Bad | Emphasis::Lowered | Emphasis::Open => strong(&cell.text),
    };
    let parts = [text, lines(&cell.detail, "<br>")];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("<br>")
}

fn strong(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() { String::new() } else { format!("**{}**", lines(text, "**<br>**")) }
}

/// Escapes a text of several lines, with `between` for every line break.
fn lines(text: &str, between: &str) -> String {
    text.split('\n').map(inline).collect::<Vec<_>>().join(between)
}

/// Escapes a text for one line: every ASCII punctuation that Markdown or HTML may act on.
pub(super) fn inline(text: &str) -> String {
    let text = visible(text);
    let mut escaped = String::with_capacity(text.len());
    let mut at_start = true;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\n' => escaped.push(' '),
            // Four of them at the head of a line would make it code.
            ' ' if at_start => escaped.push_str("&#32;"),
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '|' | '~' | '!' | '$' | '@' | '^' => {
                escaped.push('\\');
                escaped.push(character);
            }
            // `https://…` and `www.…` become links of their own accord in many readers.
            ':' | '=' | '+' | '-' | '.' | ')'
                if at_start
                    || (character == ':' && characters.peek() == Some(&'/'))
                    || after_digits(&escaped)
                    || escaped.ends_with("www") =>
            {
                escaped.push('\\');
                escaped.push(character);
            }
            other => escaped.push(other),
        }
        at_start = at_start && character.is_whitespace();
    }
    escaped
}

/// Whether only digits stand so far, so that a dot or bracket would make a numbered list.
fn after_digits(text: &str) -> bool {
    let text = text.trim_start();
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_a_record_never_acts_as_markup() {
        for (text, expected) in [
            ("# 見出し", "\\# 見出し"),
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("[押す](javascript:x)", "\\[押す\\](javascript:x)"),
            ("1. 一", "1\\. 一"),
            ("- 点", "\\- 点"),
            ("    字下げ", "&#32;&#32;&#32;&#32;字下げ"),
            ("www.example.test", "www\\.example.test"),
            ("a|b", "a\\|b"),
            ("https://example.test/", "https\\://example.test/"),
            ("**太字**", "\\*\\*太字\\*\\*"),
            ("&lt;", "&amp;lt;"),
            ("3.14-2", "3\\.14-2"),
            ("v3.14", "v3.14"),
            ("架\u{200B}空", "架〔U+200B〕空"),
        ] {
            assert_eq!(inline(text), expected);
        }
    }

    #[test]
    fn a_line_break_stays_within_its_cell() {
        let text = Cell::new("一行目\n| 二行目").detail("小さく");
        assert_eq!(cell(&text), "一行目<br>\\| 二行目<br>小さく");
        assert_eq!(strong("一\n二"), "**一**<br>**二**");
    }
}
