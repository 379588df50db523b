-- Version 1: reports, readings, their findings, links, decisions, runs, errors.
-- docs/store.md says what each table and column holds.

CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  engine TEXT NOT NULL,
  version TEXT NOT NULL,
  started TEXT NOT NULL,
  finished TEXT,
  pid INTEGER NOT NULL,
  host TEXT NOT NULL,
  added INTEGER NOT NULL DEFAULT 0,
  known INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE reports (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT,
  url TEXT,
  publisher TEXT,
  published TEXT,
  language TEXT,
  text TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  raw_sha256 TEXT NOT NULL,
  origin TEXT,
  problems TEXT NOT NULL DEFAULT '[]',
  publisher_key TEXT NOT NULL DEFAULT '',
  family TEXT,
  added TEXT NOT NULL
);
CREATE INDEX reports_by_publisher ON reports (publisher_key);
CREATE INDEX reports_by_family ON reports (family) WHERE family IS NOT NULL;

CREATE TABLE readings (
  id INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES reports (key) ON DELETE CASCADE,
  run INTEGER NOT NULL REFERENCES runs (id),
  current INTEGER NOT NULL,
  json TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  read TEXT NOT NULL,
  UNIQUE (report, run)
);
CREATE UNIQUE INDEX readings_current ON readings (report) WHERE current;
CREATE INDEX readings_by_run ON readings (run);

CREATE TABLE statements (
  report INTEGER NOT NULL REFERENCES reports (key) ON DELETE CASCADE,
  id TEXT NOT NULL,
  start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL,
  source TEXT,
  source_type TEXT NOT NULL,
  anonymous INTEGER NOT NULL,
  cue TEXT NOT NULL,
  content TEXT NOT NULL,
  manner TEXT NOT NULL,
  act TEXT NOT NULL,
  addressee TEXT,
  within TEXT,
  speaker TEXT,
  speaker_id TEXT,
  speaker_country TEXT,
  speaker_sector TEXT,
  claimant TEXT,
  claimant_key TEXT NOT NULL,
  chain TEXT NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (report, id)
) WITHOUT ROWID;
CREATE INDEX statements_by_claimant ON statements (claimant_key);
CREATE INDEX statements_by_act ON statements (act);

CREATE TABLE events (
  report INTEGER NOT NULL REFERENCES reports (key) ON DELETE CASCADE,
  id TEXT NOT NULL,
  start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL,
  trigger_text TEXT NOT NULL,
  type TEXT NOT NULL,
  mode TEXT,
  actors TEXT NOT NULL,
  targets TEXT NOT NULL,
  place TEXT,
  where_name TEXT,
  where_id INTEGER,
  where_admin1 TEXT,
  where_country TEXT,
  where_lat REAL,
  where_lon REAL,
  where_precision TEXT,
  where_key TEXT NOT NULL,
  time TEXT,
  when_earliest TEXT,
  when_latest TEXT,
  when_grain TEXT,
  when_kind TEXT,
  first_day TEXT,
  last_day TEXT,
  status TEXT NOT NULL,
  statement TEXT,
  claimant TEXT,
  claimant_type TEXT,
  claimant_key TEXT NOT NULL,
  chain TEXT NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (report, id)
) WITHOUT ROWID;
CREATE INDEX events_by_type ON events (type, status);
CREATE INDEX events_by_place ON events (where_country, where_admin1);
CREATE INDEX events_by_day ON events (last_day, first_day);

CREATE TABLE figures (
  report INTEGER NOT NULL REFERENCES reports (key) ON DELETE CASCADE,
  id TEXT NOT NULL,
  start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL,
  quantity TEXT NOT NULL,
  low NUMERIC,
  high NUMERIC,
  measure TEXT NOT NULL,
  counted TEXT,
  class TEXT,
  part_of TEXT,
  by_whom TEXT,
  place TEXT,
  where_name TEXT,
  where_id INTEGER,
  where_admin1 TEXT,
  where_country TEXT,
  where_lat REAL,
  where_lon REAL,
  where_precision TEXT,
  where_key TEXT NOT NULL,
  time TEXT,
  when_earliest TEXT,
  when_latest TEXT,
  when_grain TEXT,
  when_kind TEXT,
  first_day TEXT,
  last_day TEXT,
  scope TEXT NOT NULL,
  since TEXT,
  until TEXT,
  as_of TEXT,
  status TEXT NOT NULL,
  unverified TEXT,
  statement TEXT,
  event TEXT,
  claimant TEXT,
  claimant_type TEXT,
  claimant_key TEXT NOT NULL,
  chain TEXT NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (report, id)
) WITHOUT ROWID;
CREATE INDEX figures_by_measure ON figures (measure, scope);
CREATE INDEX figures_by_place ON figures (where_country, where_admin1);
CREATE INDEX figures_by_day ON figures (as_of);

CREATE TABLE proposals (
  report INTEGER NOT NULL REFERENCES reports (key) ON DELETE CASCADE,
  id TEXT NOT NULL,
  start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL,
  name TEXT,
  offered_by TEXT NOT NULL,
  offered_to TEXT NOT NULL,
  through TEXT NOT NULL,
  state TEXT NOT NULL,
  terms TEXT NOT NULL,
  stances TEXT NOT NULL,
  statement TEXT,
  claimant TEXT,
  claimant_type TEXT,
  claimant_key TEXT NOT NULL,
  chain TEXT NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (report, id)
) WITHOUT ROWID;

CREATE TABLE polls (
  report INTEGER NOT NULL REFERENCES reports (key) ON DELETE CASCADE,
  id TEXT NOT NULL,
  pollster TEXT,
  population TEXT,
  time TEXT,
  question TEXT,
  answers TEXT NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (report, id)
) WITHOUT ROWID;

CREATE TABLE places (
  report INTEGER NOT NULL REFERENCES reports (key) ON DELETE CASCADE,
  start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL,
  id TEXT NOT NULL,
  text TEXT NOT NULL,
  where_name TEXT,
  where_id INTEGER,
  where_admin1 TEXT,
  where_country TEXT,
  where_lat REAL,
  where_lon REAL,
  where_precision TEXT,
  where_key TEXT NOT NULL,
  PRIMARY KEY (report, start_char, end_char)
) WITHOUT ROWID;
CREATE INDEX places_by_place ON places (where_country, where_admin1);

CREATE TABLE parties (
  report INTEGER NOT NULL REFERENCES reports (key) ON DELETE CASCADE,
  start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL,
  id TEXT NOT NULL,
  text TEXT NOT NULL,
  actor_id TEXT,
  name TEXT,
  country TEXT,
  sector TEXT,
  wikidata TEXT,
  PRIMARY KEY (report, start_char, end_char)
) WITHOUT ROWID;

CREATE TABLE times (
  report INTEGER NOT NULL REFERENCES reports (key) ON DELETE CASCADE,
  start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL,
  id TEXT NOT NULL,
  text TEXT NOT NULL,
  when_earliest TEXT,
  when_latest TEXT,
  when_grain TEXT,
  when_kind TEXT,
  PRIMARY KEY (report, start_char, end_char)
) WITHOUT ROWID;

CREATE TABLE participants (
  report INTEGER NOT NULL REFERENCES reports (key) ON DELETE CASCADE,
  finding TEXT NOT NULL,
  role TEXT NOT NULL,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  actor_id TEXT,
  name TEXT,
  country TEXT,
  sector TEXT,
  party_key TEXT NOT NULL,
  PRIMARY KEY (report, finding, role, position)
) WITHOUT ROWID;

CREATE TABLE links (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  score REAL NOT NULL,
  reasons TEXT NOT NULL,
  difference TEXT,
  UNIQUE (kind, a, b)
);
CREATE INDEX links_by_a ON links (a);
CREATE INDEX links_by_b ON links (b);

CREATE TABLE incidents (
  report INTEGER NOT NULL REFERENCES reports (key) ON DELETE CASCADE,
  event TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (report, event)
) WITHOUT ROWID;
CREATE INDEX incidents_by_id ON incidents (id);

CREATE TABLE decisions (
  id INTEGER PRIMARY KEY,
  made TEXT NOT NULL,
  who TEXT NOT NULL,
  about TEXT NOT NULL,
  field TEXT NOT NULL,
  old TEXT,
  new TEXT,
  why TEXT NOT NULL,
  sha256 TEXT NOT NULL
);
CREATE INDEX decisions_by_about ON decisions (about);

CREATE TABLE errors (
  id INTEGER PRIMARY KEY,
  report TEXT NOT NULL,
  origin TEXT,
  stage TEXT NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  article TEXT,
  raw_sha256 TEXT,
  run INTEGER REFERENCES runs (id),
  noted TEXT NOT NULL,
  tries INTEGER NOT NULL DEFAULT 1,
  UNIQUE (report, stage, code)
);

CREATE VIRTUAL TABLE reports_fts USING fts5 (
  title, text, content = 'reports', content_rowid = 'key',
  tokenize = "unicode61 remove_diacritics 2"
);
CREATE TRIGGER reports_added AFTER INSERT ON reports BEGIN
  INSERT INTO reports_fts (rowid, title, text) VALUES (new.key, new.title, new.text);
END;
CREATE TRIGGER reports_removed AFTER DELETE ON reports BEGIN
  INSERT INTO reports_fts (reports_fts, rowid, title, text)
  VALUES ('delete', old.key, old.title, old.text);
END;
