// What lists filter and order by. The id that ends every order is not in them: an index is used only when a query says something of each of
// its properties, and few nodes share the others.
CREATE INDEX entity_name IF NOT EXISTS FOR (n:Entity) ON (n.name);
CREATE INDEX entity_type IF NOT EXISTS FOR (n:Entity) ON (n.type);
CREATE INDEX entity_wikidata IF NOT EXISTS FOR (n:Entity) ON (n.wikidataId);
CREATE INDEX article_published IF NOT EXISTS FOR (n:Article) ON (n.publishedAt);
CREATE INDEX article_url IF NOT EXISTS FOR (n:Article) ON (n.url);
CREATE INDEX article_origin IF NOT EXISTS FOR (n:Article) ON (n.originId);
CREATE INDEX statement_date IF NOT EXISTS FOR (n:Statement) ON (n.date);
CREATE INDEX statement_kind IF NOT EXISTS FOR (n:Statement) ON (n.kind);
CREATE INDEX claim_predicate IF NOT EXISTS FOR (n:Claim) ON (n.predicate, n.firstOn);
CREATE INDEX claim_first IF NOT EXISTS FOR (n:Claim) ON (n.firstOn);
