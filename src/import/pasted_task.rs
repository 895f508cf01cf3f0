//! A row of the official list, as the agency copied it, split into the fields of an entry of its own (機関入力).

use crate::record::{Line, Prose, TaskChoice, TextChanges};

/// Splits a row at its tabs, or at its line breaks where it has none: task, assumed service, and all the rest as origin. Beside it
/// stands what of the texts was changed.
pub fn split(row: &str) -> (TaskChoice, TextChanges) {
    let separator = if row.contains('\t') { '\t' } else { '\n' };
    let mut cells = row.split(separator).map(|cell| cell.trim().trim_matches('"').trim()).filter(|cell| !cell.is_empty());
    let (task, of_task) = Prose::from_typed(cells.next().unwrap_or_default());
    let (service, of_service) = Line::from_typed(cells.next().unwrap_or_default());
    let (origin, of_origin) = Line::from_typed(&cells.collect::<Vec<_>>().join(" "));
    (TaskChoice::AgencyEntry { task, service, origin }, of_task.and(of_service).and(of_origin))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(row: &str) -> [String; 3] {
        match split(row).0 {
            TaskChoice::AgencyEntry { task, service, origin } => [task.to_string(), service.to_string(), origin.to_string()],
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_row_with_tabs_becomes_task_service_and_origin() {
        assert_eq!(
            parts("公表資料の配信業務\t動画配信サービス\t対象業務一覧 2023-11-09\t3ページ"),
            ["公表資料の配信業務", "動画配信サービス", "対象業務一覧 2023-11-09 3ページ"]
        );
    }

    #[test]
    fn what_no_text_has_is_left_out_of_each_part_and_told() {
        let (_, changes) = split("業\u{202E}務\tサー\u{202E}ビ\u{7}ス");
        assert_eq!(changes.left_out.iter().map(|one| (one.code, one.count)).collect::<Vec<_>>(), [(0x202E, 2), (7, 1)]);
    }

    #[test]
    fn lines_do_where_there_are_no_tabs_and_a_single_text_is_the_task() {
        assert_eq!(parts("業務\nサービス\n"), ["業務", "サービス", ""]);
        assert_eq!(parts("業務だけ"), ["業務だけ", "", ""]);
        assert_eq!(parts("\"複数行の\n業務\"\tサービス"), ["複数行の\n業務", "サービス", ""]);
    }
}
