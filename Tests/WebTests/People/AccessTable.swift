/// What every table of the database holds of people, as a person wrote it down: it is told to who asks for access, or it
/// is nothing of a person.
///
/// A read model stands here once, with what it was before and under whatever generation.
enum AccessTable {
  /// Tables whose rows about somebody are in the file of everything, and the part of it that tells them.
  static let told: [String: String] = [
    // The log, and what is made of it alone.
    "agency_visit": "events", "entity": "events", "entity_history": "events",
    "entity_relation": "events",
    "case_file": "events", "case_intervention": "events", "case_finding": "events",
    "case_document": "events", "case_enforcement": "events", "case_history": "events",
    "checklist": "events",
    "es_event": "events", "account": "events", "account_history": "events",
    "achievement": "events", "agreement": "events", "analysis": "events",
    "bank_entry": "events", "choice": "events", "damage_estimate": "events",
    "case_report": "events", "case_survey": "events", "case_publication": "events",
    "case_retention": "events", "determinant_judgement": "events", "letter": "events",
    "emergency_access": "events", "erasure": "events", "exploration": "events",
    "exploration_argument": "events", "exploration_decision": "events",
    "exploration_finding": "events", "exploration_party": "events",
    "exploration_section": "events", "goal": "events", "history": "events",
    "indicator": "events", "influencer": "events", "intervention": "events",
    "intervention_evaluation": "events", "legal_hold": "events",
    "measurement": "events", "partner": "events", "programme": "events",
    "programme_evaluation": "events", "programme_extension": "events",
    "programme_label": "events", "programme_phase": "events", "programme_problem": "events",
    "reference_draft": "events", "reference_edition": "events",
    "role_grant": "grants", "score": "events", "signal": "events", "signal_response": "events",
    "sub_risk": "events", "suggestion": "events",
    "target_group": "events", "target_group_profile": "events", "team_member": "events",
    "work_session": "events",
    // How people sign in.
    "credential": "signIn", "directory_due": "signIn", "directory_member": "signIn",
    "directory_resource": "signIn",
    "passkey": "signIn", "passkey_challenge": "signIn", "provider_person": "signIn",
    "recovery_code": "signIn", "request_allowance": "signIn", "session": "signIn",
    "sign_in_failure": "signIn", "sign_in_link": "signIn",
    // Who looked at what.
    "read_log": "reads",
  ]

  /// Tables that hold nothing of a person, and why not.
  static let holdsNothing: [String: String] = [
    "documents.chunk": "contents of documents, closed; events tell who added which",
    "documents.incoming": "contents that come in, closed under keys that are kept nowhere",
    "erasure_tally": "how many rows an erasure took away",
    "case_result": "how cases ended, to be counted: who did what on them is in other tables",
    "es_batch": "digests over many events, and when",
    "es_category": "names of kinds of things",
    "es_checkpoint": "how far a read model is",
    "es_claim":
      "numbers of programmes and of registers, and identifiers that say nothing, each with whose it is",
    "es_command": "which command led to which event; its digest tells nothing without a key",
    "es_event_type": "names of kinds of events",
    "es_lease": "which node projects",
    "es_log": "what the organisation is called",
    "es_parked": "which stream a read model could not take, and the kind of fault",
    "es_read_model": "which generation of a read model is shown",
    "es_stream": "how long streams are",
    "keyring.digest_key": "a wrapped key of the whole log",
    "keyring.stream_key": "wrapped keys, which tell nothing themselves",
    "personal_link": "digests of links for people without an account, and where they lead",
    "survey_link": "digests of links for people without an account, and where they lead",
    "read_log_removal": "which months were taken away",
    "read_log_retention": "for how many days the read log is kept",
    "schema_migration": "what the database went through",
    "spent_token": "digests of random texts",
  ]
}
