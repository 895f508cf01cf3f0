//! The parts of a record.

/// A part of a record in which texts stand once, in the order of the steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RecordPart {
    /// The case, as it is filed.
    Case,
    /// The head of the documents.
    Paper,
    /// サービス
    Service,
    /// 利用機関と体制
    Agency,
    /// 調達
    Procurement,
    /// 前提確認
    Gate,
    /// 対象業務: the row that was pasted.
    Task,
    /// 影響度の決定, for the task as a whole.
    Decisions,
    /// 依頼
    Request,
    /// 事前申請
    Application,
}

impl RecordPart {
    /// All of them, in the order of the steps.
    pub const ALL: [Self; 10] = [
        Self::Case,
        Self::Paper,
        Self::Service,
        Self::Agency,
        Self::Procurement,
        Self::Gate,
        Self::Task,
        Self::Decisions,
        Self::Request,
        Self::Application,
    ];
}
