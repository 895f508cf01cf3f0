//! The one table of the texts that stand once in a record.
//!
//! A line says how a text is called in the program, where it is kept, which is its path in the file, too, and to which part it
//! belongs; `later` marks one that older records did not have ([`came_later`](super::TextField::came_later)). How long it may
//! be, in how many lines, and whether it is written where it is empty, stands with the field of the `struct` that keeps it.
//! All else follows: reading and writing, the path, what differs, restoring, cells of a workbook, the step and the order in
//! which it is shown.

/// Hands the table to a macro. The order is that in which the steps show them.
macro_rules! text_fields {
    ($make:ident) => {
        $make! {
            /// Name of the case in the agency's or the CSP's own filing.
            CaseName: case_name, Case;
            /// 文書番号
            PaperNumber: paper.number, Paper;
            /// 宛先 of the document.
            PaperAddressee: paper.addressee, Paper;
            /// 格付・取扱制限 of the document itself.
            PaperHandling: paper.handling, Paper;
            /// Name of the provider.
            Provider: service.provider, Service;
            /// 法人番号
            CorporateNumber: service.corporate_number, Service;
            /// Name of the service.
            ServiceName: service.name, Service;
            /// Its web address.
            ServiceUrl: service.url, Service;
            /// What it does.
            ServiceSummary: service.summary, Service;
            /// The platform it runs on.
            Platform: service.platform, Service;
            /// Registration of that platform.
            PlatformRegistration: service.platform_registration, Service;
            /// Kinds of information it may hold.
            InformationKinds: service.information_kinds, Service;
            /// Where data are kept.
            DataLocation: service.data_location, Service;
            /// 再委託先: who else handles the information.
            Subcontractors: service.subcontractors, Service, later;
            /// The functions that are used.
            Functions: service.functions, Service;
            /// Other certifications.
            Certifications: service.certifications, Service;
            /// 機関名
            AgencyName: agency.name, Agency;
            /// 部局
            Bureau: agency.bureau, Agency;
            /// 課室
            Section: agency.section, Agency;
            /// The task in the agency's own words.
            AgencyTaskName: agency.task_name, Agency;
            /// What the service is used for.
            Purpose: agency.purpose, Agency;
            /// Who uses it.
            Users: agency.users, Agency;
            /// Title of the assessor.
            AssessorTitle: agency.assessor.title, Agency;
            /// Name of the assessor.
            AssessorName: agency.assessor.name, Agency;
            /// Title of the approver.
            ApproverTitle: agency.approver.title, Agency;
            /// Name of the approver.
            ApproverName: agency.approver.name, Agency;
            /// 調達件名
            ProcurementTitle: procurement.title, Procurement;
            /// 調達番号
            ProcurementNumber: procurement.number, Procurement;
            /// 契約期間
            ProcurementPeriod: procurement.period, Procurement;
            /// Why the service fits although it is not the assumed one.
            ServiceReason: gate.service_reason, Gate;
            /// The pasted row's task.
            EntryTask: task.agency_entry.task, Task;
            /// The pasted row's assumed service.
            EntryService: task.agency_entry.service, Task;
            /// Where the pasted row comes from.
            EntryOrigin: task.agency_entry.origin, Task;
            /// 利用条件
            ConditionsOfUse: conditions_of_use, Decisions;
            /// 残るリスク
            ResidualRisk: residual_risk, Decisions;
            /// The agency that is asked.
            Addressee: request.addressee, Request;
            /// The information the CSP expects.
            SuggestedInformation: request.suggested_information, Request;
            /// Whom to ask.
            Contact: request.contact, Request;
            /// Text of the letter.
            Letter: request.letter, Request;
            /// Remarks to the check-list.
            ApplicationRemarks: application.remarks, Application;
        }
    };
}

pub(super) use text_fields;
