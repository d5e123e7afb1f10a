// A part of a quote's or a title's words (contains, endsWith) is found without reading every node.
CREATE TEXT INDEX statement_words IF NOT EXISTS FOR (n:Statement) ON (n.quoteExact);
CREATE TEXT INDEX article_words IF NOT EXISTS FOR (n:Article) ON (n.title);
