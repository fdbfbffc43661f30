-- The record as tables. The comments below are kept in record.duckdb and make up docs/reference.
-- Offsets are half-open, in Unicode code points of page.text. Days are ISO 8601 text, so that a
-- partial date ("2019-05") and an open bound (NULL) stay what the page allows.

CREATE TABLE page (
  page_id VARCHAR NOT NULL,
  source VARCHAR,
  url VARCHAR,
  media_type VARCHAR,
  language VARCHAR,
  sha256 VARCHAR,
  length BIGINT,
  outlet VARCHAR,
  title VARCHAR,
  authors VARCHAR[],
  section VARCHAR,
  credit VARCHAR,
  published VARCHAR,
  published_earliest VARCHAR,
  published_latest VARCHAR,
  published_because VARCHAR,
  problems VARCHAR,
  program VARCHAR,
  knowledge VARCHAR,
  text VARCHAR
);
COMMENT ON TABLE page IS 'One press page, as last read.';
COMMENT ON COLUMN page.page_id IS 'Identifier of the page; every other table points to it.';
COMMENT ON COLUMN page.source IS 'Path or address it was read from.';
COMMENT ON COLUMN page.url IS 'Address on the web, where the source declares one.';
COMMENT ON COLUMN page.media_type IS 'text/plain or text/html.';
COMMENT ON COLUMN page.language IS 'ISO 639-1 code of the language of its content.';
COMMENT ON COLUMN page.sha256 IS 'SHA-256 of the bytes as received.';
COMMENT ON COLUMN page.length IS 'Code points of the canonical text.';
COMMENT ON COLUMN page.outlet IS 'Who published it, where the page or its source says so.';
COMMENT ON COLUMN page.title IS 'Title of the story.';
COMMENT ON COLUMN page.authors IS 'Names in the byline.';
COMMENT ON COLUMN page.section IS 'Section of the outlet.';
COMMENT ON COLUMN page.credit IS 'Words of its source credit ("Source: …"), by which copies of one agency are known.';
COMMENT ON COLUMN page.published IS 'Best publication date, as precise as the evidence allows.';
COMMENT ON COLUMN page.published_earliest IS 'First day on which it can have been published.';
COMMENT ON COLUMN page.published_latest IS 'Last day on which it can have been published.';
COMMENT ON COLUMN page.published_because IS 'The evidence for the date, strongest first.';
COMMENT ON COLUMN page.problems IS 'What went wrong while reading, as a JSON list.';
COMMENT ON COLUMN page.program IS 'Version of the program that read it.';
COMMENT ON COLUMN page.knowledge IS 'Fingerprint of the facts and words it was read with.';
COMMENT ON COLUMN page.text IS 'Canonical text that all offsets count in.';

CREATE TABLE block (
  block_id VARCHAR NOT NULL,
  page_id VARCHAR NOT NULL,
  "start" BIGINT NOT NULL,
  "end" BIGINT NOT NULL,
  label VARCHAR NOT NULL,
  time VARCHAR,
  path VARCHAR
);
COMMENT ON TABLE block IS 'A stretch of a page with one label (title, body, consent …).';
COMMENT ON COLUMN block.block_id IS 'page_id/b and its number on the page.';
COMMENT ON COLUMN block.page_id IS 'The page it is on.';
COMMENT ON COLUMN block."start" IS 'First offset.';
COMMENT ON COLUMN block."end" IS 'Offset after the last.';
COMMENT ON COLUMN block.label IS 'What the block is; findings come from title, standfirst, body, live_update and caption only.';
COMMENT ON COLUMN block.time IS 'Clock or date that an entry of a live page gives itself, as written.';
COMMENT ON COLUMN block.path IS 'DOM path of the element in an HTML page.';

CREATE TABLE time (
  time_id VARCHAR NOT NULL,
  page_id VARCHAR NOT NULL,
  "start" BIGINT NOT NULL,
  "end" BIGINT NOT NULL,
  text VARCHAR NOT NULL,
  type VARCHAR NOT NULL,
  value VARCHAR,
  mod VARCHAR,
  earliest VARCHAR,
  latest VARCHAR,
  because VARCHAR
);
COMMENT ON TABLE time IS 'A time expression with its TIMEX3 value.';
COMMENT ON COLUMN time.time_id IS 'page_id/t and its number on the page.';
COMMENT ON COLUMN time.page_id IS 'The page it is on.';
COMMENT ON COLUMN time."start" IS 'First offset.';
COMMENT ON COLUMN time."end" IS 'Offset after the last.';
COMMENT ON COLUMN time.text IS 'The words.';
COMMENT ON COLUMN time.type IS 'DATE, TIME, DURATION or SET.';
COMMENT ON COLUMN time.value IS 'TIMEX3 value.';
COMMENT ON COLUMN time.mod IS 'TIMEX3 modifier, such as START or APPROX.';
COMMENT ON COLUMN time.earliest IS 'First day it can name.';
COMMENT ON COLUMN time.latest IS 'Last day it can name.';
COMMENT ON COLUMN time.because IS 'Why this value.';

CREATE TABLE actor (
  page_id VARCHAR NOT NULL,
  actor_id VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  states VARCHAR[],
  office VARCHAR,
  aliases VARCHAR[],
  members VARCHAR[]
);
COMMENT ON TABLE actor IS 'A person, state, organization, place or group, as one page speaks of it.';
COMMENT ON COLUMN actor.page_id IS 'The page that speaks of it.';
COMMENT ON COLUMN actor.actor_id IS 'ISO 3166-1 alpha-3 for states, Wikidata item for people where known, else a slug; the same on every page.';
COMMENT ON COLUMN actor.kind IS 'person, state, organization, place or group.';
COMMENT ON COLUMN actor.name IS 'Its name.';
COMMENT ON COLUMN actor.states IS 'The states it belongs to or acts for.';
COMMENT ON COLUMN actor.office IS 'The office held on the day spoken of.';
COMMENT ON COLUMN actor.aliases IS 'Other names.';
COMMENT ON COLUMN actor.members IS 'actor_id of each member of a group.';

CREATE TABLE mention (
  mention_id VARCHAR NOT NULL,
  page_id VARCHAR NOT NULL,
  "start" BIGINT NOT NULL,
  "end" BIGINT NOT NULL,
  text VARCHAR NOT NULL,
  actor_id VARCHAR,
  form VARCHAR NOT NULL,
  because VARCHAR
);
COMMENT ON TABLE mention IS 'Words that point to an actor.';
COMMENT ON COLUMN mention.mention_id IS 'page_id/m and its number on the page.';
COMMENT ON COLUMN mention.page_id IS 'The page it is on.';
COMMENT ON COLUMN mention."start" IS 'First offset.';
COMMENT ON COLUMN mention."end" IS 'Offset after the last.';
COMMENT ON COLUMN mention.text IS 'The words.';
COMMENT ON COLUMN mention.actor_id IS 'Whom they point to; NULL where the page does not tell.';
COMMENT ON COLUMN mention.form IS 'name, short_name, role, pronoun, metonym or elided.';
COMMENT ON COLUMN mention.because IS 'Why this actor.';

CREATE TABLE quotation (
  quotation_id VARCHAR NOT NULL,
  page_id VARCHAR NOT NULL,
  "start" BIGINT NOT NULL,
  "end" BIGINT NOT NULL,
  text VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  parts STRUCT("start" BIGINT, "end" BIGINT)[],
  editorial STRUCT("start" BIGINT, "end" BIGINT)[],
  content_start BIGINT,
  content_end BIGINT,
  content VARCHAR,
  speaker VARCHAR,
  speaker_start BIGINT,
  speaker_end BIGINT,
  cue_start BIGINT,
  cue_end BIGINT,
  cue_text VARCHAR,
  addressee VARCHAR,
  about VARCHAR[],
  said VARCHAR,
  within VARCHAR,
  "group" VARCHAR,
  polarity VARCHAR,
  relay VARCHAR,
  confidence DOUBLE,
  because VARCHAR
);
COMMENT ON TABLE quotation IS 'Words or a thought that a page attributes to a source.';
COMMENT ON COLUMN quotation.quotation_id IS 'page_id/ and the id in the reading.';
COMMENT ON COLUMN quotation.page_id IS 'The page it is on.';
COMMENT ON COLUMN quotation."start" IS 'Offset of the first quoted word.';
COMMENT ON COLUMN quotation."end" IS 'Offset after the last quoted word.';
COMMENT ON COLUMN quotation.text IS 'The page from start to end, never altered.';
COMMENT ON COLUMN quotation.kind IS 'direct, mixed or indirect.';
COMMENT ON COLUMN quotation.parts IS 'The marked stretches.';
COMMENT ON COLUMN quotation.editorial IS 'Stretches inside the words that an editor put there.';
COMMENT ON COLUMN quotation.content_start IS 'First offset of the whole reported clause.';
COMMENT ON COLUMN quotation.content_end IS 'Offset after the reported clause.';
COMMENT ON COLUMN quotation.content IS 'The page over the reported clause.';
COMMENT ON COLUMN quotation.speaker IS 'actor_id of who is behind the words.';
COMMENT ON COLUMN quotation.speaker_start IS 'First offset of the words that name the speaker nearest to the cue.';
COMMENT ON COLUMN quotation.speaker_end IS 'Offset after them.';
COMMENT ON COLUMN quotation.cue_start IS 'First offset of the verb, noun or mark that attributes.';
COMMENT ON COLUMN quotation.cue_end IS 'Offset after it.';
COMMENT ON COLUMN quotation.cue_text IS 'The cue in words.';
COMMENT ON COLUMN quotation.addressee IS 'actor_id of who was spoken to.';
COMMENT ON COLUMN quotation.about IS 'actor_id of those spoken of.';
COMMENT ON COLUMN quotation.said IS 'When it was said.';
COMMENT ON COLUMN quotation.within IS 'quotation_id of the quotation that holds this one.';
COMMENT ON COLUMN quotation."group" IS 'quotation_id of the first marked stretch of the clause, where it has several: they are one statement.';
COMMENT ON COLUMN quotation.polarity IS 'asserted, negated, hypothetical or asked.';
COMMENT ON COLUMN quotation.relay IS 'The medium that passes the words on.';
COMMENT ON COLUMN quotation.confidence IS 'Chance that the finding is right.';
COMMENT ON COLUMN quotation.because IS 'Why this is a quotation of that speaker.';

CREATE TABLE event (
  event_id VARCHAR NOT NULL,
  page_id VARCHAR NOT NULL,
  happening VARCHAR NOT NULL,
  "start" BIGINT NOT NULL,
  "end" BIGINT NOT NULL,
  text VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  date VARCHAR,
  earliest VARCHAR,
  latest VARCHAR,
  basis VARCHAR,
  place VARCHAR,
  status VARCHAR NOT NULL,
  attributed_to VARCHAR,
  plover_type VARCHAR,
  plover_mode VARCHAR,
  confidence DOUBLE,
  because VARCHAR
);
COMMENT ON TABLE event IS 'One mention of a happening.';
COMMENT ON COLUMN event.event_id IS 'page_id/ and the id in the reading.';
COMMENT ON COLUMN event.page_id IS 'The page it is on.';
COMMENT ON COLUMN event.happening IS 'Shared by the mentions of one happening on one page.';
COMMENT ON COLUMN event."start" IS 'First offset of the trigger words.';
COMMENT ON COLUMN event."end" IS 'Offset after them.';
COMMENT ON COLUMN event.text IS 'The trigger words.';
COMMENT ON COLUMN event.kind IS 'meeting, call, visit, sanction, offer … (GUIDELINES, section 6).';
COMMENT ON COLUMN event.date IS 'When, as precise as the page tells.';
COMMENT ON COLUMN event.earliest IS 'First day on which it can have been.';
COMMENT ON COLUMN event.latest IS 'Last day on which it can have been.';
COMMENT ON COLUMN event.basis IS 'Where the day comes from: told by the page, known from public record, or only the day of the news.';
COMMENT ON COLUMN event.place IS 'The named place.';
COMMENT ON COLUMN event.status IS 'held, ongoing, planned, proposed, hoped, hypothetical, postponed, cancelled or denied, as the page tells it on its day.';
COMMENT ON COLUMN event.attributed_to IS 'actor_id of who says so, where it is not the page itself.';
COMMENT ON COLUMN event.plover_type IS 'Type in the PLOVER scheme.';
COMMENT ON COLUMN event.plover_mode IS 'Mode in the PLOVER scheme.';
COMMENT ON COLUMN event.confidence IS 'Chance that the finding is right.';
COMMENT ON COLUMN event.because IS 'Why this event.';

CREATE TABLE participant (
  event_id VARCHAR NOT NULL,
  page_id VARCHAR NOT NULL,
  actor_id VARCHAR NOT NULL,
  role VARCHAR NOT NULL,
  state VARCHAR,
  "start" BIGINT,
  "end" BIGINT
);
COMMENT ON TABLE participant IS 'Who takes part in an event.';
COMMENT ON COLUMN participant.event_id IS 'The event.';
COMMENT ON COLUMN participant.page_id IS 'The page it is on.';
COMMENT ON COLUMN participant.actor_id IS 'Who takes part.';
COMMENT ON COLUMN participant.role IS 'source or target where the act has a direction, else participant.';
COMMENT ON COLUMN participant.state IS 'The state acted for.';
COMMENT ON COLUMN participant."start" IS 'First offset of the words that name it; NULL if no words do.';
COMMENT ON COLUMN participant."end" IS 'Offset after them.';

CREATE TABLE figure (
  figure_id VARCHAR NOT NULL,
  page_id VARCHAR NOT NULL,
  "start" BIGINT NOT NULL,
  "end" BIGINT NOT NULL,
  text VARCHAR NOT NULL,
  value DOUBLE,
  unit VARCHAR,
  measure VARCHAR,
  date VARCHAR,
  claimed_by VARCHAR,
  because VARCHAR
);
COMMENT ON TABLE figure IS 'A number with what it measures.';
COMMENT ON COLUMN figure.figure_id IS 'page_id/f and its number on the page.';
COMMENT ON COLUMN figure.page_id IS 'The page it is on.';
COMMENT ON COLUMN figure."start" IS 'First offset.';
COMMENT ON COLUMN figure."end" IS 'Offset after the last.';
COMMENT ON COLUMN figure.text IS 'The words.';
COMMENT ON COLUMN figure.value IS 'The number.';
COMMENT ON COLUMN figure.unit IS 'Its unit; ISO 4217 for money.';
COMMENT ON COLUMN figure.measure IS 'What it measures ("of" in a reading).';
COMMENT ON COLUMN figure.date IS 'The time it holds for ("when" in a reading).';
COMMENT ON COLUMN figure.claimed_by IS 'actor_id of who gives it.';
COMMENT ON COLUMN figure.because IS 'Why this figure.';
