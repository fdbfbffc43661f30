-- Links: decisions beside the readings, each with its score and reason. They can all be made again
-- from the readings and decisions.jsonl.

CREATE TABLE utterance (
  utterance_id VARCHAR NOT NULL,
  speaker VARCHAR,
  said VARCHAR,
  said_earliest VARCHAR,
  said_latest VARCHAR,
  words VARCHAR NOT NULL,
  page_id VARCHAR NOT NULL,
  "start" BIGINT NOT NULL,
  "end" BIGINT NOT NULL,
  quotations BIGINT NOT NULL,
  page_ids VARCHAR[] NOT NULL,
  sources BIGINT NOT NULL,
  score DOUBLE NOT NULL,
  because VARCHAR NOT NULL
);
COMMENT ON TABLE utterance IS 'The same words by one speaker on one occasion, in any page, whole or in part.';
COMMENT ON COLUMN utterance.utterance_id IS 'u- and a hash of its first quotation.';
COMMENT ON COLUMN utterance.speaker IS 'actor_id that most independent sources give; the others are in conflict.';
COMMENT ON COLUMN utterance.said IS 'When it was said, if a page tells.';
COMMENT ON COLUMN utterance.said_earliest IS 'First day on which it can have been said.';
COMMENT ON COLUMN utterance.said_latest IS 'Last day on which it can have been said.';
COMMENT ON COLUMN utterance.words IS 'Its fullest quotation, as that page has it.';
COMMENT ON COLUMN utterance.page_id IS 'The page of the fullest quotation.';
COMMENT ON COLUMN utterance."start" IS 'First offset of the fullest quotation.';
COMMENT ON COLUMN utterance."end" IS 'Offset after it.';
COMMENT ON COLUMN utterance.quotations IS 'How many quotations it joins.';
COMMENT ON COLUMN utterance.page_ids IS 'The pages that quote it.';
COMMENT ON COLUMN utterance.sources IS 'How many of those pages are independent of one another.';
COMMENT ON COLUMN utterance.score IS 'Chance that the weakest link in it is right.';
COMMENT ON COLUMN utterance.because IS 'Why these are one.';

CREATE TABLE utterance_quotation (
  utterance_id VARCHAR NOT NULL,
  quotation_id VARCHAR NOT NULL,
  page_id VARCHAR NOT NULL,
  "start" BIGINT NOT NULL,
  "end" BIGINT NOT NULL,
  score DOUBLE NOT NULL,
  because VARCHAR NOT NULL
);
COMMENT ON TABLE utterance_quotation IS 'Which quotations are one utterance; every quotation is in exactly one.';
COMMENT ON COLUMN utterance_quotation.utterance_id IS 'The utterance.';
COMMENT ON COLUMN utterance_quotation.quotation_id IS 'The quotation.';
COMMENT ON COLUMN utterance_quotation.page_id IS 'The page it is on.';
COMMENT ON COLUMN utterance_quotation."start" IS 'First offset of the quotation.';
COMMENT ON COLUMN utterance_quotation."end" IS 'Offset after it.';
COMMENT ON COLUMN utterance_quotation.score IS 'Chance that the link is right; 1 for a quotation alone or confirmed.';
COMMENT ON COLUMN utterance_quotation.because IS 'The comparisons that joined it, with the quotation it was joined to.';

CREATE TABLE occasion (
  occasion_id VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  family VARCHAR NOT NULL,
  status VARCHAR NOT NULL,
  date VARCHAR,
  earliest VARCHAR,
  latest VARCHAR,
  place VARCHAR,
  states VARCHAR[] NOT NULL,
  actors VARCHAR[] NOT NULL,
  names VARCHAR[] NOT NULL,
  source VARCHAR,
  target VARCHAR,
  within VARCHAR,
  page_id VARCHAR NOT NULL,
  "start" BIGINT NOT NULL,
  "end" BIGINT NOT NULL,
  text VARCHAR NOT NULL,
  mentions BIGINT NOT NULL,
  page_ids VARCHAR[] NOT NULL,
  sources BIGINT NOT NULL,
  score DOUBLE NOT NULL,
  because VARCHAR NOT NULL
);
COMMENT ON TABLE occasion IS 'One happening, told by one page or several, before or after.';
COMMENT ON COLUMN occasion.occasion_id IS 'o- and a hash of its first mention.';
COMMENT ON COLUMN occasion.kind IS 'Kind that most mentions give it.';
COMMENT ON COLUMN occasion.family IS 'Kinds that can be one happening: encounter, gathering, visit, call, letter, or a measure or verbal act of its own kind.';
COMMENT ON COLUMN occasion.status IS 'What the last page that tells it says of it.';
COMMENT ON COLUMN occasion.date IS 'Day, month or year that all its mentions allow.';
COMMENT ON COLUMN occasion.earliest IS 'First day that its mentions allow.';
COMMENT ON COLUMN occasion.latest IS 'Last day that its mentions allow.';
COMMENT ON COLUMN occasion.place IS 'The most precise place given by most sources.';
COMMENT ON COLUMN occasion.states IS 'States that take part, in order of code.';
COMMENT ON COLUMN occasion.actors IS 'actor_id of persons and organizations that take part.';
COMMENT ON COLUMN occasion.names IS 'Their names, in the order of actors.';
COMMENT ON COLUMN occasion.source IS 'State that acts, where the act has a direction.';
COMMENT ON COLUMN occasion.target IS 'State acted upon, where the act has a direction.';
COMMENT ON COLUMN occasion.within IS 'occasion_id of the visit or summit that this is part of.';
COMMENT ON COLUMN occasion.page_id IS 'The page of the mention that tells most.';
COMMENT ON COLUMN occasion."start" IS 'First offset of that mention.';
COMMENT ON COLUMN occasion."end" IS 'Offset after it.';
COMMENT ON COLUMN occasion.text IS 'The words of that mention.';
COMMENT ON COLUMN occasion.mentions IS 'How many events it joins.';
COMMENT ON COLUMN occasion.page_ids IS 'The pages that tell it.';
COMMENT ON COLUMN occasion.sources IS 'How many of those pages are independent of one another.';
COMMENT ON COLUMN occasion.score IS 'Chance that the weakest link in it is right.';
COMMENT ON COLUMN occasion.because IS 'Why these are one.';

CREATE TABLE occasion_event (
  occasion_id VARCHAR NOT NULL,
  event_id VARCHAR NOT NULL,
  page_id VARCHAR NOT NULL,
  "start" BIGINT NOT NULL,
  "end" BIGINT NOT NULL,
  score DOUBLE NOT NULL,
  because VARCHAR NOT NULL
);
COMMENT ON TABLE occasion_event IS 'Which events are one occasion; every event is in exactly one.';
COMMENT ON COLUMN occasion_event.occasion_id IS 'The occasion.';
COMMENT ON COLUMN occasion_event.event_id IS 'The event.';
COMMENT ON COLUMN occasion_event.page_id IS 'The page it is on.';
COMMENT ON COLUMN occasion_event."start" IS 'First offset of the event.';
COMMENT ON COLUMN occasion_event."end" IS 'Offset after it.';
COMMENT ON COLUMN occasion_event.score IS 'Chance that the link is right; 1 for an event alone or confirmed.';
COMMENT ON COLUMN occasion_event.because IS 'The comparisons that joined it, with the event it was joined to.';

CREATE TABLE outcome (
  occasion_id VARCHAR NOT NULL,
  outcome VARCHAR NOT NULL,
  as_of VARCHAR,
  event_id VARCHAR NOT NULL,
  page_id VARCHAR NOT NULL,
  "start" BIGINT NOT NULL,
  "end" BIGINT NOT NULL,
  shown_by VARCHAR,
  shown_page_id VARCHAR,
  shown_start BIGINT,
  shown_end BIGINT,
  score DOUBLE NOT NULL,
  because VARCHAR NOT NULL
);
COMMENT ON TABLE outcome IS 'What became of a planned, proposed or hoped occasion.';
COMMENT ON COLUMN outcome.occasion_id IS 'The occasion.';
COMMENT ON COLUMN outcome.outcome IS 'held, postponed, cancelled or no_trace.';
COMMENT ON COLUMN outcome.as_of IS 'Publication day of the last page read when this was judged.';
COMMENT ON COLUMN outcome.event_id IS 'The mention that announced it.';
COMMENT ON COLUMN outcome.page_id IS 'The page of the announcement.';
COMMENT ON COLUMN outcome."start" IS 'First offset of the announcement.';
COMMENT ON COLUMN outcome."end" IS 'Offset after it.';
COMMENT ON COLUMN outcome.shown_by IS 'event_id of the mention that shows what became of it.';
COMMENT ON COLUMN outcome.shown_page_id IS 'The page that shows it.';
COMMENT ON COLUMN outcome.shown_start IS 'First offset of the mention that shows it.';
COMMENT ON COLUMN outcome.shown_end IS 'Offset after it.';
COMMENT ON COLUMN outcome.score IS 'Chance that it is right.';
COMMENT ON COLUMN outcome.because IS 'What shows it, in words.';

CREATE TABLE conflict (
  conflict_id VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  subject VARCHAR NOT NULL,
  side BIGINT NOT NULL,
  value VARCHAR NOT NULL,
  finding_id VARCHAR NOT NULL,
  page_id VARCHAR NOT NULL,
  "start" BIGINT NOT NULL,
  "end" BIGINT NOT NULL,
  sources BIGINT NOT NULL,
  score DOUBLE NOT NULL,
  because VARCHAR NOT NULL
);
COMMENT ON TABLE conflict IS 'Pages that disagree; one row for each page on each side, and all sides stand.';
COMMENT ON COLUMN conflict.conflict_id IS 'x- and a hash of what it is about.';
COMMENT ON COLUMN conflict.kind IS 'speaker, date, place, count, status or figure.';
COMMENT ON COLUMN conflict.subject IS 'The utterance, occasion or figure disagreed about.';
COMMENT ON COLUMN conflict.side IS 'Number of the side, from 1.';
COMMENT ON COLUMN conflict.value IS 'What this side says.';
COMMENT ON COLUMN conflict.finding_id IS 'The quotation, event or figure that says so.';
COMMENT ON COLUMN conflict.page_id IS 'The page that says so.';
COMMENT ON COLUMN conflict."start" IS 'First offset of the words.';
COMMENT ON COLUMN conflict."end" IS 'Offset after them.';
COMMENT ON COLUMN conflict.sources IS 'How many independent pages are on this side.';
COMMENT ON COLUMN conflict.score IS 'Chance that the two sides speak of one thing.';
COMMENT ON COLUMN conflict.because IS 'The disagreement in words.';

CREATE TABLE relation (
  state_a VARCHAR NOT NULL,
  state_b VARCHAR NOT NULL,
  month VARCHAR NOT NULL,
  warmth DOUBLE,
  low DOUBLE,
  high DOUBLE,
  word VARCHAR NOT NULL,
  evidence BIGINT NOT NULL,
  moved_by VARCHAR[] NOT NULL,
  because VARCHAR NOT NULL
);
COMMENT ON TABLE relation IS 'How warm two states were in a month, as a sum that can be opened.';
COMMENT ON COLUMN relation.state_a IS 'The state first in order of code.';
COMMENT ON COLUMN relation.state_b IS 'The other state.';
COMMENT ON COLUMN relation.month IS 'Year and month.';
COMMENT ON COLUMN relation.warmth IS 'From -10 to 10: the sum of the points in contribution.';
COMMENT ON COLUMN relation.low IS 'Lower end of the 90 % interval.';
COMMENT ON COLUMN relation.high IS 'Upper end of the 90 % interval.';
COMMENT ON COLUMN relation.word IS 'thaw, freeze, standstill, or too little evidence.';
COMMENT ON COLUMN relation.evidence IS 'How many occasions and utterances moved it.';
COMMENT ON COLUMN relation.moved_by IS 'Their ids, the strongest first.';
COMMENT ON COLUMN relation.because IS 'The sum in words.';

CREATE TABLE contribution (
  state_a VARCHAR NOT NULL,
  state_b VARCHAR NOT NULL,
  month VARCHAR NOT NULL,
  subject VARCHAR NOT NULL,
  weight DOUBLE NOT NULL,
  damping DOUBLE NOT NULL,
  points DOUBLE NOT NULL,
  page_id VARCHAR NOT NULL,
  "start" BIGINT NOT NULL,
  "end" BIGINT NOT NULL,
  because VARCHAR NOT NULL
);
COMMENT ON TABLE contribution IS 'One occasion or utterance that moved the warmth of a relation.';
COMMENT ON COLUMN contribution.state_a IS 'The state first in order of code.';
COMMENT ON COLUMN contribution.state_b IS 'The other state.';
COMMENT ON COLUMN contribution.month IS 'Year and month.';
COMMENT ON COLUMN contribution.subject IS 'occasion_id or utterance_id.';
COMMENT ON COLUMN contribution.weight IS 'Weight of the kind of event, or of the stance of the words, before damping.';
COMMENT ON COLUMN contribution.damping IS 'What repetition, doubt and the crowd of other evidence leave of it.';
COMMENT ON COLUMN contribution.points IS 'Its share of the warmth.';
COMMENT ON COLUMN contribution.page_id IS 'The page it is opened at.';
COMMENT ON COLUMN contribution."start" IS 'First offset of its words.';
COMMENT ON COLUMN contribution."end" IS 'Offset after them.';
COMMENT ON COLUMN contribution.because IS 'The weight and the damping in words.';

CREATE TABLE decision (
  decision_id VARCHAR NOT NULL,
  verb VARCHAR NOT NULL,
  ids VARCHAR[] NOT NULL,
  members VARCHAR[][] NOT NULL,
  why VARCHAR,
  decided VARCHAR
);
COMMENT ON TABLE decision IS 'What a person judged; linking obeys it.';
COMMENT ON COLUMN decision.decision_id IS 'd and its number in decisions.jsonl.';
COMMENT ON COLUMN decision.verb IS 'confirm, reject, same or different.';
COMMENT ON COLUMN decision.ids IS 'The ids as the person gave them.';
COMMENT ON COLUMN decision.members IS 'For each id, the quotations, events or conflict that it holds for, whatever later becomes of the links.';
COMMENT ON COLUMN decision.why IS 'The reason given.';
COMMENT ON COLUMN decision.decided IS 'When, if told.';

CREATE TABLE about (
  key VARCHAR NOT NULL,
  value VARCHAR NOT NULL
);
COMMENT ON TABLE about IS 'What this file was made from.';
COMMENT ON COLUMN about.key IS 'contract, readings or links.';
COMMENT ON COLUMN about.value IS 'Version, or SHA-256 of the manifest it was projected from.';
