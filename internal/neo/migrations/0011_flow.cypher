// What is followed and what is asked again and again: sources with their items, standing questions with what was told of each.
CREATE CONSTRAINT source_id IF NOT EXISTS FOR (n:Source) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT source_item_key IF NOT EXISTS FOR (n:SourceItem) REQUIRE n.key IS UNIQUE;
CREATE INDEX source_item_due IF NOT EXISTS FOR (n:SourceItem) ON (n.source, n.state, n.nextAt);
CREATE CONSTRAINT standing_question_id IF NOT EXISTS FOR (n:StandingQuestion) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT telling_id IF NOT EXISTS FOR (n:Telling) REQUIRE n.id IS UNIQUE;
CREATE INDEX telling_number IF NOT EXISTS FOR (n:Telling) ON (n.question, n.number);
