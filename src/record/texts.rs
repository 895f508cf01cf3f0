//! The texts and days of a record by the field they stand in.

use super::{
    Answer, Date, EditError, Field, ItemField, Line, Objective, Record, RedFlagReply, TaskChoice, Text, TextError, TextField,
};

/// What every text of a record can do, whatever its length and number of lines.
trait TextSlot {
    fn read(&self) -> &str;
    fn write(&mut self, raw: &str) -> Result<(), TextError>;
    fn soft_length(&self) -> usize;
    fn multiline(&self) -> bool;
}

impl<const SOFT: usize, const LINES: bool> TextSlot for Text<SOFT, LINES> {
    fn read(&self) -> &str {
        self.as_str()
    }

    fn write(&mut self, raw: &str) -> Result<(), TextError> {
        *self = Self::new(raw)?;
        Ok(())
    }

    fn soft_length(&self) -> usize {
        SOFT
    }

    fn multiline(&self) -> bool {
        LINES
    }
}

macro_rules! slot {
    ($record:expr, $field:expr, $iter:ident, $($borrow:tt)+) => {
        match $field {
            Field::Text(text) => match text {
                TextField::CaseName => Some($($borrow)+ $record.case_name),
                TextField::PaperNumber => Some($($borrow)+ $record.paper.number),
                TextField::PaperAddressee => Some($($borrow)+ $record.paper.addressee),
                TextField::PaperHandling => Some($($borrow)+ $record.paper.handling),
                TextField::Provider => Some($($borrow)+ $record.service.provider),
                TextField::CorporateNumber => Some($($borrow)+ $record.service.corporate_number),
                TextField::ServiceName => Some($($borrow)+ $record.service.name),
                TextField::ServiceUrl => Some($($borrow)+ $record.service.url),
                TextField::ServiceSummary => Some($($borrow)+ $record.service.summary),
                TextField::Platform => Some($($borrow)+ $record.service.platform),
                TextField::PlatformRegistration => Some($($borrow)+ $record.service.platform_registration),
                TextField::InformationKinds => Some($($borrow)+ $record.service.information_kinds),
                TextField::DataLocation => Some($($borrow)+ $record.service.data_location),
                TextField::Functions => Some($($borrow)+ $record.service.functions),
                TextField::Certifications => Some($($borrow)+ $record.service.certifications),
                TextField::AgencyName => Some($($borrow)+ $record.agency.name),
                TextField::Bureau => Some($($borrow)+ $record.agency.bureau),
                TextField::Section => Some($($borrow)+ $record.agency.section),
                TextField::AgencyTaskName => Some($($borrow)+ $record.agency.task_name),
                TextField::Purpose => Some($($borrow)+ $record.agency.purpose),
                TextField::Users => Some($($borrow)+ $record.agency.users),
                TextField::AssessorTitle => Some($($borrow)+ $record.agency.assessor.title),
                TextField::AssessorName => Some($($borrow)+ $record.agency.assessor.name),
                TextField::ApproverTitle => Some($($borrow)+ $record.agency.approver.title),
                TextField::ApproverName => Some($($borrow)+ $record.agency.approver.name),
                TextField::ProcurementTitle => Some($($borrow)+ $record.procurement.title),
                TextField::ProcurementNumber => Some($($borrow)+ $record.procurement.number),
                TextField::ProcurementPeriod => Some($($borrow)+ $record.procurement.period),
                TextField::ServiceReason => Some($($borrow)+ $record.gate.service_reason),
                TextField::EntryTask => match $($borrow)+ $record.task {
                    TaskChoice::AgencyEntry { task, .. } => Some(task),
                    _ => None,
                },
                TextField::EntryService => match $($borrow)+ $record.task {
                    TaskChoice::AgencyEntry { service, .. } => Some(service),
                    _ => None,
                },
                TextField::EntryOrigin => match $($borrow)+ $record.task {
                    TaskChoice::AgencyEntry { origin, .. } => Some(origin),
                    _ => None,
                },
                TextField::ConditionsOfUse => Some($($borrow)+ $record.conditions_of_use),
                TextField::ResidualRisk => Some($($borrow)+ $record.residual_risk),
                TextField::Addressee => Some($($borrow)+ $record.request.addressee),
                TextField::SuggestedInformation => Some($($borrow)+ $record.request.suggested_information),
                TextField::Contact => Some($($borrow)+ $record.request.contact),
                TextField::Letter => Some($($borrow)+ $record.request.letter),
                TextField::ApplicationRemarks => Some($($borrow)+ $record.application.remarks),
            },
            Field::Item(id, field) => match $record.items.$iter().find(|item| item.id == *id) {
                None => None,
                Some(item) => match field {
                    ItemField::Name => Some($($borrow)+ item.name),
                    ItemField::Description => Some($($borrow)+ item.description),
                    ItemField::Whose => Some($($borrow)+ item.whose),
                    ItemField::PersonalData => Some($($borrow)+ item.personal_data),
                    ItemField::PublicationTime => Some($($borrow)+ item.publication_time),
                    ItemField::Retention => Some($($borrow)+ item.retention),
                    ItemField::ConfidentialityGrade
                    | ItemField::IntegrityGrade
                    | ItemField::AvailabilityGrade
                    | ItemField::PersonCount
                    | ItemField::Publication => None,
                },
            },
            Field::Reason(id, objective) => match $record.items.$iter().find(|item| item.id == *id) {
                None => None,
                Some(item) => Some($($borrow)+ item.decisions[*objective].reason),
            },
            Field::RaiseReason(objective) => Some($($borrow)+ $record.raises[*objective].reason),
            Field::RedFlag(flag) => match $record.red_flags.$iter().find(|reply| reply.flag == *flag) {
                None => None,
                Some(reply) => Some($($borrow)+ reply.word),
            },
            _ => None,
        }
    };
}

impl Record {
    /// The text of a field; `None` if the field holds no text or the thing it belongs to is not there.
    pub fn text(&self, field: &Field) -> Option<&str> {
        let slot: Option<&dyn TextSlot> = slot!(self, field, iter, &);
        slot.map(TextSlot::read)
    }

    /// The length in characters beyond which the text of a field is said to be long, and whether it may have several lines.
    pub fn text_limits(&self, field: &Field) -> Option<(usize, bool)> {
        let slot: Option<&dyn TextSlot> = slot!(self, field, iter, &);
        slot.map(|slot| (slot.soft_length(), slot.multiline()))
    }

    /// The day in a field that holds one; `None` if the field holds no day, or none is set.
    pub const fn day(&self, field: &Field) -> Option<Date> {
        match field {
            Field::AssessedOn => self.agency.assessed_on,
            Field::ProcurementDate => self.procurement.date,
            Field::Deadline => self.request.deadline,
            _ => None,
        }
    }

    /// All texts of the record with their fields, in the order of the steps.
    pub fn texts(&self) -> Vec<(Field, &str)> {
        let mut fields: Vec<Field> = TextField::ALL.iter().copied().map(Field::Text).collect();
        fields.extend(self.red_flags.iter().map(|reply| Field::RedFlag(reply.flag.clone())));
        for item in &self.items {
            fields.extend(ItemField::ALL.into_iter().map(|field| Field::Item(item.id.clone(), field)));
            fields.extend(Objective::ALL.into_iter().map(|objective| Field::Reason(item.id.clone(), objective)));
        }
        fields.extend(Objective::ALL.into_iter().map(Field::RaiseReason));
        fields.into_iter().filter_map(|field| self.text(&field).map(|text| (field.clone(), text))).collect()
    }

    /// Puts a text into a field.
    pub(super) fn set_text(&mut self, field: Field, text: &str) -> Result<(), EditError> {
        if let Field::RedFlag(flag) = &field
            && self.red_flag(flag).is_none()
        {
            self.red_flags.push(RedFlagReply { flag: flag.clone(), applies: Answer::NotAnswered, word: Line::default() });
        }
        if let Field::Item(id, _) | Field::Reason(id, _) = &field {
            self.index_of(id)?;
        }
        let slot: Option<&mut dyn TextSlot> = slot!(self, &field, iter_mut, &mut);
        let Some(slot) = slot else { return Err(EditError::NotText(field)) };
        slot.write(text).map_err(|problem| EditError::Text { field, problem })
    }
}
