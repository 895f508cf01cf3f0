//! The table of rooms in `ARCHITECTURE.md`.

use std::fs;

use super::root;

/// The rooms, ground floor first, each with the rooms it may import.
#[derive(Debug)]
pub struct Plan {
    pub rooms: Vec<(String, Vec<String>)>,
}

impl Plan {
    /// The plan as `ARCHITECTURE.md` has it: the table whose head names what a room may import.
    pub fn read() -> Self {
        Self::of(&fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap())
    }

    /// The plan in a text. A third cell says `–`, names rooms, or says `all but` and names rooms.
    pub fn of(text: &str) -> Self {
        let rows: Vec<(String, String)> = text
            .lines()
            .skip_while(|line| !line.starts_with("| Room |"))
            .skip(2)
            .take_while(|line| line.starts_with('|'))
            .map(|line| {
                let cells: Vec<&str> = line.split('|').map(str::trim).collect();
                (cells[1].trim_matches('`').to_owned(), cells[3].to_owned())
            })
            .collect();
        let names: Vec<String> = rows.iter().map(|(room, _)| room.clone()).collect();
        let listed = |list: &str| list.split(',').map(|name| name.trim().to_owned()).collect::<Vec<_>>();
        let rooms = rows.into_iter().map(|(room, may)| {
            let may = match may.strip_prefix("all but ") {
                Some(but) => {
                    let but = listed(but);
                    names.iter().filter(|name| **name != room && !but.contains(name)).cloned().collect()
                }
                None if may == "–" => Vec::new(),
                None => listed(&may),
            };
            (room, may)
        });
        Self { rooms: rooms.collect() }
    }

    /// The names of the rooms.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.rooms.iter().map(|(room, _)| room.as_str())
    }
}
