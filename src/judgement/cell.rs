//! Proposal, decision and effective level of one cell.
