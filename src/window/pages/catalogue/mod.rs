//! 目録: the catalogue that new records begin with, and another laid beside it before it is used.

mod facts;
mod loaded;
mod page;

pub use facts::Origin;
pub use loaded::Loaded;
pub use page::CataloguePage;
