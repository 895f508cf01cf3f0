//! The sources of the house: which file names what, and which file defines it.
//!
//! A name is followed through re-exports to the file that defines it, so that an import by way of a `mod.rs` counts as one of the
//! file behind it. What only tests import does not count.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::str::FromStr as _;
use std::sync::LazyLock;

use proc_macro2::{TokenStream, TokenTree};

use super::tokens::{after_item, attribute, is_punct, trees};
use super::{circles, root};

/// All modules of the library, by their path: `record`, `record::level`. The root of the library has the empty path.
pub struct House {
    modules: BTreeMap<String, Module>,
}

/// What imports what inside one room.
pub struct Room {
    /// From the module that imports to the one that defines, each with the names.
    pub arrows: BTreeMap<(String, String), BTreeSet<String>>,
    /// Modules of a `mod.rs` that hold more than names of parts.
    pub not_only_naming: Vec<String>,
}

#[derive(Default)]
struct Module {
    /// Whether it is a `mod.rs`.
    is_head: bool,
    /// Whether anything but `mod` and `use` stands in it.
    holds: bool,
    /// Names that a `use` brings in, with their paths.
    bound: BTreeMap<String, Vec<String>>,
    /// Paths of which a `use` brings in all names.
    all_of: Vec<Vec<String>>,
    /// Names that it defines, as far as they can be seen before macros are carried out.
    defines: BTreeSet<String>,
    /// All paths that stand in it.
    named: BTreeSet<Vec<String>>,
}

/// Where a path leads.
enum Target {
    /// To a module itself.
    Module(String),
    /// To something that a module defines.
    Item(String),
}

impl House {
    /// The sources of the library, which are read once.
    pub fn of_the_library() -> &'static Self {
        static LIBRARY: LazyLock<House> = LazyLock::new(|| {
            let mut house = House { modules: BTreeMap::new() };
            house.read_folder(&root().join("src"), "");
            house
        });
        &LIBRARY
    }

    /// A house of these files, each with its path below `src` and its text.
    pub fn of(files: &[(&str, &str)]) -> Self {
        let mut house = Self { modules: BTreeMap::from([(String::new(), Module::default())]) };
        for (path, text) in files {
            let path = path.trim_end_matches(".rs");
            let head = path.strip_suffix("/mod");
            house.modules.insert(head.unwrap_or(path).replace('/', "::"), Module::of(text, head.is_some()));
        }
        house
    }

    fn read_folder(&mut self, folder: &Path, path: &str) {
        for entry in fs::read_dir(folder).unwrap() {
            let file = entry.unwrap().path();
            let name = file.file_stem().unwrap().to_string_lossy().into_owned();
            let inner = if path.is_empty() { name.clone() } else { format!("{path}::{name}") };
            if file.is_dir() {
                self.read_folder(&file, &inner);
            } else if name != "main" {
                let is_head = name == "mod" || name == "lib";
                let module = Module::of(&fs::read_to_string(&file).unwrap(), is_head);
                self.modules.insert(if is_head { path.to_owned() } else { inner }, module);
            }
        }
    }

    /// The rooms of the library.
    pub fn rooms(&self) -> BTreeSet<&str> {
        self.modules.keys().filter(|path| !path.is_empty()).map(|path| path.split("::").next().unwrap()).collect()
    }

    /// The rooms that a room imports, with the files that do.
    pub fn imported_by<'a>(&'a self, room: &str) -> BTreeMap<String, BTreeSet<&'a str>> {
        let mut imported: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for (path, module) in self.modules_of(room) {
            for named in &module.named {
                if let Some(Target::Module(target) | Target::Item(target)) = self.follow(path, named, 0) {
                    let other = target.split("::").next().unwrap_or_default();
                    if !other.is_empty() && other != room {
                        imported.entry(other.to_owned()).or_default().insert(path);
                    }
                }
            }
        }
        imported
    }

    /// What imports what inside a room.
    pub fn room(&self, room: &str) -> Room {
        let mut arrows: BTreeMap<(String, String), BTreeSet<String>> = BTreeMap::new();
        for (path, module) in self.modules_of(room) {
            for named in &module.named {
                if let Some(Target::Item(target)) = self.follow(path, named, 0)
                    && target != path
                    && target.split("::").next() == Some(room)
                {
                    arrows.entry((path.to_owned(), target)).or_default().insert(named.join("::"));
                }
            }
        }
        let holding = self.modules_of(room).into_iter().filter(|(_, module)| module.is_head && module.holds);
        Room { arrows, not_only_naming: holding.map(|(path, _)| path.to_owned()).collect() }
    }

    /// The modules of a room in which a path or word stands, outside of what is for tests.
    pub fn files_that_name<'a>(&'a self, room: &str, path: &str) -> Vec<&'a str> {
        let path: Vec<&str> = path.split("::").collect();
        let names = |module: &Module| {
            module
                .named
                .iter()
                .any(|named| named.windows(path.len()).any(|names| names.iter().map(String::as_str).eq(path.iter().copied())))
        };
        self.modules_of(room).into_iter().filter(|(_, module)| names(module)).map(|(path, _)| path).collect()
    }

    fn modules_of<'a>(&'a self, room: &str) -> Vec<(&'a str, &'a Module)> {
        let inside = self.modules.iter().filter(|(path, _)| path.split("::").next() == Some(room));
        inside.map(|(path, module)| (path.as_str(), module)).collect()
    }

    /// Follows a path that stands in a module. `None` if it leads out of the library or names something local.
    fn follow(&self, from: &str, path: &[String], depth: usize) -> Option<Target> {
        let mut at = from.to_owned();
        let mut rest = path;
        match rest.first()?.as_str() {
            "crate" => {
                at = String::new();
                rest = &rest[1..];
            }
            "self" => rest = &rest[1..],
            "super" => {
                while rest.first().is_some_and(|name| name == "super") {
                    at = at.rsplit_once("::").map_or_else(String::new, |(parent, _)| parent.to_owned());
                    rest = &rest[1..];
                }
            }
            // A name that nothing in the file brings in is another crate's, or defined here.
            name if !self.knows(from, name) => return None,
            _ => {}
        }
        for name in rest {
            match self.step(&at, name, depth)? {
                Target::Module(inner) => at = inner,
                item @ Target::Item(_) => return Some(item),
            }
        }
        Some(Target::Module(at))
    }

    fn knows(&self, module: &str, name: &str) -> bool {
        self.modules.contains_key(&child(module, name)) || self.modules[module].bound.contains_key(name)
    }

    /// Where a name in a module leads.
    fn step(&self, module: &str, name: &str, depth: usize) -> Option<Target> {
        let here = self.modules.get(module)?;
        // A name that is brought in under itself, `use self::name`, would lead round for ever.
        if depth > 20 {
            return None;
        }
        if self.modules.contains_key(&child(module, name)) {
            return Some(Target::Module(child(module, name)));
        }
        if let Some(path) = here.bound.get(name) {
            return self.follow(module, path, depth + 1);
        }
        if !here.defines.contains(name) {
            for path in &here.all_of {
                if let Some(Target::Module(other)) = self.follow(module, path, depth + 1)
                    && self.provides(&other, name)
                {
                    return self.step(&other, name, depth + 1);
                }
            }
        }
        Some(Target::Item(module.to_owned()))
    }

    fn provides(&self, module: &str, name: &str) -> bool {
        let here = &self.modules[module];
        here.defines.contains(name)
            || self.knows(module, name)
            || here
                .all_of
                .iter()
                .any(|path| matches!(self.follow(module, path, 0), Some(Target::Module(other)) if self.provides(&other, name)))
    }
}

impl Room {
    /// Arrows from a module to one that it lies in: what a part imports must not be defined by what is made of the parts.
    pub fn upward(&self) -> Vec<String> {
        let upward = self.arrows.iter().filter(|((from, to), _)| from.starts_with(&format!("{to}::")));
        upward.map(|((from, to), names)| format!("{from} imports from {to} above it: {}", join(names))).collect()
    }

    /// Circles among the parts of the room, and among the parts of each part. A part is a file, or a folder taken as one.
    pub fn circles(&self) -> Vec<String> {
        let mut levels: BTreeMap<String, BTreeMap<&str, BTreeSet<&str>>> = BTreeMap::new();
        let mut why: BTreeMap<(&str, &str), BTreeSet<String>> = BTreeMap::new();
        for ((from, to), names) in &self.arrows {
            let level = common(from, to);
            let (part, other) = (part_of(from, &level), part_of(to, &level));
            levels.entry(level).or_default().entry(part).or_default().insert(other);
            why.entry((part, other)).or_default().insert(format!("    {from} -> {to}: {}", join(names)));
        }
        let mut told = Vec::new();
        for (level, arrows) in levels {
            for circle in circles(&arrows) {
                let inside = |part: &str| circle.contains(&part);
                let reasons = why.iter().filter(|((from, to), _)| inside(from) && inside(to)).flat_map(|(_, reasons)| reasons);
                let reasons: Vec<&str> = reasons.map(String::as_str).collect();
                told.push(format!("circle in {level} of {}: {}\n{}", circle.len(), circle.join(", "), reasons.join("\n")));
            }
        }
        told
    }
}

impl Module {
    fn of(source: &str, is_head: bool) -> Self {
        let mut module = Self { is_head, ..Self::default() };
        module.read(&trees(TokenStream::from_str(source).unwrap()), 0, true);
        module
    }

    /// Reads tokens, so many inline modules deep; at the top of the file or of an inline module, or inside of something.
    fn read(&mut self, tokens: &[TokenTree], depth: usize, top: bool) {
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            match token {
                TokenTree::Punct(mark) if mark.as_char() == '#' => {
                    let (for_tests, after) = attribute(tokens, at);
                    at = if for_tests { after_item(tokens, after) } else { after };
                }
                TokenTree::Ident(word) if word == "use" => at = self.read_use(tokens, at + 1, depth),
                TokenTree::Ident(word) if word == "mod" && top => {
                    if let Some(TokenTree::Group(inner)) = tokens.get(at + 2) {
                        self.holds = true;
                        self.read(&trees(inner.stream()), depth + 1, true);
                    }
                    at += 3;
                }
                TokenTree::Ident(word) => {
                    let visibility = word == "pub";
                    self.holds |= top && !visibility;
                    let path = path_at(tokens, at);
                    if is_definition(&word.to_string())
                        && let Some(TokenTree::Ident(name)) = tokens.get(at + 1)
                    {
                        self.defines.insert(name.to_string());
                    }
                    // Macros of ours make functions of lines `name = …` and `name(…) = …`. What is written large is a pattern.
                    let large = word.to_string().starts_with(char::is_uppercase);
                    let brackets = !large && matches!(tokens.get(at + 1), Some(TokenTree::Group(_)));
                    if is_punct(tokens.get(at + 1 + usize::from(brackets)), '=') {
                        self.defines.insert(word.to_string());
                    }
                    at += path.tokens;
                    if path.names.len() > 1 {
                        self.name(path.names, depth);
                    }
                    // The brackets behind `pub` may hold a path that is no import.
                    if visibility && matches!(tokens.get(at), Some(TokenTree::Group(_))) {
                        at += 1;
                    }
                }
                TokenTree::Group(group) => {
                    self.read(&trees(group.stream()), depth, false);
                    at += 1;
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => at += 1,
            }
        }
    }

    /// Reads the tree of a `use` and says where it ends.
    fn read_use(&mut self, tokens: &[TokenTree], start: usize, depth: usize) -> usize {
        let end = tokens[start..].iter().position(|token| is_punct(Some(token), ';')).map_or(tokens.len(), |end| start + end);
        self.read_tree(&tokens[start..end], &[], depth);
        end + 1
    }

    fn read_tree(&mut self, tokens: &[TokenTree], before: &[String], depth: usize) {
        let mut path = before.to_vec();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            match token {
                TokenTree::Ident(word) if word == "as" => {
                    let Some(TokenTree::Ident(name)) = tokens.get(at + 1) else { return };
                    self.bind(name.to_string(), path, depth);
                    return;
                }
                TokenTree::Ident(word) => path.push(word.to_string()),
                TokenTree::Punct(mark) if mark.as_char() == '*' => {
                    self.all_of.push(without_inline(path, depth));
                    return;
                }
                TokenTree::Group(group) => {
                    for branch in trees(group.stream()).split(|token| is_punct(Some(token), ',')) {
                        if !branch.is_empty() {
                            self.read_tree(branch, &path, depth);
                        }
                    }
                    return;
                }
                _ => {}
            }
            at += 1;
        }
        if path.last().is_some_and(|name| name == "self") {
            path.pop();
        }
        if let Some(name) = path.last().cloned() {
            self.bind(name, path, depth);
        }
    }

    fn bind(&mut self, name: String, path: Vec<String>, depth: usize) {
        self.name(path.clone(), depth);
        let path = without_inline(path, depth);
        // A name that leads to itself is another crate's.
        if path.first() != Some(&name) {
            self.bound.insert(name, path);
        }
    }

    fn name(&mut self, path: Vec<String>, depth: usize) {
        self.named.insert(without_inline(path, depth));
    }
}

/// A path in an inline module, as it would stand in the file around it.
fn without_inline(mut path: Vec<String>, depth: usize) -> Vec<String> {
    for _ in 0..depth {
        if path.first().is_some_and(|name| name == "super") {
            path.remove(0);
        }
    }
    path
}

struct PathAt {
    names: Vec<String>,
    tokens: usize,
}

/// The path `a::b::c` that begins at a word.
fn path_at(tokens: &[TokenTree], start: usize) -> PathAt {
    let mut names = Vec::new();
    let mut at = start;
    while let Some(TokenTree::Ident(word)) = tokens.get(at) {
        names.push(word.to_string());
        at += 1;
        if is_punct(tokens.get(at), ':')
            && is_punct(tokens.get(at + 1), ':')
            && matches!(tokens.get(at + 2), Some(TokenTree::Ident(_)))
        {
            at += 2;
        } else {
            break;
        }
    }
    PathAt { names, tokens: at - start }
}

fn is_definition(word: &str) -> bool {
    ["struct", "enum", "union", "trait", "fn", "type", "const", "static"].contains(&word)
}

fn child(module: &str, name: &str) -> String {
    if module.is_empty() { name.to_owned() } else { format!("{module}::{name}") }
}

/// The innermost module in which both lie. A module lies in itself.
fn common(one: &str, other: &str) -> String {
    let shared = one.split("::").zip(other.split("::")).take_while(|(one, other)| one == other);
    shared.map(|(name, _)| name).collect::<Vec<_>>().join("::")
}

/// The part of a module in which another lies; the module itself if it is the same.
fn part_of<'a>(path: &'a str, module: &str) -> &'a str {
    match path.strip_prefix(module).and_then(|rest| rest.strip_prefix("::")) {
        Some(rest) => &path[..path.len() - rest.len() + rest.find("::").unwrap_or(rest.len())],
        None => path,
    }
}

fn join(names: &BTreeSet<String>) -> String {
    names.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
}
