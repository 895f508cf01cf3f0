//! The points of the CSP's check-list.

use serde::{Deserialize, Serialize};

use super::{Answer, Application};

/// The one table of the points, in the order in which they are shown: how each is called in the program, and where its answer
/// is kept in [`Application`], which is its name in the file, too.
macro_rules! check_list_points {
    ($($(#[$doc:meta])* $name:ident: $kept:ident;)*) => {
        /// A point of the CSP's check-list.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum CheckListPoint { $($(#[$doc])* $name,)* }

        impl CheckListPoint {
            /// All points in the order in which they are shown.
            pub const ALL: [Self; [$(stringify!($name)),*].len()] = [$(Self::$name),*];

            /// The name of the point in the file.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => stringify!($kept),)* }
            }
        }

        impl Application {
            /// The answer to a point.
            pub const fn point(&self, point: CheckListPoint) -> &Answer {
                match point { $(CheckListPoint::$name => &self.$kept,)* }
            }

            pub(super) const fn point_mut(&mut self, point: CheckListPoint) -> &mut Answer {
                match point { $(CheckListPoint::$name => &mut self.$kept,)* }
            }
        }
    };
}

check_list_points! {
    /// GビズID
    Gbizid: gbizid;
    /// The CSP's part is complete.
    OwnPartComplete: own_part_complete;
    /// An agency's assessment was received.
    AssessmentReceived: assessment_received;
    /// 言明
    Statement: statement;
    /// 内部監査
    InternalAudit: internal_audit;
    /// 外部監査
    ExternalAudit: external_audit;
    /// 事前相談
    Consultation: consultation;
}
