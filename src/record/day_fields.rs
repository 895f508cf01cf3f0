//! The one table of the days that stand once in a record, after the model of the table of texts.

/// Hands the table to a macro. The order is that in which the steps show them.
macro_rules! day_fields {
    ($make:ident) => {
        $make! {
            /// Day of the assessment.
            AssessedOn: agency.assessed_on, Agency;
            /// Date of procurement.
            ProcurementDate: procurement.date, Procurement;
            /// The request's deadline.
            Deadline: request.deadline, Request;
        }
    };
}

pub(super) use day_fields;
