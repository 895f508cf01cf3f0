//! The shipped catalogue is whole, and agrees with what it was made from.

use liu_wizard::catalogue::Catalogue;

#[test]
fn the_shipped_catalogue_loads_and_everything_fits() {
    let catalogue = Catalogue::shipped().unwrap();
    assert_eq!(catalogue.problems(), Vec::new());
}
