CREATE TABLE "django_migrations" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app" varchar(255) NOT NULL, "name" varchar(255) NOT NULL, "applied" datetime NOT NULL);

CREATE TABLE "desk_draft" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "ident" text NOT NULL UNIQUE, "position" integer unsigned NOT NULL CHECK ("position" >= 0), "title" text NOT NULL, "date" date NULL, "proposed_by" text NOT NULL, "start" integer unsigned NOT NULL CHECK ("start" >= 0), "end" integer unsigned NOT NULL CHECK ("end" >= 0), "tree" text NOT NULL, "derived_from_id" bigint NULL REFERENCES "desk_draft" ("id") DEFERRABLE INITIALLY DEFERRED, "document_id" bigint NOT NULL REFERENCES "desk_document" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE INDEX "desk_draft_derived_from_id_b6855522" ON "desk_draft" ("derived_from_id");

CREATE INDEX "desk_draft_document_id_43c7abfe" ON "desk_draft" ("document_id");

CREATE TABLE "desk_step" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "position" integer unsigned NOT NULL CHECK ("position" >= 0), "start" integer unsigned NOT NULL CHECK ("start" >= 0), "end" integer unsigned NOT NULL CHECK ("end" >= 0), "note" text NOT NULL, "outcome" text NOT NULL, "tree" text NOT NULL, "base_id" bigint NULL REFERENCES "desk_draft" ("id") DEFERRABLE INITIALLY DEFERRED, "document_id" bigint NOT NULL REFERENCES "desk_document" ("id") DEFERRABLE INITIALLY DEFERRED, "result_id" bigint NULL REFERENCES "desk_draft" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "desk_finding" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "stage" text NOT NULL, "code" text NOT NULL, "severity" text NOT NULL, "message" text NOT NULL, "remedy" text NOT NULL, "start" integer unsigned NOT NULL CHECK ("start" >= 0), "end" integer unsigned NOT NULL CHECK ("end" >= 0), "note" text NOT NULL, "document_id" bigint NOT NULL REFERENCES "desk_document" ("id") DEFERRABLE INITIALLY DEFERRED, "step_id" bigint NULL REFERENCES "desk_step" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE INDEX "desk_step_outcome_a8b57515" ON "desk_step" ("outcome");

CREATE INDEX "desk_step_base_id_773cd671" ON "desk_step" ("base_id");

CREATE INDEX "desk_step_document_id_49f887cf" ON "desk_step" ("document_id");

CREATE INDEX "desk_step_result_id_19ff167b" ON "desk_step" ("result_id");

CREATE INDEX "desk_finding_code_09e06636" ON "desk_finding" ("code");

CREATE INDEX "desk_finding_document_id_af84fb3f" ON "desk_finding" ("document_id");

CREATE INDEX "desk_finding_step_id_8c2b2dee" ON "desk_finding" ("step_id");

CREATE VIRTUAL TABLE desk_words USING fts5(
    title, body, notes, tokenize = 'porter unicode61 remove_diacritics 2'
);

CREATE TABLE desk_facets (
    filed TEXT NOT NULL,
    source INTEGER NOT NULL,
    position INTEGER NOT NULL,
    document INTEGER NOT NULL,
    date TEXT,
    kind TEXT NOT NULL,
    sender TEXT NOT NULL,
    recipient TEXT NOT NULL,
    signed TEXT NOT NULL,
    classification TEXT NOT NULL,
    volume TEXT NOT NULL,
    withheld INTEGER NOT NULL, earliest TEXT, latest TEXT,
    PRIMARY KEY (filed, source, position)
) WITHOUT ROWID;

CREATE TABLE "desk_source" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" text NOT NULL, "sha256" varchar(64) NOT NULL UNIQUE, "size" bigint unsigned NOT NULL CHECK ("size" >= 0), "read_at" datetime NOT NULL, "followed" bool NOT NULL, "listed" bool NOT NULL);

CREATE TABLE "desk_register" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "ident" text NOT NULL, "since" date NULL, "until" date NULL, "persons" integer unsigned NOT NULL CHECK ("persons" >= 0), "abbreviations" integer unsigned NOT NULL CHECK ("abbreviations" >= 0), "tree" text NOT NULL, "source_id" bigint NOT NULL UNIQUE REFERENCES "desk_source" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "desk_entry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "ident" text NOT NULL, "kind" text NOT NULL, "name" text NOT NULL, "position" integer unsigned NOT NULL CHECK ("position" >= 0), "words" text NOT NULL, "tree" text NOT NULL, "register_id" bigint NOT NULL REFERENCES "desk_register" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "desk_entry_of_register" UNIQUE ("register_id", "ident"));

CREATE INDEX "desk_entry_name_b5ff6990" ON "desk_entry" ("name");

CREATE INDEX "desk_entry_register_id_09caa53b" ON "desk_entry" ("register_id");

CREATE TABLE desk_linked (
    document INTEGER PRIMARY KEY REFERENCES desk_document (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    registers TEXT NOT NULL,
    tree TEXT NOT NULL
);

CREATE TABLE desk_mention (
    entry INTEGER NOT NULL,
    document INTEGER NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (entry, document)
) WITHOUT ROWID;

CREATE TABLE desk_citable (
    document INTEGER PRIMARY KEY,
    number TEXT NOT NULL,
    origin TEXT NOT NULL,
    destination TEXT NOT NULL,
    settled INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE desk_reference (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL,
    note TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    words TEXT NOT NULL,
    form TEXT NOT NULL,
    kind TEXT NOT NULL,
    number TEXT NOT NULL,
    origin TEXT NOT NULL,
    destination TEXT NOT NULL,
    day TEXT,
    target TEXT NOT NULL,
    wanted TEXT NOT NULL,
    settled INTEGER NOT NULL DEFAULT 0,
    found INTEGER,
    confidence TEXT,
    name TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    candidates TEXT NOT NULL DEFAULT '[]'
);

CREATE INDEX desk_reference_document ON desk_reference (document);

CREATE INDEX desk_reference_found ON desk_reference (found) WHERE found IS NOT NULL;

CREATE INDEX desk_reference_wanted ON desk_reference (wanted);

CREATE INDEX desk_reference_fresh ON desk_reference (id) WHERE settled = 0;

CREATE TABLE "desk_document" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "ident" text NOT NULL UNIQUE, "position" integer unsigned NOT NULL CHECK ("position" >= 0), "number" text NOT NULL, "kind" text NOT NULL, "title" text NOT NULL, "sender" text NOT NULL, "addressee" text NOT NULL, "date" date NULL, "filed" date NULL, "date_text" text NOT NULL, "place" text NOT NULL, "classification" text NOT NULL, "tree" text NOT NULL, "source_id" bigint NOT NULL REFERENCES "desk_source" ("id") DEFERRABLE INITIALLY DEFERRED, "found" text NULL, "edtf" text NOT NULL, "inferred" bool NOT NULL, "withheld_in_full" bool NOT NULL, "marking_id" bigint NULL REFERENCES "desk_marking" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE INDEX "desk_document_kind_e9f54dd1" ON "desk_document" ("kind");

CREATE INDEX "desk_document_source_id_49c3a887" ON "desk_document" ("source_id");

CREATE INDEX "desk_document_in_order" ON "desk_document" ("filed", "source_id", "position");

CREATE TABLE desk_withheld (
    volume TEXT NOT NULL,
    document INTEGER NOT NULL,
    unit TEXT NOT NULL,
    amount REAL NOT NULL,
    stated INTEGER NOT NULL,
    below INTEGER NOT NULL,
    unstated INTEGER NOT NULL,
    PRIMARY KEY (volume, document, unit)
) WITHOUT ROWID;

CREATE TABLE "desk_decision" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "document" text NOT NULL, "start" integer unsigned NOT NULL CHECK ("start" >= 0), "end" integer unsigned NOT NULL CHECK ("end" >= 0), "note" text NOT NULL, "passage" text NOT NULL, "sha256" varchar(64) NOT NULL, "verdict" text NOT NULL, "read_as" text NOT NULL, "reading" text NOT NULL, "amends" text NOT NULL, "made_at" datetime NOT NULL);

CREATE INDEX "desk_decision_of_passage" ON "desk_decision" ("document", "start");

CREATE TABLE "desk_remark" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "draft" text NOT NULL, "clause" text NOT NULL, "kind" text NOT NULL, "words" text NOT NULL, "document" text NOT NULL, "start" integer unsigned NOT NULL CHECK ("start" >= 0), "end" integer unsigned NOT NULL CHECK ("end" >= 0), "note" text NOT NULL, "passage" text NOT NULL, "takes_back" bigint unsigned NULL CHECK ("takes_back" >= 0), "made_at" datetime NOT NULL);

CREATE INDEX "desk_remark_of_draft" ON "desk_remark" ("draft");

CREATE TABLE "desk_instrumentregister" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" text NOT NULL, "content" text NOT NULL, "made_at" datetime NOT NULL);

CREATE INDEX "desk_instrumentregister_name_31ca4651" ON "desk_instrumentregister" ("name");

CREATE TABLE "desk_withholding" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "document" text NOT NULL, "start" integer unsigned NOT NULL CHECK ("start" >= 0), "end" integer unsigned NOT NULL CHECK ("end" >= 0), "note" text NOT NULL, "sha256" varchar(64) NOT NULL, "unit" text NOT NULL, "kept_in" text NOT NULL, "reason" text NOT NULL, "authority" text NOT NULL, "date" date NOT NULL, "releases" bigint unsigned NULL CHECK ("releases" >= 0), "made_at" datetime NOT NULL);

CREATE INDEX "desk_withholding_of_passage" ON "desk_withholding" ("document", "start");

CREATE TABLE "desk_marking" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "tree" text NOT NULL UNIQUE);

CREATE TABLE "desk_marked" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "by" text NOT NULL, "made_at" datetime NOT NULL, "document_id" bigint NOT NULL REFERENCES "desk_document" ("id") DEFERRABLE INITIALLY DEFERRED, "marking_id" bigint NOT NULL REFERENCES "desk_marking" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "desk_portion" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "start" integer unsigned NOT NULL CHECK ("start" >= 0), "end" integer unsigned NOT NULL CHECK ("end" >= 0), "note" text NOT NULL, "by" text NOT NULL, "made_at" datetime NOT NULL, "taken_back_at" datetime NULL, "taken_back_by" text NOT NULL, "document_id" bigint NOT NULL REFERENCES "desk_document" ("id") DEFERRABLE INITIALLY DEFERRED, "marking_id" bigint NOT NULL REFERENCES "desk_marking" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "desk_draft_rests_on" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "draft_id" bigint NOT NULL REFERENCES "desk_draft" ("id") DEFERRABLE INITIALLY DEFERRED, "document_id" bigint NOT NULL REFERENCES "desk_document" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "desk_step_rests_on" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "step_id" bigint NOT NULL REFERENCES "desk_step" ("id") DEFERRABLE INITIALLY DEFERRED, "document_id" bigint NOT NULL REFERENCES "desk_document" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "desk_finding_rests_on" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "finding_id" bigint NOT NULL REFERENCES "desk_finding" ("id") DEFERRABLE INITIALLY DEFERRED, "document_id" bigint NOT NULL REFERENCES "desk_document" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE INDEX "desk_document_marking_id_a98e7b9a" ON "desk_document" ("marking_id");

CREATE INDEX "desk_marked_document_id_66c9415a" ON "desk_marked" ("document_id");

CREATE INDEX "desk_marked_marking_id_c0aed36c" ON "desk_marked" ("marking_id");

CREATE INDEX "desk_portion_document_id_80635768" ON "desk_portion" ("document_id");

CREATE INDEX "desk_portion_marking_id_c3dbb54d" ON "desk_portion" ("marking_id");

CREATE UNIQUE INDEX "desk_draft_rests_on_draft_id_document_id_774aec47_uniq" ON "desk_draft_rests_on" ("draft_id", "document_id");

CREATE INDEX "desk_draft_rests_on_draft_id_8c07d2e4" ON "desk_draft_rests_on" ("draft_id");

CREATE INDEX "desk_draft_rests_on_document_id_e7ced19c" ON "desk_draft_rests_on" ("document_id");

CREATE UNIQUE INDEX "desk_step_rests_on_step_id_document_id_00ab531c_uniq" ON "desk_step_rests_on" ("step_id", "document_id");

CREATE INDEX "desk_step_rests_on_step_id_a90bdfe5" ON "desk_step_rests_on" ("step_id");

CREATE INDEX "desk_step_rests_on_document_id_0c3161b1" ON "desk_step_rests_on" ("document_id");

CREATE UNIQUE INDEX "desk_finding_rests_on_finding_id_document_id_4a19dee6_uniq" ON "desk_finding_rests_on" ("finding_id", "document_id");

CREATE INDEX "desk_finding_rests_on_finding_id_8ab585da" ON "desk_finding_rests_on" ("finding_id");

CREATE INDEX "desk_finding_rests_on_document_id_57fd3acf" ON "desk_finding_rests_on" ("document_id");

CREATE TABLE "desk_office" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" text NOT NULL UNIQUE, "party" text NOT NULL, "lists" text NOT NULL);

CREATE TABLE "desk_person" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "key" text NOT NULL UNIQUE, "name" text NOT NULL, "password" text NOT NULL, "level" smallint unsigned NOT NULL CHECK ("level" >= 0), "lists" text NOT NULL, "names" text NOT NULL, "roles" text NOT NULL, "active" bool NOT NULL, "totp_key" text NOT NULL, "totp_last" bigint unsigned NOT NULL CHECK ("totp_last" >= 0), "stamp" text NOT NULL, "made_at" datetime NOT NULL);

CREATE TABLE "desk_person_offices" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "person_id" bigint NOT NULL REFERENCES "desk_person" ("id") DEFERRABLE INITIALLY DEFERRED, "office_id" bigint NOT NULL REFERENCES "desk_office" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "desk_session" ("session_key" varchar(40) NOT NULL PRIMARY KEY, "session_data" text NOT NULL, "expire_date" datetime NOT NULL);

CREATE TABLE "desk_attempt" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "key" text NOT NULL, "address" text NOT NULL, "at" datetime NOT NULL);

CREATE UNIQUE INDEX "desk_person_offices_person_id_office_id_0b53a714_uniq" ON "desk_person_offices" ("person_id", "office_id");

CREATE INDEX "desk_person_offices_person_id_6fdc043f" ON "desk_person_offices" ("person_id");

CREATE INDEX "desk_person_offices_office_id_66ee49f0" ON "desk_person_offices" ("office_id");

CREATE INDEX "desk_session_expire_date_0afa98ea" ON "desk_session" ("expire_date");

CREATE INDEX "desk_attempt_at_d15fe861" ON "desk_attempt" ("at");

CREATE TABLE "desk_journal" ("number" bigint unsigned NOT NULL PRIMARY KEY CHECK ("number" >= 0), "at" datetime NOT NULL, "clock" datetime NOT NULL, "by" text NOT NULL, "verb" text NOT NULL, "kind" text NOT NULL, "name" text NOT NULL, "content" text NOT NULL, "content_hash" varchar(64) NOT NULL, "before" varchar(64) NOT NULL, "hash" varchar(64) NOT NULL);

CREATE TRIGGER desk_journal_no_change BEFORE UPDATE ON desk_journal
BEGIN SELECT RAISE(ABORT, 'the journal is only ever added to'); END;

CREATE TRIGGER desk_journal_no_removal BEFORE DELETE ON desk_journal
BEGIN SELECT RAISE(ABORT, 'the journal is only ever added to'); END;

CREATE INDEX "desk_journal_of_object" ON "desk_journal" ("kind", "name");

CREATE TABLE "desk_authoritydecision" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "document" text NOT NULL, "number" text NOT NULL, "decided" text NOT NULL, "addition" text NOT NULL, "approver" text NOT NULL, "decided_on" date NULL, "by" text NOT NULL, "made_at" datetime NOT NULL);

CREATE TABLE "desk_directivedecision" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "document" text NOT NULL, "start" integer unsigned NOT NULL CHECK ("start" >= 0), "end" integer unsigned NOT NULL CHECK ("end" >= 0), "passage" text NOT NULL, "sha256" varchar(64) NOT NULL, "verdict" text NOT NULL, "told" text NOT NULL, "by" text NOT NULL, "made_at" datetime NOT NULL);

CREATE INDEX "desk_authority_of_request" ON "desk_authoritydecision" ("document", "number");

CREATE INDEX "desk_directive_of_passage" ON "desk_directivedecision" ("document", "start");

CREATE TABLE "desk_issueentry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" text NOT NULL, "register" text NOT NULL, "batch" integer unsigned NOT NULL CHECK ("batch" >= 0), "tree" text NOT NULL, "by" text NOT NULL, "takes_back" bigint unsigned NULL CHECK ("takes_back" >= 0), "made_at" datetime NOT NULL);

CREATE INDEX "desk_issue_entry_of_batch" ON "desk_issueentry" ("register", "batch");

CREATE TABLE "desk_clearanceentry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "package" text NOT NULL, "position" integer unsigned NOT NULL CHECK ("position" >= 0), "kind" text NOT NULL, "tree" text NOT NULL, "by" text NOT NULL, "person" text NOT NULL, "made_at" datetime NOT NULL, CONSTRAINT "desk_clearance_in_order" UNIQUE ("package", "position"));

CREATE TABLE "desk_termdecision" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "draft" text NOT NULL, "document" text NOT NULL, "start" integer unsigned NOT NULL CHECK ("start" >= 0), "end" integer unsigned NOT NULL CHECK ("end" >= 0), "note" text NOT NULL, "term" text NOT NULL, "tree" text NOT NULL, "verdict" text NOT NULL, "by" text NOT NULL, "made_at" datetime NOT NULL);

CREATE INDEX "desk_termdecision_draft_498344fa" ON "desk_termdecision" ("draft");

CREATE TABLE "desk_token" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" text NOT NULL, "sha256" varchar(64) NOT NULL UNIQUE, "writes" bool NOT NULL, "made_at" datetime NOT NULL, "expires_at" datetime NOT NULL, "revoked_at" datetime NULL, "person_id" bigint NOT NULL REFERENCES "desk_person" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE INDEX "desk_token_person_id_c54b9a28" ON "desk_token" ("person_id");

CREATE TABLE "desk_reading" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "subject" text NOT NULL, "rules" varchar(64) NOT NULL, "tree" text NOT NULL, "document_id" bigint NOT NULL REFERENCES "desk_document" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "desk_reading_of_document" UNIQUE ("document_id", "subject"));

CREATE INDEX "desk_reading_document_id_83da500c" ON "desk_reading" ("document_id");

CREATE TABLE "desk_stamp" ("place" varchar(64) NOT NULL PRIMARY KEY, "looks" text NOT NULL, "source_id" bigint NOT NULL REFERENCES "desk_source" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE INDEX "desk_stamp_source_id_e8fb0c30" ON "desk_stamp" ("source_id");

CREATE TABLE "desk_finished" ("rules" varchar(64) NOT NULL PRIMARY KEY, "entry" varchar(64) NOT NULL);

INSERT INTO desk_words (desk_words, rank) VALUES ('automerge', 0);

INSERT INTO desk_words (desk_words, rank) VALUES ('crisismerge', 64);

INSERT INTO desk_words (desk_words, rank) VALUES ('hashsize', 16000000);

INSERT INTO django_migrations (app, name, applied) VALUES ('desk', '0001_documents', strftime('%Y-%m-%d %H:%M:%f000', 'now'));

INSERT INTO django_migrations (app, name, applied) VALUES ('desk', '0002_words', strftime('%Y-%m-%d %H:%M:%f000', 'now'));

INSERT INTO django_migrations (app, name, applied) VALUES ('desk', '0003_found', strftime('%Y-%m-%d %H:%M:%f000', 'now'));

INSERT INTO django_migrations (app, name, applied) VALUES ('desk', '0004_facets', strftime('%Y-%m-%d %H:%M:%f000', 'now'));

INSERT INTO django_migrations (app, name, applied) VALUES ('desk', '0005_registers', strftime('%Y-%m-%d %H:%M:%f000', 'now'));

INSERT INTO django_migrations (app, name, applied) VALUES ('desk', '0006_references', strftime('%Y-%m-%d %H:%M:%f000', 'now'));

INSERT INTO django_migrations (app, name, applied) VALUES ('desk', '0007_dates_and_withheld', strftime('%Y-%m-%d %H:%M:%f000', 'now'));

INSERT INTO django_migrations (app, name, applied) VALUES ('desk', '0008_outcomes', strftime('%Y-%m-%d %H:%M:%f000', 'now'));

INSERT INTO django_migrations (app, name, applied) VALUES ('desk', '0009_decisions', strftime('%Y-%m-%d %H:%M:%f000', 'now'));

INSERT INTO django_migrations (app, name, applied) VALUES ('desk', '0020_remarks', strftime('%Y-%m-%d %H:%M:%f000', 'now'));

INSERT INTO django_migrations (app, name, applied) VALUES ('desk', '0030_instruments', strftime('%Y-%m-%d %H:%M:%f000', 'now'));

INSERT INTO django_migrations (app, name, applied) VALUES ('desk', '0095_withholding', strftime('%Y-%m-%d %H:%M:%f000', 'now'));

INSERT INTO django_migrations (app, name, applied) VALUES ('desk', '0060_access', strftime('%Y-%m-%d %H:%M:%f000', 'now'));

INSERT INTO django_migrations (app, name, applied) VALUES ('desk', '0061_people', strftime('%Y-%m-%d %H:%M:%f000', 'now'));

INSERT INTO django_migrations (app, name, applied) VALUES ('desk', '0070_journal', strftime('%Y-%m-%d %H:%M:%f000', 'now'));

INSERT INTO django_migrations (app, name, applied) VALUES ('desk', '0080_mandate', strftime('%Y-%m-%d %H:%M:%f000', 'now'));

INSERT INTO django_migrations (app, name, applied) VALUES ('desk', '0085_positions', strftime('%Y-%m-%d %H:%M:%f000', 'now'));

INSERT INTO django_migrations (app, name, applied) VALUES ('desk', '0086_clearance', strftime('%Y-%m-%d %H:%M:%f000', 'now'));

INSERT INTO django_migrations (app, name, applied) VALUES ('desk', '0045_terms', strftime('%Y-%m-%d %H:%M:%f000', 'now'));

INSERT INTO django_migrations (app, name, applied) VALUES ('desk', '0096_tokens', strftime('%Y-%m-%d %H:%M:%f000', 'now'));

INSERT INTO django_migrations (app, name, applied) VALUES ('desk', '0105_readings', strftime('%Y-%m-%d %H:%M:%f000', 'now'));

INSERT INTO django_migrations (app, name, applied) VALUES ('desk', '0106_stamps', strftime('%Y-%m-%d %H:%M:%f000', 'now'));

INSERT INTO django_migrations (app, name, applied) VALUES ('desk', '0107_finished', strftime('%Y-%m-%d %H:%M:%f000', 'now'));
